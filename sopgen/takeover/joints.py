"""Lines that are drawn in pieces: pieces whose ends touch become one line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sopgen.model.geometry import Point
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Line
from sopgen.takeover.ends import Outline, near

#: How near two ends are that touch, mm: anywhere, and where no symbol is about.
TOUCH, TOUCH_FREE = 0.7, 2.2
#: An end is free when no symbol is so near, mm; and how near is "about".
FREE, ABOUT = 1.0, 4.0
#: Ends beyond this number are not compared.
MOST_ENDS = 800

#: An end: the number of its line, and whether it is the last point.
Tip = tuple[int, bool]


@dataclass(slots=True)
class _Chain:
    """Pieces joined so far, and the ends that are still open."""

    line: Line
    first: Tip
    last: Tip

    def turned(self) -> _Chain:
        return _Chain(self.line.turned(), self.last, self.first)


def joined(lines: Sequence[Line], known: Sequence[Outline]) -> tuple[Line, ...]:
    """Return lines without joints: each from one symbol, or line, to another."""
    chains = {n: _Chain(one, (n, False), (n, True)) for n, one in enumerate(lines)}
    home = {tip: n for n in chains for tip in ((n, False), (n, True))}
    for a, b in _touching(lines, known):
        first, second = home.get(a, -1), home.get(b, -1)
        if first == second or min(first, second) < 0:
            continue
        one, other = chains[first], chains[second]
        one = one if one.last == a else one.turned()
        other = other if other.first == b else other.turned()
        made = _join(one, other)
        if made is not None:
            del chains[second], home[a], home[b]
            chains[first] = made
            home[made.first] = home[made.last] = first
    return tuple(chain.line for chain in chains.values())


def _join(one: _Chain, other: _Chain) -> _Chain | None:
    """Return two chains as one; nothing if their arrowheads contradict."""
    a, b = one.line, other.line
    if (a.tail and b.head) or (a.head and b.tail):
        return None
    if (a.head and a.tail) or (b.head and b.tail):
        return None
    line = Line(
        (*a.points, *b.points[1:]),
        tail=a.tail or b.tail,
        head=b.head or a.head,
        dashed=a.dashed or b.dashed,
        glue=(a.glue[0], b.glue[1]),
    )
    if line.tail and line.head:
        return None
    return _Chain(line, one.first, other.last)


def _touching(
    lines: Sequence[Line], known: Sequence[Outline]
) -> Iterator[tuple[Tip, Tip]]:
    """Yield ends that touch; those that make an arrow with one head come first."""
    tips = list(_free(lines, known))[:MOST_ENDS]
    pairs = []
    for k, (a, p, lonely) in enumerate(tips):
        for b, q, lonely_too in tips[k + 1 :]:
            alone = lonely and lonely_too
            touch = TOUCH_FREE if alone else TOUCH
            if a[0] == b[0] or abs(p.x - q.x) > touch or abs(p.y - q.y) > touch:
                continue
            if alone or not (_tipped(lines, a) or _tipped(lines, b)):
                pairs.append((a, b, math.dist(p, q)))
    pairs.sort(key=lambda pair: (_heads(lines, pair) != 1, pair[2], pair[:2]))
    yield from ((a, b) for a, b, _ in pairs)


def _tipped(lines: Sequence[Line], tip: Tip) -> bool:
    """Return whether an arrowhead is at an end: it likely means the symbol there."""
    line = lines[tip[0]]
    return line.head if tip[1] else line.tail


def _heads(lines: Sequence[Line], pair: tuple[Tip, Tip, float]) -> int:
    """Return how many arrowheads two pieces have."""
    return sum(lines[t[0]].head + lines[t[0]].tail for t in pair[:2])


def _free(
    lines: Sequence[Line], known: Sequence[Outline]
) -> Iterator[tuple[Tip, Point, bool]]:
    """Yield the ends that no symbol holds, and whether none is about."""
    for number, line in enumerate(lines):
        for last, glue in enumerate(line.glue):
            point = line.points[-last]
            if glue:
                continue
            away = min(
                (o.away(point) for o in known if near(o.figure.box, point, ABOUT)),
                default=ABOUT,
            )
            if away > FREE:
                yield (number, bool(last)), point, away >= ABOUT
