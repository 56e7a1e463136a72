"""Numbers, dates and times of an old sheet come out as the sheet shows them."""

from __future__ import annotations

import pytest

from sopgen.celltext import from_serial, is_moment, number, unescaped


@pytest.mark.parametrize(
    ("days", "shown", "text"),
    [
        (44200, "d/m/yyyy", "2021-01-04"),
        (44200, "[$-421]d mmmm yyyy", "2021-01-04"),
        (44200.5, "d/m/yyyy h:mm", "2021-01-04 12:00"),
        (0.25, "h:mm", "06:00"),
        (1.25, "[h]:mm", "30:00"),
    ],
)
def test_a_serial_number_is_read_by_its_format(
    days: float, shown: str, text: str
) -> None:
    assert is_moment(shown)
    assert from_serial(days, shown) == text


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (5.0, "General", "5"),
        (1.5, "General", "1.5"),
        (6123.0, "00000", "06123"),
        (406.1, "0.00", "406.10"),
        (0.5, "0%", "50%"),
        (5.0, '0 "menit"', "5 menit"),
        (1500.0, "#,##0", "1500"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, shown: str, text: str) -> None:
    assert not is_moment(shown)
    assert number(value, shown) == text


def test_letters_that_excel_escaped_come_back() -> None:
    assert unescaped("a_x000A_b _x0041_") == "a\nb A"
