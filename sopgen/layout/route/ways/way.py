"""A way that an arrow could take, as sets of nodes (``tracks`` tells how)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.ways.costs import HUG, NOTE_FREE
from sopgen.layout.route.ways.ports import Ray
from sopgen.layout.route.ways.task import Arrow, Stop
from sopgen.layout.route.ways.tracks import Tracks
from sopgen.model.geometry import Box, Point

#: Left, top, right and bottom.
Rect = tuple[float, float, float, float]


class Spot(NamedTuple):
    """A place for a label: what others must not pass, and its price."""

    rect: Rect
    taken: int
    price: float


class Way:
    """One way for one arrow: its two rays and the nodes at which it turns.

    ``price`` is what it costs alone.  ``taken`` is what it takes, ``turned`` the same
    with down and across exchanged, and ``excuse`` are sites that another arrow has to
    take; ``fill`` works them out.
    """

    __slots__ = (
        "arrow", "corners", "excuse", "labels", "price", "rays", "taken", "turned",
    )  # fmt: skip

    def __init__(
        self,
        arrow: Arrow,
        rays: tuple[Ray, Ray],
        corners: tuple[int, ...],
        price: float,
    ) -> None:
        self.arrow = arrow
        self.rays = rays
        self.corners = corners
        self.price = price
        self.taken = -1
        self.turned = 0
        self.excuse = 0
        self.labels: Iterable[Spot] | None = None

    @property
    def bends(self) -> int:
        """Return how often it turns."""
        return len(self.corners)

    @property
    def claimed(self) -> Iterator[Rect]:
        """Yield the room of the connectors that it takes, and of their notes."""
        for ray in self.rays:
            if ray.stop.slot:
                rooms = (ray.stop.box, ray.stop.note)
                yield from ((b.x, b.y, b.x1, b.y1) for b in rooms if b is not None)

    def nodes(self, tracks: Tracks) -> tuple[int, ...]:
        """Return the first node, the corners and the last node."""
        source, target = self.rays
        return (_start(source, tracks), *self.corners, _start(target, tracks))

    def fill(self, tracks: Tracks) -> None:
        """Work out its sets of nodes."""
        source, target = self.rays
        sites = source.bit | target.bit
        self.excuse = (source.excuse | target.excuse) & ~sites
        taken = runs_of(self.nodes(tracks), tracks, source.vertical)
        for ray in self.rays:
            if ray.stop.slot:
                taken |= tracks.both(_claim(ray.stop, tracks))
        self.turned = tracks.turn(taken)
        self.taken = taken | sites

    def points(self, tracks: Tracks) -> tuple[Point, ...]:
        """Return its polyline from border to border."""
        nx = len(tracks.xs)
        source, target = self.rays
        turns = (Point(tracks.xs[n % nx], tracks.ys[n // nx]) for n in self.corners)
        return (source.site.point, *turns, target.site.point)


def _claim(stop: Stop, tracks: Tracks) -> int:
    """Return the nodes that a connector takes, and the middles of those beside it.

    Those of its note are taken too.
    """
    box = stop.box
    wide = Box(box.x - box.w / 2, box.cy - 0.1, 2 * box.w, 0.2)
    note = tracks.covered(stop.note, NOTE_FREE) if stop.note else 0
    return tracks.covered(box, HUG) | tracks.covered(wide, HUG) | note


def _start(ray: Ray, tracks: Tracks) -> int:
    nx = len(tracks.xs)
    return ray.first * nx + ray.line if ray.vertical else ray.line * nx + ray.first


def runs_of(nodes: tuple[int, ...], tracks: Tracks, vertical: bool) -> int:
    """Return what runs from node to node take, the first being vertical or not."""
    nx = len(tracks.xs)
    taken = 0
    for a, b in pairwise(nodes):
        if vertical:
            taken |= tracks.run_down(a % nx, a // nx, b // nx)
        else:
            taken |= tracks.run_across(a // nx, a % nx, b % nx)
        vertical = not vertical
    return taken
