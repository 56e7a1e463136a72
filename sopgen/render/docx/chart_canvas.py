"""Draw a chart's symbols, arrows and labels as shapes of one canvas.

Arrows are connectors that are glued at both ends, so that they follow a symbol that
is moved.  Source: design/native-shapes.md, measured with LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.chart import ChartPage, Edge, Port, Symbol, TextBlock
from sopgen.model.document import Run
from sopgen.model.geometry import Box, Point
from sopgen.model.shape import Shape
from sopgen.model.sop import Jenis
from sopgen.render.connector import XY, connect
from sopgen.render.docx import dml
from sopgen.render.docx.chart_words import chart_words, edge_words, symbol_words
from sopgen.render.docx.dml import Form, Glue, Ink, emu
from sopgen.render.docx.figures import SLACK, form_of, frame_of, outline
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.styles import BAGAN_LABEL, BAGAN_SIMBOL, text_style
from sopgen.render.docx.wml import Element, paragraph, text
from sopgen.render.ink import OUTLINE, line_name
from sopgen.typeface import face_name, read_face

#: An arrow's end this near to the middle of a side is in it, mm.
NEAR = 0.05
#: Coordinates that differ less are meant to be the same, mm.
SNAP = 0.01
#: What notes are drawn with: the words alone.
NO_INK = Ink()


def area_of(page: ChartPage) -> Box:
    """Return what the canvas covers: the pelaksana cells of the data rows.

    It is larger only where something stands out of them.
    """
    boxes = [
        Box(page.lanes[0][0], page.rows[0].y0, 0, 0),
        Box(page.lanes[-1][1], page.rows[-1].y1, 0, 0),
        *(symbol.box for symbol in page.symbols),
        *(Box(x, y, 0, 0) for edge in page.edges for x, y in edge.points),
        *(edge.label.box for edge in page.edges if edge.label),
    ]
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(x, y, max(b.x1 for b in boxes) - x, max(b.y1 for b in boxes) - y)


def write_canvas(
    ledger: Ledger, node: Element, judul: str, page: ChartPage, top: float
) -> None:
    """Put the canvas into a paragraph whose top is top mm below the chart's."""
    area = area_of(page)
    tag = ledger.tag(f"Alur {judul}"[:120], chart_words(judul, page))
    frame = frame_of(area)
    anchor = dml.Anchor(tag, (frame.x, emu(area.y - top)), (frame.w, frame.h))
    canvas = dml.canvas(node, anchor)
    Drawer(ledger, canvas, page, area).draw()
    dml.mirror(canvas, anchor, ledger.id())


