"""Groups of pelaksana on the sheet of a SOP: named in cells beside each of them.

Where nobody is in a group, nothing of this is on the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.lajur import KELOMPOK, PELAKSANA
from sopgen.model.nilai import dataclass
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lembar import KOSONG, plain
from sopgen.spec.workbook.samping import Samping, Tata, beside
from sopgen.spec.workbook.tree import Tree

HEADINGS = ("kelompok", "kelompok pelaksana")
#: Where there are groups: the pelaksana, the heading beside them, and the groups.
TATA = Tata(
    range(3, 7), range(7, 9), range(9, 12), "Kelompok",
    "Judul di atas kolom-kolom yang bersebelahan: Desa; kosong = tanpa kelompok",
)  # fmt: skip


def kelompok_on(sheet: Sheet, end: int) -> Samping:
    """Return what the form above row ``end`` says of groups."""
    return beside(sheet, PELAKSANA, TATA, HEADINGS, end)


@dataclass(frozen=True, slots=True)
class _Row:
    """A pelaksana, or nobody, beside a group or none."""

    lane: Nilai | None
    group: Cell | None


def put_lanes(
    tree: Tree, lanes: Sequence[Nilai], kelompok: Samping, sheet: Sheet
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


def _rows(lanes: Sequence[Nilai], kelompok: Samping) -> Iterator[_Row]:
    """Yield the rows of the list; a group may stand beside nobody."""
    beside = {lane.cell.row for lane in lanes if lane.cell}
    alone = [_Row(None, c) for n, c in kelompok.isi.items() if n not in beside]
    named = [_Row(lane, kelompok.isi.get(lane.cell.row)) for lane in lanes if lane.cell]
    yield from sorted((*named, *alone), key=_number)


def _number(row: _Row) -> int:
    cell = row.lane.cell if row.lane else row.group
    return cell.row if cell else 0
