"""What several pelaksana do: one box over neighbours, boxes with a tie apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from sopgen.layout.flow import Flow, Grid, draw_flow
from sopgen.layout.route.ways.costs import LINE_CLEAR
from sopgen.model.chart import Symbol
from sopgen.model.sop import Sop
from sopgen.symbols import read_symbols
from tests.drawing.bersama import make_joint_case
from tests.drawing.draw_cases import read_case
from tests.layout import checks
from tests.layout.flows import drawn, sop_of


def clean(sop: Sop, **sizes: float) -> tuple[Flow, Grid]:
    flow, grid = drawn(sop, **sizes)
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []
    return flow, grid


def boxes(flow: Flow, name: str) -> list[Symbol]:
    """Return the boxes of a step from the left."""
    every = (s for page in flow.pages for s in page.symbols)
    return sorted(
        (s for s in every if (s.langkah or s.id) == name), key=lambda s: s.box.x
    )


def ends(flow: Flow, name: str) -> Iterator[tuple[str, str]]:
    for page in flow.pages:
        yield from (
            (e.source, e.target) for e in page.edges if name in (e.source, e.target)
        )


def test_neighbours_share_one_box_as_wide_as_their_lanes_less_the_clear_space() -> None:
    flow, grid = clean(sop_of("a0.0T b1.1,2,3P c2.1P d3.0T", "a>b b>c c>d", lanes=5))
    (wide,), (one,) = boxes(flow, "b"), boxes(flow, "c")
    left, right = grid.lanes[1], grid.lanes[3]
    assert wide.box.x - left.start == pytest.approx(one.box.x - left.start)
    assert right.end - wide.box.x1 == pytest.approx(grid.lanes[1].end - one.box.x1)
    assert wide.box.h == one.box.h
    assert [page.ikatan for page in flow.pages] == [()]


def test_a_lane_that_takes_no_part_is_passed_by_a_line() -> None:
    flow, grid = clean(sop_of("a0.0T b1.0,1,3P c2.3T", "a>b b>c", lanes=4))
    first, last = boxes(flow, "b")
    (tie,) = flow.pages[0].ikatan
    assert (first.box.h, first.simbol) == (last.box.h, last.simbol)
    assert (tie.source, tie.target) == (first.id, last.id)
    assert tie.points[0].x == pytest.approx(first.box.x1)
    assert tie.points[1].x == pytest.approx(last.box.x)
    passed = grid.lanes[2]
    assert first.box.x1 < passed.start
    assert passed.end < last.box.x


def test_slopes_and_a_tie_leave_each_arrow_a_place_of_its_own() -> None:
    steps = "a0.1T b1.0,1,3H c2.0P d2.1P e2.2P f2.3P"
    clean(sop_of(steps, "a>b b>c b>d b>e b>f", lanes=4), row=24.0)


@pytest.mark.parametrize("kind", ["P", "T", "K", "D"])
def test_one_box_has_the_name_of_the_step_and_all_arrows(kind: str) -> None:
    sop = sop_of(f"a0.3P b1.0,2,4{kind} c2.3P", "a>b b>c", lanes=5)
    flow, _ = clean(sop)
    assert sorted(s.langkah for s in boxes(flow, "b")) == ["", "b", "b"]
    assert list(ends(flow, "b")) == [("a", "b"), ("b", "c")]


def test_arrows_meet_the_box_nearest_to_where_they_come_from_and_go() -> None:
    near_left, _ = clean(sop_of("a0.0T b1.0,2,4P c2.1P", "a>b b>c", lanes=5))
    near_right, _ = clean(sop_of("a0.4T b1.0,2,4P c2.3P", "a>b b>c", lanes=5))
    assert boxes(near_left, "b")[0].id == "b"
    assert boxes(near_right, "b")[2].id == "b"


def test_a_decision_apart_takes_a_box_with_room_for_its_answers() -> None:
    sop = sop_of(
        "a0.2T b1.0,2,4K c2.1P d3.2T", "a>b b>c:Ya b>d:Tidak b>a:Ulang c>d", lanes=5
    )
    flow, _ = clean(sop)
    places = [s.id for s in boxes(flow, "b")]
    assert places.index("b") in (0, 2)


@pytest.mark.parametrize("lanes", ["0,1", "1,2", "0,1,2,3", "0,1,2,3,4,5"])
@pytest.mark.parametrize("kind", ["K", "D"])
def test_no_arrow_runs_on_the_line_between_two_lanes(lanes: str, kind: str) -> None:
    sop = sop_of(f"a0.{lanes}P b1.{lanes}{kind} c2.{lanes}T", "a>b b>c:Ya", lanes=6)
    flow, grid = clean(sop)
    edges = {lane.start for lane in grid.lanes}
    for edge in flow.pages[0].edges:
        for a, b in checks.legs(edge):
            if a.x == b.x:
                assert min(abs(a.x - x) for x in edges) >= LINE_CLEAR - checks.EPS


def test_joint_rows_below_each_other_are_joined_by_straight_arrows() -> None:
    every = "0,1,2,3"
    sop = sop_of(
        f"a0.{every}T b1.{every}P c2.{every}P d3.{every}K e4.{every}T",
        "a>b b>c c>d d>e:Ya d>b:Tidak",
        lanes=4,
    )
    flow, _ = clean(sop)
    straight = [e for e in flow.pages[0].edges if len(e.points) == 2]
    assert [(e.source, e.target) for e in straight] == [
        ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"),
    ]  # fmt: skip


def test_all_lanes_at_once_leave_arrows_room_at_both_sides() -> None:
    sop = sop_of(
        "a0.0T b1.0,1,2P c2.0,1,2P d3.1K e4.2T", "a>b b>c c>d d>e:Ya d>a:Tidak"
    )
    clean(sop)


def test_a_symbol_in_a_lane_that_is_passed_stands_below_the_line() -> None:
    sop = sop_of("a0.0T b1.0,2P x1.1D y1.1,2P c2.2T", "a>b b>x b>c x>c y>c", lanes=3)
    flow, _ = clean(sop)
    levels = [boxes(flow, name)[0].box for name in "bxy"]
    assert all(a.y1 < b.y for a, b in pairwise(levels))


def test_symbols_that_have_no_lane_in_common_stand_on_one_line() -> None:
    sop = sop_of("a0.0T b1.0,1P x1.2,3D c2.0T", "a>b b>x b>c", lanes=4)
    flow, _ = clean(sop)
    assert boxes(flow, "b")[0].box.cy == pytest.approx(boxes(flow, "x")[0].box.cy)


def test_arrows_over_a_page_break_stand_above_and_below_a_joint_box() -> None:
    """A lane that the line between two boxes passes is not free."""
    rows = " ".join(f"{chr(98 + n)}{n + 1}.0,1,3P" for n in range(9))
    names = "abcdefghij"
    edges = " ".join(f"{a}>{b}" for a, b in pairwise(names))
    flow, _ = clean(sop_of(f"a0.0T {rows}", edges, lanes=4), row=20.0, room=100.0)
    connectors = [[s for s in page.symbols if s.ref] for page in flow.pages]
    assert [len(found) for found in connectors] == [1, 2, 1]
    for page in flow.pages:
        boxes = {s.id: s.box for s in page.symbols if not s.ref}
        ends = {(e.source, e.target) for e in page.edges}
        for s in page.symbols:
            if s.ref:
                (other,) = ({*pair} - {s.id} for pair in ends if s.id in pair)
                box = boxes[next(iter(other))]
                assert s.box.y1 < box.y or box.y1 < s.box.y


def test_two_steps_may_be_called_like_a_further_box() -> None:
    sop = sop_of("a0.0,2P b1.0T", "a>b")
    twin = replace(sop.langkah[1], id="a~2")
    flow, _ = drawn(replace(sop, langkah=(sop.langkah[0], twin), alur=()))
    ids = [s.id for page in flow.pages for s in page.symbols]
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(make_joint_case(1020225), id="another symbol shuts the foot"),
        pytest.param(make_joint_case(1020158), id="another symbol shuts the top"),
        pytest.param(make_joint_case(1020116), id="four pass the box below them"),
    ],
)
def test_a_box_in_a_stack_has_a_place_for_every_arrow(case: dict[str, Any]) -> None:
    sop, grid = read_case(case)
    flow = draw_flow(sop, grid, read_symbols())
    assert checks.complaints(flow) == []
    assert list(checks.faults(flow, sop, grid)) == []
