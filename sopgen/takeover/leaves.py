"""The columns of a table with a heading of several rows: each with what is over it."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column: the lowest cell of its heading, and the one in the top row over it.

    ``left`` and ``right`` are the columns of the board from and up to.
    """

    cell: Cell
    head: Cell
    left: int
    right: int

    @property
    def grouped(self) -> bool:
        """Return whether the heading over it is another cell than its own."""
        return self.cell != self.head

    @property
    def below_head(self) -> bool:
        """Return whether that heading reaches over it, as merged cells do."""
        return self.grouped and self.head.column <= self.left < self.head.right


def leaves_of(board: Board, rows: range) -> tuple[Leaf, ...]:
    """Return the columns below the headings in some rows, from the left."""
    cells = [cell for row in rows for cell in board.in_row(row)]
    column = min((cell.column for cell in cells), default=0)
    end = max((cell.right for cell in cells), default=0)
    made: list[Leaf] = []
    while column < end:
        leaf = _leaf(board, rows, column)
        if leaf is not None:
            made.append(leaf)
        column = leaf.right if leaf else column + 1
    return tuple(_widened(made))


def _leaf(board: Board, rows: range, column: int) -> Leaf | None:
    """Return the column of a table that begins in one of the board."""
    lowest = _lowest(board, rows, column)
    if lowest is None:
        return None
    head = _head(board, rows, column) or lowest
    right = column + 1
    while right < lowest.right and _lowest(board, rows, right) == lowest:
        right += 1
    if lowest == head and _names_others(board, rows, head):
        return Leaf(Cell(rows[-1], column, ""), head, column, column + 1)
    return Leaf(lowest, head, column, right)


def _lowest(board: Board, rows: range, column: int) -> Cell | None:
    """Return the lowest cell with text over a column."""
    cells = (board.cell(row, column) for row in reversed(rows))
    return next((cell for cell in cells if cell.text), None)


def _head(board: Board, rows: range, column: int) -> Cell | None:
    """Return the cell of the top row over a column, else the nearest to its left.

    A heading that was not merged stands only over the first of its columns.
    """
    own = board.cell(rows.start, column)
    if own.text:
        return own
    before = [cell for cell in board.in_row(rows.start) if cell.column < column]
    return before[-1] if before else None


def _names_others(board: Board, rows: range, head: Cell) -> bool:
    """Return whether names stand below some columns of a heading."""
    below = range(head.bottom, rows.stop)
    return any(
        head.column <= cell.column < head.right
        for row in below
        for cell in board.in_row(row)
    )


def _widened(leaves: list[Leaf]) -> Iterator[Leaf]:
    """Yield the columns, each up to the next: those without a heading belong to it."""
    for number, leaf in enumerate(leaves):
        last = number + 1 == len(leaves)
        right = leaf.right if last else max(leaves[number + 1].left, leaf.right)
        yield Leaf(leaf.cell, leaf.head, leaf.left, right)
