from __future__ import annotations

from sopgen.layout.connectors import plan_pages
from sopgen.layout.paginate import Room, break_pages, given_pages
from tests.layout.flows import drawn, sop_of

CHAIN = "a0.0P b1.1P c2.0P d3.1P e4.0P f5.1P"


def test_pages_are_cut_where_no_arrow_is_cut() -> None:
    sop = sop_of(CHAIN, "a>b b>c d>e e>f")
    assert break_pages(sop, (10.0,) * 6, Room(45.0, 5.0)) == (range(3), range(3, 6))


def test_no_page_is_higher_than_its_room() -> None:
    sop = sop_of(CHAIN, "a>b b>c c>d d>e e>f a>f")
    for rows in break_pages(sop, (10.0,) * 6, Room(41.0, 5.0)):
        assert len(rows) * 10 + 10 <= 41


def test_given_breaks_are_kept() -> None:
    assert given_pages((2, 4, 99), 6) == (range(2), range(2, 4), range(4, 6))


def test_arrows_with_one_target_share_a_letter_and_an_entry() -> None:
    sop = sop_of(CHAIN, "a>e b>e c>f")
    first, second = plan_pages(sop, (range(3), range(3, 6)))
    assert [c.ref for c in first.connectors] == ["A", "A", "B"]
    assert [c.ref for c in second.connectors] == ["A", "B"]
    assert second.pieces[0].alur == (0, 1)


def test_connectors_stand_inside_a_lane_and_name_the_other_page() -> None:
    sop = sop_of(CHAIN, "a>b b>c c>d d>e e>f f>a")
    flow, grid = drawn(sop, room=70.0)
    pairs: dict[str, list[int]] = {}
    for number, page in enumerate(flow.pages, 1):
        for s in page.symbols:
            if s.ref:
                lane = next(i for i in grid.lanes if i.start < s.box.cx < i.end)
                assert lane.start <= s.box.x
                assert s.box.x1 <= lane.end
                assert s.note is not None
                assert " ".join(s.note.lines) == f"lembar {s.page}"
                pairs.setdefault(s.ref, []).extend((number, s.page))
    assert pairs
    for a, b, c, d in pairs.values():
        assert (a, b) == (d, c)
