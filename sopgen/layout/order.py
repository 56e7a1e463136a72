"""Look for an order of the pelaksana columns in which fewer arrows cross.

The order is the office's to decide (the first pelaksana stands leftmost, the others by
their first kegiatan): an order is only proposed, never taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from sopgen.layout.arrange import draw_chart
from sopgen.layout.room import Room
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Point
from sopgen.model.kata import isian
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop

URUTAN = "SOP510"
#: Orders that are drawn to see whether they are better: drawing costs time.
TRIED = 8
EPS = 0.01


def propose_order(
    sop: Sop,
    chart: Chart,
    room: tuple[float, float],
    symbols: Symbols,
    *,
    keterangan: bool = False,
) -> Diagnostic | None:
    """Return a finding that names a better order, if moving one column gives one.

    Room and keterangan are what the chart was arranged with.
    """
    crossed, whole = crossings(chart), Room(*room, keterangan)
    best, least = None, crossed
    if crossed:
        for order in sorted(_orders(sop), key=lambda o: (_reach(sop, o), o))[:TRIED]:
            moved = reordered(sop, order)
            drawn = draw_chart(moved, whole, symbols, chart.size)
            other = crossings(drawn)
            if other < least:
                best, least = order, other
    return _finding(sop, best, crossed, least) if best else None


def _finding(sop: Sop, order: tuple[int, ...], before: int, after: int) -> Diagnostic:
    names = ", ".join(sop.pelaksana[k].nama for k in order)
    return diagnose(
        URUTAN,
        f"urutan pelaksana lain mengurangi silangan panah: {before} menjadi {after}",
        sop.pelaksana[0].span,
        f"bila sesuai, tulis {isian('pelaksana', f'[{names}]')}",
    )


def crossings(chart: Chart) -> int:
    """Return at how many places arrows of a chart cross."""
    return sum(len(set(_spots(page))) for page in chart.pages)


def _spots(page: ChartPage) -> Iterator[tuple[float, float]]:
    for one, other in combinations(page.edges, 2):
        for a, b in pairwise(one.points):
            for c, d in pairwise(other.points):
                if _cross(a, b, c, d) or _cross(c, d, a, b):
                    x, y = (c.x, a.y) if abs(a.y - b.y) < EPS else (a.x, c.y)
                    yield round(x, 1), round(y, 1)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether a horizontal leg a-b and an upright leg c-d cross."""
    if abs(a.y - b.y) > EPS or abs(c.x - d.x) > EPS:
        return False
    left, right = sorted((a.x, b.x))
    top, bottom = sorted((c.y, d.y))
    return left + EPS < c.x < right - EPS and top + EPS < a.y < bottom - EPS


def _orders(sop: Sop) -> Iterator[tuple[int, ...]]:
    """Yield the orders with one column moved, the first kegiatan's kept leftmost."""
    count = len(sop.pelaksana)
    first = sop.langkah[0].lajur
    for moved in range(count):
        rest = [k for k in range(count) if k != moved]
        for at in range(count):
            order = (*rest[:at], moved, *rest[at:])
            if at != moved and order[0] == first:
                yield order


def _reach(sop: Sop, order: tuple[int, ...]) -> int:
    """Return over how many columns the arrows reach: a guess at how much they cross."""
    place = {lane: k for k, lane in enumerate(order)}
    lanes = {langkah.id: place[langkah.lajur] for langkah in sop.langkah}
    known = ((lanes.get(a.dari), lanes.get(a.ke)) for a in sop.alur)
    return sum(abs(a - b) for a, b in known if a is not None and b is not None)


def reordered(sop: Sop, order: tuple[int, ...]) -> Sop:
    """Return the SOP with its columns in another order."""
    place = {lane: k for k, lane in enumerate(order)}
    return replace(
        sop,
        pelaksana=tuple(sop.pelaksana[k] for k in order),
        langkah=tuple(replace(s, lajur=place[s.lajur]) for s in sop.langkah),
    )
