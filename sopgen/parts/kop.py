"""The kop naskah dinas: lambang, pemerintah, kantor, address, double rule."""

from __future__ import annotations

from sopgen.model.buku import Kecamatan
from sopgen.model.document import Block, Cell, Emblem, Paragraph, Row, Rule, Run, Table
from sopgen.parts.styles import KOP_ALAMAT, KOP_KABUPATEN, KOP_KECAMATAN

#: The lambang's size in mm, and the column it stands in.
LAMBANG = (19.0, 23.0)
LAMBANG_COLUMN = 24.0
#: What two of them on a cover stand away from the edges of the column, doubled, mm.
COVER_GAP = 12.0


def kop(kecamatan: Kecamatan, width: float) -> tuple[Block, ...]:
    """Return the kop for a column width mm wide."""
    *above, kantor = office_lines(kecamatan)
    lines = (
        *((text, KOP_KABUPATEN) for text in above),
        (kantor, KOP_KECAMATAN),
        *((text, KOP_ALAMAT) for text in address_lines(kecamatan)),
    )
    words = tuple(Paragraph((Run(text),), style) for text, style in lines)
    left, right = lambang(kecamatan, LAMBANG)
    row = Row(
        (
            Cell((left,), middle=True, borders=""),
            Cell(words, middle=True, borders=""),
            Cell((right,) if right else (), middle=bool(right), borders=""),
        )
    )
    last = LAMBANG_COLUMN if right else LAMBANG_COLUMN / 2
    columns = (LAMBANG_COLUMN, width - LAMBANG_COLUMN - last, last)
    return (Table(columns, (row,), padding=(0, 1.5)), Rule(double=True, after=5))


def lambang(
    kecamatan: Kecamatan, size: tuple[float, float]
) -> tuple[Emblem, Emblem | None]:
    """Return the lambang, and the second one of an office that has two."""
    second = kecamatan.lambang_kanan
    return Emblem(kecamatan.lambang, *size), Emblem(second, *size) if second else None


def cover_lambang(
    kecamatan: Kecamatan, size: tuple[float, float], width: float
) -> Block:
    """Return the lambang of a cover in the middle; two stand left and right."""
    left, right = lambang(kecamatan, size)
    if right is None:
        return left
    side = size[0] + COVER_GAP
    cells = ((left,), (), (right,))
    row = Row(tuple(Cell(one, middle=True, borders="") for one in cells), size[1])
    return Table((side, width - 2 * side, side), (row,), padding=(0, 0))


def office_lines(kecamatan: Kecamatan) -> tuple[str, ...]:
    """Return ``PEMERINTAH KABUPATEN ...`` and ``KECAMATAN ...``."""
    return kecamatan.sebutan.kop


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
