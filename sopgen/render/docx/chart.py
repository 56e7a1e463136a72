"""Write a page of a chart: its title, the canvas' paragraph, the table below it."""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.model.chart import Cell, ChartPage, TextBlock
from sopgen.model.document import ChartFigure, Style
from sopgen.model.nilai import dataclass
from sopgen.render.cells import HEAD_FILL, NEAR, edges_of, flowed, nearest
from sopgen.render.docx import wtable
from sopgen.render.docx.chart_canvas import Place, write_canvas
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.styles import (
    BAGAN_ISI,
    BAGAN_JUDUL,
    BAGAN_KEPALA,
    HAIR,
    JARAK,
    SEL_KOSONG,
    letters_of,
    text_style,
)
from sopgen.render.docx.wml import paragraph, said, spoken, twips
from sopgen.render.ink import TABLE_INK
from sopgen.render.markup import Node

#: The height of the paragraph that carries the canvas, mm: 1.5 pt.
ANCHOR = HAIR
#: Lines of the table, in points, all round every cell.
RULE_PT = 0.375
#: What a column may be wider in Word before a line breaks that we hold whole, mm.
TOLERANCE = 0.12
#: Room at the sides of a cell whose text fills it, mm.
HEAD_ROOM = 0.4


def write_chart(
    draft: Draft, body: Node, figure: ChartFigure, base: str = "margin"
) -> None:
    """Write one page of a chart; a paragraph must follow.

    ``base`` is what the place of its canvas is measured from: margin or column.
    """
    page = figure.chart.pages[figure.page]
    top = page.frame.y - ANCHOR
    _title(draft, body, page.title, top)
    node = paragraph(body, draft.look(SEL_KOSONG, keep_next=True))
    if page.symbols and page.rows:
        write_canvas(draft, node, figure.chart.judul, page, Place(top, base))
    _table_of(draft, page).write(body)


def _title(draft: Draft, body: Node, title: TextBlock | None, top: float) -> None:
    if title is None:
        if top > NEAR:
            paragraph(body, draft.look(JARAK, keep_next=True, line=top))
        return
    style = text_style(BAGAN_JUDUL, title)
    after = max(top - title.box.y1, 0)
    look = draft.look(style, keep_next=True, after=after)
    body.inside.append(said(look, _words(style, title)))


def _words(style: Style, block: TextBlock) -> str:
    """Return lines as running text; a word that was broken stays so."""
    runs = flowed(block, TOLERANCE, cut="\n")
    return "".join([spoken(run.text, letters_of(style, run)) for run in runs])


@dataclass(frozen=True, slots=True)
class Covering:
    """A cell over a place of the grid: its columns and rows, and if it begins there."""

    cell: Cell
    span: int
    down: int
    first: bool

    @property
    def merge(self) -> str:
        """Return what Word calls its part of a cell over several rows."""
        if self.down <= 1:
            return ""
        return "restart" if self.first else "continue"


def _table_of(draft: Draft, page: ChartPage) -> ChartTable:
    """Return the table of a page, its edges found from the cells' boxes."""
    xs = edges_of([v for c in page.cells for v in (c.box.x, c.box.x1)])
    ys = edges_of([v for c in page.cells for v in (c.box.y, c.box.y1)])
    at = {(nearest(ys, c.box.y), nearest(xs, c.box.x)): c for c in page.cells}
    return ChartTable(draft, page.cells, xs, ys, at)


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The table of one page: its cells, the edges of columns and rows.

    ``at`` are the cells by the row and column that they begin in.
    """

    draft: Draft
    cells: tuple[Cell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    at: Mapping[tuple[int, int], Cell]

    def write(self, body: Node) -> None:
        """Write the table, its heights exact and its heading repeated."""
        edges = tuple(x - self.xs[0] for x in self.xs)
        grid = wtable.Grid(edges, self.xs[0], rule_pt=RULE_PT, ink=TABLE_INK)
        node = wtable.table(body, grid)
        top = self.ys[0]
        for number in range(len(self.ys) - 1):
            upper, lower = (twips(self.ys[k] - top) for k in (number, number + 1))
            header = self._is_header(number)
            row = wtable.row(node, lower - upper, exact=True, header=header)
            self._row(row, number, grid.widths)

    def _is_header(self, number: int) -> bool:
        middle = (self.ys[number] + self.ys[number + 1]) / 2
        return all(
            c.header for c in self.cells if c.box.y - NEAR < middle < c.box.y1 + NEAR
        )

    def _row(self, row: Node, number: int, widths: list[int]) -> None:
        column = 0
        while column < len(widths):
            covering = self._covering(number, column)
            span = covering.span if covering else 1
            width = sum(widths[column : column + span])
            row.inside.append(self._cell(width, covering))
            column += span

    def _covering(self, number: int, column: int) -> Covering | None:
        """Return the cell over a place of the grid."""
        for row in range(number, -1, -1):
            cell = self.at.get((row, column))
            last = nearest(self.ys, cell.box.y1) if cell else number
            if cell and last > number:
                span = nearest(self.xs, cell.box.x1) - column
                top = nearest(self.ys, cell.box.y)
                return Covering(cell, span, last - top, row == number)
        return None

    def _cell(self, width: int, covering: Covering | None) -> str:
        """Return a cell as XML: there are thousands in a book."""
        cell = covering.cell if covering else None
        block = cell.text if cell else None
        look = wtable.Look(
            span=covering.span if covering else 1,
            down=covering.merge if covering else "",
            fill=HEAD_FILL if cell and cell.header else "",
            middle=not (block and block.top),
            turned=bool(block and block.turned),
        )
        if cell and block and covering and covering.first:
            return wtable.filled(width, look, self._text(cell, block))
        return wtable.filled(width, look, said(self.draft.look(SEL_KOSONG)))

    def _text(self, cell: Cell, block: TextBlock) -> str:
        nama = BAGAN_KEPALA if cell.header else BAGAN_ISI
        style = text_style(nama, block)
        words = _words(style, block)
        left, right = block.box.x - cell.box.x, cell.box.x1 - block.box.x1
        if block.turned:
            return said(self.draft.look(style), words)
        left, right = max(left, HEAD_ROOM), max(right - TOLERANCE, HEAD_ROOM)
        above = block.box.y - cell.box.y if block.top else None
        look = self.draft.look(style, before=above, left=left, right=right)
        return said(look, words)
