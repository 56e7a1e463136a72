from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.layout.flow import draw_flow
from sopgen.layout.grid import Patience
from sopgen.layout.route import page
from sopgen.model.sop import Sop
from sopgen.symbols import read_symbols
from tests.drawing.draw_cases import as_drawing, read_case
from tests.drawing.exits import make_exits
from tests.drawing.families import make_case
from tests.layout import checks
from tests.layout.flows import drawn, grid_of, long_sop, sop_of


@pytest.mark.parametrize("seed", range(100, 142))
def test_a_random_flow_in_fixed_cells_has_no_fault(seed: int) -> None:
    sop, grid = read_case(make_case(seed))
    flow = draw_flow(sop, grid, read_symbols())
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []


@pytest.mark.slow
def test_an_arrow_that_is_just_too_tight_is_freed_by_other_sizes() -> None:
    sop, grid = read_case(make_case(60372))
    flow = draw_flow(sop, grid, read_symbols())
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []


@pytest.mark.slow
def test_a_label_that_finds_no_place_of_its_own_is_told() -> None:
    fixed = {**make_exits(491), "growing": False}
    del fixed["room"]
    sop, grid = read_case(fixed)
    flow = draw_flow(sop, grid, read_symbols())
    (covered,) = (what for page in flow.pages for what in checks.covered_texts(page))
    (found,) = (f for f in flow.findings if f.code == "SOP502")
    alur = next(a for a in sop.alur if covered.startswith(f"{a.dari}->{a.ke} "))
    assert found.span == alur.span
    assert f"`{alur.label}`" in found.message


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 214))
def test_a_random_flow_in_growing_rows_has_no_fault(seed: int) -> None:
    sop, _ = read_case(make_case(seed))
    flow, grid = drawn(sop, lane=17.0, row=11.0, room=165.0)
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "lanes"), [(60, 15), (60, 2), (30, 8), (1, 1)])
def test_long_and_wide_flows_have_no_fault(rows: int, lanes: int) -> None:
    sop = long_sop(rows, lanes, 1)
    flow, grid = drawn(sop, lane=13.0, row=12.0, room=160.0)
    assert list(checks.faults(flow, sop, grid)) == []


def test_every_page_fits_its_room() -> None:
    flow, _ = drawn(long_sop(40, 5, 3), room=150.0)
    assert max(page.rows[-1].y1 for page in flow.pages) <= 150.0 + checks.EPS


def test_rows_grow_no_more_than_symbols_and_tracks_need() -> None:
    flow, _ = drawn(sop_of("a0.0T b1.1P c2.2P", "a>b b>c"), row=30.0)
    assert [row.y1 - row.y0 for row in flow.pages[0].rows] == [30.0, 30.0, 30.0]


def test_symbols_of_one_kind_have_one_size() -> None:
    flow, _ = drawn(long_sop(30, 4, 2), room=160.0)
    symbols = [s for page in flow.pages for s in page.symbols]
    for simbol in {s.simbol for s in symbols}:
        sizes = {
            (round(s.box.w, 6), round(s.box.h, 6))
            for s in symbols
            if s.simbol == simbol
        }
        assert len(sizes) == 1


def test_two_symbols_of_one_cell_are_stacked() -> None:
    flow, _ = drawn(sop_of("a0.0T b0.0P", "a>b", lanes=1))
    upper, lower = flow.pages[0].symbols
    assert upper.box.y1 < lower.box.y
    assert len(flow.pages[0].edges[0].points) == 2


def test_exits_of_a_decision_leave_at_different_corners() -> None:
    sop = sop_of(
        "a0.0P k1.1K b2.0P c2.2P d3.1P", "a>k k>b:Ya k>c:Tidak k>d:Ulang b>d c>d"
    )
    flow, grid = drawn(sop)
    ports = [e.ports[0].side for e in flow.pages[0].edges if e.source == "k"]
    assert len(set(ports)) == 3
    assert list(checks.faults(flow, sop, grid)) == []


def test_arrows_meet_the_middle_of_a_side_unless_it_is_taken() -> None:
    flow, _ = drawn(long_sop(30, 4, 5), room=160.0)
    assert [found for page in flow.pages for found in checks.beside_middles(page)] == []


@pytest.mark.slow
def test_a_search_that_had_to_end_is_told_and_the_best_chart_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "STEPS", 0)
    monkeypatch.setattr(page, "STEPS_EACH", 9)
    sop, grid = read_case(make_case(34))
    flow = draw_flow(sop, grid, read_symbols())
    finding = next(f for f in flow.findings if f.code == "SOP509")
    assert finding.severity == "info"
    assert finding.span in {alur.span for alur in sop.alur}
    assert checks.undrawn(flow, sop) == []


