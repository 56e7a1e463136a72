"""How wide symbols are: one width for a SOP, a little more in a wide lane."""

from __future__ import annotations

import pytest

from sopgen.layout.grid import Grid
from sopgen.layout.place import FLATTEST, MOST_WIDER, choose_sizes
from sopgen.model.geometry import Interval
from sopgen.symbols import read_symbols


def wider(lanes: tuple[float, ...], row: float = 18.0) -> list[float]:
    """Return the widths of a box in lanes of these widths, mm."""
    ends = [sum(lanes[: n + 1]) for n in range(len(lanes))]
    spans = (Interval(end - w, end) for end, w in zip(ends, lanes, strict=True))
    sizes = choose_sizes(Grid(tuple(spans), (row,), 1e6), read_symbols())
    return [sizes.by_kind["proses"][0] * sizes.wider(lane) for lane in lanes]


@pytest.mark.parametrize("lane", [11.0, 13.0, 20.0, 28.0, 45.0])
def test_in_lanes_that_are_alike_all_symbols_are(lane: float) -> None:
    one, *others = wider((lane, lane * 1.05, lane))
    assert others == [one, one]


def test_a_symbol_is_not_lost_in_a_wide_lane() -> None:
    narrow, wide = wider((20.0, 25.9))
    assert wide >= 0.55 * 25.9
    assert narrow < wide <= MOST_WIDER * narrow


def test_symbols_of_one_chart_look_alike_however_wide_a_lane_is() -> None:
    narrow, wide = wider((14.0, 60.0))
    assert wide == pytest.approx(MOST_WIDER * narrow)


def test_no_diamond_is_flattened() -> None:
    narrow, wide = wider((20.0, 25.9), row=11.5)
    assert narrow == wide
    sizes = choose_sizes(
        Grid((Interval(0, 20), Interval(20, 45.9)), (13.0,), 1e6), read_symbols()
    )
    width, height = sizes.by_kind["keputusan"]
    assert width * sizes.wider(25.9) <= FLATTEST * height + 1e-9
