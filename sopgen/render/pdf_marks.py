"""Mark what is drawn on a PDF page: content of an element, or an artifact.

Content of one element between other content has a number on its page, from 0 on; what a
page shows outside of elements is an artifact.  A mark never stands within a text or
another mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopgen.model.geometry import Box, Point
from sopgen.model.page import (
    Anchor,
    ChartDrawing,
    Curve,
    Item,
    Link,
    Picture,
    QrCode,
    Stroke,
    SymbolDrawing,
)
from sopgen.model.shape import Symbols
from sopgen.model.struktur import HOLDERS, Element, End, Role
from sopgen.render.pdf_pen import Pen

#: What leaves no ink.
UNSEEN = (Anchor, Link)


class Marks:
    """The elements that are open while a page is drawn."""

    def __init__(self, pen: Pen, symbols: Symbols) -> None:
        self.pen, self.symbols = pen, symbols
        self.open: list[Element] = []
        self.artifacts = 0
        self.marked = False

    def step(self, item: Element | End) -> None:
        """Open or close an element."""
        self.end()
        one = item if isinstance(item, Element) else self.open.pop()
        by = 1 if isinstance(item, Element) else -1
        if by > 0:
            self.open.append(one)
        self.artifacts += by * (one.role is Role.ARTIFACT)
        self.pen.tell(item)

    def begin(self, items: Sequence[Item]) -> None:
        """Mark items that are drawn next."""
        unseen = isinstance(items[0], UNSEEN)
        if self.marked or (unseen and all(isinstance(item, UNSEEN) for item in items)):
            return
        self.marked = True
        top = self.open[-1] if self.open and not self.artifacts else None
        if top is None or top.role in HOLDERS:
            self.pen.begin_artifact()
        elif top.role is Role.FIGURE:
            self.pen.begin(top.role, *self._seen(items, top.alt))
        else:
            self.pen.begin(top.role)

    def end(self) -> None:
        """End what is marked."""
        if self.marked:
            self.pen.end()
        self.marked = False

    def _seen(self, items: Iterable[Item], alt: str) -> tuple[str, Box]:
        """Return what a figure shows, and where."""
        box = around(items)
        words = (self._words(item) for item in items)
        return alt or next(filter(None, words), ""), box

    def _words(self, item: Item) -> str:
        match item:
            case ChartDrawing(page=page):
                return page.uraian
            case SymbolDrawing(simbol=simbol):
                known = self.symbols.shapes.get(simbol) or self.symbols.lines[simbol]
                return known.arti
            case _:
                return ""


def around(items: Iterable[Item]) -> Box:
    """Return the box round what items draw, text left out; it is in frames."""
    points = [point for item in items for point in _corners(item)]
    xs, ys = [p.x for p in points] or [0.0], [p.y for p in points] or [0.0]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _corners(item: Item) -> tuple[Point, ...]:
    match item:
        case Picture(box=box) | SymbolDrawing(box=box) | QrCode(box=box):
            return Point(box.x, box.y), Point(box.x1, box.y1)
        case ChartDrawing(page=page, x=x, y=y):
            return Point(x, y), Point(x + page.frame.x1, y + page.frame.y1)
        case Stroke(start=start, end=end):
            return start, end
        case Curve(points=points):
            return points
        case _:
            return ()
