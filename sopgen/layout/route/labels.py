"""Where the label of a decision's exit may stand, as close to the exit as possible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sopgen.layout.route.costs import LABEL_FREE, LABEL_PAD
from sopgen.layout.route.task import Field
from sopgen.layout.route.tracks import EPS, Tracks
from sopgen.layout.route.way import Spot, Way
from sopgen.model.geometry import Box, Point

#: How far a label slides along its run at each try, mm.
SLIDE = 2.2
TRIES = 5
#: Price of a mm that the label stands away from the exit.
FAR = 0.8


class Labeller:
    """Find the free spots beside ways on one page."""

    def __init__(self, tracks: Tracks, field: Field) -> None:
        self.tracks = tracks
        self.symbols = [stop.box for stop in field.symbols]
        self.outline = {stop.id: stop for stop in field.symbols}
        self.area = Box(
            field.lanes[0].start,
            field.rows[0].start,
            field.lanes[-1].end - field.lanes[0].start,
            field.rows[-1].end - field.rows[0].start,
        )
        self.known: dict[tuple[object, ...], list[Spot]] = {}

    def spots(self, way: Way) -> list[Spot]:
        """Return where the label of a way may stand, best first."""
        if way.labels is None:
            way.labels = self._known(way)
        return way.labels

    def _known(self, way: Way) -> list[Spot]:
        size = way.arrow.label
        if size is None:
            return []
        points = way.points(self.tracks)[:4]
        key = (way.rays[0].stop.key, size, points)
        if key not in self.known:
            self.known[key] = self._spots(points, size, way)
        return self.known[key]

    def _spots(
        self, points: tuple[Point, ...], size: tuple[float, float], way: Way
    ) -> list[Spot]:
        runs = list(zip(points, points[1:], strict=False))
        found = []
        for box, price in _beside(runs, size):
            if self.fits(box) and not any(_meets(box, *run) for run in runs):
                found.append(self.spot(box, price))
        found.sort(key=lambda spot: spot.price)
        return found

    def spot(self, box: Box, price: float) -> Spot:
        """Return a spot with the nodes it takes."""
        return Spot(box, self._passed(box, True), self._passed(box, False), price)

    def fits(self, box: Box) -> bool:
        """Tell whether a label is on the page and off all symbols."""
        area = self.area
        inside = (
            box.x >= area.x and box.y >= area.y and box.x1 <= area.x1 and box.y1 <= area.y1
        )
        return inside and not any(overlap(box, s, 0.3) for s in self.symbols)

    def _passed(self, box: Box, across: bool) -> int:
        """Return the nodes of runs that pass a box; at least one of each run."""
        t, m = self.tracks, LABEL_FREE
        i0, i1 = bisect_right(t.xs, box.x - m + EPS), bisect_left(t.xs, box.x1 + m - EPS)
        j0, j1 = bisect_right(t.ys, box.y - m + EPS), bisect_left(t.ys, box.y1 + m - EPS)
        if across and i0 >= i1:
            i0, i1 = max(0, i1 - 1), min(len(t.xs), i0 + 1)
        if not across and j0 >= j1:
            j0, j1 = max(0, j1 - 1), min(len(t.ys), j0 + 1)
        return t.patch(i0, i1, j0, j1)


def overlap(a: Box, b: Box, margin: float) -> bool:
    """Tell whether two boxes come nearer than the margin."""
    return (
        a.x < b.x1 + margin
        and b.x < a.x1 + margin
        and a.y < b.y1 + margin
        and b.y < a.y1 + margin
    )


def _meets(box: Box, a: Point, b: Point) -> bool:
    run = Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
    return overlap(box, run, LABEL_PAD - EPS)


def _beside(
    runs: list[tuple[Point, Point]], size: tuple[float, float]
) -> Iterator[tuple[Box, float]]:
    """Yield boxes beside the first two runs, with the price of each."""
    for n, (a, b) in enumerate(runs[:3]):
        vertical = a.x == b.x
        way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
        along = abs(b.y - a.y) + abs(b.x - a.x)
        start = 0.5 if n == 0 else -0.6 * size[vertical]
        for k in range(TRIES):
            far = start + k * SLIDE
            if k and far > along:
                break
            for side in (-1, 1):
                price = FAR * far + 7.0 * n + (0.6 if (side > 0) != vertical else 0.0)
                yield _box(a, far * way, (vertical, way, side), size), price


def _box(
    a: Point, far: float, heading: tuple[bool, int, int], size: tuple[float, float]
) -> Box:
    """Return a box that begins so far along a run, on one side of it."""
    vertical, way, side = heading
    w, h = size
    if vertical:
        x = a.x + LABEL_PAD if side > 0 else a.x - LABEL_PAD - w
        return Box(x, a.y + far if way > 0 else a.y + far - h, w, h)
    y = a.y + LABEL_PAD if side > 0 else a.y - LABEL_PAD - h
    return Box(a.x + far if way > 0 else a.x + far - w, y, w, h)
