"""Put the sign of what changed on each symbol and arrow, where it covers least.

A sign stands in a little frame at a corner of its symbol, or on its arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.model.chart import ChartPage, Edge, Symbol, TextBlock
from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass

#: A sign: its type, the side of its frame in mm.
SIGN_PT, SIDE = 8.0, 3.0
#: An arrow's head, and as much of its line, stays free, mm.
HEAD = 4.0
#: Where along a leg of an arrow a sign may stand, as shares.
ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
#: What it costs to cover text, a symbol, or a line of another arrow.
TEXT, FORM, LINE = 10, 5, 1


def signed(page: ChartPage) -> ChartPage:
    """Return a page with the signs of its symbols and arrows in their places.

    Of several boxes of one langkah, the one that its arrows meet has it.
    """
    marks: list[TextBlock] = []
    for symbol in page.symbols:
        if symbol.tanda and not symbol.langkah:
            marks.append(_best(page, marks, _corners(symbol), symbol))
    for edge in page.edges:
        places = tuple(_along(edge)) if edge.tanda else ()
        if places:
            marks.append(_best(page, marks, places, edge))
    return replace(page, marks=tuple(marks))


def _corners(symbol: Symbol) -> tuple[Point, ...]:
    box = symbol.box
    return tuple(Point(x, y) for y in (box.y, box.y1) for x in (box.x, box.x1))


def _along(edge: Edge) -> Iterator[Point]:
    """Yield places on the legs of an arrow, the longest first; none on its head."""
    legs = list(pairwise(edge.points))
    last = legs[-1]
    for a, b in sorted(legs, key=lambda leg: -_length(*leg)):
        free = _length(a, b) - (HEAD if (a, b) == last else 0.0)
        part = free / max(_length(a, b), 1e-6)
        if free > SIDE:
            for share in ALONG:
                way = share * part
                yield Point(a.x + (b.x - a.x) * way, a.y + (b.y - a.y) * way)


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _best(
    page: ChartPage,
    marks: Sequence[TextBlock],
    places: Iterable[Point],
    own: Symbol | Edge,
) -> TextBlock:
    """Return the sign in the first of the places where it covers least."""
    covered = Covered(page, tuple(mark.box for mark in marks), own)
    boxes = [Box(p.x - SIDE / 2, p.y - SIDE / 2, SIDE, SIDE) for p in places]
    box = min(boxes, key=covered.cost)
    return TextBlock(box, (own.tanda,), SIGN_PT, SIDE, align="center", bold=True)


@dataclass(frozen=True, slots=True)
class Covered:
    """What a sign would cover on a page, its own symbol or arrow left out."""

    page: ChartPage
    marks: tuple[Box, ...]
    own: Symbol | Edge

    def cost(self, box: Box) -> int:
        """Return how bad it is to cover what lies in a box."""
        page, own = self.page, self.own
        texts = [e.label.box for e in page.edges if e.label]
        texts += [s.note.box for s in page.symbols if s.note]
        forms = [s.box for s in page.symbols if s is not own]
        ways = [e.points for e in page.edges if e is not own]
        ways += [tie.points for tie in page.ikatan]
        lines = [_stretch(a, b) for way in ways for a, b in pairwise(way)]
        return (
            TEXT * _count(box, (*texts, *self.marks))
            + FORM * _count(box, forms)
            + LINE * _count(box, lines)
        )


def _count(box: Box, others: Iterable[Box]) -> int:
    return sum(
        box.x < o.x1 and o.x < box.x1 and box.y < o.y1 and o.y < box.y1 for o in others
    )


def _stretch(a: Point, b: Point) -> Box:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Box(x, y, abs(a.x - b.x) + 0.01, abs(a.y - b.y) + 0.01)