class Drawer:
    """Draw one page of a chart into a canvas that covers an area of it."""

    def __init__(
        self,
        ledger: Ledger,
        canvas: Element,
        page: ChartPage,
        area: Box,
    ) -> None:
        self.ledger = ledger
        self.canvas = canvas
        self.page = page
        self.area = area
        self.x, self.y = area.x, area.y
        self.ids = {symbol.id: ledger.id() for symbol in page.symbols}
        self.symbols = {symbol.id: symbol for symbol in page.symbols}
        self.more = {
            symbol.id: tuple(dict.fromkeys(self._asides(symbol)))
            for symbol in page.symbols
        }

    def draw(self) -> None:
        """Draw labels, arrows, symbols and notes, the later above the earlier."""
        for edge in self.page.edges:
            if edge.label:
                name = f"Label {edge.source}-{edge.target}"
                self._words(edge.label.block, name, Ink("FFFFFF"))
        for edge in self.page.edges:
            self._edge(edge)
        for symbol in self.page.symbols:
            self._symbol(symbol)
        for symbol in self.page.symbols:
            if symbol.note:
                self._words(symbol.note, f"Catatan {symbol.id}")

    def _shape(self, symbol: Symbol) -> Shape:
        return self.ledger.symbols.shapes[symbol.simbol]

    def _asides(self, symbol: Symbol) -> Iterator[tuple[str, Point]]:
        """Yield the places off the middle of its sides where arrows meet a symbol."""
        for edge in self.page.edges:
            ends = ((edge.source, 0), (edge.target, -1))
            for (name, k), port in zip(ends, edge.ports, strict=True):
                point = edge.points[k]
                if name == symbol.id and not self._central(symbol, port, point):
                    yield port.side, point

    def _central(self, symbol: Symbol, port: Port, point: Point) -> bool:
        middle = self._shape(symbol).port(port.side, symbol.box)
        return abs(middle.x - point.x) < NEAR and abs(middle.y - point.y) < NEAR

    def _glue(self, name: str, port: Port, point: Point) -> Glue:
        symbol = self.symbols[name]
        shape, more = self._shape(symbol), self.more[name]
        number = self.ids[name]
        sides = sorted((side for side, _ in shape.ports), key=shape.site)
        if (port.side, point) in more:
            return Glue(number, len(sides) + more.index((port.side, point)))
        own = more or not shape.preset
        return Glue(number, sides.index(port.side) if own else shape.site(port.side))

    def _edge(self, edge: Edge) -> None:
        tag = self.ledger.tag(f"Panah {edge.source}-{edge.target}", edge_words(edge))
        style = self.ledger.symbols.lines[line_name(edge.jenis)]
        dashed = edge.jenis is Jenis.TEMBUSAN
        ink = Ink("", emu(style.width), dashed=dashed, head=True)
        points = self._line(edge.points)
        drawn = connect(points)
        if drawn is None:
            dml.shape(self.canvas, tag, *dml.polyline(points), ink)
            return
        ends = (
            self._glue(edge.source, edge.ports[0], edge.points[0]),
            self._glue(edge.target, edge.ports[1], edge.points[-1]),
        )
        dml.arrow(self.canvas, tag, drawn, ink, ends)

    def _line(self, points: tuple[Point, ...]) -> list[XY]:
        """Return points in EMU from the canvas' corner, nearly equal ones made so."""
        made: list[XY] = []
        last = points[0]
        for point in points:
            x = last.x if abs(point.x - last.x) < SNAP else point.x
            y = last.y if abs(point.y - last.y) < SNAP else point.y
            last = Point(x, y)
            made.append((emu(x - self.x), emu(y - self.y)))
        return made

    def _symbol(self, symbol: Symbol) -> None:
        name = f"{symbol.simbol.capitalize()} {symbol.id}"
        words = symbol_words(self.page, symbol)
        tag = dml.Tag(self.ids[symbol.id], name, words)
        frame = frame_of(symbol.box.moved(-self.x, -self.y))
        ink = Ink("FFFFFF", emu(OUTLINE))
        node = dml.shape(self.canvas, tag, frame, self._form(symbol), ink)
        if symbol.text:
            self._text(dml.write_in(node), BAGAN_SIMBOL, symbol.text)

    def _form(self, symbol: Symbol) -> Form:
        shape, more = self._shape(symbol), self.more[symbol.id]
        if more:
            return Form(path=outline(shape, symbol.box, more))
        return form_of(shape, symbol.box)

    def _words(self, block: TextBlock, name: str, ink: Ink = NO_INK) -> None:
        """Draw a text box as high as its lines, with room to spare where there is any.

        No box may stand out of the canvas: LibreOffice would shrink the whole.
        """
        height = block.leading * len(block.lines)
        y = block.box.y if block.top else block.box.cy - height / 2
        y = min(max(y, self.area.y), self.area.y1 - height)
        x, width, align = self._spread(block)
        frame = frame_of(Box(x - self.x, y - self.y, width, height))
        tag = self.ledger.tag(name)
        place = dml.words(self.canvas, tag, frame, ink)
        self._text(place, BAGAN_LABEL, replace(block, align=align))

    def _spread(self, block: TextBlock) -> tuple[float, float, str]:
        """Return left edge, width and alignment of a centred text's box."""
        face = read_face(face_name("arial", bold=block.bold))
        width = max(face.width(line, block.size_pt) for line in block.lines)
        x = block.box.cx - width / 2
        room = width + 2 * SLACK
        if x - SLACK < self.area.x:
            return max(x, self.area.x), room, "left"
        if x + width + SLACK > self.area.x1:
            return min(x + width, self.area.x1) - room, room, "right"
        return x - SLACK, room, "center"

    def _text(self, place: Element, nama: str, block: TextBlock) -> None:
        styles = self.ledger.styles
        style = text_style(nama, block)
        node = paragraph(place, styles.look(style))
        text(node, "\n".join(block.lines), styles.letters(style, Run("")))
