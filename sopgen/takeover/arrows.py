"""Lines between symbols → arrows: from which symbol to which, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Drawing, Line
from sopgen.takeover.ends import (
    CLEAR,
    End,
    Outline,
    end_of,
    near,
    numbered,
    outlines,
    snapped,
    to_path,
)
from sopgen.takeover.findings import mm
from sopgen.takeover.joints import joined
from sopgen.takeover.turning import bounds

#: How near, mm, an end lies to a line that it runs into; and how far symbols are then.
ON_LINE, NO_SYMBOL = 1.5, 3.2
#: An end this near to a symbol, mm, was put there.
TOUCHING = 0.6
NO_HEAD = "garis tanpa mata panah; arahnya ditebak"
TWO_HEADS = "panah bermata dua; dibaca sebagai dua panah"
MERGED = "panah bertemu garis lain; ujungnya ditebak"
#: An end that runs into a line that runs into a line …: no further than this.
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two figures, by number; ``path`` is as it was meant.

    One that is ``firm`` was glued to both, or its ends lie on them.
    """

    source: int
    target: int
    path: tuple[Point, ...]
    dashed: bool = False
    doubt: str = ""
    label: str = ""
    label_doubt: str = ""
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that leads nowhere, and why."""

    why: str
    at: Point


@dataclass(frozen=True, slots=True)
class _Known:
    """All lines with what is at their ends: the first point's, the last point's.

    ``onto`` is the other line that an end without a symbol runs into, -1 if none.
    """

    outlines: tuple[Outline, ...]
    lines: tuple[Line, ...]
    ends: tuple[tuple[End | None, End | None], ...]
    onto: tuple[tuple[int, int], ...]


def read_arrows(drawing: Drawing) -> tuple[tuple[Arrow, ...], tuple[Stray, ...]]:
    """Return the arrows of a drawing, and the lines that are none."""
    known = outlines(drawing.figures)
    ids = numbered(drawing.figures)
    lines = joined(drawing.lines, known)
    ends = tuple(_ends(line, known, ids) for line in lines)
    whole = _Known(known, lines, ends, tuple(_onto(lines, ends)))
    arrows: list[Arrow] = []
    strays: list[Stray] = []
    for number in range(len(lines)):
        made = _arrows(whole, number)
        if isinstance(made, Stray):
            strays.append(made)
        else:
            arrows += made
    return tuple(_distinct(arrows)), tuple(strays)


def _onto(
    lines: Sequence[Line], ends: Sequence[tuple[End | None, End | None]]
) -> Iterator[tuple[int, int]]:
    """Yield the lines that the ends of each line run into."""
    boxes = [bounds(line.points) for line in lines]
    for number, line in enumerate(lines):
        found = [-1, -1]
        for at, end in enumerate(ends[number]):
            if end is None or end.away >= NO_SYMBOL:
                found[at] = _line_at(lines, boxes, number, line.points[-at])
        yield found[0], found[1]


def _line_at(
    lines: Sequence[Line], boxes: Sequence[Box], number: int, point: Point
) -> int:
    """Return the nearest other line that runs past a point, -1 if there is none."""
    best, nearest = -1, ON_LINE
    for other, line in enumerate(lines):
        if other == number or not near(boxes[other], point, ON_LINE):
            continue
        away = to_path(point, line.points)
        if away < nearest:
            best, nearest = other, away
    return best


def _distinct(arrows: list[Arrow]) -> Iterator[Arrow]:
    """Yield each arrow once, the surer one of two that are the same."""
    best: dict[tuple[int, int, bool], Arrow] = {}
    for arrow in arrows:
        key = (arrow.source, arrow.target, arrow.dashed)
        if key not in best or (best[key].doubt and not arrow.doubt):
            best[key] = arrow
    yield from best.values()


def _ends(
    line: Line, known: Sequence[Outline], ids: dict[str, int]
) -> tuple[End | None, End | None]:
    """Return the symbols at both ends, two different ones if that can be."""
    firsts = end_of(line.turned(), known, ids)
    lasts = end_of(line, known, ids)
    if firsts and lasts and firsts[0][1].figure == lasts[0][1].figure:
        pairs = [
            (f[0] + t[0], f[1], t[1])
            for f in firsts[:3]
            for t in lasts[:3]
            if f[1].figure != t[1].figure
        ]
        if pairs:
            _, first, last = min(pairs, key=lambda pair: pair[0])
            return first, last
    return (firsts[0][1] if firsts else None), (lasts[0][1] if lasts else None)


def _arrows(whole: _Known, number: int) -> list[Arrow] | Stray:
    """Return what a line is: an arrow, or two, or nothing that makes sense."""
    line = whole.lines[number]
    first, last = (_at(whole, number, at) for at in (0, 1))
    middle = line.points[len(line.points) // 2]
    if first is None or last is None:
        lost = line.points[0] if first is None else line.points[-1]
        both = first is None and last is None
        where = "kedua ujungnya" if both else "satu ujungnya"
        return Stray(f"panah tidak dibaca: {where} tidak menyentuh simbol", lost)
    if first.figure == last.figure:
        return Stray(_round(whole, whole.lines[number], first), middle)
    return list(_directed(whole, line, first, last))


def _round(whole: _Known, line: Line, end: End) -> str:
    """Return what a line is that begins and ends at one symbol: a tick, or a loop."""
    box = whole.outlines[end.figure].figure.box
    length = sum(math.dist(a, b) for a, b in pairwise(line.points))
    if len(line.points) == 2 or length < min(box.w, box.h):
        return "garis pendek pada simbol ini tidak dibaca"
    return "panah dari simbol ke simbol itu sendiri tidak dibaca"


def _directed(whole: _Known, line: Line, first: End, last: End) -> Iterator[Arrow]:
    """Yield the arrows that a line's heads make of it."""
    doubt = line.doubt or first.doubt or last.doubt
    if not line.tail and not line.head:
        yield _guessed(whole, line, first, last)
        return
    if line.tail and line.head:
        doubt = TWO_HEADS
    if line.head:
        yield _arrow(whole, line, (first, last), doubt)
    if line.tail:
        yield _arrow(whole, line.turned(), (last, first), doubt)


