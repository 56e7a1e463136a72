"""The tracks of a page: the lines that arrows may run on, and where they are free.

Tracks run through the middles of the symbols, through the gutters between rows and
between lanes, and in the outer margins.  Any two are a GAP apart and none lies on a
table line, so two arrows on different tracks can never be too close.

**Nodes as bits.**  A node is where two tracks cross, numbered from the left and from
the top.  What an arrow takes is one integer: lowest a bit for each site of a symbol,
where arrows begin and end (``ports``); then, for each track across from the top, a
bit for each node that is passed down, and one for each that is passed across::

         xs   0     1     2     3
    ys        S                         bits, lowest at the right:
              |
    0         0     1     2     3       ys 2: across, down | ... | ys 0: 7654 3210 | TS
              |
    1         4-----5-----6     7
                          |
    2         8     9    10     11      S, T, down {0, 4, 6, 10}, across {4, 5, 6}
                          |
                          T

Where a way turns it passes in both directions; far up on a page it is a small number.
``turned`` is the same set with down and across exchanged, and without the sites.  Then,
of two ways a and b,

- ``a.taken & b.taken``: they lie on each other, turn at one place or take one site;
- ``a.taken & b.turned``: they cross, once for each bit.

The place of a label is such a set too: what no other arrow may pass (``way.Spot``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from sopgen.layout.route.ways.costs import (
    GAP,
    HUG,
    LINE_CLEAR,
    NARROW_GAP,
    STUB,
    TRACK_PITCH,
)
from sopgen.layout.route.ways.task import Field
from sopgen.model.geometry import Box, Interval
from sopgen.model.nilai import dataclass

EPS = 0.01


class Density(NamedTuple):
    """How many tracks are laid in half a gutter, and how far apart at least.

    ``effort`` multiplies the steps of the search.
    """

    most: int
    gap: float
    effort: int


#: Tried one after the other until every arrow finds its way.
DENSITIES = (
    Density(2, GAP, 1),
    Density(4, GAP, 2),
    Density(6, NARROW_GAP, 2),
)


@dataclass(frozen=True)
class Tracks:
    """The tracks across (``xs``) and down (``ys``); ``runs`` tell what is free.

    ``across[node]`` numbers the free stretch that the node lies on horizontally, 0
    where a symbol is in the way; ``down[node]`` vertically.  Nodes with the same
    number can be joined by a straight run.  ``gutter_x`` and ``gutter_y`` are the
    places in xs and ys of the tracks that are not in the middle of anything.  ``sites``
    is how many sites the symbols have, and ``ties`` are the tracks across that ties
    lie on, with their first and last nodes.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    gutter_x: tuple[int, ...]
    gutter_y: tuple[int, ...]
    across: list[int]
    down: list[int]
    reach_across: list[tuple[int, int]]
    reach_down: list[tuple[int, int]]
    sites: int
    ties: tuple[tuple[int, int, int], ...] = ()

    @cached_property
    def tied(self) -> int:
        """Return what the ties take."""
        taken = 0
        for run in self.ties:
            taken |= self.run_across(*run)
        return taken

    @cached_property
    def columns(self) -> list[int]:
        """Return, by length, the bits of a vertical run that starts at node 0."""
        pitch, bits = 2 * len(self.xs), [0]
        for k in range(len(self.ys)):
            bits.append(bits[-1] | 1 << (self.sites + k * pitch))
        return bits

    @cached_property
    def every(self) -> int:
        """Return all nodes, passed down."""
        return self.patch(0, len(self.xs), 0, len(self.ys))

    def passed(self, node: int) -> int:
        """Return a node, passed down and across."""
        row, column = divmod(node, len(self.xs))
        return self.both(1 << (self.sites + 2 * row * len(self.xs) + column))

    def both(self, down: int) -> int:
        """Return nodes that are passed down as passed down and across."""
        return down | down << len(self.xs)

    def turn(self, taken: int) -> int:
        """Return what is taken with down and across exchanged, without the sites."""
        nx, every = len(self.xs), self.every
        return taken >> nx & every | (taken & every) << nx

    def run_across(self, j: int, a: int, b: int) -> int:
        """Return what a horizontal run on track j takes."""
        a, b = (a, b) if a <= b else (b, a)
        nx = len(self.xs)
        return ((1 << (b - a + 1)) - 1) << (self.sites + 2 * j * nx + nx + a)

    def run_down(self, i: int, a: int, b: int) -> int:
        """Return what a vertical run on track i takes."""
        a, b = (a, b) if a <= b else (b, a)
        return self.columns[b - a + 1] << (2 * a * len(self.xs) + i)

    def covered(self, box: Box, margin: float) -> int:
        """Return the nodes in a box widened by the margin, passed down."""
        return self.patch(
            bisect_right(self.xs, box.x - margin + EPS),
            bisect_left(self.xs, box.x1 + margin - EPS),
            bisect_right(self.ys, box.y - margin + EPS),
            bisect_left(self.ys, box.y1 + margin - EPS),
        )

    def patch(self, i0: int, i1: int, j0: int, j1: int) -> int:
        """Return the nodes with i0 <= i < i1 and j0 <= j < j1, passed down."""
        if i0 >= i1 or j0 >= j1:
            return 0
        width = (1 << (i1 - i0)) - 1
        return self.columns[j1 - j0] * width << (2 * j0 * len(self.xs) + i0)


