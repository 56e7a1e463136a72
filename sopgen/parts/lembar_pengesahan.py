"""Lembar pengesahan: the camat puts the book into force with his signature."""

from __future__ import annotations

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Bagian, Buku
from sopgen.model.document import (
    Block,
    Heading,
    Paragraph,
    Run,
    Section,
    Sheet,
    Space,
)
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.kotak_tte import foot_note, of_book
from sopgen.parts.pengesah import RUANG, Dated, signed_together
from sopgen.parts.styles import BAB, SAMPUL_SEDANG, TTD, portrait
from sopgen.parts.tanda_tangan import DOTS, Place, dated, sign

#: The block stands in the right half of the column.
RIGHT_HALF = Place(indent=90)
#: Of so many signers the blocks stand in at most two rows, with room above them.
FEW = 4


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the title, and the block to be signed where the book asks for one."""
    buku, k = bahan.buku, bahan.buku.kecamatan
    title = heading_text(bagian, "LEMBAR PENGESAHAN")
    sheet = portrait(buku.kertas)
    lines = (
        *bahan.lines(buku.judul),
        *(line.upper() for line in (k.sebutan.kantor, k.sebutan.wilayahnya)),
    )
    blocks: tuple[Block, ...] = (
        Space(12),
        Paragraph(
            (Run("LEMBAR PENGESAHAN"),),
            BAB.but(size_pt=16),
            heading=Heading(1, title, "lembar_pengesahan"),
        ),
        Space(8),
        *(Paragraph((Run(t),), SAMPUL_SEDANG.but(size_pt=14)) for t in lines),
        Space(30 if len(buku.lembar_pengesahan) <= FEW else 15),
        *((pengesahan(buku, sheet),) if buku.pengesahan_bertanda else ()),
    )
    return (bahan.section(bagian, sheet, blocks),)


def pengesahan(buku: Buku, sheet: Sheet) -> Block:
    """Return place, date and signature of the official who puts the book in force.

    Where several sign, each does so in a block of his own.
    """
    date = buku.tanggal_pengesahan
    day = tanggal(date) if date else DOTS
    place = (("Disahkan di", buku.kecamatan.tempat), ("Pada tanggal", day))
    if buku.lembar_pengesahan:
        dated_by = Dated(tuple(f"{a} {b}" for a, b in place), _approving(buku))
        return signed_together(buku, sheet, TTD, dated_by)
    ruang = of_book(RUANG, buku.penandatangan, buku)
    before = (*foot_note(ruang, sheet), *dated(place, TTD, RIGHT_HALF))
    return sign(buku.penandatangan, TTD, RIGHT_HALF, ruang, before)


def _approving(buku: Buku) -> int:
    """Return the number of who puts the book in force, else that of the last."""
    signers = [one.pejabat.id for one in buku.lembar_pengesahan]
    own = buku.penandatangan.id
    return signers.index(own) if own in signers else len(signers) - 1
