"""Which cells are the value of a field: those beside its name or below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.casing import is_shouted
from sopgen.takeover.fields import LISTS
from sopgen.takeover.listing import is_marker, marked, starts_item

#: So short, or with this at its end, a text is only a piece of a value.
SHORT, OPEN = 4, ("/", ",", "-", ":")
#: A value goes on over so many rows; behind so many blank ones it has ended.
TALLEST, BLANK_ROWS = 40, 8
#: A heading has no more words than this.
WORDS = 6
#: Text in so many rows above a table may be its title.
TITLE = 3

Place = tuple[int, int]


def place_of(cell: Cell) -> Place:
    """Return row and column of a cell."""
    return cell.row, cell.column


def adjoins(last: Cell, cell: Cell) -> bool:
    """Return whether a cell goes on with the value in the cell before it.

    It does if one of them is as short as a mark, a day or a year, or the text breaks
    off between them: 1. | UU 25;  4 | Januari | 2021;  065/ | SOP.
    """
    before, after = last.text.strip(), cell.text.strip()
    short = min(len(before), len(after)) <= SHORT
    broken = before.endswith(OPEN) or after.startswith(OPEN)
    return cell.column <= last.right and (short or broken)


@dataclass(slots=True)
class Values:
    """Finds the value of each name of a field; ``labels`` are these by their fields.

    ``taken`` are the cells that a value was made of, ``left`` those that stand beside
    one and are no part of it.
    """

    board: Board
    rows: range
    labels: Mapping[str, Cell]
    taken: set[Place] = field(default_factory=set)
    left: dict[Place, Cell] = field(default_factory=dict)

    def beside(self, label: Cell) -> str:
        """Return what stands to the right, down to the next label; else below."""
        return self._right(label) or self._below(label)

    def listed(self, label: Cell) -> str:
        """Return a list: what stands below in the same column, else to the right."""
        taken = set(self.taken)
        right = self._right(label)
        if right.startswith(":"):
            return right.lstrip(": ")
        beside, self.taken = self.taken, taken
        below = self._below(label)
        if not below:
            self.taken = beside
        return below or right

    def _is_label(self, cell: Cell) -> bool:
        return any(place_of(cell) == place_of(one) for one in self.labels.values())

    def _end(self, label: Cell) -> int:
        """Return the column in which the fields to the right of a list begin."""
        right = [c for c in self.labels.values() if c.column >= label.right]
        level = [c for c in right if c.row == label.row]
        return min((c.column for c in level or right), default=len(self.board.xs))

    def _right(self, label: Cell) -> str:
        """Return the texts to the right of a label and of the blanks below it."""
        lines: list[str] = []
        for row in range(label.row, min(label.row + TALLEST, self.rows.stop)):
            own = self.board.cell(row, label.column)
            if row >= label.bottom and (own.text or own.row != row):
                break
            if row >= label.bottom and self._begins(row, label.column):
                break
            cells = list(self._row(row, label.right))
            self.taken.update(map(place_of, cells))
            lines += _lines(cells)
        return "\n".join(lines)

    def _begins(self, row: int, column: int) -> bool:
        """Return whether a row has a label further left."""
        return any(
            self._is_label(c) for c in self.board.in_row(row) if c.column <= column
        )

    def _row(self, row: int, column: int) -> Iterator[Cell]:
        """Yield the value of a row from a column on; what stands apart is left."""
        last: Cell | None = None
        for cell in self.board.in_row(row):
            if cell.column < column or cell.text.strip() == ":":
                continue
            if self._is_label(cell):
                return
            if last is None or adjoins(last, cell):
                last = cell
                yield cell
            else:
                self.left[place_of(cell)] = cell

    def _below(self, label: Cell) -> str:
        """Return the texts below a label, down to the next one."""
        lines: list[str] = []
        for row in range(label.bottom, min(label.bottom + TALLEST, self.rows.stop)):
            cells = list(self._under(row, label))
            ended = not cells and lines and row > label.bottom + BLANK_ROWS
            if ended or self._stops(row, label):
                break
            self.taken.update(map(place_of, cells))
            lines += _lines(cells)
        return "\n".join(lines)

    def _under(self, row: int, label: Cell) -> Iterator[Cell]:
        """Yield the cells of a row below a label.

        Items whose numbers stand in a column of their own stand in the next one.
        """
        end, last = self._end(label), Cell(row, label.column, "")
        for cell in self.board.in_row(row):
            inside = label.column <= cell.column < label.right
            numbered = is_marker(last.text) and cell.column < end
            if inside or numbered:
                last = cell
                yield cell

    def _stops(self, row: int, label: Cell) -> bool:
        """Return whether a row below a list is no longer its own."""
        cell = self.board.cell(row, label.column)
        if self._is_label(cell) or self._starts(row, label) or self._is_title(row):
            return True
        return self._spreads(cell, label) or self._names_unknown(row, label)

    def _is_title(self, row: int) -> bool:
        """Return whether a row is the title of the table below: the last, set apart."""
        last = range(max(row, self.rows.stop - TITLE), self.rows.stop)
        if row < last.start or any(map(self._texts, last[1:])) or self._texts(row - 1):
            return False
        texts = self._texts(row)
        return len(texts) == 1 and not starts_item(texts[0])

    def _texts(self, row: int) -> list[str]:
        return [cell.text for cell in self.board.in_row(row)]

    def _spreads(self, cell: Cell, label: Cell) -> bool:
        """Return whether a cell reaches below the label of another field."""
        level = (c for c in self.labels.values() if c.row == label.row)
        others = [c.column for c in level if c.column != label.column]
        return any(cell.column <= column < cell.right for column in others)

    def _starts(self, row: int, label: Cell) -> bool:
        """Return whether other fields begin in a row further left."""
        return any(
            self._is_label(c)
            for c in self.board.in_row(row)
            if c.column < label.right and c.row == row
        )

    def _names_unknown(self, row: int, label: Cell) -> bool:
        """Return whether a row begins a list under a heading that we do not know.

        It looks like a heading, and other headings look like it, or stand beside it.
        """
        cell = self.board.cell(row, label.column)
        if cell.row != row or not _may_be_heading(cell.text):
            return False
        every = [c for key, c in self.labels.items() if key in LISTS]
        beside = any(c.row == row for c in every)
        paired = any(c.row == label.row and c != label for c in every)
        alike = sum(_look(c.text) == _look(cell.text) for c in every)
        if _look(cell.text) != (False, False) and alike * 2 > len(every):
            return True
        return beside and paired


def _may_be_heading(text: str) -> bool:
    return bool(text) and len(text.split()) <= WORDS and not starts_item(text)


def _look(text: str) -> tuple[bool, bool]:
    """Return whether a heading is in capitals, and whether a colon ends it."""
    return is_shouted(text), text.rstrip().endswith(":")


def _lines(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield the lines of a row's value; a number in a cell of its own marks an item."""
    if len(cells) > 1 and is_marker(cells[0].text):
        rest = "\n".join(cell.text for cell in cells[1:])
        yield from marked(cells[0].text, rest)
    else:
        yield from (cell.text for cell in cells)
