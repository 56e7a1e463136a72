"""Plan a table of blocks on a sheet: how its rows divide, how high they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from sopgen.model.document import Cell, Emblem, Table
from sopgen.model.kotak import SignBox
from sopgen.model.nilai import dataclass
from sopgen.render.cells import NEAR, edges_of, nearest
from sopgen.render.xlsx.board import Area, Board
from sopgen.render.xlsx.grid import px
from sopgen.render.xlsx.look import Look, Words
from sopgen.render.xlsx.pieces import ROOMY, Divider, Piece
from sopgen.render.xlsx.words import INDENT, Type, paragraphs

#: A table with so much white at the sides of its cells has its text indented, mm.
DEEP = 1.5


class Hung(NamedTuple):
    """A picture or box, and the cells that it is to hang over."""

    area: Area
    hung: Emblem | SignBox


@dataclass(frozen=True, slots=True)
class Emplaced:
    """Where a table's pictures came to stand, its heading rows, and its texts' rows."""

    emblems: tuple[Hung, ...]
    header: range
    kept: tuple[range, ...]


class Spread(NamedTuple):
    """A row of a table: the places ``at`` which it is divided, mm from its top.

    The rows ``on`` the sheet are where each begins, and where the last ends.
    """

    at: tuple[float, ...]
    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row of the table, between two edges of the sheet, and its pieces.

    One over several rows has no pieces.
    """

    cell: Cell
    row: int
    across: tuple[int, int]
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> range:
        """Return the table's rows that it stands in."""
        return range(self.row, self.row + self.cell.down)


