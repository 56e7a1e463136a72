"""The groups of pelaksana: what stands between their names and the word Pelaksana.

|        Pelaksana          |        | Desa |  Kecamatan   |
| Desa |    Kecamatan       |   or   | Kaur | Kasi | Camat |
| Kaur | Kasi | Camat       |
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.takeover.board import Board, Cell
from sopgen.takeover.leaves import Leaf
from sopgen.takeover.roles import may_be_pelaksana, role_of
from sopgen.takeover.xmlread import unbroken


def groups_of(board: Board, rows: range, leaves: Sequence[Leaf]) -> tuple[str, ...]:
    """Return the group of each pelaksana column below a heading, nothing for none.

    A heading over all columns is none, unless the word Pelaksana stands over it.
    """
    parents = [_parent(board, rows, leaf, leaves) for leaf in leaves]
    cells = {(cell.row, cell.column) for cell in parents if cell}
    whole = len(cells) == 1 and all(parents)
    single = next((cell for cell in parents if cell), None)
    if whole and single is not None and not _is_named(board, rows, single):
        return ("",) * len(leaves)
    return tuple(unbroken(cell.text) if cell else "" for cell in parents)


def _parent(
    board: Board, rows: range, leaf: Leaf, leaves: Sequence[Leaf]
) -> Cell | None:
    """Return the cell right above the name of a pelaksana, if it names a group."""
    for row in range(leaf.cell.row - 1, rows.start - 1, -1):
        cell = board.cell(row, leaf.left)
        if not cell.text:
            cell = _beside(board, row, leaf, leaves) or cell
        if cell.text and cell.bottom <= leaf.cell.row:
            known = role_of(cell.text) or not any(map(str.isalpha, cell.text))
            return None if known else cell
    return None


def _beside(board: Board, row: int, leaf: Leaf, leaves: Sequence[Leaf]) -> Cell | None:
    """Return the heading left of a blank cell: one that was not merged."""
    names = {(one.cell.row, one.cell.column) for one in leaves}
    left = leaves[0].left
    before = [c for c in board.in_row(row) if left <= c.column < leaf.left]
    last = before[-1] if before else None
    return last if last and (last.row, last.column) not in names else None


def _is_named(board: Board, rows: range, cell: Cell) -> bool:
    """Return whether the word Pelaksana stands over a heading that is no such word."""
    above = (board.cell(row, cell.column) for row in range(rows.start, cell.row))
    named = any(role_of(one.text) == "pelaksana" for one in above)
    return named and not may_be_pelaksana(cell.text)
