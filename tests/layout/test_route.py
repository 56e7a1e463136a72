from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise, product

import pytest

from sopgen.layout import arrange
from sopgen.layout.route.page import Page
from sopgen.layout.route.search.stand import BLOCK, Choice, Stand
from sopgen.layout.route.search.trial import Trial
from sopgen.layout.route.ways.costs import LONG_TRUNK
from sopgen.layout.route.ways.merge import Joiner
from sopgen.layout.route.ways.task import Arrow, Field, Site, Stop
from sopgen.layout.route.ways.tracks import DENSITIES, count_few
from sopgen.layout.route.ways.way import Way
from sopgen.model.chart import Edge
from sopgen.model.geometry import MM_PER_PT, Box, Interval, Point, Side
from sopgen.model.sop import Jenis
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import ROOT

LANE, ROW = 22.0, 16.0
#: Rows and lanes of symbols, and the arrows between them.
PLACES = ((0, 0), (1, 2), (2, 1), (3, 0), (4, 2))
PAIRS = (*((n, n + 1) for n in range(4)), (3, 0), (4, 0), (4, 1), (2, 4))


def stop_at(row: int, lane: int) -> Stop:
    """Return a box in the middle of a cell, with a site amid each side."""
    box = Box(lane * LANE + 5, row * ROW + 5, LANE - 10, ROW - 10)
    ends: dict[Side, Point] = {
        "top": Point(box.cx, box.y),
        "bottom": Point(box.cx, box.y1),
        "left": Point(box.x, box.cy),
        "right": Point(box.x1, box.cy),
    }
    sites = tuple(Site(side, 0.5, point, True) for side, point in ends.items())
    name = f"s{row}"
    return Stop(name, name, box, row, lane, sites)


@cache
def routed() -> Page:
    stops = [stop_at(*place) for place in PLACES]
    field = Field(
        lanes=tuple(Interval(n * LANE, n * LANE + LANE) for n in range(3)),
        rows=tuple(Interval(n * ROW, n * ROW + ROW) for n in range(5)),
        bands=frozenset(),
        symbols=tuple(stops),
    )
    arrows = tuple(Arrow((stops[a],), (stops[b],), Jenis.PROSES) for a, b in PAIRS)
    page = Page(field, arrows, DENSITIES[0])
    page.route()
    return page


def some_ways(page: Page, e: int) -> list[Way]:
    ways = page.board.pools[e][:4]
    for way in ways:
        page.board.fill(way)
    return ways


def crossings(a: tuple[Point, ...], b: tuple[Point, ...]) -> int:
    """Return how often a run of one line crosses one of the other, by their places."""
    found = 0
    for (p, q), (u, v) in product(pairwise(a), pairwise(b)):
        if (p.x == q.x) == (u.x == v.x):
            continue
        if p.x != q.x:
            p, q, u, v = u, v, p, q
        found += min(u.x, v.x) < p.x < max(u.x, v.x) and min(p.y, q.y) < u.y < max(
            p.y, q.y
        )
    return found


def test_ways_cross_as_often_as_their_bits_say() -> None:
    page = routed()
    counted = 0
    for e, k in combinations(range(len(PAIRS)), 2):
        for a, b in product(some_ways(page, e), some_ways(page, k)):
            if not a.taken & b.taken:
                lines = a.points(page.tracks), b.points(page.tracks)
                assert count_few(a.taken & b.turned) == crossings(*lines)
                assert count_few(b.taken & a.turned) == crossings(*lines)
                counted += crossings(*lines)
    assert counted > 20


def test_a_page_in_blocks_is_the_page_arrow_by_arrow() -> None:
    board, every = routed().board, range(len(PAIRS))
    assert len(PAIRS) > BLOCK
    stand = Stand(board._stand.ground, len(PAIRS))
    for moved in every:
        stand.put(moved, board.chosen[moved])
        for e in every:
            friends = board.mates[e]
            kept = stand.all_but(frozenset((e,)), friends)
            rest = [k for k in every if k != e]
            assert kept == stand.add(stand.ground, rest, friends)


def test_what_does_not_pay_is_as_it_was() -> None:
    page = routed()
    board, before = page.board, list(page.board.chosen)
    for group in combinations(range(len(PAIRS)), 2):
        trial = Trial(page.improver.balance, list(group))
        assert [board.chosen[e] for e in group] == [None, None]
        for e in group:
            others = board.others(e, trial.base)
            trial.place(e, board.weigh(board.pools[e][-1], others, float("inf")))
        assert not trial.pays()
        assert board.chosen == before


def test_what_pays_stays() -> None:
    page = routed()
    board, balance = page.board, page.improver.balance
    before = list(board.chosen)
    bad = board.pools[0][-1]
    board.fill(bad)
    board.lift([0]).place(0, Choice(bad.price, bad, None))
    trial = Trial(balance, [0])
    chosen = trial.choose(0)
    assert chosen.way is not bad
    assert trial.pays()
    assert board.chosen[0] == chosen
    board.lift(range(len(PAIRS))).place_all(before)


def shared(a: tuple[Point, ...], b: tuple[Point, ...]) -> float:
    """Return how far two lines run together at their ends."""
    length = 0.0
    for (p, q), (u, v) in zip(pairwise(a[::-1]), pairwise(b[::-1]), strict=False):
        one, two = Point(q.x - p.x, q.y - p.y), Point(v.x - u.x, v.y - u.y)
        if p != u or one.x * two.x + one.y * two.y <= 0:
            break
        length += min(abs(one.x) + abs(one.y), abs(two.x) + abs(two.y))
    return length


def test_a_trunk_costs_more_when_it_is_long() -> None:
    page = routed()
    joiner, long, short = Joiner(page.tracks), 0, 0
    loops = [e for e, (_, target) in enumerate(PAIRS) if target == 0]
    for e, k in combinations(loops, 2):
        for a, b in product(some_ways(page, e), some_ways(page, k)):
            join = joiner.join(a, b) if a.taken & b.taken else None
            if join is not None:
                length = shared(a.points(page.tracks), b.points(page.tracks))
                # a trunk begins with the first node, a little off the symbol
                assert (length > LONG_TRUNK + 3) <= (join.hidden > 0)
                assert (join.hidden > 0) <= (length > LONG_TRUNK)
                long += join.hidden > 0
                short += join.hidden == 0
    assert min(long, short) > 1


@pytest.mark.slow
def test_no_two_arrows_of_a_shipped_chart_run_together_for_long() -> None:
    symbols, found = read_symbols(), []
    for name in ("karangan", "kampak"):
        buku = read_buku(ROOT / "specs" / name).buku
        assert buku is not None
        for sop in buku.sop:
            room = chart_room(buku)
            chart = arrange(sop, room, symbols, keterangan=buku.berketerangan)
            for page in chart.pages:
                found += [
                    f"{sop.id}: {a.source}, {b.source}->{b.target}"
                    for a, b in combinations(page.edges, 2)
                    if _hidden(a, b)
                ]
    assert found == []


def _hidden(a: Edge, b: Edge) -> bool:
    return a.target == b.target and shared(a.points, b.points) > 60 * MM_PER_PT
