"""At which symbol the end of a line is: by its glue, else by where it points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Figure, Line
from sopgen.takeover.findings import mm
from sopgen.takeover.kinds import inside, outline_of

#: How far, mm, the end of a line may be from its symbol; beyond CLEAR somebody has to
#: look; glue that leads further than STALE is not believed.
REACH, CLEAR, STALE = 7.0, 1.2, 10.0
#: What it costs, mm, if a symbol lies behind the end; and per mm from the nearest site.
BEHIND, OFF_SITE = 2.0, 0.15
#: How much a side counts that a line does not point to, mm.
ASKEW = 4.0
NORMALS = {"top": (0, -1), "left": (-1, 0), "bottom": (0, 1), "right": (1, 0)}

#: A point this near to the outline of a decision lies on it, and this far from the
#: corners off them, mm.
ON_SLOPE, OFF_CORNER = 0.3, 1.2


@dataclass(frozen=True, slots=True)
class End:
    """The symbol at an end, by its number, with how far it is and any doubt."""

    figure: int
    away: float
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A symbol with its outline and the middles of its sides."""

    figure: Figure
    polygon: tuple[Point, ...]

    @property
    def sites(self) -> dict[str, Point]:
        """Return where arrows usually meet it."""
        box = self.figure.box
        return {
            "top": Point(box.cx, box.y),
            "left": Point(box.x, box.cy),
            "bottom": Point(box.cx, box.y1),
            "right": Point(box.x1, box.cy),
        }

    def away(self, point: Point) -> float:
        """Return how far a point is from the symbol, 0 within it."""
        return 0.0 if inside(self.polygon, *point) else self.to_edge(point)

    def to_edge(self, point: Point) -> float:
        """Return how far a point is from the outline."""
        return to_path(point, (*self.polygon, self.polygon[0]))


def outlines(figures: Sequence[Figure]) -> tuple[Outline, ...]:
    """Return every symbol with its outline."""
    return tuple(Outline(f, outline_of(f.simbol, f.box)) for f in figures)


def to_segment(p: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a straight stretch."""
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else ((p.x - a.x) * dx + (p.y - a.y) * dy) / length
    t = min(max(t, 0.0), 1.0)
    return math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)


def to_path(point: Point, path: Sequence[Point]) -> float:
    """Return how far a point is from a line of several stretches."""
    return min(to_segment(point, a, b) for a, b in pairwise(path))


def near(box: Box, point: Point, reach: float) -> bool:
    """Return whether a point is in a box or not far from it."""
    return (
        box.x - reach <= point.x <= box.x1 + reach
        and box.y - reach <= point.y <= box.y1 + reach
    )


def heading(line: Line) -> tuple[float, float]:
    """Return the direction of a line at its last point, of length 1."""
    b = line.points[-1]
    for a in reversed(line.points[:-1]):
        length = math.hypot(b.x - a.x, b.y - a.y)
        if length > 0.3:
            return (b.x - a.x) / length, (b.y - a.y) / length
    return 0.0, 0.0


def candidates(
    line: Line, known: Sequence[Outline], reach: float = REACH
) -> list[tuple[float, End]]:
    """Return the symbols that the last point of a line may belong to, best first."""
    point, way = line.points[-1], heading(line)
    found = []
    for number, one in enumerate(known):
        if not near(one.figure.box, point, reach):
            continue
        away = one.away(point)
        if away <= reach:
            found.append((_cost(one, point, way, away), End(number, away)))
    found.sort(key=lambda pair: (pair[0], pair[1].figure))
    return found


def _cost(one: Outline, point: Point, way: tuple[float, float], away: float) -> float:
    box = one.figure.box
    site = min(math.dist(point, s) for s in one.sites.values())
    ahead = (box.cx - point.x) * way[0] + (box.cy - point.y) * way[1]
    behind = BEHIND if ahead < 0 else 0.0
    return away + behind + OFF_SITE * site


def end_of(
    line: Line, known: Sequence[Outline], ids: dict[str, int]
) -> list[tuple[float, End]]:
    """Return what the last point may belong to; glue that makes sense is certain."""
    by_place = candidates(line, known)
    glued = ids.get(line.glue[1], -1)
    if glued < 0:
        return by_place
    away = known[glued].away(line.points[-1])
    if away > STALE and by_place and by_place[0][1].away < CLEAR:
        return by_place
    doubt = "" if away <= STALE else f"panah menempel, tetapi berjarak {mm(away)}"
    return [(0.0, End(glued, 0.0, doubt))]


def side_of(one: Outline, line: Line) -> Point:
    """Return the site that a line's last point most likely means."""
    point, (dx, dy) = line.points[-1], heading(line)

    def cost(side: str) -> float:
        nx, ny = NORMALS[side]
        return math.dist(point, one.sites[side]) + ASKEW * (1 + nx * dx + ny * dy)

    return one.sites[min(NORMALS, key=cost)]


def snapped(line: Line, first: Outline | None, last: Outline | None) -> Line:
    """Return the line led to the sites that it means, its bends square as before.

    One that ends on a slope of a decision is left where it is.
    """
    if last is not None and not _on_slope(last, line.points[-1]):
        line = _moved(line, side_of(last, line))
    if first is not None and not _on_slope(first, line.points[0]):
        back = line.turned()
        line = _moved(back, side_of(first, back)).turned()
    return line


def _on_slope(one: Outline, point: Point) -> bool:
    """Tell whether a point lies on the outline of a decision, off its corners."""
    decides = one.figure.simbol == "keputusan"
    site = min(math.dist(point, s) for s in one.sites.values())
    return decides and one.to_edge(point) <= ON_SLOPE and site > OFF_CORNER


def _moved(line: Line, site: Point) -> Line:
    *before, last = line.points
    if len(before) > 1:
        a = before[-1]
        if abs(a.x - last.x) < 0.2 * abs(a.y - last.y):
            before[-1] = Point(site.x, a.y)
        elif abs(a.y - last.y) < 0.2 * abs(a.x - last.x):
            before[-1] = Point(a.x, site.y)
    return Line((*before, site), line.tail, line.head, line.dashed, line.glue)


def numbered(figures: Sequence[Figure]) -> dict[str, int]:
    """Return the figures' numbers by their ids; an id that two have names neither."""
    made: dict[str, int] = {}
    twice: set[str] = set()
    for number, figure in enumerate(figures):
        if figure.id in made:
            twice.add(figure.id)
        made[figure.id] = number
    return {key: n for key, n in made.items() if key and key not in twice}


def both(line: Line) -> Iterator[Line]:
    """Yield a line so that its first point comes last, then as it is."""
    yield line.turned()
    yield line
