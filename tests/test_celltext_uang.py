"""Money and large numbers of cells are read as offices here write them."""

from __future__ import annotations

import pytest

from sopgen.celltext import number

SHOWN = (
    (10000, '"Rp"#,##0', "Rp10.000"),
    (12500.5, '"Rp"#,##0.00', "Rp12.500,50"),
    (750, '"Rp"#,##0', "Rp750"),
    (10000, '"Rp "#,##0', "Rp 10.000"),
    (10000, "[$Rp-421]#,##0", "Rp10.000"),
    (10000, "[$Rp-421] #,##0.00", "Rp 10.000,00"),
    (10000, r"\R\p#,##0", "Rp10.000"),
    (10000, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "Rp10.000"),
    (10000, '_("Rp"* #,##0.00_);_("Rp"* (#,##0.00);_("Rp"* "-"??_);_(@_)',
     "Rp10.000,00"),
    (-10000, '"Rp"#,##0', "-Rp10.000"),
    (1234567, "#,##0", "1.234.567"),
    (12500.5, "#,##0.00", "12.500,50"),
    (10000, "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "10.000"),
    (25000, '#,##0 "lembar"', "25.000 lembar"),
    (0.5, "General", "0,5"),
    (0.25, "#,##0.00", "0,25"),
)  # fmt: skip
#: Codes, years and lengths of time, in formats that say nothing of money.
KEPT = (
    (2026, "General", "2026"), (2026, "#,##0", "2026"), (66361, "General", "66361"),
    (66361, "0", "66361"), (406.99, "General", "406.99"), (406.1, "0.00", "406.10"),
    (188.45, "#,##0.00", "188.45"), (1500, "#,##0", "1500"), (6123, "00000", "06123"),
    (5, '0 "menit"', "5 menit"), (1.5, '0.0 "jam"', "1.5 jam"), (0.5, "0%", "50%"),
    (15, "#,##0", "15"), (1, "@", "1"), (10000, "0.00E+00", "10000"),
    (30, '#,##0 "menit"', "30 menit"),
)  # fmt: skip


@pytest.mark.parametrize(("value", "shown", "text"), [*SHOWN, *KEPT])
def test_a_number_says_what_its_cell_shows(value: float, shown: str, text: str) -> None:
    assert number(value, shown) == text
