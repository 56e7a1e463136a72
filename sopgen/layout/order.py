"""Look for an order of the pelaksana columns in which fewer arrows cross.

The order is the office's to decide (the first pelaksana stands leftmost, the others by
their first kegiatan): an order is only proposed, never taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, groupby, pairwise

from sopgen.layout.arrange import draw_chart
from sopgen.layout.grid import Patience
from sopgen.layout.room import Room
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Point
from sopgen.model.kata import isian
from sopgen.model.shape import Symbols
from sopgen.model.sop import Langkah, Sop

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
    best, least, left = None, crossed, Patience()
    if crossed:
        for order in sorted(_orders(sop), key=lambda o: (_reach(sop, o), o))[:TRIED]:
            if left.lost:
                break
            moved = reordered(sop, order)
            drawn = draw_chart(moved, whole, symbols, chart.size, left)
            other = crossings(drawn)
            if other < least:
                best, least = order, other
    return _finding(sop, best, crossed, least) if best else None


def _finding(sop: Sop, order: tuple[int, ...], before: int, after: int) -> Diagnostic:
    names = ", ".join(sop.pelaksana[k].nama for k in order)
    written = f"tulis {isian('pelaksana', f'[{names}]')}"
    if any(one.kelompok for one in sop.pelaksana):
        written = f"urutkan pelaksananya: {names}"
    return diagnose(
        URUTAN,
        f"urutan pelaksana lain mengurangi silangan panah: {before} menjadi {after}",
        sop.pelaksana[0].span,
        f"bila sesuai, {written}",
    )


def crossings(chart: Chart) -> int:
    """Return at how many places arrows of a chart cross each other or a tie."""
    return sum(len(set(_spots(page))) for page in chart.pages)


def _spots(page: ChartPage) -> Iterator[tuple[float, float]]:
    lines = (*(e.points for e in page.edges), *(k.points for k in page.ikatan))
    for one, other in combinations(lines, 2):
        for a, b in pairwise(one):
            for c, d in pairwise(other):
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
    """Yield the orders with one column moved, the first kegiatan's kept leftmost.

    A group stays together.
    """
    count = len(sop.pelaksana)
    first, whole = sop.langkah[0].lajur, _runs(sop, range(count))
    for moved in range(count):
        rest = [k for k in range(count) if k != moved]
        for at in range(count):
            order = (*rest[:at], moved, *rest[at:])
            if at != moved and order[0] == first and _runs(sop, order) == whole:
                yield order


def _runs(sop: Sop, order: Sequence[int]) -> int:
    """Return how many groups stand beside each other, one in two places twice."""
    names = groupby(sop.pelaksana[k].kelompok for k in order)
    return sum(bool(nama) for nama, _ in names)


def _reach(sop: Sop, order: tuple[int, ...]) -> int:
    """Return over how many columns the arrows reach: a guess at how much they cross."""
    place = {lane: k for k, lane in enumerate(order)}
    moved = {k.id: k.di(place[n] for n in k.semua_lajur) for k in sop.langkah}
    ends = ((moved.get(a.dari), moved.get(a.ke)) for a in sop.alur)
    return sum(_apart(a, b) for a, b in ends if a and b) + sum(
        len(k.deret) - 1 for k in moved.values()
    )


def _apart(one: Langkah, other: Langkah) -> int:
    """Return how many columns lie between two langkah, each at its nearest."""
    return min(abs(a - b) for a in one.semua_lajur for b in other.semua_lajur)


def reordered(sop: Sop, order: tuple[int, ...]) -> Sop:
    """Return the SOP with its columns in another order."""
    place = {lane: k for k, lane in enumerate(order)}
    return replace(
        sop,
        pelaksana=tuple(sop.pelaksana[k] for k in order),
        langkah=tuple(s.di(place[n] for n in s.semua_lajur) for s in sop.langkah),
    )