@dataclass(frozen=True)
class TablePlan:
    """A table, the numbers of the sheet's edges that bound its columns, its type.

    ``edges`` are those of the sheet in mm; some are not its ``own`` but for lists.
    """

    table: Table
    columns: tuple[int, ...]
    edges: tuple[float, ...]
    own: tuple[float, ...]
    letters: Type

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Return the cells at their places."""
        made: list[Placed] = []
        taken: set[tuple[int, int]] = set()
        white = self.table.padding[1]
        divider = Divider(self.letters, self.edges, self.own, white, self._deep)
        for number, row in enumerate(self.table.rows):
            column = 0
            for cell in row.cells:
                while (number, column) in taken:
                    column += 1
                across = self.columns[column], self.columns[column + cell.span]
                pieces = divider.pieces(cell, across) if cell.down == 1 else ()
                made.append(Placed(cell, number, across, pieces))
                taken |= {
                    (r, column + k) for r in made[-1].rows for k in range(cell.span)
                }
                column += cell.span
        return tuple(made)

    @cached_property
    def by_row(self) -> tuple[tuple[Placed, ...], ...]:
        """Return the cells that begin in each row."""
        made: list[list[Placed]] = [[] for _ in self.table.rows]
        for one in self.placed:
            made[one.row].append(one)
        return tuple(map(tuple, made))

    def bounds(self, share: float) -> tuple[tuple[float, ...], ...]:
        """Return where each row of the table is divided, and its end, mm from its top.

        A cell over several rows stretches the last of them.  The rows of a table that
        fills its page need be no higher than a ``share`` of what was planned.
        """
        part = share if self.table.fill else 1.0
        made = [self._bounds(n, part) for n in range(len(self.table.rows))]
        for p in self.placed:
            if p.cell.down > 1:
                lack = self._whole(p) - sum(made[r][-1] for r in p.rows)
                made[p.rows[-1]][-1] += max(lack, 0.0)
        return tuple(tuple(row) for row in made)

    def _bounds(self, number: int, part: float) -> list[float]:
        pieces = [piece for p in self.by_row[number] for piece in p.pieces]
        least = self.table.rows[number].least * part
        end = max(least, *(piece.bottom for piece in pieces), 0.0)
        places = edges_of((0.0, *(piece.top for piece in pieces)))
        return [*(place for place in places if place < end - NEAR), end]

    def height(self, share: float) -> float:
        """Return the height of the table in mm, its rows as in ``bounds``."""
        return sum(row[-1] for row in self.bounds(share))

    @property
    def _deep(self) -> bool:
        return self.table.padding[0] >= DEEP

    def _whole(self, p: Placed) -> float:
        """Return the height that a cell over several rows needs, mm."""
        left, right = (self.edges[k] for k in p.across)
        width = right - left - (INDENT if self._deep else 0.0)
        white = sum(b.height for b in p.cell.blocks if isinstance(b, ROOMY))
        text = self.letters.height(p.cell.blocks, width)
        return white + text + 2 * self.table.padding[1]

    def write(self, board: Board, share: float) -> Emplaced:
        """Write the table below what the board holds, its rows as in ``bounds``."""
        rows = tuple(_spread(board, self.bounds(share)))
        emblems: list[Hung] = []
        kept: list[range] = []
        for p in self.placed:
            if p.pieces:
                for piece in p.pieces:
                    kept.append(_piece(board, p, piece, rows[p.row]))
                emblems += _boxes(p, rows[p.row])
                continue
            top, bottom = rows[p.row].on[0], rows[p.rows[-1]].on[-1]
            area = Area(top, p.across[0], bottom, p.across[1])
            kept.append(range(area.top, area.bottom))
            if p.cell.blocks and isinstance(p.cell.blocks[0], Emblem):
                emblems.append(self._emblem(board, p, area))
            else:
                self._fill(board, area, p.cell)
        kept += self._tied(rows)
        last = rows[self.table.header - 1].on[-1] if self.table.header else 0
        return Emplaced(tuple(emblems), range(rows[0].on[0], last), tuple(kept))

    def _tied(self, rows: tuple[Spread, ...]) -> Iterator[range]:
        """Yield the last row of the sheet of each that is tied, and the one below."""
        for row, below in zip(self.table.rows, rows[1:], strict=False):
            if row.keep_next:
                yield range(below.on[0] - 1, below.on[0] + 1)

    def _fill(self, board: Board, area: Area, cell: Cell) -> None:
        align = next((p.style.align for p in paragraphs(cell.blocks)), "left")
        look = Look(
            align,
            "center" if cell.middle else "top",
            cell.borders,
            indent=int(align == "left" and self._deep),
        )
        board.fill(area, self.letters.words(cell.blocks), look)

    def _emblem(self, board: Board, p: Placed, area: Area) -> Hung:
        """Write a cell with a picture over its text, which has rows of its own.

        Both together stand in the middle, as nearly as the rows allow.
        """
        emblem = p.cell.blocks[0]
        assert isinstance(emblem, Emblem)
        need = px(emblem.height + self.table.padding[1])
        edges = list(accumulate(board.heights[area.top : area.bottom]))[:-1]
        spare = sum(board.heights[area.top : area.bottom]) - px(self._whole(p))
        wanted = need + max(spare, 0) // 2
        fitting = [edge for edge in edges if edge >= need] or edges[-1:]
        chosen = min(fitting, key=lambda edge: abs(edge - wanted))
        row = area.top + 1 + edges.index(chosen)
        upper, lower = area._replace(bottom=row), area._replace(top=row)
        board.fill(upper, Words(), Look(borders=p.cell.borders.replace("b", "")))
        below = replace(p.cell, middle=False, borders=p.cell.borders.replace("t", ""))
        self._fill(board, lower, below)
        return Hung(upper, emblem)


def _boxes(p: Placed, row: Spread) -> Iterator[Hung]:
    """Yield the box of a cell that is for an electronic signature."""
    area = Area(row.on[0], p.across[0], row.on[-1], p.across[1])
    yield from (Hung(area, b) for b in p.cell.blocks if isinstance(b, SignBox))


def _spread(board: Board, bounds: tuple[tuple[float, ...], ...]) -> Iterator[Spread]:
    """Add the rows of a table that are divided so; yield where each came to stand."""
    start = 0.0
    for row in bounds:
        made = [len(board.heights)]
        for upper, lower in pairwise(start + place for place in row):
            made.append(board.add(max(px(lower) - px(upper), 1)).stop)
        yield Spread(row, tuple(made))
        start += row[-1]


def _piece(board: Board, p: Placed, piece: Piece, row: Spread) -> range:
    """Write a piece; return the rows of the sheet that its text stands in."""
    end = len(row.on) - 1
    top, natural = (nearest(row.at, y) for y in (piece.top, piece.bottom))
    natural = min(max(natural, top + 1), end)
    bottom = end if piece.last else natural
    sides = (
        ("t", piece.top == 0),
        ("b", piece.last),
        ("l", piece.across[0] == p.across[0]),
        ("r", piece.across[1] == p.across[1]),
    )
    borders = "".join(s for s, own in sides if own and s in p.cell.borders)
    area = Area(row.on[top], piece.across[0], row.on[bottom], piece.across[1])
    board.fill(area, piece.words, replace(piece.look, borders=borders))
    return range(row.on[top], row.on[natural])
