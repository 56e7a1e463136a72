"""Draw a page of a chart as native shapes, and glue its arrows to its symbols.

Arrows are connectors that are fixed at both ends, so that they follow a symbol that
is moved.  Word and Excel each have a pen of their own.
Source: design/native-shapes.md, measured with LibreOffice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, Protocol

from sopgen.model.chart import ChartPage, Edge, Ikatan, Port, Symbol, TextBlock
from sopgen.model.geometry import Box, Point, Side
from sopgen.model.nilai import dataclass
from sopgen.model.shape import LineStyle, Shape, Symbols
from sopgen.model.sop import Jenis
from sopgen.render.chart_words import edge_words, symbol_words, tie_words
from sopgen.render.connector import XY, Connector, connect
from sopgen.render.drawingml import Form, Glue, Ink, Path, Tag, emu
from sopgen.render.escaping import Ready
from sopgen.render.ink import IKATAN, OUTLINE, TABLE_LINE, line_name, weight

#: An arrow's end this near to the middle of a side is in it, mm.
NEAR = 0.05
#: Coordinates that differ less are meant to be the same, mm.
SNAP = 0.01
#: How symbols are drawn, labels (on paper of their own), and notes: the words alone.
SYMBOL, LABEL, NOTE = Ink("FFFFFF", emu(OUTLINE)), Ink("FFFFFF"), Ink()
#: How the signs of what changed are drawn: framed.
MARK = Ink("FFFFFF", emu(TABLE_LINE))


class Aside(NamedTuple):
    """A place off the middle of a symbol's side where an arrow meets it."""

    side: Side
    point: Point


@dataclass(frozen=True, slots=True)
class Arrow:
    """A glued arrow, or a tie: its line in EMU, and the connector that draws it."""

    tag: Tag
    points: tuple[XY, ...]
    drawn: Connector
    ink: Ink
    ends: tuple[Glue, Glue]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A symbol's shape: its place on the page, its form and its ink.

    ``sop`` is the id of the SOP that it leads to.
    """

    tag: Tag
    box: Box
    form: Form
    ink: Ink
    sop: str = ""


class Pen(Protocol):
    """How a format draws: its ids, where a page's places lie in it, its shapes."""

    def id(self) -> int | Ready:
        """Return an id that no shape has yet."""

    def point(self, point: Point) -> XY:
        """Return a place in EMU."""

    def inside(self, box: Box, point: Point) -> XY:
        """Return a place in EMU from a box' corner."""

    def symbol(self, drawn: Drawn, text: TextBlock | None) -> None:
        """Draw a symbol with its text in it."""

    def arrow(self, arrow: Arrow) -> None:
        """Draw an arrow, or a tie, that is glued at both ends."""

    def line(self, tag: Tag, points: tuple[XY, ...], ink: Ink) -> None:
        """Draw a line that is not glued."""

    def words(self, block: TextBlock, name: str, ink: Ink) -> None:
        """Draw a text box that is as high as its lines."""


def draw(page: ChartPage, symbols: Symbols, pen: Pen) -> None:
    """Draw labels, ties, arrows, symbols, notes and signs, later above earlier."""
    drawing = _begin(page, symbols, pen)
    for edge in page.edges:
        if edge.label:
            pen.words(edge.label.block, f"Label {edge.source}-{edge.target}", LABEL)
    drawing.ways()
    for symbol in page.symbols:
        drawing.symbol(symbol)
    for symbol in page.symbols:
        if symbol.note:
            pen.words(symbol.note, f"Catatan {symbol.id}", NOTE)
    for mark in page.marks:
        pen.words(mark, f"Tanda {mark.lines[0]}", MARK)


def _begin(page: ChartPage, symbols: Symbols, pen: Pen) -> Drawing:
    """Return a drawing without ink, every symbol of the page with its id."""
    shapes = {s.id: symbols.shapes[s.simbol] for s in page.symbols}
    return Drawing(
        page=page,
        pen=pen,
        lines=symbols.lines,
        shapes=shapes,
        ids={s.id: pen.id() for s in page.symbols},
        more={
            s.id: tuple(dict.fromkeys(_asides(page, s, shapes[s.id])))
            for s in page.symbols
        },
    )


def _asides(page: ChartPage, symbol: Symbol, shape: Shape) -> Iterator[Aside]:
    """Yield the places off the middle of its sides where arrows meet a symbol."""
    for edge in page.edges:
        ends = ((edge.source, 0), (edge.target, -1))
        for (end, k), port in zip(ends, edge.ports, strict=True):
            point = edge.points[k]
            if end == symbol.id and not _central(shape, symbol.box, port.side, point):
                yield Aside(port.side, point)


