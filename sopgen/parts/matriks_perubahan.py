"""Matriks perubahan: which SOP changed in what respect since last year's book."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Paragraph, Run, Section, Space
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.perubahan import KEY, matrix
from sopgen.parts.styles import BAB, CATATAN, ISI, landscape

TITLE = "MATRIKS PERUBAHAN SOP"
UNKNOWN = (
    "Buku tahun sebelumnya tidak diketahui, sehingga perubahan SOP belum dapat "
    "dibandingkan."
)


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the table; without an earlier year it says so."""
    sheet = landscape(bahan.buku.kertas)
    heading = Heading(1, heading_text(bagian, TITLE), "matriks_perubahan")
    blocks: tuple[Block, ...] = (Paragraph((Run(UNKNOWN),), ISI.but(first=0)),)
    years = bahan.riwayat
    if years:
        words = f"Buku tahun {years[0].baru.tahun} dibandingkan dengan buku tahun "
        words += f"{years[0].lama.tahun}. {KEY}"
        note = Paragraph((Run(words),), CATATAN)
        blocks = (matrix(years[0], sheet.column[0]), Space(3), note)
    title = Paragraph((Run(TITLE),), BAB, heading=heading)
    return (bahan.section(bagian, sheet, (title, *blocks)),)
