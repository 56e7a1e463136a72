"""Draw a page of a chart on a PDF page."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.bagian import BagianId
from sopgen.model.chart import ChartPage, Edge, Ikatan, Symbol, TextBlock
from sopgen.model.geometry import Box
from sopgen.model.page import Link
from sopgen.model.shape import Symbols
from sopgen.render.ink import (
    HEAD_GREY,
    IKATAN,
    OUTLINE,
    PAPER,
    TABLE_INK,
    TABLE_LINE,
    line_name,
    pieces,
    weight,
)
from sopgen.render.pdf_pen import Pen


class ChartPainter:
    """Draw a chart's page with its frame's corner at a place on the paper, mm."""

    def __init__(self, pen: Pen, symbols: Symbols, corner: tuple[float, float]) -> None:
        self.pen, self.symbols = pen, symbols
        self.x, self.y = corner

    def paint(self, page: ChartPage) -> None:
        """Draw title, table, labels, ties, arrows, symbols, signs, in this order."""
        self._text(page.title)
        for cell in page.cells:
            box = cell.box.moved(self.x, self.y)
            if cell.header:
                self.pen.shade(box, HEAD_GREY)
            with self.pen.coloured(TABLE_INK):
                self._ruled(box)
            self._text(cell.text)
        for edge in page.edges:
            if edge.label:
                self.pen.shade(edge.label.box.moved(self.x, self.y), PAPER)
                self._text(edge.label.block)
        self._ways(page)
        for symbol in page.symbols:
            self._symbol(symbol)
        for mark in page.marks:
            box = mark.box.moved(self.x, self.y)
            self.pen.shade(box, PAPER)
            self._ruled(box)
            self._text(mark)

    def _ruled(self, box: Box) -> None:
        corners = [(box.x, box.y), (box.x1, box.y), (box.x1, box.y1), (box.x, box.y1)]
        self.pen.line([*corners, corners[0]], TABLE_LINE)

    def _ways(self, page: ChartPage) -> None:
        for ikatan in page.ikatan:
            self._tie(ikatan)
        for edge in page.edges:
            self._edge(edge)

    def _tie(self, ikatan: Ikatan) -> None:
        style = self.symbols.lines[IKATAN]
        width, colour = weight(style.width, ikatan.tanda)
        with self.pen.coloured(colour):
            self.pen.line([(p.x + self.x, p.y + self.y) for p in ikatan.points], width)

    def _edge(self, edge: Edge) -> None:
        style = self.symbols.lines[line_name(edge.jenis)]
        points = [(p.x + self.x, p.y + self.y) for p in edge.points]
        width, colour = weight(style.width, edge.tanda)
        with self.pen.coloured(colour):
            self.pen.arrow(points, replace(style, width=width))

    def _symbol(self, symbol: Symbol) -> None:
        shape = self.symbols.shapes[symbol.simbol]
        box = symbol.box.moved(self.x, self.y)
        width, colour = weight(OUTLINE, symbol.tanda)
        with self.pen.coloured(colour):
            self.pen.path((*shape.fit(box), *shape.inside(box)), width)
        self._text(symbol.text)
        self._text(symbol.note)
        if symbol.sop:
            self.pen.note(Link(box, BagianId("sop", symbol.sop).anchor))

    def _text(self, block: TextBlock | None) -> None:
        if block is None or not block.lines:
            return
        box = block.box.moved(self.x, self.y)
        placed = tuple(pieces(replace(block, box=box)))
        if block.turned:
            for piece in placed:
                self.pen.turned(piece)
        else:
            self.pen.texts(placed)
