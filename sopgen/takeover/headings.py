"""Find the heading of a chart's table: which column is what, in one to six rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.groups import groups_of
from sopgen.takeover.lanes import Lane, Lanes, lanes_of
from sopgen.takeover.leaves import Leaf, leaves_of
from sopgen.takeover.marks import is_mark
from sopgen.takeover.owncolumns import own_columns
from sopgen.takeover.roles import MUTU, role_of

#: A heading has no more rows than this.
TALLEST = 6
#: Roles that stand over others.
OVER = ("pelaksana", "mutu")
#: So many columns that we know make a table that of a chart.
LEAST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: its rows, the columns of each role, the pelaksana.

    ``extra`` are columns that are not understood, ``placed`` those whose role only
    their place tells, ``guessed`` is whether nothing but empty cells tells the
    pelaksana's columns.  ``sendiri`` are the roles of columns of the office's own.
    """

    top: int
    bottom: int
    roles: Mapping[str, Leaf]
    lanes: tuple[Lane, ...]
    extra: tuple[Cell, ...] = ()
    placed: Mapping[str, Cell] = field(default_factory=dict)
    guessed: bool = False
    sendiri: tuple[str, ...] = ()

    def role_of(self, column: int) -> str:
        """Return what a column is; nothing for one between."""
        for role, leaf in self.roles.items():
            if leaf.left <= column < leaf.right:
                return role
        return ""


def find_headings(board: Board) -> Iterator[Heading]:
    """Yield the headings of all charts on a board, from the top."""
    row = above = 0
    while row < board.rows:
        heading = heading_at(board, row, above)
        if heading is not None:
            yield heading
            above = heading.bottom
        row = heading.bottom if heading else row + 1


def heading_at(board: Board, row: int, above: int = 0) -> Heading | None:
    """Return the heading whose word Kegiatan begins in a row.

    What stands over it begins no higher than in the row ``above``.
    """
    named = (c for c in board.in_row(row) if role_of(c.text) == "kegiatan")
    kegiatan = next(named, None)
    if kegiatan is None:
        return None
    rows = range(_top(board, kegiatan, above), row + 1)
    rows = range(rows.start, _bottom(board, rows, kegiatan))
    leaves = leaves_of(board, rows)
    lanes = lanes_of(board, leaves, rows.stop)
    groups = groups_of(board, rows, lanes.leaves)
    heading = _heading(leaves, lanes, lanes.named(groups), rows)
    if not _is_chart(heading):
        return None
    return replace(heading, bottom=_behind_numbers(board, rows.stop))


