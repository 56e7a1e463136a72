"""Penutup: the closing chapter."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Heading, Paragraph, Run, Section
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.styles import BAB, portrait


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the closing chapter of naskah/penutup.md."""
    heading = Heading(1, heading_text(bagian, "PENUTUP"), "penutup")
    title = Paragraph((Run("PENUTUP"),), BAB, heading=heading)
    blocks = (title, *bahan.chapter("penutup"))
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)
