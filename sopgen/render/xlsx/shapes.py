"""Draw a chart's symbols, arrows and labels as native shapes over the cells.

Arrows are connectors glued at both ends, so that they follow a symbol that is moved.
Source: design/native-shapes.md, measured with LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from sopgen.model.chart import ChartPage, Edge, Port, Symbol, TextBlock
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.shape import Shape, Symbols
from sopgen.model.sop import Jenis
from sopgen.render.connector import XY, connect
from sopgen.render.ink import OUTLINE, line_name
from sopgen.render.xlsx.dml import (
    Canvas,
    Form,
    Glue,
    Ink,
    Path,
    Tag,
    Words,
    form_of,
    polyline,
)
from sopgen.render.xlsx.grid import Field, emu

#: Pictures are numbered from 1; shapes from here.
FIRST_ID = 101
#: An arrow's end this near to the middle of a side is in it, mm.
NEAR = 0.05
#: Coordinates that differ less are meant to be the same, mm.
SNAP = 0.01
#: What notes are drawn with: the words alone.
NO_INK = Ink()
ALIGN = {"left": "l", "center": "ctr", "right": "r"}


class Drawer:
    """Draw pages of charts on a sheet's canvas; every shape has its own number."""

    def __init__(self, canvas: Canvas, symbols: Symbols) -> None:
        self.canvas = canvas
        self.symbols = symbols
        self.numbers = count(FIRST_ID)

    def tag(self, name: str, descr: str = "") -> Tag:
        """Return the next number with a name."""
        return Tag(next(self.numbers), name, descr)

    def neutral(self, frame: tuple[int, int, int, int], line: float) -> None:
        """Draw the neutral box where a lambang belongs; its width of line is mm."""
        words = Words(("LAMBANG",), 6.5)
        self.canvas.shape(
            self.tag("Lambang"), Form(frame), Ink("FFFFFF", emu(line)), words
        )

    def draw(self, page: ChartPage, field: Field) -> None:
        """Draw labels, arrows, symbols and notes, the later above the earlier."""
        drawing = PageDrawer(self, page, field)
        for edge in page.edges:
            if edge.label:
                name = f"Label {edge.source}-{edge.target}"
                drawing.words(edge.label.block, name, Ink("FFFFFF"))
        for edge in page.edges:
            drawing.edge(edge)
        for symbol in page.symbols:
            drawing.symbol(symbol)
        for symbol in page.symbols:
            if symbol.note:
                drawing.words(symbol.note, f"Catatan {symbol.id}")


