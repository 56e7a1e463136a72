"""Whether two ways may run together, and what that saves.

Those with the same target may when they share the very end of both: one trunk, from
the place where they meet to the arrowhead.  Those of a fan, which leave one symbol for
several, share their beginning, up to the place where they part.  Everything else of
them must not touch::

        END: one target          BEGINNING: one fan

        a ------+                     s
                |                     |  trunk
        b ------*------> t     b <----*----> a
                  trunk

``*``, where they meet or part, is in the trunk down and across, as a turn is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.ways.costs import (
    BEND,
    FORKED,
    HIDDEN,
    JOIN,
    LONG_TRUNK,
    SHARED,
    SPLIT,
    STUB,
)
from sopgen.layout.route.ways.tracks import Tracks
from sopgen.layout.route.ways.way import Way, runs_of

#: The ends of a way, as its rays are counted.
BEGINNING, END = 0, 1


class Join(NamedTuple):
    """A trunk: what it takes, and how much dearer it makes an arrow.

    Of several trunks only the cheapest counts; ``hidden`` is what each of them costs
    more when it is long.
    """

    taken: int
    price: float
    hidden: float = 0.0


class Joiner:
    """Judge pairs of ways, once each."""

    def __init__(self, tracks: Tracks) -> None:
        self.tracks = tracks
        self.nx = len(tracks.xs)
        self.known: dict[tuple[Way, Way], Join | None] = {}

    def join(self, a: Way, b: Way) -> Join | None:
        """Return the trunk of two ways that meet, or None if they may not."""
        pair = (a, b)
        if pair not in self.known:
            self.known[pair] = self._join(a, b)
        return self.known[pair]

    def _join(self, a: Way, b: Way) -> Join | None:
        if a.rays[1].bit == b.rays[1].bit:
            turned = a.nodes(self.tracks)[::-1], b.nodes(self.tracks)[::-1]
            return self._along(a, b, self._trunk(turned), END)
        if a.rays[0].bit == b.rays[0].bit and same_fan(a, b):
            nodes = self._trunk((a.nodes(self.tracks), b.nodes(self.tracks)))
            if nodes and all(self._parts_early(way, nodes[-1]) for way in (a, b)):
                return self._along(a, b, nodes, BEGINNING)
        return None

    def _along(
        self, a: Way, b: Way, nodes: tuple[int, ...] | None, end: int
    ) -> Join | None:
        """Return the trunk on these nodes, unless the ways meet beside it."""
        if nodes is None:
            return None
        ray = a.rays[end]
        taken = runs_of(nodes, self.tracks, ray.vertical)
        taken |= ray.bit | self.tracks.passed(nodes[-1])
        if a.taken & b.taken & ~taken:
            return None
        bends, length = BEND * (len(nodes) - 2), self._length(nodes)
        if end == END:
            price = JOIN - (1 - SHARED) * (bends + length)
            hidden = HIDDEN - price if length > LONG_TRUNK else 0.0
            return Join(taken, price, hidden)
        return Join(taken, -(1 - SHARED) * bends - (1 - FORKED) * length)

    def _parts_early(self, way: Way, node: int) -> bool:
        """Tell whether a way has room for its arrowhead after a node of it."""
        x, y = self.tracks.xs[node % self.nx], self.tracks.ys[node // self.nx]
        tip = way.rays[1].site.point
        return abs(tip.x - x) + abs(tip.y - y) >= STUB

    def _trunk(
        self, ends: tuple[tuple[int, ...], tuple[int, ...]]
    ) -> tuple[int, ...] | None:
        """Return the nodes that two lists begin with, up to where the ways part."""
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
            return None  # it would run through the symbol at the other's far end
        return (*ends[0][:shared], meet)

    def _nearer(self, last: int, u: int, v: int) -> int:
        """Return where runs from one node to u and to v part."""
        nx = self.nx
        du = (u % nx - last % nx, u // nx - last // nx)
        dv = (v % nx - last % nx, v // nx - last // nx)
        if du[0] * dv[0] + du[1] * dv[1] <= 0:
            return last
        return u if abs(du[0]) + abs(du[1]) <= abs(dv[0]) + abs(dv[1]) else v

    def _length(self, nodes: tuple[int, ...]) -> float:
        xs, ys, nx = self.tracks.xs, self.tracks.ys, self.nx
        places = [(xs[n % nx], ys[n // nx]) for n in nodes]
        return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places))


def same_fan(a: Way, b: Way) -> bool:
    """Tell whether two ways belong to arrows that should leave as one."""
    return a.arrow.fan != "" and a.arrow.fan == b.arrow.fan


def split(a: Way, b: Way) -> float:
    """Return the price of two ways of a fan that leave from different places."""
    return SPLIT if a.rays[0].bit != b.rays[0].bit and same_fan(a, b) else 0.0
