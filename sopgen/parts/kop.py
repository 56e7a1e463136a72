"""The kop naskah dinas: lambang, kabupaten, kecamatan, address, double rule."""

from __future__ import annotations

from sopgen.model.buku import Kecamatan
from sopgen.model.document import Block, Cell, Emblem, Paragraph, Row, Rule, Run, Table
from sopgen.parts.styles import KOP_ALAMAT, KOP_KABUPATEN, KOP_KECAMATAN

#: The lambang's size in mm, and the column it stands in.
LAMBANG = (19.0, 23.0)
LAMBANG_COLUMN = 24.0


def kop(kecamatan: Kecamatan, width: float) -> tuple[Block, ...]:
    """Return the kop for a column width mm wide."""
    pemerintah, kantor = office_lines(kecamatan)
    lines = (
        (pemerintah, KOP_KABUPATEN),
        (kantor, KOP_KECAMATAN),
        *((text, KOP_ALAMAT) for text in address_lines(kecamatan)),
    )
    words = tuple(Paragraph((Run(text),), style) for text, style in lines)
    emblem = Emblem(kecamatan.lambang, *LAMBANG)
    row = Row(
        (
            Cell((emblem,), middle=True, borders=""),
            Cell(words, middle=True, borders=""),
            Cell((), borders=""),
        )
    )
    columns = (LAMBANG_COLUMN, width - 1.5 * LAMBANG_COLUMN, LAMBANG_COLUMN / 2)
    return (Table(columns, (row,), padding=(0, 1.5)), Rule(double=True, after=5))


def office_lines(kecamatan: Kecamatan) -> tuple[str, str]:
    """Return ``PEMERINTAH KABUPATEN ...`` and ``KECAMATAN ...``."""
    return (
        f"PEMERINTAH KABUPATEN {kecamatan.kabupaten.upper()}",
        f"KECAMATAN {kecamatan.nama.upper()}",
    )


def address_lines(kecamatan: Kecamatan) -> tuple[str, ...]:
    """Return street and phone; surel and laman; place and postcode; what is known."""
    street = kecamatan.alamat
    if kecamatan.telepon:
        street = f"{street} Telp. {kecamatan.telepon}".strip()
    net = [
        f"{name}: {value}"
        for name, value in (("Surel", kecamatan.email), ("Laman", kecamatan.laman))
        if value
    ]
    place = ""
    if kecamatan.kode_pos:
        place = f"{kecamatan.tempat.upper()} {kecamatan.kode_pos}"
    return tuple(line for line in (street, "  ".join(net), place) if line)