def test_a_self_loop_is_drawn_outside_its_symbol() -> None:
    sop = sop_of("a0.0P", "a>a", lanes=1)
    flow, grid = drawn(sop)
    assert len(flow.pages[0].edges[0].points) == 5
    assert list(checks.faults(flow, sop, grid)) == []


def test_a_decision_without_exits_is_drawn() -> None:
    flow, _ = drawn(sop_of("a0.0P k1.1K", "a>k"))
    assert len(flow.pages[0].symbols) == 2


def test_an_arrow_to_an_unknown_step_is_reported_not_drawn() -> None:
    sop = sop_of("a0.0P b1.1P", "a>b a>x")
    flow, _ = drawn(sop)
    assert len(flow.pages[0].edges) == 1
    assert [f.code for f in flow.findings] == ["SOP505"]


def exits(count: int) -> Sop:
    """Return a decision that leads to so many kegiatan in three lanes."""
    steps = "abcdefghijlm"[:count]
    kegiatan = " ".join(f"{c}{n}.{n % 3}P" for n, c in enumerate(steps, 1))
    return sop_of(f"k0.1K {kegiatan}", " ".join(f"k>{c}" for c in steps))


@pytest.mark.parametrize("count", [5, 6, 7, 8])
def test_more_exits_than_corners_share_a_trunk(count: int) -> None:
    sop = exits(count)
    flow, grid = drawn(sop)
    assert list(checks.faults(flow, sop, grid)) == []
    assert checks.complaints(flow) == []


@pytest.mark.slow
def test_more_exits_than_a_lane_has_tracks_are_drawn_and_reported() -> None:
    sop = exits(12)
    flow, _ = drawn(sop)
    assert checks.undrawn(flow, sop) == []
    assert "SOP501" in {f.code for f in flow.findings}


@pytest.mark.slow
def test_a_chart_that_is_given_up_is_drawn_and_reported_all_the_same() -> None:
    sop = exits(12)
    grid = replace(grid_of(sop), patience=Patience(0))
    flow = draw_flow(sop, grid, read_symbols())
    assert checks.undrawn(flow, sop) == []
    assert "SOP501" in {f.code for f in flow.findings}


def test_patience_is_lost_by_arrows_without_a_way() -> None:
    patience = Patience(2)
    patience.lose(0)
    assert not patience.lost
    patience.lose(2)
    assert patience.lost


@pytest.mark.slow
def test_lanes_too_narrow_for_any_track_are_drawn_and_reported() -> None:
    sop = long_sop(20, 4, 2)
    flow, _ = drawn(sop, lane=5.0, row=12.0)
    assert checks.undrawn(flow, sop) == []
    assert "SOP501" in {f.code for f in flow.findings}
    assert all(f.span and f.saran for f in flow.findings)


def test_a_sop_without_steps_gives_empty_rows() -> None:
    sop = replace(sop_of("a0.0P", ""), langkah=())
    flow, _ = drawn(sop)
    assert flow.pages[0].symbols == ()


def test_text_too_long_for_its_symbol_is_reported() -> None:
    sop = sop_of("a0.0T", "", lanes=1)
    long = replace(sop.langkah[0], teks="Pertanggungjawabannya" * 4)
    flow, _ = drawn(replace(sop, langkah=(long,)))
    assert [f.code for f in flow.findings] == ["SOP504"]


@pytest.mark.slow
def test_the_same_flow_is_drawn_the_same_in_any_company() -> None:
    first, second = (_drawing(read_case(make_case(n))[0], n) for n in (300, 301))
    again = _drawing(read_case(make_case(300))[0], 300)
    assert first == again != second


def _drawing(sop: Sop, seed: int) -> str:
    symbols = read_symbols()
    grid = read_case(make_case(seed))[1]
    return json.dumps(as_drawing(draw_flow(sop, grid, symbols), grid, symbols))


@pytest.mark.slow
def test_cases_are_drawn_into_a_folder(tmp_path: Path) -> None:
    from tests.drawing import draw_cases, families

    families.main([str(tmp_path / "in"), "2"])
    assert draw_cases.main([str(tmp_path / "in"), str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").glob("acak-*.json"))) == 2
    assert len(json.loads((tmp_path / "out" / "times.json").read_text())) == 2