def _guessed(whole: _Known, line: Line, first: End, last: End) -> Arrow:
    """Return the arrow of a line without heads: from the upper symbol to the lower."""
    a, b = (whole.outlines[e.figure].figure.box for e in (first, last))
    level = abs(a.cy - b.cy) < max(a.h, b.h) / 2
    backward = (a.cx > b.cx) if level else (a.cy > b.cy)
    if MERGED in (first.doubt, last.doubt) and first.doubt != last.doubt:
        backward = first.doubt == MERGED
    if backward:
        return _arrow(whole, line.turned(), (last, first), NO_HEAD)
    return _arrow(whole, line, (first, last), NO_HEAD)


def _arrow(whole: _Known, line: Line, ends: tuple[End, End], doubt: str) -> Arrow:
    first, last = ends
    held = [whole.outlines[e.figure] if e.away < NO_SYMBOL else None for e in ends]
    path = snapped(line, *held).points
    firm = all(line.glue) or all(end.away <= TOUCHING for end in ends)
    return Arrow(first.figure, last.figure, path, line.dashed, doubt, firm=firm)


def _at(whole: _Known, number: int, at: int, depth: int = 0) -> End | None:
    """Return the symbol at an end, or that of the line which it runs into."""
    end = whole.ends[number][at]
    if end is not None and end.away < NO_SYMBOL:
        return _told(end)
    other = whole.onto[number][at]
    if other < 0 or depth > DEEPEST:
        return None if end is None else _told(end)
    target = 0 if _backward(whole.lines[other]) else 1
    mine = whole.lines[number]
    arriving = at == (0 if _backward(mine) else 1) or not (mine.head or mine.tail)
    found = _at(whole, other, target if arriving else 1 - target, depth + 1)
    return None if found is None else replace(found, doubt=MERGED)


def _backward(line: Line) -> bool:
    """Return whether a line's only arrowhead is at its first point."""
    return line.tail and not line.head


def _told(end: End) -> End:
    """Return an end with the doubt that its distance is worth."""
    if end.doubt or end.away <= CLEAR:
        return end
    return replace(end, doubt=f"panah tidak menempel, ujung terdekat {mm(end.away)}")
