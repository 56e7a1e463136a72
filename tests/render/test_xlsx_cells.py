"""What a cell of an Excel file holds: text that stays text, numbers."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from sopgen.render.xlsx.pieces import middle_of
from tests.render.test_xlsx import identity, identity_file, table
from tests.render.xlsx_reader import S


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+62 355", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "#N/A", "2025-01-01"],
)
def test_text_stays_text(text: str) -> None:
    sheet = identity(table(text, "lain"))
    assert sheet.cells[0, 0] == text
    assert next(c.get("t") for c in sheet.root.iter(f"{S}c")) == "inlineStr"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_text_that_begins_like_a_formula_stays_text_when_it_is_edited(
    sign: str,
) -> None:
    made = load_workbook(BytesIO(identity_file(table(f"{sign}A1", "lain"))))
    first, second = next(made.active.iter_rows(max_row=1))
    assert first.quotePrefix
    assert not second.quotePrefix


def test_whole_numbers_are_numbers_but_codes_are_not() -> None:
    sheet = identity(table("12", "007", "197003121998031005"))
    kinds = [c.get("t", "n") for c in sheet.root.iter(f"{S}c")]
    assert kinds == ["n", "inlineStr", "inlineStr"]
    assert list(sheet.cells.values()) == ["12", "007", "197003121998031005"]


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    sheet = identity(table("a\x00b\x0bc\ud800d\ufffee", "<&>\"'"))
    assert list(sheet.cells.values()) == ["abcde", "<&>\"'"]


@pytest.mark.parametrize(
    ("own", "middle"),
    [((0, 48, 100), 48), ((0, 30, 100), 50), ((0, 45, 52, 100), 52), ((), 50)],
)
def test_two_columns_of_a_list_meet_at_an_edge_near_the_middle(
    own: tuple[float, ...], middle: float
) -> None:
    assert middle_of(own, 0, 100) == middle
