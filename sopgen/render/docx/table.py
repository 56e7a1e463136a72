"""Write a table of the document: its spans, its borders, its repeated heading."""

from __future__ import annotations

from typing import Protocol

from sopgen.model.document import Block, Cell, Row, Table
from sopgen.model.nilai import dataclass
from sopgen.render.docx import wtable
from sopgen.render.docx.cover import Lines, height_of, line_count, most_lines
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.styles import SEL_KOSONG
from sopgen.render.docx.wml import Line, paragraph, twips
from sopgen.render.markup import Node

#: Width of a table's lines in points, and of what they take from a row's height, mm.
LINE_PT, LINE = 0.5, 0.18
#: An empty cell's paragraph is so high, mm.
EMPTY = 1.0
#: A row higher than this, mm, may go on on the next page.
TALL = 90.0


class Writer(Protocol):
    """What writes the blocks of a cell."""

    def write(self, blocks: tuple[Block, ...], *, keep: bool) -> None:
        """Write blocks."""

    def close(self) -> Node:
        """End the cell with a paragraph."""


class Open(Protocol):
    """What opens a cell of a width in mm for its blocks."""

    def __call__(self, draft: Draft, parent: Node, width: float) -> Writer:
        """Return the writer."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's place in a row of the grid: its column, and whether it begins here."""

    cell: Cell
    column: int
    begins: bool


def write_table(
    draft: Draft, parent: Node, table: Table, open_cell: Open, *, keep: bool
) -> None:
    """Write a table, its last row tied to what follows if it is to ``keep`` to that."""
    across, down = table.padding
    ruled = _ruled(table)
    down = max(down - (LINE / 2 if ruled else 0), 0)
    edges = wtable.edges_of(table.columns)
    rule = LINE_PT if ruled else 0
    grid = wtable.Grid(edges, table.indent, (across, down), rule)
    node = wtable.table(parent, grid)
    cells = Cells(draft, open_cell, edges, across, ruled)
    for number, (row, spots) in enumerate(zip(table.rows, _spots(table), strict=True)):
        last = number == len(table.rows) - 1
        header, whole = number < table.header, not _tall(row, spots, edges)
        made = wtable.row(node, twips(row.least), header=header, whole=whole)
        for spot in spots:
            cells.write(made, spot, keep=row.keep_next or (keep and last))
        node.close()


@dataclass(frozen=True, slots=True)
class Cells:
    """Writes the cells of one table; ``padding`` is the room at their sides, mm."""

    draft: Draft
    open_cell: Open
    edges: tuple[float, ...]
    padding: float
    ruled: bool

    def write(self, row: Node, spot: Spot, *, keep: bool) -> None:
        """Write a cell with its blocks, or what it has of one from above."""
        cell = spot.cell
        left, right = self.edges[spot.column], self.edges[spot.column + cell.span]
        sides = "" if self.ruled else cell.borders
        look = wtable.Look(
            span=cell.span,
            down=_down(spot),
            borders=tuple(Line(side, LINE_PT) for side in sides),
            middle=cell.middle,
        )
        box = wtable.cell(row, twips(right) - twips(left), look)
        if not spot.begins or cell.empty:
            paragraph(box, self.draft.look(SEL_KOSONG, line=EMPTY, keep_next=keep))
            return
        flow = self.open_cell(self.draft, box, right - left - 2 * self.padding)
        flow.write(cell.blocks, keep=keep)
        flow.close()


def _tall(row: Row, spots: list[Spot], edges: tuple[float, ...]) -> bool:
    """Return whether a row will be high, by its cells that are in no other row."""
    own = [s for s in spots if s.begins and s.cell.down == 1]
    if not own:
        return row.least > TALL
    widths = [(s.cell, edges[s.column + s.cell.span] - edges[s.column]) for s in own]
    return any(
        _filled(cell, width, most_lines) > TALL
        and _filled(cell, width, line_count) > TALL
        for cell, width in widths
    )


def _filled(cell: Cell, width: float, lines: Lines) -> float:
    """Return about how high what stands in a cell is."""
    total = 0.0
    for block in cell.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                pairs = zip(row.cells, block.columns, strict=False)
                total += max(_filled(inner, w, lines) for inner, w in pairs)
        else:
            total += height_of(block, width, lines=lines)
    return total


def _ruled(table: Table) -> bool:
    """Return whether every cell has lines on all sides."""
    return all(
        len(cell.borders) == len("tblr") for row in table.rows for cell in row.cells
    )


def _down(spot: Spot) -> str:
    if spot.cell.down <= 1:
        return ""
    return "restart" if spot.begins else "continue"


def _spots(table: Table) -> list[list[Spot]]:
    """Return for each row its cells, and those that reach into it from above."""
    every: list[list[Spot]] = [[] for _ in table.rows]
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            column = _free(every[number], column)
            for below in range(number, min(number + cell.down, len(every))):
                every[below].append(Spot(cell, column, below == number))
            column += cell.span
    return [sorted(spots, key=lambda s: s.column) for spots in every]


def _free(spots: list[Spot], column: int) -> int:
    """Return the first column from here that no cell covers."""
    for spot in sorted(spots, key=lambda s: s.column):
        if spot.column <= column < spot.column + spot.cell.span:
            column = spot.column + spot.cell.span
    return column
