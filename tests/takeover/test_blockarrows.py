"""Block arrows point at symbols that they do not touch."""

from __future__ import annotations

import pytest

from tests.takeover.clerk_xlsx import FIRST, Pen
from tests.takeover.test_bad_input import messages
from tests.takeover.test_doubts import at, drawn, kegiatan, remark

Y = FIRST
BLOCK = "panah balok"


def symbols() -> Pen:
    """Return a start, two steps and an end without arrows."""
    pen = Pen()
    pen.shape("flowChartTerminator", at(2, 0), "Mulai")
    pen.shape("flowChartProcess", at(3, 1))
    pen.shape("flowChartProcess", at(5, 2))
    pen.shape("flowChartTerminator", at(2, 4), "Selesai")
    return pen


def right(pen: Pen, x: float, until: float, y: float) -> None:
    pen.shape("rightArrow", (x, Y + y - 0.05, until, Y + y + 0.05))


def down(pen: Pen, x: float, y: float, until: float) -> None:
    pen.shape("downArrow", (x - 0.06, Y + y, x + 0.06, Y + until))


def test_block_arrows_lead_from_symbol_to_symbol_and_round_corners() -> None:
    pen = symbols()
    right(pen, 2.9, 3.3, 0.5)
    down(pen, 3.5, 0.7, 1.1)
    right(pen, 4.1, 5.2, 1.5)
    down(pen, 5.5, 1.6, 2.1)
    pen.shape("leftArrow", (3.2, Y + 4.45, 5.3, Y + 4.55))
    down(pen, 5.5, 2.9, 4.3)
    made = drawn(pen)
    assert [one.get("ke") for one in kegiatan(made)[:3]] == ["2", "3", "4"]
    for row in range(3):
        assert BLOCK in remark(made, row, "ke")
    assert "SOP964" not in messages(made)


@pytest.mark.parametrize("preset", ["downArrow", "upArrow"])
def test_a_block_arrow_between_two_symbols_leads_its_way(preset: str) -> None:
    pen = Pen()
    pen.shape("flowChartProcess", at(3, 1))
    pen.shape("flowChartProcess", at(3, 2))
    pen.shape(preset, (3.45, Y + 1.85, 3.55, Y + 2.2))
    made = drawn(pen)
    first, second = kegiatan(made)[1:3]
    ways = {"downArrow": ("3", []), "upArrow": ([], "2")}
    assert (first.get("ke", "3"), second["ke"]) == ways[preset]


def test_a_block_arrow_that_touches_is_sure() -> None:
    pen = symbols()
    down(pen, 3.5, 1.73, 2.28)
    pen.shape("flowChartProcess", at(3, 2))
    made = drawn(pen)
    assert BLOCK not in remark(made, 1, "ke")


def test_a_block_arrow_far_from_everything_is_told() -> None:
    pen = symbols()
    pen.shape("rightArrow", (3.3, Y + 6.4, 3.9, Y + 6.6))
    assert "SOP964 panah tidak dibaca" in messages(drawn(pen))
