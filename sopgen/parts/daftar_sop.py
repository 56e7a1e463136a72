"""The chapter that lists the book's SOP by name."""

from __future__ import annotations

from sopgen.model.bahasa import huruf
from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Label, Paragraph, Run, Section
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.naskah import HANG
from sopgen.parts.styles import BAB, BUTIR, portrait

TITLE = "STANDAR OPERASIONAL PROSEDUR"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the chapter's title and the SOP under their letters."""
    nama = bahan.buku.kecamatan.nama.upper()
    heading = Heading(1, heading_text(bagian, TITLE), "daftar_sop")
    title = Run(f"{TITLE} (SOP)\nPADA KECAMATAN {nama}")
    lines: list[Block] = [
        Paragraph(
            (Run(bahan.nama_sop(sop, "daftar_sop")),),
            BUTIR.but(align="left", after=2),
            HANG,
            labels=(Label(f"{huruf(number)}.", 0),),
        )
        for number, sop in enumerate(bahan.buku.sop, 1)
    ]
    blocks = (Paragraph((title,), BAB, heading=heading), *lines)
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)
