"""The SOP of the book, one after the other: cover, identity, procedure.

In a book that is ordered by seksi a divider page stands before those of each.
"""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Bagian
from sopgen.model.document import Section
from sopgen.model.sop import Sop
from sopgen.parts import identitas, prosedur, sampul_seksi, sampul_sop
from sopgen.parts.bahan import Bahan


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the sections of the SOP wanted, each named by its id, seksi by seksi."""
    hanya = bahan.figures.hanya
    made: list[Section] = []
    for seksi, every in bahan.buku.per_seksi:
        if seksi:
            made.append(sampul_seksi.compose(bahan, bagian, seksi))
        for sop in every:
            if hanya is None or sop.id in hanya:
                made += sections_of(bahan, bagian, sop)
    return tuple(made)


def sections_of(bahan: Bahan, bagian: Bagian, sop: Sop) -> tuple[Section, ...]:
    """Return cover, identity sheet and chart of one SOP."""
    label = bahan.tanda(sop.nomor)
    made = (
        sampul_sop.compose(bahan, bagian, sop, label),
        identitas.compose(bahan, bagian, sop),
        *prosedur.compose(bahan, bagian, sop),
    )
    return tuple(replace(section, bagian=BagianId("sop", sop.id)) for section in made)
