"""Sampul: the book's cover."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Paragraph, Rule, Run, Section, Space
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import address_lines, cover_lambang, office_lines
from sopgen.parts.styles import SAMPUL_BESAR, SAMPUL_KECIL, SAMPUL_SEDANG, portrait

LAMBANG = (34.0, 42.0)


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return lambang, title, office and year on a framed page.

    Source: PermenPAN-RB 35/2012, halaman judul: lambang, judul, tahun, alamat.
    """
    buku, k = bahan.buku, bahan.buku.kecamatan
    sheet = portrait(buku.kertas, framed=True)
    judul = [Paragraph((Run(t),), SAMPUL_BESAR) for t in bahan.lines(buku.judul)]
    blocks: tuple[Block, ...] = (
        Space(8),
        cover_lambang(k, LAMBANG, sheet.column[0]),
        Space(stretch=1),
        Rule(double=True, after=8),
        *judul,
        Space(6),
        Rule(double=True),
        Space(stretch=1.2),
        *(Paragraph((Run(t),), SAMPUL_SEDANG) for t in office_lines(k)),
        Paragraph((Run(f"TAHUN {buku.tahun}"),), SAMPUL_SEDANG.but(before=2)),
        Space(6),
        *(Paragraph((Run(t),), SAMPUL_KECIL) for t in address_lines(k)),
        Space(4),
    )
    return (bahan.section(bagian, sheet, blocks),)