class PageDrawer:
    """Draw one page of a chart where its field lies on the sheet."""

    def __init__(self, drawer: Drawer, page: ChartPage, field: Field) -> None:
        self.drawer, self.canvas, self.field = drawer, drawer.canvas, field
        self.shapes: Mapping[str, Shape] = {
            s.id: drawer.symbols.shapes[s.simbol] for s in page.symbols
        }
        self.boxes = {s.id: s.box for s in page.symbols}
        self.numbers = {s.id: next(drawer.numbers) for s in page.symbols}
        self.more = {
            s.id: tuple(dict.fromkeys(self._asides(s.id, page))) for s in page.symbols
        }

    def _asides(self, name: str, page: ChartPage) -> Iterator[tuple[str, Point]]:
        """Yield the places off the middle of its sides where arrows meet a symbol."""
        for edge in page.edges:
            ends = ((edge.source, 0), (edge.target, -1))
            for (end, k), port in zip(ends, edge.ports, strict=True):
                point = edge.points[k]
                if end == name and not self._central(name, port, point):
                    yield port.side, point

    def _central(self, name: str, port: Port, point: Point) -> bool:
        middle = self.shapes[name].port(port.side, self.boxes[name])
        return abs(middle.x - point.x) < NEAR and abs(middle.y - point.y) < NEAR

    def _glue(self, name: str, port: Port, point: Point) -> Glue:
        shape, more, number = self.shapes[name], self.more[name], self.numbers[name]
        sides = sorted((side for side, _ in shape.ports), key=shape.site)
        if (port.side, point) in more:
            return Glue(number, len(sides) + more.index((port.side, point)))
        own = more or not shape.preset
        return Glue(number, sides.index(port.side) if own else shape.site(port.side))

    def edge(self, edge: Edge) -> None:
        """Draw an arrow; with too many bends it is a plain line."""
        tag = self.drawer.tag(f"Panah {edge.source}-{edge.target}")
        style = self.drawer.symbols.lines[line_name(edge.jenis)]
        dashed = edge.jenis is Jenis.TEMBUSAN
        ink = Ink("", emu(style.width), dashed=dashed, head=True)
        points = self._line(edge.points)
        drawn = connect(points)
        if drawn is None:
            self.canvas.shape(tag, polyline(points), ink)
            return
        ends = (
            self._glue(edge.source, edge.ports[0], edge.points[0]),
            self._glue(edge.target, edge.ports[1], edge.points[-1]),
        )
        wide = connect([(self.canvas.widened(x), y) for x, y in points])
        other = wide.adjust if wide and wide.preset == drawn.preset else ()
        self.canvas.arrow(tag, form_of(drawn, other), ink, ends)

    def _line(self, points: tuple[Point, ...]) -> list[XY]:
        """Return points in EMU, nearly equal coordinates made equal."""
        made: list[XY] = []
        last = points[0]
        for point in points:
            x = last.x if abs(point.x - last.x) < SNAP else point.x
            y = last.y if abs(point.y - last.y) < SNAP else point.y
            last = Point(x, y)
            made.append(self.field.point(last))
        return made

    def symbol(self, symbol: Symbol) -> None:
        """Draw a symbol with its text in it."""
        tag = Tag(
            self.numbers[symbol.id],
            f"{symbol.simbol.capitalize()} {symbol.id}",
            f"sop:{symbol.id}",
        )
        frame = self.field.box(symbol.box)
        shape, more = self.shapes[symbol.id], self.more[symbol.id]
        form = Form(frame, shape.preset)
        if more or not shape.preset:
            form = Form(frame, path=self._outline(symbol, frame))
        words = _words(symbol.text) if symbol.text else None
        self.canvas.shape(tag, form, Ink("FFFFFF", emu(OUTLINE)), words)

    def _outline(self, symbol: Symbol, frame: tuple[int, int, int, int]) -> Path:
        """Return the symbol's outline with a site in each port, and further ones."""
        shape, box = self.shapes[symbol.id], symbol.box
        left, top = frame[:2]

        def inside(point: Point) -> XY:
            x, y = self.field.point(point)
            return x - left, y - top

        room = shape.text_box(box)
        ports = sorted((side for side, _ in shape.ports), key=shape.site)
        sites = [(side, shape.port(side, box)) for side in ports]
        sites += [*self.more[symbol.id]]  # type: ignore[list-item]
        return Path(
            steps=tuple(
                (step.verb, tuple(inside(p) for p in step.points))
                for step in shape.fit(box)
            ),
            sites=tuple((side, inside(point)) for side, point in sites),
            room=(*inside(Point(room.x, room.y)), *inside(Point(room.x1, room.y1))),
        )

    def words(self, block: TextBlock, name: str, ink: Ink = NO_INK) -> None:
        """Draw a text box that is as high as its lines."""
        box = block.box
        height = block.leading * len(block.lines)
        y = box.y if block.top else box.cy - height / 2
        frame = self.field.box(Box(box.x, y, box.w, height))
        self.canvas.shape(self.drawer.tag(name), Form(frame), ink, _words(block))


def _words(block: TextBlock) -> Words:
    pitch = block.leading / (block.size_pt * MM_PER_PT)
    return Words(block.lines, block.size_pt, block.bold, ALIGN[block.align], pitch)
