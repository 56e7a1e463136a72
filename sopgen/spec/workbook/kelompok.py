"""Groups of pelaksana on the sheet of a SOP: named in cells beside each of them.

    | Pelaksana | Pemohon     | Kelompok | Desa |
    |           | Kepala Desa |          | Desa |
    |           | Camat       |          |      |

Where nobody is in a group, nothing of this is on the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sopgen.model.lajur import KELOMPOK, PELAKSANA
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lembar import KOSONG, plain
from sopgen.spec.workbook.tree import Tree

#: The heading beside the list.
JUDUL = "Kelompok"
HEADINGS = ("kelompok", "kelompok pelaksana")
#: Columns of the pelaksana, of the heading and of the groups, where there are groups.
NAMA, KEPALA, ISI = range(3, 7), range(7, 9), range(9, 12)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """What a sheet says of groups: the heading, and the cell of each row's group."""

    kepala: Cell | None
    isi: Mapping[int, Cell]

    def without(self, sheet: Sheet) -> Sheet:
        """Return the sheet as if it said nothing of groups."""
        own = {*self.isi.values(), *([self.kepala] if self.kepala else [])}
        rows = {
            number: [cell for cell in row if cell not in own]
            for number, row in sheet.rows.items()
        }
        return replace(sheet, rows={n: row for n, row in rows.items() if row})


def kelompok_on(sheet: Sheet, end: int) -> Kelompok:
    """Return what the form above row ``end`` says of groups."""
    label = _label(sheet, end)
    kepala = _heading(sheet, label, end) if label else None
    if label is None or kepala is None:
        return Kelompok(None, {})
    return Kelompok(kepala, dict(_cells(sheet, label, kepala, end)))


def _label(sheet: Sheet, end: int) -> Cell | None:
    """Return the label of the list."""
    rows = (row for n, row in sorted(sheet.rows.items()) if n < end)
    return next((r[0] for r in rows if plain(r[0].text) == PELAKSANA), None)


def _heading(sheet: Sheet, label: Cell, end: int) -> Cell | None:
    """Return the heading: beside the list, or in the row above it."""
    for number in range(label.row - 1, _below(sheet, label, end)):
        for cell in sheet.rows.get(number, ()):
            if cell.column > label.column + 1 and plain(cell.text) in HEADINGS:
                return cell
    return None


def _below(sheet: Sheet, label: Cell, end: int) -> int:
    """Return the row of the next label."""
    later = (n for n, row in sorted(sheet.rows.items()) if n > label.row)
    return next((n for n in later if sheet.rows[n][0].column <= label.column), end)


def _cells(
    sheet: Sheet, label: Cell, kepala: Cell, end: int
) -> Iterator[tuple[int, Cell]]:
    """Yield the group in each row of the list that names one."""
    for number in range(label.row, _below(sheet, label, end)):
        cells = (c for c in sheet.rows.get(number, ()) if c.column >= kepala.column)
        group = next((cell for cell in cells if cell != kepala), None)
        if group is not None:
            yield number, group


@dataclass(frozen=True, slots=True)
class _Row:
    """A pelaksana, or nobody, beside a group or none."""

    lane: Nilai | None
    group: Cell | None


def put_lanes(
    tree: Tree, lanes: Sequence[Nilai], kelompok: Kelompok, sheet: Sheet
) -> None:
    """Put the list of pelaksana, neighbours of one group together."""
    last, path = "", (PELAKSANA, -1)
    for one in _rows(lanes, kelompok):
        group = one.group.word if one.group and one.group.word != KOSONG else ""
        if plain(group) != plain(last) or not group:
            path = (PELAKSANA, tree.count((PELAKSANA,)))
        if one.group and group and (plain(group) != plain(last)):
            tree.put((*path, KELOMPOK), group, sheet.of(one.group))
        if one.lane and one.lane.cell:
            inner: Trail = path
            if group:
                inner = (*path, PELAKSANA, tree.count((*path, PELAKSANA)))
            tree.put(inner, one.lane.cell.word, one.lane.span)
        last = group


def _rows(lanes: Sequence[Nilai], kelompok: Kelompok) -> Iterator[_Row]:
    """Yield the rows of the list; a group may stand beside nobody."""
    beside = {lane.cell.row for lane in lanes if lane.cell}
    alone = [_Row(None, c) for n, c in kelompok.isi.items() if n not in beside]
    named = [_Row(lane, kelompok.isi.get(lane.cell.row)) for lane in lanes if lane.cell]
    yield from sorted((*named, *alone), key=_number)


def _number(row: _Row) -> int:
    cell = row.lane.cell if row.lane else row.group
    return cell.row if cell else 0
