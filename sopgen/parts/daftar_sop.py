"""The chapter that lists the book's SOP by name."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Label, Paragraph, Run, Section
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.styles import ANAK_BAB, BAB, BUTIR, portrait
from sopgen.parts.unsur import HANG

TITLE = "STANDAR OPERASIONAL PROSEDUR"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the chapter's title and the SOP under their marks, seksi by seksi."""
    kantor = bahan.buku.kecamatan.sebutan.kantor.upper()
    heading = Heading(1, heading_text(bagian, TITLE), "daftar_sop")
    title = Run(f"{TITLE} (SOP)\nPADA {kantor}")
    lines = tuple(_lines(bahan))
    blocks = (Paragraph((title,), BAB, heading=heading), *lines)
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)


def _lines(bahan: Bahan) -> Iterator[Block]:
    number = 0
    for seksi, every in bahan.buku.per_seksi:
        if seksi:
            yield Paragraph((Run(seksi.judul),), ANAK_BAB, keep_next=True)
        for sop in every:
            number += 1
            yield Paragraph(
                (Run(bahan.nama_sop(sop, "daftar_sop")),),
                BUTIR.but(nama="Butir Daftar SOP", align="left", after=2),
                HANG,
                labels=(Label(bahan.tanda(number), 0),),
            )
