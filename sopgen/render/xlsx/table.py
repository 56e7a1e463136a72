"""Plan a table of blocks on a sheet: how its rows divide, how high they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from sopgen.model.document import Align, Block, Cell, Emblem, Paragraph, Space, Table
from sopgen.render.xlsx.board import Area, Board, Look, Words
from sopgen.render.xlsx.grid import px
from sopgen.render.xlsx.words import INDENT, Type, paragraphs

#: White space of at least so many mm is a cell of its own: room for ink.
INK = 5.0
#: A table with so much white at the sides of its cells has its text indented, mm.
DEEP = 1.5


@dataclass(frozen=True, slots=True)
class Emplaced:
    """Where a table's pictures came to stand, and its heading rows."""

    emblems: tuple[tuple[Area, Emblem], ...]
    header: range


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row and column of the table, divided into parts."""

    cell: Cell
    row: int
    column: int
    parts: tuple[tuple[Block, ...], ...]

    @property
    def rows(self) -> range:
        """Return the table's rows that it stands in."""
        return range(self.row, self.row + self.cell.down)


def _parts(cell: Cell, letters: Type) -> tuple[tuple[Block, ...], ...]:
    """Return what of a cell gets rows of its own: ink, lists, text of one look each."""
    if cell.down > 1:
        return (cell.blocks,)
    made: list[tuple[Block, ...]] = []
    for block in cell.blocks:
        before = made[-1][-1] if made else None
        if _alike(before, block, letters):
            made[-1] = (*made[-1], block)
        else:
            made.append((block,))
    return tuple(made) or ((),)


def _alike(before: Block | None, block: Block, letters: Type) -> bool:
    """Return whether a block belongs to the cell of the one before it."""
    if isinstance(block, Space) and before is not None:
        return block.height < INK
    if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
        return isinstance(before, Space) and before.height < INK
    return letters.look(before) == letters.look(block)


def _align(blocks: tuple[Block, ...]) -> Align:
    return next((p.style.align for p in paragraphs(blocks)), "left")


