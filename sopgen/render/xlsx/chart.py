"""Write a chart's table into cells, page after page below each other.

The heading stands once, over the first page; print titles repeat it on the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopgen.model.chart import Cell, Chart, ChartPage, TextBlock
from sopgen.render.ink import HEAD_GREY
from sopgen.render.xlsx.board import Area, Board, Letters, Look, Words
from sopgen.render.xlsx.grid import Field, Scale, edges_of, nearest, px
from sopgen.render.xlsx.words import flowed

HEAD_FILL = f"{round(HEAD_GREY * 255):02X}" * 3


@dataclass(frozen=True, slots=True)
class Spread:
    """A chart on its sheet: how each page is mapped, and the rows of its heading."""

    fields: tuple[Field, ...]
    titles: range


def column_edges(chart: Chart) -> tuple[float, ...]:
    """Return the edges of the chart's columns, mm."""
    cells = chart.pages[0].cells
    return edges_of([v for c in cells for v in (c.box.x, c.box.x1)])


def write_chart(board: Board, chart: Chart) -> Spread:
    """Write title, heading and rows of all pages, each on its own printed page."""
    xs = Scale(column_edges(chart), board.xs)
    start = len(board.heights)
    fields = []
    heading = start
    for number, page in enumerate(chart.pages):
        first = number == 0
        if first:
            _title(board, page)
        cells = tuple(c for c in page.cells if first or not c.header)
        ys = edges_of([v for c in cells for v in (c.box.y, c.box.y1)])
        top = len(board.heights)
        if not first:
            board.break_before(top)
        _rows(board, ys)
        field = Field(xs, Scale(ys, board.ys[top:]))
        for cell in cells:
            _cell(board, cell, _area(field, cell, top))
        if first:
            head = max(c.box.y1 for c in cells if c.header)
            heading = top + nearest(ys, head)
        fields.append(field)
    return Spread(tuple(fields), range(start, heading))


def _title(board: Board, page: ChartPage) -> None:
    (row, *_) = board.add(max(px(page.frame.y), 1))
    if page.title:
        look = Look(page.title.align, "top", borders="")
        area = Area(row, 0, row + 1, len(board.widths))
        board.fill(area, _words(page.title), look)


def _rows(board: Board, ys: tuple[float, ...]) -> None:
    """Add a page's rows; what is rounded off one is given to the next."""
    top = px(ys[0])
    for y in ys[1:]:
        board.add(max(px(y) - top, 1))
        top = px(y)


def _area(field: Field, cell: Cell, top: int) -> Area:
    box, xs, ys = cell.box, field.x.mm, field.y.mm
    return Area(
        top + nearest(ys, box.y),
        nearest(xs, box.x),
        top + nearest(ys, box.y1),
        nearest(xs, box.x1),
    )


def _cell(board: Board, cell: Cell, area: Area) -> None:
    block = cell.text
    look = Look(
        align=block.align if block else "left",
        fill=HEAD_FILL if cell.header else "",
        turned=bool(block and block.turned),
    )
    board.fill(area, _words(block) if block else Words(), look)


def _words(block: TextBlock) -> Words:
    letters = Letters(size_pt=block.size_pt, bold=block.bold)
    return Words(flowed(block) if block.lines else "", letters)
