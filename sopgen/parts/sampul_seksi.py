"""Sampul seksi: the page before the SOP of a seksi, landscape as they are.

Unlike their covers it has a page number, and so no frame round it.
"""

from __future__ import annotations

from dataclasses import replace

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
from sopgen.model.seksi import Seksi
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import cover_lambang, office_lines
from sopgen.parts.styles import SAMPUL_SEDANG, landscape

LAMBANG = (23.0, 28.0)


def compose(bahan: Bahan, bagian: Bagian, seksi: Seksi) -> Section:
    """Return lambang, the name of the seksi and the office on a framed page."""
    buku, k = bahan.buku, bahan.buku.kecamatan
    sheet = landscape(buku.kertas)
    text = seksi.judul.upper()
    heading = Heading(1, text, seksi.bagian.anchor)
    strong = SAMPUL_SEDANG.but(nama="Sampul Seksi", size_pt=22)
    blocks: tuple[Block, ...] = (
        Space(8),
        cover_lambang(k, LAMBANG, sheet.column[0]),
        Space(20, stretch=1),
        Paragraph((Run("STANDAR OPERASIONAL PROSEDUR (SOP)"),), SAMPUL_SEDANG),
        Space(6),
        Rule(double=True, after=8),
        Paragraph((Run(text),), strong, heading=heading),
        Space(6),
        Rule(double=True),
        Space(10, stretch=1),
        *(Paragraph((Run(t),), SAMPUL_SEDANG.but(size_pt=14)) for t in office_lines(k)),
        Paragraph((Run(f"TAHUN {buku.tahun}"),), SAMPUL_SEDANG.but(size_pt=14)),
        Space(8),
    )
    made = bahan.section(bagian, sheet, blocks)
    return replace(made, bagian=seksi.bagian, hitung=False)
