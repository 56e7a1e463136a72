"""Sampul SOP: the cover of one SOP, landscape like the sheets behind it."""

from __future__ import annotations

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Bagian
from sopgen.model.document import (
    Block,
    Heading,
    Paragraph,
    Rule,
    Run,
    Section,
    Space,
)
from sopgen.model.sop import Sop
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import address_lines, cover_lambang, office_lines
from sopgen.parts.styles import SAMPUL_KECIL, SAMPUL_SEDANG, landscape

LAMBANG = (23.0, 28.0)


def compose(bahan: Bahan, bagian: Bagian, sop: Sop, label: str) -> Section:
    """Return lambang, title, year and office on a framed page."""
    buku, k = bahan.buku, bahan.buku.kecamatan
    sheet = landscape(buku.kertas, framed=True)
    title = Run(sop.judul_sampul.upper())
    anchor = BagianId("sop", sop.id).anchor
    heading = Heading(2, bahan.nama_sop(sop, "daftar_isi"), anchor, label)
    strong = SAMPUL_SEDANG.but(size_pt=19)
    blocks: tuple[Block, ...] = (
        cover_lambang(k, LAMBANG, sheet.column[0]),
        Space(stretch=1),
        Rule(double=True, after=6),
        Paragraph((Run("STANDAR OPERASIONAL PROSEDUR (SOP)"),), SAMPUL_SEDANG),
        Paragraph((title,), strong, 10, 10, heading=heading),
        Paragraph((Run(f"TAHUN {buku.tahun}"),), SAMPUL_SEDANG.but(after=4)),
        Rule(double=True),
        Space(stretch=1),
        *(Paragraph((Run(t),), SAMPUL_SEDANG.but(size_pt=14)) for t in office_lines(k)),
        Space(2),
        *(Paragraph((Run(t),), SAMPUL_KECIL) for t in address_lines(k)),
    )
    return bahan.section(bagian, sheet, blocks, sop.status)
