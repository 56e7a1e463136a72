"""Where the connectors of a chart of several pages stand: in free cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.layout import arrange
from sopgen.layout.flow import Flow, FlowPage, Grid, draw_flow
from sopgen.layout.grid import Grid as Table
from sopgen.model.chart import ChartRow, Symbol
from sopgen.model.geometry import Box, Interval
from sopgen.model.sop import Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import ROOT
from tests.drawing.bersama import make_joint_case
from tests.drawing.draw_cases import read_case
from tests.drawing.exits import make_exits
from tests.layout import checks
from tests.layout.flows import drawn, grid_of, long_sop, sop_of

CHAIN = "a0.1P b1.1P c2.1P d3.1P e4.1P f5.1P"
EDGES = "a>b b>c c>d d>e e>f"


def pages_of(steps: str, edges: str, lanes: int = 3, rows: int = 3) -> list[FlowPage]:
    """Return the pages of a flow, each with so many rows of 20 mm, drawn clean."""
    sop = sop_of(steps, edges, lanes)
    flow, grid = drawn(sop, row=20.0, room=rows * 20.0)
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []
    return list(flow.pages)


def connector(page: FlowPage) -> Symbol:
    """Return the only connector of a page."""
    (found,) = (s for s in page.symbols if s.ref)
    return found


def box_of(page: FlowPage, name: str) -> Box:
    return next(s.box for s in page.symbols if s.id == name)


def row_of(page: FlowPage, box: Box) -> ChartRow:
    return next(row for row in page.rows if row.y0 < box.cy < row.y1)


def note_of(symbol: Symbol) -> Box:
    assert symbol.note is not None
    return symbol.note.box


def test_an_arrow_goes_straight_into_the_cell_beside_its_symbol() -> None:
    first, second = pages_of(CHAIN, EDGES)
    (leaving,) = (e for e in first.edges if e.source == "c")
    (coming,) = (e for e in second.edges if e.target == "d")
    assert [port.side for port in leaving.ports] == ["right", "left"]
    assert [port.side for port in coming.ports] == ["right", "left"]
    assert len(leaving.points) == len(coming.points) == 2
    assert connector(first).box.cx == pytest.approx(60.0)
    assert connector(second).box.cx == pytest.approx(12.0)


def test_what_an_exit_says_stands_below_it_and_what_an_entry_says_above() -> None:
    first, second = map(connector, pages_of(CHAIN, EDGES))
    assert first.box.y1 < note_of(first).y
    assert note_of(second).y1 < second.box.y


def test_pages_have_rows_of_kegiatan_only_and_these_fill_them() -> None:
    pages = pages_of(CHAIN, EDGES)
    assert [[row.kegiatan for row in page.rows] for page in pages] == [
        [0, 1, 2],
        [3, 4, 5],
    ]
    assert [page.rows[-1].y1 for page in pages] == pytest.approx([60.0, 60.0])


def test_a_cell_with_a_symbol_is_not_free() -> None:
    beside = "c2.1P x2.2D y2.0D"
    first, _ = pages_of(CHAIN.replace("c2.1P", beside), f"{EDGES} c>x c>y", rows=4)
    exit_, own = connector(first), box_of(first, "c")
    if row_of(first, exit_.box) == row_of(first, own):
        assert own.y1 < exit_.box.y
    taken = [box_of(first, name) for name in "xy"]
    assert not any(checks.inner_overlap(exit_.box, box) for box in taken)


def test_without_a_free_cell_it_stands_under_the_symbol_in_a_higher_row() -> None:
    full = "a0.0P b1.0P c2.0P d3.0P e4.0P f5.0P"
    first, second = pages_of(full, EDGES, lanes=1, rows=4)
    for page, name, below in ((first, "c", True), (second, "d", False)):
        found, own = connector(page), box_of(page, name)
        row = row_of(page, own)
        assert row_of(page, found.box) == row
        assert (found.box.y > own.y1) is below
        assert row.y0 <= note_of(found).y
        assert note_of(found).y1 <= row.y1
        heights = [r.y1 - r.y0 for r in page.rows]
        assert row.y1 - row.y0 == max(heights) > min(heights) + 5.0


def test_a_row_too_low_for_a_note_holds_no_connector() -> None:
    sop = sop_of(CHAIN, EDGES)
    grid = grid_of(sop)
    for row, beside in ((12.0, False), (13.0, True)):
        fixed = replace(grid, heights=(row,) * 6, breaks=(3,), growing=False)
        page = draw_flow(sop, fixed, read_symbols()).pages[0]
        line = box_of(page, "c").cy
        assert (connector(page).box.cy == pytest.approx(line)) is beside


def test_a_lane_too_narrow_for_a_note_holds_no_connector() -> None:
    sop = sop_of(CHAIN, EDGES)
    lanes = (Interval(0.0, 24.0), Interval(24.0, 48.0), Interval(48.0, 54.0))
    grid = Table(lanes, (30.0,) * 6, 1e6, (3,))
    page = draw_flow(sop, grid, read_symbols()).pages[0]
    assert connector(page).box.x1 < 24.0


def outside(page: FlowPage, grid: Grid) -> list[str]:
    """Return the connectors that are not in one cell with their notes."""
    found = []
    for s in (s for s in page.symbols if s.ref):
        row = row_of(page, s.box)
        lane = next(one for one in grid.lanes if one.start < s.box.cx < one.end)
        for box in (s.box, note_of(s)):
            across = lane.start <= box.x and box.x1 <= lane.end
            if not across or box.y < row.y0 or box.y1 > row.y1:
                found.append(s.id)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("lane", [13.0, 20.0])
def test_connectors_of_any_flow_stand_in_cells_with_their_notes(lane: float) -> None:
    stood = 0
    for seed in range(30):
        sop = long_sop(10 + seed % 14, 2 + seed % 7, seed)
        flow, grid = drawn(sop, lane=lane, row=15.5, room=120.0)
        stood += sum(bool(s.ref) for page in flow.pages for s in page.symbols)
        assert [outside(page, grid) for page in flow.pages if outside(page, grid)] == []
        assert all(row_is_kegiatan(flow, sop)), seed
        assert all(
            page.rows[-1].y1 <= grid.room + 1e-6
            for page in flow.pages
            if len(page.rows) > 1
        ), seed
    assert stood > 50


def row_is_kegiatan(flow: Flow, sop: Sop) -> list[bool]:
    """Return for each kegiatan whether it has its row, in order, and no other."""
    rows = [row.kegiatan for page in flow.pages for row in page.rows]
    return [a == b for a, b in zip(rows, range(len(sop.kegiatan)), strict=True)]


@pytest.mark.slow
def test_no_arrow_comes_back_to_its_own_connector() -> None:
    sop, grid = read_case(make_joint_case(902033))
    for page in draw_flow(sop, grid, read_symbols()).pages:
        assert checks.through_symbols(page) == []


@pytest.mark.slow
def test_no_label_stands_in_a_band_that_is_not_printed() -> None:
    sop, grid = read_case(make_exits(906075))
    for page in draw_flow(sop, grid, read_symbols()).pages:
        labels = [edge.label.box for edge in page.edges if edge.label]
        assert all(page.rows[0].y0 <= box.y for box in labels)
        assert all(box.y1 <= page.rows[-1].y1 for box in labels)


@pytest.mark.slow
def test_higher_rows_for_connectors_cost_no_page() -> None:
    """Karangan 08 has no free cell beside its first symbol."""
    buku = read_buku(ROOT / "specs" / "karangan").buku
    assert buku is not None
    sop = next(one for one in buku.sop if one.nomor == 8)
    room = chart_room(buku)
    chart = arrange(sop, room, read_symbols(), keterangan=buku.berketerangan)
    assert len(chart.pages) == 2
    assert all(page.frame.y1 <= room[1] for page in chart.pages)
