"""What goes on leaves a decision downwards, what comes back leaves it at a side."""

from __future__ import annotations

import pytest

from sopgen.layout.columns import LANE_GOOD
from sopgen.layout.keluar import exits_of
from sopgen.layout.paginate import Room, early_breaks
from sopgen.layout.route.ways.task import Keluar
from sopgen.model.chart import Edge
from tests.layout.flows import drawn, sop_of

STEPS = "a0.0T b1.1P c2.1K d3.0P e4.2P f5.0T"


def on(edges: str, steps: str = STEPS) -> list[str]:
    """Return the labels of the exits that go on, as the flow tells."""
    sop = sop_of(steps, edges)
    found = exits_of(sop)
    return [sop.alur[n].label for n, how in found.items() if how is Keluar.MAJU]


@pytest.mark.parametrize(
    ("edges", "hoped"),
    [
        ("a>b b>c c>d:Lulus c>b:Ulang d>e e>f", ["Lulus"]),
        # a step that mends stands right below, and leads back
        ("a>b b>c c>d:Kurang c>e:Cukup d>b e>f", ["Cukup"]),
        # both lead to the end: the nearest below
        ("a>b b>c c>e:Jauh c>d:Dekat d>e e>f", ["Dekat"]),
        # a refusal that ends the flow at its last step
        ("a>b b>c c>f:Ditolak c>d:Diterima d>e e>f", ["Diterima"]),
        # one exit only is no question
        ("a>b b>c c>d:Lanjut d>e e>f", []),
    ],
)
def test_the_flow_tells_which_exit_goes_on(edges: str, hoped: list[str]) -> None:
    assert on(edges) == hoped


def test_exits_that_all_come_back_have_none_that_goes_on() -> None:
    assert on("a>b b>c c>b:Ulang c>a:Batal") == []


def leaves(edge: Edge) -> str:
    first, second = edge.points[:2]
    if abs(first.x - second.x) > abs(first.y - second.y):
        return "side"
    return "foot" if second.y > first.y else "top"


def test_exits_of_all_decisions_leave_alike() -> None:
    steps = "a0.0T b1.1K c2.2P d3.1K e4.0P f5.2K g6.1T"
    edges = "a>b b>c:Ya b>a:Tidak c>d d>e:Ya d>c:Tidak e>f f>g:Ya f>e:Tidak"
    flow, _ = drawn(sop_of(steps, edges), lane=LANE_GOOD, row=20.0)
    found = {
        (edge.label.text, leaves(edge))
        for page in flow.pages
        for edge in page.edges
        if edge.label
    }
    assert found == {("Ya", "foot"), ("Tidak", "side")}


@pytest.mark.parametrize("label", ["Ya", "Disetujui"])
def test_a_label_stands_inside_a_cell(label: str) -> None:
    sop = sop_of("a0.0T b1.1K c2.2P d3.1T", f"a>b b>c:{label} b>a:Tidak c>d")
    flow, grid = drawn(sop, lane=LANE_GOOD, row=16.0)
    (page,) = flow.pages
    lines = [lane.end for lane in grid.lanes[:-1]]
    for box in (edge.label.box for edge in page.edges if edge.label):
        assert not any(box.x < x < box.x1 for x in lines)
        assert not any(box.y < row.y1 < box.y1 for row in page.rows[:-1])


def test_a_page_that_had_room_for_the_next_row_is_counted() -> None:
    heights, room = (10.0, 10.0, 10.0, 10.0), Room(height=45.0, band=5.0)
    assert early_breaks((range(2), range(2, 4)), heights, room) == 1
    assert early_breaks((range(3), range(3, 4)), heights, room) == 1
    assert early_breaks((range(3), range(3, 4)), heights, Room(44.0, 5.0)) == 0
