"""Pages with several columns, filled one after the other."""

from __future__ import annotations

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    ColumnBreak,
    Document,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Space,
    Style,
)
from sopgen.model.page import Page, TextPiece
from sopgen.typeset import typeset

STYLE = Style("Uji", size_pt=10)
SHEET = Sheet(420, 297, Margins(10, 10, 10, 10), columns=2, gutter=20)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),), STYLE)


def pages(*blocks: Block) -> tuple[Page, ...]:
    section = Section(BagianId("uji"), SHEET, blocks, numbering="tanpa")
    return typeset(Document("", "", "", (section,))).pages


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Return where each text of a page begins, in whole mm."""
    texts = (item for item in page.items if isinstance(item, TextPiece))
    return {item.text: (round(item.x), round(item.y)) for item in texts}


def test_a_column_is_its_share_of_what_margins_and_gutters_leave() -> None:
    assert SHEET.column == (190.0, 277.0)
    assert Sheet(100, 50, Margins(5, 5, 5, 5)).column == (90.0, 40.0)


def test_what_follows_a_break_stands_at_the_top_of_the_next_column() -> None:
    (page,) = pages(paragraph("kiri"), ColumnBreak(), paragraph("kanan"))
    left, right = places(page)["kiri"], places(page)["kanan"]
    assert (left[0], right[0]) == (10, 220)
    assert left[1] == right[1]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_two_columns_make_a_page(count: int) -> None:
    blocks: list[Block] = [paragraph("satu")]
    for _ in range(count - 1):
        blocks += [ColumnBreak(), paragraph("lagi")]
    assert len(pages(*blocks)) == -(-count // 2)


def test_a_full_column_goes_on_in_the_next_one() -> None:
    (page,) = pages(paragraph("atas"), Space(270), paragraph("bawah"))
    assert places(page)["bawah"][0] == 220
    assert places(page)["bawah"][1] == places(page)["atas"][1]


def test_nothing_is_tied_over_a_break() -> None:
    tied = Paragraph((Run("kepala"),), STYLE, keep_next=True)
    (page,) = pages(tied, ColumnBreak(), paragraph("isi"))
    assert places(page)["kepala"][0] == 10
    assert places(page)["isi"][0] == 220