@dataclass(frozen=True)
class TablePlan:
    """A table, the numbers of the sheet's edges that bound its columns, its type.

    ``edges`` are those of the sheet in mm.
    """

    table: Table
    columns: tuple[int, ...]
    edges: tuple[float, ...]
    letters: Type

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Return the cells at their places."""
        made: list[Placed] = []
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(self.table.rows):
            column = 0
            for cell in row.cells:
                while (number, column) in taken:
                    column += 1
                made.append(Placed(cell, number, column, _parts(cell, self.letters)))
                taken |= {
                    (r, column + across)
                    for r in made[-1].rows
                    for across in range(cell.span)
                }
                column += cell.span
        return tuple(made)

    @cached_property
    def heights(self) -> tuple[tuple[float, ...], ...]:
        """Return for each row the heights of its parts, mm."""
        made = [[0.0] for _ in self.table.rows]
        for p in self.placed:
            if len(p.parts) > 1:
                row = made[p.row]
                row += [0.0] * (len(p.parts) - len(row))
                for k, part in enumerate(p.parts):
                    edge = k in (0, len(p.parts) - 1)
                    row[k] = max(row[k], self._part(p, part, edge=edge))
        for p in sorted(self.placed, key=lambda p: p.cell.down):
            need = self._whole(p) if len(p.parts) == 1 else 0.0
            need = max(need, self.table.rows[p.row].least)
            lack = need - sum(sum(made[r]) for r in p.rows)
            made[p.rows[-1]][-1] += max(lack, 0.0)
        return tuple(tuple(row) for row in made)

    @property
    def height(self) -> float:
        """Return the height of the table in mm."""
        return sum(map(sum, self.heights))

    def _width(self, p: Placed) -> float:
        """Return the width in mm that its text has."""
        first, last = self.columns[p.column], self.columns[p.column + p.cell.span]
        indent = INDENT if self._deep else 0.0
        return self.edges[last] - self.edges[first] - indent

    @property
    def _deep(self) -> bool:
        return self.table.padding[0] >= DEEP

    def _whole(self, p: Placed) -> float:
        own = sum(
            b.height for b in p.cell.blocks if isinstance(b, Space | Emblem)
        ) + self.letters.height(p.cell.blocks, self._width(p))
        return own + 2 * self.table.padding[1]

    def _part(self, p: Placed, part: tuple[Block, ...], *, edge: bool) -> float:
        """Return the height of a part; those at the edge keep the padding."""
        padding = self.table.padding[1] if edge else 0.0
        if isinstance(part[0], Table):
            ends = self.columns[p.column], self.columns[p.column + p.cell.span]
            halves = pairwise(self.edges[k] for k in self._halved(*ends))
            return padding + max(
                self.letters.height(cell.blocks, end - start - INDENT)
                for cell, (start, end) in zip(
                    part[0].rows[0].cells, halves, strict=True
                )
            )
        spaces = sum(b.height for b in part if isinstance(b, Space))
        return padding + spaces + self.letters.height(part, self._width(p))

    def write(self, board: Board) -> Emplaced:
        """Write the table below what the board holds."""
        rows = [[board.add(max(px(h), 1)) for h in row] for row in self.heights]
        emblems: list[tuple[Area, Emblem]] = []
        for p in self.placed:
            left, right = (
                self.columns[p.column],
                self.columns[p.column + p.cell.span],
            )
            if len(p.parts) > 1:
                self._write_parts(board, p, rows[p.row], (left, right))
                continue
            parts = [part for r in p.rows for part in rows[r]]
            area = Area(parts[0].start, left, parts[-1].stop, right)
            if p.cell.blocks and isinstance(p.cell.blocks[0], Emblem):
                emblems.append(self._emblem(board, p, area))
                continue
            self._fill(board, area, p.cell.blocks, self._look(p))
        last = rows[self.table.header - 1][-1].stop if self.table.header else 0
        return Emplaced(tuple(emblems), range(rows[0][0].start, last))

    def _look(self, p: Placed) -> Look:
        return self._aligned(
            p.cell.blocks, "center" if p.cell.middle else "top", p.cell.borders
        )

    def _aligned(self, blocks: tuple[Block, ...], valign: str, borders: str) -> Look:
        align = _align(blocks)
        deep = align == "left" and self._deep
        return Look(align, valign, borders, indent=int(deep))

    def _fill(
        self, board: Board, area: Area, blocks: tuple[Block, ...], look: Look
    ) -> None:
        board.fill(area, self.letters.words(blocks), look)

    def _emblem(self, board: Board, p: Placed, area: Area) -> tuple[Area, Emblem]:
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
        board.fill(upper, Words(), Look(borders=_without(p.cell.borders, "b")))
        look = Look(_align(p.cell.blocks), "top", _without(p.cell.borders, "t"))
        self._fill(board, lower, p.cell.blocks, look)
        return upper, emblem

    def _write_parts(
        self, board: Board, p: Placed, rows: list[range], across: tuple[int, int]
    ) -> None:
        for k, part in enumerate(p.parts):
            stop = rows[-1].stop if k == len(p.parts) - 1 else rows[k].stop
            area = Area(rows[k].start, across[0], stop, across[1])
            borders = p.cell.borders
            borders = borders if k == 0 else _without(borders, "t")
            last = k == len(p.parts) - 1
            borders = borders if last else _without(borders, "b")
            if isinstance(part[0], Table):
                self._halves(board, area, part[0], borders)
                continue
            look = self._aligned(part, "top" if last else "center", borders)
            self._fill(board, area, part, look)

    def _halved(self, left: int, right: int) -> tuple[int, int, int]:
        """Return the edges of two columns, as equal as the sheet's columns allow."""
        middle = (self.edges[left] + self.edges[right]) / 2
        inner = range(left + 1, right) or range(right, right + 1)
        return left, min(inner, key=lambda k: abs(self.edges[k] - middle)), right

    def _halves(self, board: Board, area: Area, part: Table, borders: str) -> None:
        """Write a list in two columns."""
        _, cut, _ = self._halved(area.left, area.right)
        first, second = part.rows[0].cells
        look = Look("left", "top", _without(borders, "r"), indent=1)
        self._fill(board, area._replace(right=cut), first.blocks, look)
        look = Look("left", "top", _without(borders, "l"), indent=1)
        self._fill(board, area._replace(left=cut), second.blocks, look)


def _without(borders: str, side: str) -> str:
    return borders.replace(side, "")
