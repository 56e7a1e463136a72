"""Write a chart's table into cells, page after page below each other.

Each page has its title and heading, as on paper; those of the last page are repeated
by print titles where somebody adds more rows than the paper holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from sopgen.model.chart import Cell, Chart, ChartPage, TextBlock
from sopgen.model.nilai import dataclass
from sopgen.render.cells import HEAD_FILL, edges_of, flowed, nearest
from sopgen.render.ink import TABLE_INK
from sopgen.render.xlsx.board import Area, Board
from sopgen.render.xlsx.grid import PX_PER_MM, Field, Scale, px
from sopgen.render.xlsx.growth import (
    fitting_size,
    indented,
    row_edges,
    row_heights,
)
from sopgen.render.xlsx.look import Letters, Look, Words
from sopgen.render.xlsx.words import INDENT, TOLERANCE


@dataclass(frozen=True, slots=True)
class Spread:
    """A chart on its sheet: how each page is mapped, and the last page's heading."""

    fields: tuple[Field, ...]
    titles: range


def column_edges(chart: Chart) -> tuple[float, ...]:
    """Return the edges of the chart's columns, mm."""
    cells = chart.pages[0].cells
    return edges_of([v for c in cells for v in (c.box.x, c.box.x1)])


def write_chart(
    board: Board, chart: Chart, edges: tuple[float, ...], room: float
) -> Spread:
    """Write title, heading and rows of all pages, each on its own printed page.

    ``edges`` are those of the sheet's columns, of which the chart uses some; room is
    the height that a page may have, mm.
    """
    xs = Scale(edges, board.xs)
    indent = indented(chart, room)
    fields = []
    titles = range(0)
    for number, page in enumerate(chart.pages):
        start = len(board.heights)
        if number:
            board.break_before(start)
        _title(board, page)
        ys, heights = row_edges(page), row_heights(page, room, indent=indent)
        rows = _rows(board, page.frame.y, heights)
        field = Field(xs, Scale(ys, tuple(board.ys[row] for row in rows)))
        for cell in page.cells:
            _cell(board, cell, _area(field, cell, rows), indent=indent)
        head = max(c.box.y1 for c in page.cells if c.header)
        titles = range(start, rows[nearest(ys, head)])
        fields.append(field)
    return Spread(tuple(fields), titles)


def _title(board: Board, page: ChartPage) -> None:
    (row, *_) = board.add(max(px(page.frame.y), 1))
    if page.title:
        look = Look(page.title.align, "top", borders="")
        area = Area(row, 0, row + 1, len(board.widths))
        board.fill(area, _words(page.title, page.title.size_pt), look)


def _rows(board: Board, start: float, heights: Sequence[float]) -> tuple[int, ...]:
    """Add a page's rows; return where each begins on the sheet, and their end.

    What is rounded off one is given to the next; a tall one is several of the sheet.
    """
    made = [len(board.heights)]
    for upper, lower in pairwise(accumulate(heights, initial=start)):
        made.append(board.add(max(px(lower) - px(upper), 1)).stop)
    return tuple(made)


def _area(field: Field, cell: Cell, rows: Sequence[int]) -> Area:
    box, xs, ys = cell.box, field.x.mm, field.y.mm
    return Area(
        rows[nearest(ys, box.y)],
        nearest(xs, box.x),
        rows[nearest(ys, box.y1)],
        nearest(xs, box.x1),
    )


def _cell(board: Board, cell: Cell, area: Area, *, indent: bool) -> None:
    block = cell.text
    align = block.align if block else "left"
    look = Look(
        align,
        "top" if block and block.top else "center",
        fill=HEAD_FILL if cell.header else "",
        turned=bool(block and block.turned),
        indent=int(indent and align == "left"),
        ink=TABLE_INK,
    )
    if block is None:
        board.fill(area, Words(), look)
        return
    room = sum(board.heights[area.top : area.bottom]) / PX_PER_MM
    size_pt = fitting_size(cell, INDENT if indent else 0.0, room)
    board.fill(area, _words(block, size_pt), look)


def _words(block: TextBlock, size_pt: float) -> Words:
    letters = Letters(size_pt=size_pt, bold=block.bold)
    return Words(flowed(block, TOLERANCE) if block.lines else (), letters)
