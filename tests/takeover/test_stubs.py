"""Arrows shorter than hands are steady are turned where they make no sense."""

from __future__ import annotations

from sopgen.model.geometry import Point
from sopgen.takeover.arrows import Arrow
from sopgen.takeover.hops import Hop
from sopgen.takeover.stubs import (
    TURNED,
    claimed_by_hops,
    turned_hops,
    turned_stores,
)

UP = (Point(0, 2), Point(0, 0))
DOWN = (Point(0, 0), Point(0, 2))
FAR = (Point(0, 0), Point(0, 40))


def ways(arrows: tuple[Arrow, ...]) -> list[tuple[int, int]]:
    return [(a.source, a.target) for a in arrows]


def test_a_short_arrow_up_out_of_an_empty_archive_is_turned_and_doubted() -> None:
    (made,) = turned_stores((Arrow(1, 0, UP),), {1})
    assert (made.source, made.target, made.doubt) == (0, 1, TURNED)


def test_an_archive_that_is_filled_may_be_left() -> None:
    arrows = (Arrow(2, 1, FAR), Arrow(1, 0, UP))
    assert tuple(turned_stores(arrows, {1})) == arrows


def test_a_short_arrow_down_out_of_an_archive_stays() -> None:
    arrows = (Arrow(1, 0, DOWN),)
    assert tuple(turned_stores(arrows, {1})) == arrows


def test_of_two_connectors_that_both_lead_away_the_shorter_arrow_is_turned() -> None:
    hops = {8: Hop(8, "A", (0, 9.0)), 9: Hop(9, "A", (1, 1.0))}
    arrows = (Arrow(8, 0, UP), Arrow(9, 1, FAR))
    assert ways(tuple(turned_hops(arrows, hops))) == [(0, 8), (9, 1)]


def test_a_connector_without_an_arrow_gets_that_of_its_neighbour() -> None:
    hops = {
        6: Hop(6, "A", (0, 90.0)),
        7: Hop(7, "B", (0, 1.0)),
        8: Hop(8, "A", (1, 1.0)),
        9: Hop(9, "B", (1, 1.5)),
    }
    arrows = (Arrow(0, 6, DOWN), Arrow(7, 0, DOWN), Arrow(9, 2, UP), Arrow(2, 9, FAR))
    assert ways(claimed_by_hops(arrows, hops)) == [(0, 6), (7, 0), (8, 2), (2, 9)]
