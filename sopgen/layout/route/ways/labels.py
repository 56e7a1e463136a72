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
from sopgen.model.geometry import Box, Point

#: How far a label slides along its run at each try, mm.
SLIDE = 2.2
TRIES = 5
#: The part of the second run that matters for a label, mm.
REACH = 9.0
#: Price of a mm that the label stands away from the exit, and of the second run.
FAR = 0.8
SECOND_RUN = 7.0
#: A label on a line of the table costs so much; one nearer to it than this, mm, less.
ON_LINE, BESIDE_LINE, LINE_ROOM = 28.0, 6.5, 0.75
#: In lanes narrower than this, mm, a label costs how far it is from its exit.
NARROW, AWAY = 14.2, 0.8
#: So much of the first run costs nothing to a label beside the second one, mm.
NEAR = 12.0
#: A label on one line more.
BROKEN = 20.0
#: Places over the slope of a diamond: how far back from its corner, and how high, mm;
#: at the tip: how far back, and how far aside.
TUCKED = ((-1.2, 0.5), (-1.2, 0.8), (-2.4, 1.2), (-2.4, 1.6), (-3.6, 1.9), (-4.8, 2.3))
TIPPED = ((-0.4, 1.0), (-0.8, 2.0), (-1.2, 2.35))
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


class Boxes:
    """Boxes of symbols, found by their heights on the page."""

    def __init__(self, boxes: list[Box]) -> None:
        self.boxes = sorted(boxes, key=lambda box: box.y)
        self.tops = [box.y for box in self.boxes]
        self.tallest = max((box.h for box in boxes), default=0.0)

    def near(self, top: float, foot: float) -> Iterator[Box]:
        """Yield those that are APART or less above or below a reach, or beside it."""
        first = bisect_right(self.tops, top - APART - self.tallest)
        for box in self.boxes[first : bisect_left(self.tops, foot + APART)]:
            if top < box.y1 + APART:
                yield box


class Spots:
    """Places of a label, best first, each worked out when somebody gets as far."""

    __slots__ = ("found", "more")

    def __init__(self, more: Iterator[Spot]) -> None:
        self.found: list[Spot] = []
        self.more = more

    def __iter__(self) -> Iterator[Spot]:
        """Yield the places."""
        found, k = self.found, 0
        while True:
            if k == len(found):
                spot = next(self.more, None)
                if spot is None:
                    return
                found.append(spot)
            yield found[k]
            k += 1


class Labeller:
    """Find the spots beside ways on one page that no symbol takes."""

    def __init__(self, tracks: Tracks, field: Field) -> None:
        self.tracks = tracks
        self.symbols = Boxes([s.box for s in field.symbols if not s.sloped])
        self.diamonds = Boxes([s.box for s in field.symbols if s.sloped])
        self.narrow = min(lane.length for lane in field.lanes) < NARROW
        self.across = tuple(lane.end for lane in field.lanes[:-1])
        self.down = tuple(row.end for row in field.rows[:-1])
        ruled = [row for n, row in enumerate(field.rows) if n not in field.bands]
        self.area = (
            field.lanes[0].start,
            ruled[0].start,
            field.lanes[-1].end,
            ruled[-1].end,
        )
        self.known: dict[Place, Spots] = {}

    def spots(self, way: Way) -> Iterable[Spot]:
        """Return where the label of a way may stand, best first."""
        if way.labels is None:
            way.labels = self._known(way)
        return way.labels

    def _known(self, way: Way) -> Iterable[Spot]:
        sizes = way.arrow.label
        if not sizes:
            return ()
        points = way.points(self.tracks)
        source = way.rays[0].stop
        crowded = source.sloped and not all(site.middle for site in source.sites)
        runs = [(points[0], points[1])]
        if len(points) > 2:
            runs.append((points[1], _cut(points[1], points[2])))
        place = Place(sizes, tuple(runs), tuple(way.claimed), crowded)
        if place not in self.known:
            self.known[place] = Spots(self._spots(place))
        known, rest = self.known[place], list(pairwise(points[2:]))
        if not rest:
            return known
        return Spots(
            spot for spot in known if not any(_meets(spot.rect, *run) for run in rest)
        )

    def _spots(self, place: Place) -> Iterator[Spot]:
        runs = place.runs
        found = [
            (price + BROKEN * n + self.on_table(rect, runs[0][0]), rect)
            for n, size in enumerate(place.sizes)
            for rect, price in _beside(runs, size, crowded=place.crowded)
        ]
        found.sort()
        for price, rect in found:
            if (
                self.fits(rect)
                and not any(_meets(rect, *run) for run in runs)
                and not any(overlap(rect, taken) for taken in place.taken)
            ):
                yield self.spot(rect, price, nearest_run(rect, runs))

    def spot(self, rect: Rect, price: float, own: float) -> Spot:
        """Return a spot with the nodes that others must keep off.

        ``own`` is how far the label is from its arrow: all others are farther.
        """
        free = max(LABEL_FREE, own + CLEARER)
        across, down = (self._passed(rect, free, way) for way in (True, False))
        return Spot(rect, down | across << len(self.tracks.xs), price)

    def on_table(self, rect: Rect, start: Point) -> float:
        """Return what a label costs more for lines of the table, and narrow lanes."""
        x0, y0, x1, y1 = rect
        price = 0.0
        if between(self.across, x0, x1) or between(self.down, y0, y1):
            price = ON_LINE
        elif between(self.across, x0 - LINE_ROOM, x1 + LINE_ROOM) or between(
            self.down, y0 - LINE_ROOM, y1 + LINE_ROOM
        ):
            price = BESIDE_LINE
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
        for box in self.symbols.near(y0, y1):
            if x0 < box.x1 + APART and box.x - APART < x1:
                return False
        for box in self.diamonds.near(y0, y1):
            dx = max(0.0, x0 - box.cx, box.cx - x1)
            dy = max(0.0, y0 - box.cy, box.cy - y1)
            if dx / (box.w / 2 + APART) + dy / (box.h / 2 + APART) < 1:
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


def between(lines: tuple[float, ...], low: float, high: float) -> bool:
    """Tell whether any of some lines, in order, lies between two places."""
    return bisect_right(lines, low) < bisect_left(lines, high)


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
    the one from its tip; none lies behind its start.
    """
    a, b = run
    vertical = is_upright(a, b)
    way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
    for far, off in TIPPED if vertical else TUCKED:
        if -far > size[vertical]:
            break
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