def _top(board: Board, kegiatan: Cell, above: int) -> int:
    """Return the first row of a heading: what is merged over others may stand higher.

    Then the word Kegiatan stands in the lower row, beside the names.
    """
    top = kegiatan.row
    while top > max(above, kegiatan.row - TALLEST // 2):
        cells = list(board.in_row(top - 1))
        right = all(cell.column >= kegiatan.right for cell in cells)
        if not right or not any(role_of(cell.text) in OVER for cell in cells):
            break
        top -= 1
    return top


def _bottom(board: Board, rows: range, kegiatan: Cell) -> int:
    """Return the first row behind a heading of which the upper rows are known."""
    limit = min(rows.start + TALLEST, board.rows)
    known = [c for row in rows for c in board.in_row(row) if role_of(c.text)]
    bottom = min(max(cell.bottom for cell in known), limit)
    while bottom < limit:
        names = _names(board, range(rows.start, bottom), kegiatan)
        if not names:
            break
        bottom = min(max(cell.bottom for cell in names), limit)
    return bottom


def _names(board: Board, rows: range, kegiatan: Cell) -> list[Cell]:
    """Return the cells below some rows of a heading, if they go on with it.

    Those of a kegiatan say what is done, or have a number.
    """
    row = rows.stop
    cells = list(board.in_row(row))
    if any(cell.column <= kegiatan.column < cell.right for cell in cells):
        return []
    if any(is_mark(cell.text) or not _has_word(cell.text) for cell in cells):
        return []
    heads = [board.cell(row - 1, cell.column) for cell in cells]
    under = any(head.text and head.bottom == row for head in heads)
    return cells if len(cells) > 1 or under else []


def _has_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _heading(
    leaves: Sequence[Leaf], lanes: Lanes, named: tuple[Lane, ...], rows: range
) -> Heading:
    """Return a heading of columns of which those of the pelaksana are known."""
    roles: dict[str, Leaf] = {}
    rest: list[Leaf] = []
    for leaf in leaves:
        role = role_of(leaf.cell.text)
        if leaf in lanes.leaves:
            continue
        if leaf == lanes.column:
            role = "pelaksana"
        elif role in OVER:
            role = ""
        if role and role not in roles:
            roles[role] = leaf
        else:
            rest.append(leaf)
    placed = dict(_placed(leaves, roles, rest))
    roles.update(placed)
    left = [leaf for leaf in rest if leaf not in placed.values()]
    sendiri = own_columns(left, named, bare=set(MUTU).isdisjoint(roles))
    roles.update(sendiri)
    cells = [leaf.cell for leaf in (*placed.values(), *sendiri.values())]
    extra = (leaf.cell for leaf in rest if leaf.cell not in cells)
    return Heading(
        rows.start,
        rows.stop,
        roles,
        named,
        tuple(cell for cell in extra if cell.text),
        {role: leaf.cell for role, leaf in placed.items()},
        guessed=lanes.guessed,
        sendiri=tuple(sendiri),
    )


def _placed(
    leaves: Sequence[Leaf], roles: Mapping[str, Leaf], rest: Sequence[Leaf]
) -> Iterator[tuple[str, Leaf]]:
    """Yield the parts of mutu baku that only their place below its heading tells."""
    below = [leaf for leaf in leaves if role_of(leaf.head.text) == "mutu"]
    if len(below) == 1 and not below[0].grouped:
        below = list(_split(below[0]))
        yield from zip(MUTU, below, strict=False)
        return
    unknown = [leaf for leaf in below if leaf in rest and leaf.cell.text]
    absent = [role for role in MUTU if role not in roles]
    if len(below) == len(MUTU):
        for role, leaf in zip(MUTU, below, strict=True):
            if leaf in unknown and role in absent:
                yield role, leaf
    elif len(unknown) == len(absent) == 1:
        yield absent[0], unknown[0]


def _split(leaf: Leaf) -> Iterator[Leaf]:
    """Yield the columns below a heading over several that names none of them."""
    if leaf.right - leaf.left == len(MUTU):
        for column in range(leaf.left, leaf.right):
            yield replace(leaf, left=column, right=column + 1)


def _is_chart(heading: Heading) -> bool:
    """Return whether columns are those of a chart and not of any list.

    Somebody does it, or it has at least two parts of mutu baku.  Where only a word that
    may mean anything names who does it, there has to be one part.
    """
    roles = set(heading.roles) - set(heading.sendiri)
    mutu = len(roles & set(MUTU))
    if "kegiatan" not in roles:
        return False
    if heading.lanes:
        return len(roles) + 1 >= LEAST or len(heading.lanes) >= LEAST
    if "pelaksana" in roles and (mutu or not heading.guessed):
        return len(roles) >= LEAST
    return mutu > 1 and len(roles) >= LEAST


def _behind_numbers(board: Board, row: int) -> int:
    """Return the row behind one that only counts the columns: 1 2 3 4 …."""
    words = [cell.text.strip("().") for cell in board.in_row(row)]
    counts = all(w.isdecimal() for w in words)
    if (
        len(words) > 3
        and counts
        and [int(w) for w in words] == sorted({int(w) for w in words})
    ):
        return row + 1
    return row
