"""Kata pengantar: the preface, signed by the camat."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Paragraph, Run, Section, Space
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.kotak_tte import foot_note, of_book
from sopgen.parts.lembar_pengesahan import RIGHT_HALF
from sopgen.parts.styles import BAB, TTD, portrait
from sopgen.parts.tanda_tangan import sign

#: The name of the room for the signature.
RUANG = "kata-pengantar"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the preface and its signature."""
    buku = bahan.buku
    title = heading_text(bagian, "KATA PENGANTAR")
    heading = Heading(1, title, "kata_pengantar")
    signed: tuple[Block, ...] = ()
    sheet = portrait(buku.kertas)
    if buku.pengesahan_bertanda:
        ruang = of_book(RUANG, buku.penandatangan, buku)
        note = foot_note(ruang, sheet)
        signed = (Space(10), sign(buku.penandatangan, TTD, RIGHT_HALF, ruang, note))
    blocks: tuple[Block, ...] = (
        Paragraph((Run("KATA PENGANTAR"),), BAB, heading=heading),
        *bahan.chapter("kata_pengantar"),
        *signed,
    )
    return (bahan.section(bagian, sheet, blocks),)
