"""Charts without shapes: marks in the pelaksana columns say who does what."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.geometry import Box
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Cell, Figure
from sopgen.takeover.marks import SYMBOLS, mark_of
from sopgen.takeover.rows import Table

TICK = "tanda `{}` menyatakan pelaksana; simbol dan urutan ditebak"
LETTER = "huruf `{}` dibaca sebagai `{}`"
ALSO = "tanda juga di kolom {}; kegiatan bersama?"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a pelaksana column: its cell, its row of the table, and its letter."""

    cell: Cell
    row: int
    letter: str


def marks_of(table: Table) -> tuple[Mark, ...]:
    """Return the marks by which a table without symbols says who does what.

    There are none if most kegiatan have none: a lone mark means something else.
    """
    every = tuple(_every(table))
    marked = {mark.row for mark in every}
    drawn = any(_over(table, figure.box) for figure in table.board.drawing.figures)
    return () if drawn or len(marked) * 2 <= len(table.rows) else every


def _every(table: Table) -> Iterator[Mark]:
    for number, row in enumerate(table.rows):
        for line in range(row.top, min(row.bottom, table.end)):
            for cell in table.board.in_row(line):
                letter = mark_of(cell.text)
                if letter and table.lane_of(cell.column) >= 0:
                    yield Mark(cell, number, letter)


def _over(table: Table, box: Box) -> bool:
    left, right = table.across
    top, bottom = table.down
    return left <= box.cx < right and top <= box.cy < bottom


def symbols_of(table: Table) -> Iterator[Figure]:
    """Yield a symbol for each kegiatan that is marked."""
    marks = marks_of(table)
    alike = len({mark.letter for mark in marks}) == 1
    rows: dict[int, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.row, []).append(mark)
    for row, found in rows.items():
        first, *others = found
        names = dict.fromkeys(_lane(table, one) for one in others)
        also = ALSO.format(", ".join(names)) if names else ""
        simbol, why = _simbol(first.letter, row, len(table.rows), alike=alike)
        doubt = "; ".join(filter(None, (why, also)))
        yield Figure(simbol, _middle(table, first.cell), doubt=doubt, typed=True)


def _simbol(letter: str, row: int, rows: int, *, alike: bool) -> tuple[str, str]:
    """Return the symbol that a mark stands for; ticks say only who does it."""
    if not alike and letter in SYMBOLS:
        return SYMBOLS[letter], LETTER.format(letter, SYMBOLS[letter])
    ends = row in (0, rows - 1)
    return "terminator" if ends else "proses", TICK.format(letter)


def _middle(table: Table, cell: Cell) -> Box:
    """Return where the symbol would stand that a mark stands for."""
    box = table.board.box(cell)
    return Box(box.x + box.w * 0.3, box.y + box.h * 0.3, box.w * 0.4, box.h * 0.4)


def _lane(table: Table, mark: Mark) -> str:
    return table.lanes[table.lane_of(mark.cell.column)].nama
