"""Write a chart's table into cells, page after page below each other.

Each page has its title and heading, as on paper; those of the last page are repeated
by print titles where somebody adds more rows than the paper holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sopgen.model.chart import Cell, Chart, ChartPage, TextBlock
from sopgen.render.cells import HEAD_FILL, edges_of, flowed, nearest
from sopgen.render.xlsx.board import Area, Board, Letters, Look, Words
from sopgen.render.xlsx.grid import Field, Scale, px
from sopgen.render.xlsx.growth import indented, row_edges, row_heights
from sopgen.render.xlsx.words import TOLERANCE


@dataclass(frozen=True, slots=True)
class Spread:
    """A chart on its sheet: how each page is mapped, and the last page's heading."""

    fields: tuple[Field, ...]
    titles: range


def column_edges(chart: Chart) -> tuple[float, ...]:
    """Return the edges of the chart's columns, mm."""
    cells = chart.pages[0].cells
    return edges_of([v for c in cells for v in (c.box.x, c.box.x1)])


def write_chart(board: Board, chart: Chart, room: float) -> Spread:
    """Write title, heading and rows of all pages, each on its own printed page.

    Room is the height in mm that a page may have.
    """
    xs = Scale(column_edges(chart), board.xs)
    indent = indented(chart, room)
    fields = []
    titles = range(0)
    for number, page in enumerate(chart.pages):
        start = len(board.heights)
        if number:
            board.break_before(start)
        _title(board, page)
        top, ys = len(board.heights), row_edges(page)
        _rows(board, page.frame.y, row_heights(page, room, indent=indent))
        field = Field(xs, Scale(ys, board.ys[top:]))
        for cell in page.cells:
            _cell(board, cell, _area(field, cell, top), indent=indent)
        head = max(c.box.y1 for c in page.cells if c.header)
        titles = range(start, top + nearest(ys, head))
        fields.append(field)
    return Spread(tuple(fields), titles)


def _title(board: Board, page: ChartPage) -> None:
    (row, *_) = board.add(max(px(page.frame.y), 1))
    if page.title:
        look = Look(page.title.align, "top", borders="")
        area = Area(row, 0, row + 1, len(board.widths))
        board.fill(area, _words(page.title), look)


def _rows(board: Board, start: float, heights: Sequence[float]) -> None:
    """Add a page's rows; what is rounded off one is given to the next."""
    for upper, lower in pairwise(accumulate(heights, initial=start)):
        board.add(max(px(lower) - px(upper), 1))


def _area(field: Field, cell: Cell, top: int) -> Area:
    box, xs, ys = cell.box, field.x.mm, field.y.mm
    return Area(
        top + nearest(ys, box.y),
        nearest(xs, box.x),
        top + nearest(ys, box.y1),
        nearest(xs, box.x1),
    )


def _cell(board: Board, cell: Cell, area: Area, *, indent: bool) -> None:
    block = cell.text
    align = block.align if block else "left"
    look = Look(
        align,
        fill=HEAD_FILL if cell.header else "",
        turned=bool(block and block.turned),
        indent=int(indent and align == "left"),
    )
    board.fill(area, _words(block) if block else Words(), look)


def _words(block: TextBlock) -> Words:
    letters = Letters(size_pt=block.size_pt, bold=block.bold)
    return Words(flowed(block, TOLERANCE) if block.lines else (), letters)
