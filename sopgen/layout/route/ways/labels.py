"""Where the label of a decision's exit may stand, as close to the exit as possible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.ways.costs import LABEL_FREE, LABEL_PAD
from sopgen.layout.route.ways.task import Field
from sopgen.layout.route.ways.tracks import EPS, Tracks
from sopgen.layout.route.ways.way import Rect, Spot, Way
from sopgen.model.geometry import Point

#: How far a label slides along its run at each try, mm.
SLIDE = 2.2
TRIES = 5
#: The part of the second run that matters for a label, mm.
REACH = 9.0
#: Price of a mm that the label stands away from the exit, and of the second run.
FAR = 0.8
SECOND_RUN = 7.0
#: A label on a line of the table costs so much; one nearer to it than this, mm, less.
ON_LINE, BESIDE_LINE, LINE_ROOM = 15.0, 5.0, 0.75
#: In lanes narrower than this, mm, a label costs how far it is from its exit.
NARROW, AWAY = 14.2, 0.8
#: So much of the first run costs nothing to a label beside the second one, mm.
NEAR = 12.0
#: A label on one line more.
BROKEN = 20.0
#: Places over the slope of a diamond: how far back from its corner, and how high, mm;
#: at the tip: how far back, and how far aside.
TUCKED = ((-1.2, 0.5), (-1.2, 0.8), (-2.4, 1.2), (-2.4, 1.6), (-3.6, 1.9), (-4.8, 2.3))
TIPPED = ((-0.4, 1.0), (-0.8, 2.0), (-1.2, 2.6))
TUCK = 2.0
#: How much nearer a label is to its own arrow than to any other.
CLEARER = 0.2
#: A label keeps this away from symbols and from other labels.
APART = 0.3

Run = tuple[Point, Point]


class Place(NamedTuple):
    """Where a label is to stand: its sizes, the runs it belongs to, what is taken."""

    sizes: tuple[tuple[float, float], ...]
    runs: tuple[Run, ...]
    taken: tuple[Rect, ...]
    crowded: bool


class Labeller:
    """Find the spots beside ways on one page that no symbol takes."""

    def __init__(self, tracks: Tracks, field: Field) -> None:
        self.tracks = tracks
        self.symbols = [
            (s.box.x - APART, s.box.y - APART, s.box.x1 + APART, s.box.y1 + APART)
            for s in field.symbols
            if not s.sloped
        ]
        self.diamonds = [
            (s.box.cx, s.box.cy, s.box.w / 2 + APART, s.box.h / 2 + APART)
            for s in field.symbols
            if s.sloped
        ]
        self.narrow = min(lane.length for lane in field.lanes) < NARROW
        self.across = tuple(lane.end for lane in field.lanes[:-1])
        self.down = tuple(row.end for row in field.rows[:-1])
        self.area = (
            field.lanes[0].start,
            field.rows[0].start,
            field.lanes[-1].end,
            field.rows[-1].end,
        )
        self.known: dict[Place, list[Spot]] = {}

    def spots(self, way: Way) -> list[Spot]:
        """Return where the label of a way may stand, best first."""
        if way.labels is None:
            way.labels = self._known(way)
        return way.labels

    def _known(self, way: Way) -> list[Spot]:
        sizes = way.arrow.label
        if not sizes:
            return []
        points = way.points(self.tracks)
        source = way.rays[0].stop
        crowded = source.sloped and not all(site.middle for site in source.sites)
        runs = [(points[0], points[1])]
        if len(points) > 2:
            runs.append((points[1], _cut(points[1], points[2])))
        place = Place(sizes, tuple(runs), tuple(way.claimed), crowded)
        if place not in self.known:
            self.known[place] = self._spots(place)
        rest = list(pairwise(points[2:]))
        if not rest:
            return self.known[place]
        return [
            spot
            for spot in self.known[place]
            if not any(_meets(spot.rect, *run) for run in rest)
        ]

    def _spots(self, place: Place) -> list[Spot]:
        runs = place.runs
        found = [
            (price + BROKEN * n + self.on_table(rect, runs[0][0]), rect)
            for n, size in enumerate(place.sizes)
            for rect, price in _beside(runs, size, crowded=place.crowded)
            if self.fits(rect)
            and not any(_meets(rect, *run) for run in runs)
            and not any(overlap(rect, taken) for taken in place.taken)
        ]
        found.sort()
        return [
            self.spot(rect, price, nearest_run(rect, runs)) for price, rect in found
        ]

    def spot(self, rect: Rect, price: float, own: float) -> Spot:
        """Return a spot with the nodes that others must keep off.

        ``own`` is how far the label is from its arrow: all others are farther.
        """
        free = max(LABEL_FREE, own + CLEARER)
        across, down = (self._passed(rect, free, way) for way in (True, False))
        return Spot(rect, across, down, price)

    def on_table(self, rect: Rect, start: Point) -> float:
        """Return what a label costs more for lines of the table, and narrow lanes."""
        x0, y0, x1, y1 = rect
        clear = min(
            min((max(x0 - x, x - x1) for x in self.across), default=LINE_ROOM),
            min((max(y0 - y, y - y1) for y in self.down), default=LINE_ROOM),
        )
        price = ON_LINE if clear < 0 else BESIDE_LINE if clear < LINE_ROOM else 0.0
        if not self.narrow:
            return price
        dx = max(x0 - start.x, start.x - x1, 0.0)
        dy = max(y0 - start.y, start.y - y1, 0.0)
        return price + AWAY * (dx + dy)

    def fits(self, rect: Rect) -> bool:
        """Tell whether a label is on the page and off all symbols."""
        x0, y0, x1, y1 = rect
        a0, b0, a1, b1 = self.area
        if x0 < a0 or y0 < b0 or x1 > a1 or y1 > b1:
            return False
        for u0, v0, u1, v1 in self.symbols:
            if x0 < u1 and u0 < x1 and y0 < v1 and v0 < y1:
                return False
        for cx, cy, half_w, half_h in self.diamonds:
            dx, dy = max(0.0, x0 - cx, cx - x1), max(0.0, y0 - cy, cy - y1)
            if dx / half_w + dy / half_h < 1:
                return False
        return True

    def _passed(self, rect: Rect, free: float, across: bool) -> int:
        """Return the nodes of runs that pass a label; at least one of each run."""
        (x0, y0, x1, y1), t, m = rect, self.tracks, free - EPS
        i0, i1 = bisect_right(t.xs, x0 - m), bisect_left(t.xs, x1 + m)
        j0, j1 = bisect_right(t.ys, y0 - m), bisect_left(t.ys, y1 + m)
        if across:
            i0, i1 = _both_sides(t.xs, (x0, x1), (i0, i1))
        else:
            j0, j1 = _both_sides(t.ys, (y0, y1), (j0, j1))
        return t.patch(i0, i1, j0, j1)


def is_upright(a: Point, b: Point) -> bool:
    """Tell whether a run goes up or down; its ends may differ by a rounding."""
    return abs(b.y - a.y) > abs(b.x - a.x)


def _cut(a: Point, b: Point) -> Point:
    """Return the end of a run, or a point on it that is far enough off."""
    dx, dy = b.x - a.x, b.y - a.y
    if abs(dx) + abs(dy) <= REACH:
        return b
    if is_upright(a, b):
        return Point(a.x, a.y + (REACH if dy > 0 else -REACH))
    return Point(a.x + (REACH if dx > 0 else -REACH), a.y)


def _both_sides(
    lines: tuple[float, ...], reach: tuple[float, float], near: tuple[int, int]
) -> tuple[int, int]:
    """Widen a range of lines to those on both sides of a reach that has none inside."""
    low, high = bisect_right(lines, reach[0]), bisect_left(lines, reach[1])
    if low < high:
        return near
    return min(near[0], max(0, low - 1)), max(near[1], min(len(lines), low + 1))


def nearest_run(rect: Rect, runs: Iterable[Run]) -> float:
    """Return the distance of a label and the nearest of some runs.

    It is the larger one of both directions, so the true distance is no less.
    """
    least = float("inf")
    for (ax, ay), (bx, by) in runs:
        dx = max(rect[0] - max(ax, bx), min(ax, bx) - rect[2])
        dy = max(rect[1] - max(ay, by), min(ay, by) - rect[3])
        least = min(least, max(dx, dy))
    return least


def overlap(a: Rect, b: Rect) -> bool:
    """Tell whether two labels come too near."""
    return (
        a[0] < b[2] + APART
        and b[0] < a[2] + APART
        and a[1] < b[3] + APART
        and b[1] < a[3] + APART
    )


def _meets(rect: Rect, a: Point, b: Point) -> bool:
    """Tell whether a run comes nearer to a label than its own may."""
    pad = LABEL_PAD - EPS
    ax, bx = (a.x, b.x) if a.x < b.x else (b.x, a.x)
    ay, by = (a.y, b.y) if a.y < b.y else (b.y, a.y)
    return (
        rect[0] < bx + pad and ax - pad < rect[2] and rect[1] < by + pad
        and ay - pad < rect[3]
    )  # fmt: skip


def _beside(
    runs: Sequence[Run], size: tuple[float, float], *, crowded: bool
) -> Iterator[tuple[Rect, float]]:
    """Yield places beside the first two runs, with the price of each.

    A label that is far away from a ``crowded`` symbol is hard to find.
    """
    behind = 0.0
    for n, (a, b) in enumerate(runs):
        vertical = is_upright(a, b)
        way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
        along = abs(b.y - a.y) + abs(b.x - a.x)
        start = 0.5 if n == 0 else -0.6 * size[vertical]
        for k in range(TRIES):
            far = start + k * SLIDE
            if k and far > along:
                break
            for side in (-1, 1):
                aside = 0.6 if (side > 0) != vertical else 0.0
                price = FAR * (far + behind) + SECOND_RUN * n + aside
                yield rect_beside(a, far * way, (vertical, way, side), size), price
        behind = max(0.0, along - NEAR) * crowded
    if runs:
        yield from _at_the_slope(runs[0], size)


def _at_the_slope(run: Run, size: tuple[float, float]) -> Iterator[tuple[Rect, float]]:
    """Yield places that reach back over the slope of a diamond, with their prices.

    They are above and below the run from a corner at its side, and left and right of
    the one from its tip.
    """
    a, b = run
    vertical = is_upright(a, b)
    way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
    for far, off in TIPPED if vertical else TUCKED:
        for side in (-1, 1):
            x0, y0, x1, y1 = rect_beside(a, far * way, (vertical, way, side), size)
            dx, dy = (side * off, 0.0) if vertical else (0.0, side * off)
            price = TUCK + off + (0.6 if (side > 0) != vertical else 0.0)
            yield (x0 + dx, y0 + dy, x1 + dx, y1 + dy), price


def rect_beside(
    a: Point, far: float, heading: tuple[bool, int, int], size: tuple[float, float]
) -> Rect:
    """Return a place that begins so far along a run, on one side of it."""
    vertical, way, side = heading
    w, h = size
    if vertical:
        x = a.x + LABEL_PAD if side > 0 else a.x - LABEL_PAD - w
        y = a.y + far if way > 0 else a.y + far - h
    else:
        x = a.x + far if way > 0 else a.x + far - w
        y = a.y + LABEL_PAD if side > 0 else a.y - LABEL_PAD - h
    return x, y, x + w, y + h
