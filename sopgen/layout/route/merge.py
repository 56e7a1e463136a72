"""Whether two ways with the same target may run together, and what that saves.

They may when they share the very end of both: one trunk, from the place where they
meet to the arrowhead.  Everything before that place must not touch.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.costs import BEND, JOIN, SHARED
from sopgen.layout.route.tracks import Tracks
from sopgen.layout.route.way import Way, mask_of


class Join(NamedTuple):
    """A trunk: the nodes and sites in it, and how much dearer it makes an arrow."""

    across: int
    down: int
    price: float


class Joiner:
    """Judge pairs of ways, once each."""

    def __init__(self, tracks: Tracks) -> None:
        self.tracks = tracks
        self.known: dict[tuple[int, int], Join | None] = {}
        self.kept: list[tuple[Way, Way]] = []

    def join(self, a: Way, b: Way) -> Join | None:
        """Return the trunk of two ways that meet, or None if they may not."""
        key = (id(a), id(b))
        if key not in self.known:
            self.kept.append((a, b))  # keeps their ids from being used again
            self.known[key] = self._join(a, b)
        return self.known[key]

    def _join(self, a: Way, b: Way) -> Join | None:
        if a.rays[1].bit != b.rays[1].bit:
            return None
        nodes = self._trunk(a, b)
        if nodes is None:
            return None
        target = a.rays[1]
        first = target.vertical == (len(nodes) % 2 == 0)
        across, down = mask_of(nodes[::-1], self.tracks, first)
        fork = 1 << nodes[-1]
        across |= target.bit | fork
        down |= fork
        if a.across & b.across & ~across or a.down & b.down & ~down:
            return None
        shared = (1 - SHARED) * (BEND * (len(nodes) - 2) + self._length(nodes))
        return Join(across, down, JOIN - shared)

    def _trunk(self, a: Way, b: Way) -> tuple[int, ...] | None:
        """Return the nodes of the common end, from the target to where they meet."""
        ends = a.nodes(self.tracks)[::-1], b.nodes(self.tracks)[::-1]
        shared = 0
        while shared < min(map(len, ends)) and ends[0][shared] == ends[1][shared]:
            shared += 1
        if shared >= min(map(len, ends)):
            return None
        last = ends[0][shared - 1]
        u, v = ends[0][shared], ends[1][shared]
        meet = self._nearer(last, u, v)
        if meet == last:
            return ends[0][:shared]
        shorter = ends[0] if meet == u else ends[1]
        if shared == len(shorter) - 1:
            return None  # it would run through the other's source
        return (*ends[0][:shared], meet)

    def _nearer(self, last: int, u: int, v: int) -> int:
        """Return where runs from one node to u and to v part."""
        nx = len(self.tracks.xs)
        du = (u % nx - last % nx, u // nx - last // nx)
        dv = (v % nx - last % nx, v // nx - last // nx)
        if du[0] * dv[0] + du[1] * dv[1] <= 0:
            return last
        return u if abs(du[0]) + abs(du[1]) <= abs(dv[0]) + abs(dv[1]) else v

    def _length(self, nodes: tuple[int, ...]) -> float:
        xs, ys, nx = self.tracks.xs, self.tracks.ys, len(self.tracks.xs)
        places = [(xs[n % nx], ys[n // nx]) for n in nodes]
        return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places))
