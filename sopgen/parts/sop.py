"""The SOP of the book, one after the other: cover, identity, procedure."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import huruf
from sopgen.model.buku import Bagian
from sopgen.model.document import Section
from sopgen.model.sop import Sop
from sopgen.parts import identitas, prosedur, sampul_sop
from sopgen.parts.bahan import Bahan


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the sections of every SOP, each named ``sop:<id>``."""
    return tuple(
        section for sop in bahan.buku.sop for section in sections_of(bahan, bagian, sop)
    )


def sections_of(bahan: Bahan, bagian: Bagian, sop: Sop) -> tuple[Section, ...]:
    """Return cover, identity sheet and chart of one SOP."""
    label = f"{huruf(sop.nomor)}."
    made = (
        sampul_sop.compose(bahan, bagian, sop, label),
        identitas.compose(bahan, bagian, sop),
        *prosedur.compose(bahan, bagian, sop),
    )
    return tuple(replace(section, bagian=BagianId("sop", sop.id)) for section in made)
