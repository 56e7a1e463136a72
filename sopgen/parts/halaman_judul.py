"""Halaman judul: the title page inside the cover."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Paragraph, Run, Section, Space
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.kop import cover_lambang, office_lines
from sopgen.parts.styles import SAMPUL_SEDANG, portrait

LAMBANG = (28.0, 35.0)


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return office, title and year."""
    buku, k = bahan.buku, bahan.buku.kecamatan
    sheet = portrait(buku.kertas)
    heading = Heading(1, heading_text(bagian, "HALAMAN JUDUL"), "halaman_judul")
    first, *rest = bahan.lines(buku.judul) or ("",)
    blocks: tuple[Block, ...] = (
        Space(18),
        *(Paragraph((Run(t),), SAMPUL_SEDANG) for t in office_lines(k)),
        Space(16),
        cover_lambang(k, LAMBANG, sheet.column[0]),
        Space(stretch=1),
        Paragraph((Run(first),), SAMPUL_SEDANG.but(size_pt=18), heading=heading),
        *(Paragraph((Run(t),), SAMPUL_SEDANG.but(size_pt=18)) for t in rest),
        Space(stretch=1.6),
        Paragraph((Run(f"TAHUN {buku.tahun}"),), SAMPUL_SEDANG),
        Space(16),
    )
    return (bahan.section(bagian, sheet, blocks),)
