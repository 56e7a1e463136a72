"""Where arrows meet symbols, and how far they can run straight out from there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sopgen.layout.route.ways.costs import HUG, STUB
from sopgen.layout.route.ways.task import Site, Stop
from sopgen.layout.route.ways.tracks import EPS, Tracks, nearest

AWAY = {"top": -1, "left": -1, "bottom": 1, "right": 1}


class Ray(NamedTuple):
    """The straight way out of a site.

    It runs on track ``line``, from node ``first`` to node ``last`` in the direction
    ``step``; an arrow may turn from node ``turn`` on.  ``bit`` marks the site as
    taken and ``excuse`` the middle of its side (0 when it is the middle itself).
    """

    stop: Stop
    site: Site
    vertical: bool
    line: int
    step: int
    first: int
    turn: int
    last: int
    bit: int
    excuse: int

    def turns(self, k: int) -> bool:
        """Tell whether an arrow may turn at node k of the line."""
        if self.step > 0:
            return self.turn <= k <= self.last
        return self.last <= k <= self.turn


class PortBook:
    """Give every site of every symbol its own bit, below all nodes."""

    def __init__(self, tracks: Tracks) -> None:
        self.tracks = tracks
        self.bits: dict[tuple[str, str, float], int] = {}
        self.rays: dict[str, tuple[Ray, ...]] = {}

    def bit(self, stop: Stop, site: Site) -> int:
        """Return the bit of a site."""
        key = (stop.key, site.side, round(site.at, 3))
        return self.bits.setdefault(key, 1 << len(self.bits))

    def of(self, stop: Stop) -> tuple[Ray, ...]:
        """Return the rays of a symbol, one for each site that a track runs through."""
        if stop.key not in self.rays:
            rays = (self._ray(stop, site) for site in stop.sites)
            self.rays[stop.key] = tuple(r for r in rays if r is not None)
        return self.rays[stop.key]

    def _ray(self, stop: Stop, site: Site) -> Ray | None:
        t = self.tracks
        vertical = site.side in ("top", "bottom")
        line = nearest(t.xs, site.point.x) if vertical else nearest(t.ys, site.point.y)
        if line < 0:
            return None
        step = AWAY[site.side]
        along = t.ys if vertical else t.xs
        first, turn = _setting_out(stop, site, along, step)
        last = _farthest(t, vertical, line, first, step)
        middle = next((s for s in stop.sites if s.side == site.side and s.middle), site)
        return Ray(
            stop, site, vertical, line, step, first, turn, last, self.bit(stop, site),
            0 if site.middle else self.bit(stop, middle),
        )  # fmt: skip


def _setting_out(
    stop: Stop, site: Site, along: tuple[float, ...], step: int
) -> tuple[int, int]:
    """Return the first node outside the symbol, and the first where one may turn."""
    box = stop.box
    if site.side in ("top", "bottom"):
        tip, low, high = site.point.y, box.y, box.y1
    else:
        tip, low, high = site.point.x, box.x, box.x1
    if step > 0:
        first = bisect_left(along, high + HUG - EPS)
        return first, max(first, bisect_left(along, tip + STUB - EPS))
    first = bisect_right(along, low - HUG + EPS) - 1
    return first, min(first, bisect_right(along, tip - STUB + EPS) - 1)


def _farthest(t: Tracks, vertical: bool, line: int, first: int, step: int) -> int:
    """Return the last free node of a ray; before the first when there is none."""
    nx, count = len(t.xs), len(t.ys) if vertical else len(t.xs)
    if not 0 <= first < count:
        return first - step
    node = first * nx + line if vertical else line * nx + first
    stretch = t.down[node] if vertical else t.across[node]
    if not stretch:
        return first - step
    low, high = (t.reach_down if vertical else t.reach_across)[stretch]
    return high if step > 0 else low
