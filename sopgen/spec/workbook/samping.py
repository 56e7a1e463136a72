"""Cells beside a list of a form that say more of its items: group, article.

| Pelaksana | Pemohon     | Kelompok | Desa |
|           | Kepala Desa |          | Desa |
|           | Camat       |          |      |
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from sopgen.model.nilai import dataclass
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import plain


@dataclass(frozen=True, slots=True)
class Tata:
    """How a list with cells beside it is written: which columns are which.

    The heading beside it is ``judul``, with ``bantuan`` for its help.
    """

    butir: range
    kepala: range
    isi: range
    judul: str
    bantuan: str


@dataclass(frozen=True, slots=True)
class Samping:
    """What stands beside a list: the heading, and the cell in each of its rows."""

    kepala: Cell | None
    isi: Mapping[int, Cell]

    def without(self, sheet: Sheet) -> Sheet:
        """Return the sheet as if nothing stood there."""
        own = {*self.isi.values(), *([self.kepala] if self.kepala else [])}
        rows = {
            number: [cell for cell in row if cell not in own]
            for number, row in sheet.rows.items()
        }
        return replace(sheet, rows={n: row for n, row in rows.items() if row})


NOTHING = Samping(None, {})


def label_of(sheet: Sheet, judul: str, end: int) -> Cell | None:
    """Return the label of a list above row ``end``."""
    rows = (row for n, row in sorted(sheet.rows.items()) if n < end)
    return next((r[0] for r in rows if plain(r[0].text) == plain(judul)), None)


def lines_of(sheet: Sheet, label: Cell, end: int) -> range:
    """Return the rows from a label to the next one."""
    later = (n for n in sorted(sheet.rows) if label.row < n < end)
    below = (n for n in later if sheet.rows[n][0].column <= label.column)
    return range(label.row, next(below, end))


def beside(
    sheet: Sheet, judul: str, tata: Tata, headings: Collection[str], end: int
) -> Samping:
    """Return what stands under one of some headings beside a list.

    Where the heading is changed or gone it is known by its place.
    """
    label = label_of(sheet, judul, end)
    if label is None:
        return NOTHING
    lines = lines_of(sheet, label, end)
    kepala = _heading(sheet, label, headings, end)
    if kepala is not None:
        return Samping(kepala, dict(_right_of(sheet, lines, kepala.column, kepala)))
    if label.column > 1 or not _in_place(sheet, lines, tata):
        return NOTHING
    first, start = sheet.rows[label.row], tata.kepala.start
    kepala = next((cell for cell in first if cell.column == start), None)
    return Samping(kepala, dict(_right_of(sheet, lines, start, kepala)))


def _in_place(sheet: Sheet, lines: range, tata: Tata) -> bool:
    """Tell whether the cells of a list stand where they are written, and no others."""
    places = {part.start for part in (tata.butir, tata.kepala, tata.isi)}
    cells = (cell for number in lines for cell in sheet.rows.get(number, ()))
    return all(cell.column in places for cell in cells if cell.column > 1)


def _heading(
    sheet: Sheet, label: Cell, headings: Collection[str], end: int
) -> Cell | None:
    """Return the heading: beside the list, or in the row above it."""
    for number in range(label.row - 1, lines_of(sheet, label, end).stop):
        for cell in sheet.rows.get(number, ()):
            if cell.column > label.column + 1 and plain(cell.text) in headings:
                return cell
    return None


def _right_of(
    sheet: Sheet, lines: range, column: int, but: Cell | None
) -> Iterator[tuple[int, Cell]]:
    """Yield the first cell of each row from a column on, one left out."""
    for number in lines:
        cells = (c for c in sheet.rows.get(number, ()) if c.column >= column)
        found = next((cell for cell in cells if cell != but), None)
        if found is not None:
            yield number, found