def _central(shape: Shape, box: Box, side: Side, point: Point) -> bool:
    middle = shape.port(side, box)
    return abs(middle.x - point.x) < NEAR and abs(middle.y - point.y) < NEAR


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page of a chart: its symbols' shapes and ids, and where arrows meet them."""

    page: ChartPage
    pen: Pen
    lines: Mapping[str, LineStyle]
    shapes: Mapping[str, Shape]
    ids: Mapping[str, int | Ready]
    more: Mapping[str, tuple[Aside, ...]]

    def _glue(self, name: str, port: Port, point: Point) -> Glue:
        shape, more, number = self.shapes[name], self.more[name], self.ids[name]
        sides = sorted((side for side, _ in shape.ports), key=shape.site)
        aside = Aside(port.side, point)
        if aside in more:
            return Glue(number, len(sides) + more.index(aside))
        own = more or not shape.preset
        return Glue(number, sides.index(port.side) if own else shape.site(port.side))

    def ways(self) -> None:
        """Draw all ties and arrows."""
        for ikatan in self.page.ikatan:
            self.tie(ikatan)
        for edge in self.page.edges:
            self.edge(edge)

    def tie(self, ikatan: Ikatan) -> None:
        """Draw the plain line between two boxes of a langkah, glued at both."""
        name = f"Ikatan {ikatan.source}-{ikatan.target}"
        tag = Tag(self.pen.id(), name, tie_words(ikatan))
        width, colour = weight(self.lines[IKATAN].width, ikatan.tanda)
        points = tuple(self.pen.point(p) for p in snapped(ikatan.points))
        drawn = connect(points)
        if drawn is None:
            return
        first, last = ikatan.points[0], ikatan.points[-1]
        ends = (
            self._glue(ikatan.source, Port("right"), first),
            self._glue(ikatan.target, Port("left"), last),
        )
        ink = Ink("", emu(width), colour=colour)
        self.pen.arrow(Arrow(tag, points, drawn, ink, ends))

    def edge(self, edge: Edge) -> None:
        """Draw an arrow; with too many bends it is a plain line."""
        name = f"Panah {edge.source}-{edge.target}"
        tag = Tag(self.pen.id(), name, edge_words(edge))
        width, colour = weight(self.lines[line_name(edge.jenis)].width, edge.tanda)
        dashed = edge.jenis is Jenis.TEMBUSAN
        ink = Ink("", emu(width), dashed=dashed, head=True, colour=colour)
        points = tuple(self.pen.point(p) for p in snapped(edge.points))
        drawn = connect(points)
        if drawn is None:
            self.pen.line(tag, points, ink)
            return
        ends = (
            self._glue(edge.source, edge.ports[0], edge.points[0]),
            self._glue(edge.target, edge.ports[1], edge.points[-1]),
        )
        self.pen.arrow(Arrow(tag, points, drawn, ink, ends))

    def symbol(self, symbol: Symbol) -> None:
        """Draw a symbol: with sites of its own where arrows meet it off its ports."""
        name = f"{symbol.simbol.capitalize()} {symbol.id}"
        tag = Tag(self.ids[symbol.id], name, symbol_words(self.page, symbol))
        shape, more = self.shapes[symbol.id], self.more[symbol.id]
        form = Form(shape.preset)
        if more or not shape.preset:
            form = Form(path=outline(shape, symbol.box, self.pen.inside, more))
        width, colour = weight(OUTLINE, symbol.tanda)
        ink = replace(SYMBOL, line=emu(width), colour=colour)
        self.pen.symbol(Drawn(tag, symbol.box, form, ink, symbol.sop), symbol.text)


def snapped(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield points, nearly equal coordinates made equal."""
    last = points[0]
    for point in points:
        x = last.x if abs(point.x - last.x) < SNAP else point.x
        y = last.y if abs(point.y - last.y) < SNAP else point.y
        last = Point(x, y)
        yield last


def outline(
    shape: Shape,
    box: Box,
    inside: Callable[[Box, Point], XY],
    more: tuple[Aside, ...] = (),
) -> Path:
    """Return a symbol's outline with a site in each port, and more sites."""
    room = shape.text_box(box)
    ports = [(side, shape.port(side, box)) for side, _ in shape.ports]
    ordered = sorted(ports, key=lambda port: shape.site(port[0]))
    corners = Point(room.x, room.y), Point(room.x1, room.y1)
    left, top, right, bottom = (v for c in corners for v in inside(box, c))
    return Path(
        steps=tuple(
            (step.verb, tuple(inside(box, p) for p in step.points))
            for step in (*shape.fit(box), *shape.inside(box))
        ),
        sites=tuple((side, inside(box, p)) for side, p in (*ordered, *more)),
        room=(left, top, right, bottom),
    )
