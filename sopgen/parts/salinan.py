"""Salinan or petikan: a copy of the signed decree with its annexes, certified.

It stands beside the original, in files of its own; in the book only where
susunan asks for it.
"""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Section
from sopgen.parts.bahan import Bahan
from sopgen.parts.keputusan import naskah
from sopgen.parts.lampiran import annexes
from sopgen.parts.rangkap import Rangkap

SALINAN = "salinan"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the copy of a decree, if there is to be one."""
    keputusan = bahan.keputusan(bagian)
    if not keputusan.jenis:
        return ()
    rangkap = Rangkap(keputusan, keputusan.jenis)
    return (naskah(bahan, bagian, rangkap), *annexes(bahan, bagian, rangkap))


def copies(bahan: Bahan) -> tuple[Section, ...]:
    """Return the copies of all decrees that have one, for files of their own."""
    return tuple(
        section
        for one in bahan.buku.keputusan
        for section in compose(bahan, Bagian(SALINAN, one.id, "arab", "-", one.span))
    )
