"""Connectors without letters go on in their own column, the way their arrow points."""

from __future__ import annotations

import pytest

from sopgen.model.geometry import Point
from sopgen.takeover.arrows import Arrow
from sopgen.takeover.hops import UNNAMED, Hop, connect

DOWN = (Point(0, 0), Point(0, 9))
UP = (Point(0, 9), Point(0, 0))
#: Connectors of two pages: those of the first stand at its end, in three columns.
FIRST = {n: Hop(n, "", (0, 90.0), 30.0 * n) for n in (1, 2, 3)}
SECOND = {n + 3: Hop(n + 3, "", (1, 5.0), 30.0 * n + 1) for n in (1, 2, 3)}


def whole(*arrows: Arrow) -> dict[tuple[int, int], tuple[bool, str]]:
    made = connect(arrows, {**FIRST, **SECOND})
    assert made.lost == ()
    return {(a.source, a.target): (a.dashed, a.doubt) for a in made.arrows}


def test_three_side_by_side_go_on_in_their_columns() -> None:
    found = whole(
        Arrow(20, 2, DOWN), Arrow(20, 3, DOWN, dashed=True), Arrow(21, 4, UP),
        Arrow(1, 20, UP), Arrow(5, 21, DOWN), Arrow(6, 22, DOWN),
    )  # fmt: skip
    assert found == {
        (20, 21): (False, UNNAMED),
        (20, 22): (True, UNNAMED),
        (21, 20): (False, UNNAMED),
    }


@pytest.mark.parametrize(("way", "target"), [(DOWN, 42), (UP, 41)])
def test_in_one_column_the_arrow_tells_the_way(
    way: tuple[Point, ...], target: int
) -> None:
    hops = {
        1: Hop(1, "", (0, 90.0), 30.0),
        2: Hop(2, "", (1, 50.0), 30.0),
        3: Hop(3, "", (2, 5.0), 30.0),
    }
    arrows = (Arrow(40, 2, way), Arrow(1, 41, UP), Arrow(3, 42, DOWN))
    (made,) = connect(arrows, hops).arrows
    assert (made.source, made.target) == (40, target)


def test_one_in_another_column_is_better_than_none() -> None:
    hops = {1: Hop(1, "", (0, 90.0), 30.0), 2: Hop(2, "", (1, 5.0), 90.0)}
    (made,) = connect((Arrow(40, 1, DOWN), Arrow(2, 41, DOWN)), hops).arrows
    assert (made.source, made.target) == (40, 41)
