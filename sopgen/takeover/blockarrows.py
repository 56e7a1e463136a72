"""Block arrows stand between symbols and touch none: what each of them points at.

The head points at the first symbol before it, the tail away from the first behind it.
Where there is none, the arrow goes round a corner: on in the next block arrow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Figure, Line
from sopgen.takeover.ends import heading

BLOCK = "panah balok; simbol yang ditunjuknya ditebak"
#: How far before an arrow its symbol may stand, and how far beside its axis, mm.
AHEAD, ASIDE = 70.0, 3.0
#: How far the next block arrow may be behind a corner; and a symbol anywhere about, mm.
CORNER, ABOUT = 16.0, 20.0
#: How far an end reaches into its symbol, mm.
INTO = 0.5
#: An end so near a symbol, mm, touches it for sure.
NO_SYMBOL = 3.2


@dataclass(frozen=True, slots=True)
class _Block:
    """A block arrow, or several round corners, with the symbols at both its ends."""

    line: Line
    tail: int = -1
    head: int = -1


def pointed(lines: Sequence[Line], figures: Sequence[Figure]) -> tuple[Line, ...]:
    """Return lines, block arrows as arrows from symbol to symbol."""
    blocks = _cornered([_aimed(line, figures) for line in lines if line.block])
    rest = tuple(line for line in lines if not line.block)
    return (*rest, *(_drawn(_about(one, figures), figures) for one in blocks))


def _aimed(line: Line, figures: Sequence[Figure]) -> _Block:
    """Return a block arrow with the symbols that lie along it."""
    head = _along(line, figures)
    tail = _along(line.turned(), figures)
    return _Block(line, tail if tail != head else -1, head)


def _along(line: Line, figures: Sequence[Figure]) -> int:
    """Return the first symbol behind the last point of a line, -1 if there is none."""
    (x, y), (dx, dy) = line.points[-1], heading(line)
    best, nearest = -1, AHEAD
    for number, figure in enumerate(figures):
        box = figure.box
        along = (box.cx - x) * dx + (box.cy - y) * dy
        aside = abs((box.cx - x) * dy - (box.cy - y) * dx)
        long, wide = _extent(box, dx, dy), _extent(box, dy, dx)
        gap = along - long
        if aside <= wide + ASIDE and along > 0 and gap < nearest:
            best, nearest = number, gap
    return best


def _extent(box: Box, dx: float, dy: float) -> float:
    """Return how far a box reaches from its middle in a direction."""
    return (abs(dx) * box.w + abs(dy) * box.h) / 2


def _cornered(blocks: list[_Block]) -> list[_Block]:
    """Return the block arrows, those that go on round a corner joined."""
    made = list(blocks)
    for one, other in _corners(blocks):
        first = next(b for b in made if b.line.points[-1] == one.line.points[-1])
        second = next(b for b in made if b.line.points[0] == other.line.points[0])
        if first is not second:
            line = replace(first.line, points=(*first.line.points, *second.line.points))
            made[made.index(first)] = _Block(line, first.tail, second.head)
            made.remove(second)
    return made


def _corners(blocks: Sequence[_Block]) -> Iterator[tuple[_Block, _Block]]:
    """Yield the block arrows that one goes on in, the nearest first, each once."""
    pairs = [
        (math.dist(a.line.points[-1], b.line.points[0]), n, k)
        for n, a in enumerate(blocks)
        for k, b in enumerate(blocks)
        if n != k and a.head < 0 and b.tail < 0
    ]
    left: set[int] = set()
    entered: set[int] = set()
    for away, n, k in sorted(pairs):
        if away <= CORNER and n not in left and k not in entered:
            left.add(n)
            entered.add(k)
            yield blocks[n], blocks[k]


def _about(block: _Block, figures: Sequence[Figure]) -> _Block:
    """Return a block arrow; an end without a symbol is given the nearest one."""
    points = block.line.points
    head = block.head if block.head >= 0 else _nearest(points[-1], figures, block.tail)
    tail = block.tail if block.tail >= 0 else _nearest(points[0], figures, head)
    return _Block(block.line, tail, head)


def _nearest(point: Point, figures: Sequence[Figure], other: int) -> int:
    best, nearest = -1, ABOUT
    for number, figure in enumerate(figures):
        away = math.dist(point, _inside(figure.box, point))
        if number != other and away < nearest:
            best, nearest = number, away
    return best


def _drawn(block: _Block, figures: Sequence[Figure]) -> Line:
    """Return a line that reaches the symbols of a block arrow."""
    points = block.line.points
    if block.tail >= 0:
        points = (_inside(figures[block.tail].box, points[0]), *points)
    if block.head >= 0:
        points = (*points, _inside(figures[block.head].box, points[-1]))
    gaps = [math.dist(a, b) for a, b in (points[:2], points[-2:])]
    near = len(block.line.points) == 2 and max(gaps) < NO_SYMBOL
    return replace(block.line, points=points, doubt="" if near else BLOCK)


def _inside(box: Box, point: Point) -> Point:
    """Return the point of a box that is nearest to a point, a little within it."""
    x = min(max(point.x, box.x + INTO), box.x1 - INTO)
    y = min(max(point.y, box.y + INTO), box.y1 - INTO)
    return Point(x, y)
