"""Every way that an arrow could take on an empty page, by the number of its bends.

A ray leaves the source, another one leaves the target.  With no bend they are one
line; with one they cross; with two a track crosses both; and so on:

    0  s--->t      1  s---+      2  s---+        3  s---+    4  s---+
                          |             |               |          |  +-->t
                          t             +-->t       t---+...       +--+
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.ports import PortBook, Ray
from sopgen.layout.route.ways.task import Arrow, Keluar, Stop
from sopgen.layout.route.ways.tracks import Tracks
from sopgen.layout.route.ways.way import Way
from sopgen.model.geometry import Point

#: Tracks at which a ray may turn, counted from the symbol.
NEAR = 40
#: The same for the ways with many bends.
NEARER = 16

Corners = tuple[int, ...]
Run = tuple[tuple[float, float], tuple[float, float]]
#: The price of a way, its number, its ends and its corners.
Found = tuple[float, int, tuple[Ray, Ray], Corners]


#: Where exits of decisions leave.
RIGHT: Mapping[Keluar, tuple[str, ...]] = {
    Keluar.MAJU: ("bottom",),
    Keluar.BALIK: ("left", "right"),
}


class Taste(NamedTuple):
    """The prices of sides for an arrow, by where its target lies."""

    leave: dict[str, float]
    enter: dict[str, float]
    up: float

    def at(self, keluar: Keluar | None) -> Taste:
        """Return what is asked of an exit of a decision, where it should leave."""
        if keluar is None:
            return self
        right = RIGHT[keluar]
        prices = {
            side: price + costs.EXIT_STYLE * (side not in right)
            for side, price in self.leave.items()
        }
        return self._replace(leave=prices)


FORWARD = Taste(costs.EXIT_FORWARD, costs.ENTRY_FORWARD, costs.UP_RUN)
ASIDE = Taste(costs.EXIT_ASIDE, costs.ENTRY_ASIDE, costs.UP_ASIDE)
BACK = Taste(costs.EXIT_BACK, costs.ENTRY_BACK, 0.0)


def taste_of(source: Stop, target: Stop) -> Taste:
    """Return what is asked of an arrow between two symbols."""
    if source.row == target.row:
        return ASIDE if abs(source.box.cy - target.box.cy) < source.box.h else FORWARD
    return FORWARD if source.row < target.row else BACK


class Wanted(NamedTuple):
    """Which ways are listed: with how many bends, how many, and below which price."""

    bends: range
    most: int
    limit: float


class Lengths(NamedTuple):
    """How far it is by tracks, along the ray out of the source and aside from it."""

    out: tuple[float, ...]
    side: tuple[float, ...]
    ends_out: tuple[float, float]
    ends_side: tuple[float, float]

    def along(self, first: int, last: int | None = None) -> float:
        """Return how far it is by one or two tracks that lie across the ray."""
        a, b = self.out[first], self.out[first if last is None else last]
        start, end = self.ends_out
        return abs(a - start) + abs(b - a) + abs(end - b)

    def aside(self, track: int) -> float:
        """Return how far it is by a track that lies along the ray."""
        x, (start, end) = self.side[track], self.ends_side
        return abs(x - start) + abs(end - x)


class Shaper:
    """Enumerate the ways of arrows on the tracks of one page."""

    def __init__(self, tracks: Tracks, ports: PortBook) -> None:
        self.tracks = tracks
        self.ports = ports
        self.nx = len(tracks.xs)
        self.known: dict[int, list[int]] = {}
        self.places = [(x, y) for y in tracks.ys for x in tracks.xs]
        self.room = float("inf")

    def ways(
        self, arrow: Arrow, bends: range, limit: float = float("inf")
    ) -> list[Way]:
        """Return the ways with so many bends, below the limit, cheapest first."""
        pairs = [(s, t) for s in arrow.source for t in arrow.target]
        most = max(costs.POOL // len(pairs), costs.POOL // 4)
        kept: list[Found] = []
        for source, target in pairs:
            taste = taste_of(source, target).at(arrow.keluar)
            found = self._between(source, target, Wanted(bends, most, limit), taste)
            highest = min(limit, found[0][0] + costs.SLACK) if found else 0.0
            kept += [f for f in found if f[0] <= highest]
        kept.sort(key=_by_price)
        return [Way(arrow, rays, corners, price) for price, _, rays, corners in kept]

    def _comes_back(self, s: Ray, t: Ray, corners: Corners) -> bool:
        """Tell whether a way comes back to a connector that it ends at."""
        turns = (self.places[n] for n in corners)
        runs = list(pairwise((s.site.point, *turns, t.site.point)))
        return (s.stop.slot and _meets(s.stop, runs[1:])) or (
            t.stop.slot and _meets(t.stop, runs[:-1])
        )

    def through(self, arrow: Arrow) -> Way:
        """Return a way straight through whatever stands there: the last resort."""
        s, t = self.ports.of(arrow.source[0])[0], self.ports.of(arrow.target[0])[-1]
        for t in self.ports.of(arrow.target[0]):
            if t.vertical != s.vertical and t.bit != s.bit:
                corner = self.node(s.vertical, s.line, t.line)
                return Way(arrow, (s, t), (corner,), 2 * costs.CONFLICT)
        most = len(self.tracks.ys if s.vertical else self.tracks.xs) - 1
        k = min(max(t.first, 0), most)
        corners = tuple(self.node(s.vertical, ray.line, k) for ray in (s, t))
        return Way(arrow, (s, t), corners, 2 * costs.CONFLICT)

    def _between(
        self, source: Stop, target: Stop, wanted: Wanted, taste: Taste
    ) -> list[Found]:
        """Return the ways between two symbols, cheapest first, as many as wanted."""
        found: list[Found] = []
        count, limit = 0, wanted.limit
        slots = source.slot or target.slot
        for s in self.ports.of(source):
            for t in self.ports.of(target):
                if s.bit == t.bit:
                    continue
                fixed = self._ends(s, t, taste)
                self.room = limit - fixed - costs.BEND * wanted.bends.start
                if _distance(s.site.point, t.site.point) >= self.room:
                    continue
                for corners in self.corners(s, t, wanted.bends):
                    if slots and self._comes_back(s, t, corners):
                        continue
                    count += 1
                    price = fixed + self.price(s, t, corners, taste)
                    found.append((price, count, (s, t), corners))
                if len(found) > wanted.most:
                    found.sort(key=_by_price)
                    del found[wanted.most :]
                    limit = min(limit, found[-1][0])
        found.sort(key=_by_price)
        return found

    def _ends(self, s: Ray, t: Ray, taste: Taste) -> float:
        off = costs.OFF_MIDDLE * ((s.excuse > 0) + (t.excuse > 0))
        sides = taste.leave[s.site.side] + taste.enter[t.site.side]
        return sides + off + s.stop.price + t.stop.price

    def price(self, s: Ray, t: Ray, corners: Corners, taste: Taste) -> float:
        """Return what length, bends and runs that go up cost."""
        places = self.places
        x, y = s.site.point
        length = up = 0.0
        for n in corners:
            x1, y1 = places[n]
            if y1 < y:
                up += y - y1
                length += y - y1
            else:
                length += y1 - y
            length += x1 - x if x1 > x else x - x1
            x, y = x1, y1
        x1, y1 = t.site.point
        if y1 < y:
            up += y - y1
        length += abs(x1 - x) + abs(y1 - y)
        return length + costs.BEND * len(corners) + (taste.up if up > 0.1 else 0.0)

    def corners(self, s: Ray, t: Ray, bends: range) -> Iterator[Corners]:
        """Return the corners of every way between two rays."""
        if s.vertical == t.vertical:
            if 0 in bends and s.line == t.line:
                yield from self._straight(s, t)
            if 2 in bends and s.line != t.line:
                yield from self._two(s, t)
            if 4 in bends:
                yield from self._four(s, t)
        else:
            if 1 in bends:
                yield from self._one(s, t)
            if 3 in bends:
                yield from self._three(s, t)

    def node(self, vertical: bool, line: int, k: int) -> int:
        """Return node k of a vertical or horizontal track."""
        return k * self.nx + line if vertical else line * self.nx + k

    def _straight(self, s: Ray, t: Ray) -> Iterator[Corners]:
        k = 1 if s.vertical else 0
        ahead = (t.site.point[k] - s.site.point[k]) * s.step > 0
        if s.step != -t.step or not ahead:
            return
        touching = t.first == s.first - s.step
        free = (t.first - s.first) * s.step >= 0 and (s.last - t.first) * s.step >= 0
        if touching or free:
            yield ()

    def _one(self, s: Ray, t: Ray) -> Iterator[Corners]:
        if s.turns(t.line) and t.turns(s.line):
            yield (self.node(s.vertical, s.line, t.line),)

    def _turns(self, ray: Ray) -> list[int]:
        """Return the gutter tracks at which a ray may turn, nearest first."""
        if ray.bit not in self.known:
            gutter = self.tracks.gutter_y if ray.vertical else self.tracks.gutter_x
            found = [k for k in gutter if ray.turns(k)]
            near = found[:NEAR] if ray.step > 0 else found[: -NEAR - 1 : -1]
            self.known[ray.bit] = near
        return self.known[ray.bit]

    def _joined(self, vertical: bool, a: int, b: int) -> bool:
        stretch = self.tracks.down if vertical else self.tracks.across
        return stretch[a] == stretch[b] != 0

    def _two(self, s: Ray, t: Ray) -> Iterator[Corners]:
        for k in self._turns(s):
            if t.turns(k):
                a, b = (
                    self.node(s.vertical, s.line, k),
                    self.node(s.vertical, t.line, k),
                )
                if self._joined(not s.vertical, a, b):
                    yield (a, b)

    def _three(self, s: Ray, t: Ray) -> Iterator[Corners]:
        far = self._lengths(s, t)
        outward = [(k, far.along(k)) for k in self._turns(s)[:NEARER] if k != t.line]
        inward = [(m, far.aside(m)) for m in self._turns(t)[:NEARER] if m != s.line]
        least = min((length for _, length in inward), default=self.room)
        for k, along in outward:
            room = self.room - along
            if least >= room:
                continue
            a = self.node(s.vertical, s.line, k)
            for m, aside in inward:
                if aside >= room:
                    continue
                b = self.node(s.vertical, m, k)
                if self._joined(not s.vertical, a, b):
                    c = self.node(t.vertical, t.line, m)
                    if self._joined(s.vertical, b, c):
                        yield (a, b, c)

    def _four(self, s: Ray, t: Ray) -> Iterator[Corners]:
        middle = self.tracks.gutter_x if s.vertical else self.tracks.gutter_y
        far = self._lengths(s, t)
        between = [(i, far.aside(i)) for i in middle if i not in (s.line, t.line)]
        for k in self._turns(s)[:6]:
            a = self.node(s.vertical, s.line, k)
            for m in self._turns(t)[:6]:
                if m == k:
                    continue
                d = self.node(s.vertical, t.line, m)
                room = self.room - far.along(k, m)
                for i, aside in between:
                    if aside >= room:
                        continue
                    b, c = self.node(s.vertical, i, k), self.node(s.vertical, i, m)
                    if self._runs(s.vertical, a, b, c, d):
                        yield (a, b, c, d)

    def _lengths(self, s: Ray, t: Ray) -> Lengths:
        """Return how long ways between two rays are."""
        xs, ys = self.tracks.xs, self.tracks.ys
        (px, py), (qx, qy) = s.site.point, t.site.point
        if s.vertical:
            return Lengths(ys, xs, (py, qy), (px, qx))
        return Lengths(xs, ys, (px, qx), (py, qy))

    def _runs(self, vertical: bool, *corners: int) -> bool:
        a, b, c, d = corners
        return (
            self._joined(not vertical, a, b)
            and self._joined(vertical, b, c)
            and self._joined(not vertical, c, d)
        )


def _distance(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _meets(stop: Stop, runs: Sequence[Run]) -> bool:
    """Tell whether a run comes too near to a connector or its note."""
    rooms = [(stop.box, costs.HUG)]
    if stop.note is not None:
        rooms.append((stop.note, costs.NOTE_FREE))
    for (ax, ay), (bx, by) in runs:
        left, right = min(ax, bx), max(ax, bx)
        top, foot = min(ay, by), max(ay, by)
        for box, free in rooms:
            across = left < box.x1 + free and box.x - free < right
            if across and top < box.y1 + free and box.y - free < foot:
                return True
    return False


def _by_price(found: Found) -> tuple[float, int]:
    return found[:2]