def lay_tracks(field: Field, density: Density) -> Tracks:
    """Return the tracks of a page."""
    xs, gutter_x = _lines(*_across(field, density), density.gap)
    ys, gutter_y = _lines(*_down(field, density), density.gap)
    blocked = _blocked(field, xs, ys)
    nx, ny = len(xs), len(ys)
    across, reach_across = _stretches(
        blocked, [range(j * nx, j * nx + nx) for j in range(ny)]
    )
    down, reach_down = _stretches(blocked, [range(i, ny * nx, nx) for i in range(nx)])
    return Tracks(
        xs, ys, gutter_x, gutter_y, across, down, reach_across, reach_down,
        sum(len(stop.sites) for stop in (*field.symbols, *field.slots)),
        tuple(_ties(field, xs, ys)),
    )  # fmt: skip


def _lines(
    fixed: list[float], gutter: list[float], gap: float
) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Return the lines in order without too close ones, and which are in gutters."""
    kept: list[float] = []
    loose: set[float] = set()
    for values, place in ((fixed, False), (gutter, True)):
        for x in values:
            k = bisect_left(kept, x)
            near = kept[max(0, k - 1) : k + 1]
            if all(abs(x - other) >= gap - EPS for other in near):
                kept.insert(k, x)
                if place:
                    loose.add(x)
    return tuple(kept), tuple(k for k, x in enumerate(kept) if x in loose)


def _across(field: Field, density: Density) -> tuple[list[float], list[float]]:
    """Return the x of the tracks through symbols and of those in gutters."""
    middles = [lane.middle for lane in field.lanes]
    sites = {
        site.point.x: site.middle
        for stop in (*field.slots, *field.symbols)
        for site in stop.sites
        if site.side in ("top", "bottom")
    }
    gutter: list[float] = []
    for n, lane in enumerate(field.lanes):
        lefts = (stop.box.x for stop in field.symbols if stop.lane == n)
        rights = (stop.box.x1 for stop in field.symbols if stop.last_lane == n)
        left = min(lefts, default=lane.start + 0.2 * lane.length)
        right = max(rights, default=lane.end - 0.2 * lane.length)
        gutter += [lane.start + d for d in _spread(left - lane.start, density)]
        gutter += [lane.end - d for d in _spread(lane.end - right, density)]
    gutter += _past_wide(field, density)
    return [*middles, *_by_rank(sites)], gutter


def _past_wide(field: Field, density: Density) -> Iterator[float]:
    """Yield the x of the tracks that run past boxes over several lanes.

    They may leave more room at their sides than the symbols of these lanes do.
    """
    for stop in field.symbols:
        if stop.lanes > 1:
            start, end = field.lanes[stop.lane].start, field.lanes[stop.last_lane].end
            room = min(stop.box.x - start, end - stop.box.x1) - HUG
            count = min(density.most, int((room - LINE_CLEAR + EPS) / density.gap))
            for k in range(1, count + 1):
                aside = LINE_CLEAR + k * density.gap
                yield from (start + aside, end - aside)


def _down(field: Field, density: Density) -> tuple[list[float], list[float]]:
    """Return the y of the tracks through symbols and of those in gutters."""
    fixed: list[float] = []
    gutter: list[float] = []
    for n, row in enumerate(field.rows):
        stops = [s for s in (*field.slots, *field.symbols) if s.row == n]
        sides = (s for stop in stops for s in stop.sites if s.side in ("left", "right"))
        fixed += _by_rank({s.point.y: s.middle for s in sides} | _levels(field, row))
        notes = sorted({s.note.cy for s in stops if s.note})
        if n in field.bands:
            fixed += notes
            continue
        top = min((s.box.y for s in stops), default=row.middle)
        foot = max((s.box.y1 for s in stops), default=row.middle)
        gutter += [row.start + d for d in _spread(top - row.start, density)]
        gutter += [row.end - d for d in _spread(row.end - foot, density)]
        gutter += notes
    return fixed, gutter


def _levels(field: Field, row: Interval) -> dict[float, bool]:
    """Return the heights of the ties in a row, as those of the middles of sides."""
    heights = (tie.ends[0].y for tie in field.ties)
    return dict.fromkeys((y for y in heights if row.start < y < row.end), True)


def _ties(
    field: Field, xs: tuple[float, ...], ys: tuple[float, ...]
) -> Iterator[tuple[int, int, int]]:
    """Yield the tracks that ties lie on, each with the first node and the last."""
    for tie in field.ties:
        (left, y), (right, _) = tie.ends
        line = nearest(ys, y)
        first, last = bisect_left(xs, left - EPS), bisect_right(xs, right + EPS) - 1
        if line >= 0 and first <= last:
            yield line, first, last


def _by_rank(places: dict[float, bool]) -> list[float]:
    """Return the middles first: they are not left out for the sake of others."""
    return sorted(places, key=lambda x: (not places[x], x))


def _spread(room: float, density: Density) -> list[float]:
    """Return the distances of tracks from a table line, when a symbol is at room."""
    far = room - STUB if room - STUB >= LINE_CLEAR else room - HUG
    if far < LINE_CLEAR - EPS:
        return []
    near = min(density.gap / 2 + EPS, far) if density.gap < GAP else LINE_CLEAR
    count = min(density.most, 1 + int((far - near + EPS) / density.gap))
    if count == 1:
        return [near + min((far - near) / 2, 0.5)]
    pitch = min((far - near) / (count - 1), TRACK_PITCH)
    return [near + k * pitch for k in range(count)]


def _blocked(field: Field, xs: tuple[float, ...], ys: tuple[float, ...]) -> bytearray:
    """Return for each node whether it lies in a symbol or hugs it."""
    nx = len(xs)
    blocked = bytearray(nx * len(ys))
    for stop in field.symbols:
        box = stop.box
        i0, i1 = (
            bisect_right(xs, box.x - HUG + EPS),
            bisect_left(xs, box.x1 + HUG - EPS),
        )
        j0, j1 = (
            bisect_right(ys, box.y - HUG + EPS),
            bisect_left(ys, box.y1 + HUG - EPS),
        )
        for j in range(j0, j1):
            blocked[j * nx + i0 : j * nx + i1] = b"\1" * max(0, i1 - i0)
    return blocked


def _stretches(
    blocked: bytearray, lines: list[range]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the number of the free stretch at each node, and their ends."""
    number = [0] * len(blocked)
    reach = [(0, -1)]
    for line in lines:
        start = -1
        for k, node in enumerate(line):
            if blocked[node]:
                start = -1
                continue
            if start < 0:
                start = k
                reach.append((k, k))
            reach[-1] = (start, k)
            number[node] = len(reach) - 1
    return number, reach


def nearest(values: tuple[float, ...], x: float) -> int:
    """Return the index of a line at x, or -1."""
    k = bisect_left(values, x - EPS)
    return k if k < len(values) and values[k] - x <= EPS else -1


def count_few(nodes: int) -> int:
    """Return how many bits are set; faster than counting all where they are few."""
    count = 0
    while nodes:
        nodes &= nodes - 1
        count += 1
    return count
