"""Pendahuluan: latar belakang, ruang lingkup, tujuan, manfaat (chapters A to D)."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Paragraph, Run, Section
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.styles import BAB, portrait


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the chapters of naskah/pendahuluan.md under their title."""
    heading = Heading(1, heading_text(bagian, "PENDAHULUAN"), "pendahuluan")
    blocks: tuple[Block, ...] = (
        Paragraph((Run("PENDAHULUAN"),), BAB, heading=heading),
        *bahan.chapter("pendahuluan"),
    )
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)
