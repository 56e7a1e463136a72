"""Where the number of a page stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Document,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
)
from sopgen.model.page import Page, TextPiece
from sopgen.typeset import typeset

STYLE = Style("Uji", size_pt=12)
SHEET = Sheet(215, 330, Margins(20, 20, 25, 30))
Place = Literal["foot", "head", "none"]


def pages(place: Place) -> tuple[Page, ...]:
    """Return three pages of a section whose numbers stand at a place."""
    long = tuple(Paragraph((Run("kata " * 1100),), STYLE) for _ in range(2))
    section = Section(BagianId("satu"), replace(SHEET, number_at=place), long)
    made = typeset(Document("Judul", "Kantor", "Uji", (section,))).pages
    assert len(made) == 3
    return made


def numbers(page: Page) -> list[tuple[str, str]]:
    """Return the texts in the upper and the lower margin of a page."""
    pieces = [item for item in page.items if isinstance(item, TextPiece)]
    top, bottom = SHEET.margins.top, SHEET.height - SHEET.margins.bottom
    return [
        ("head" if one.y < top else "foot", one.text)
        for one in pieces
        if not top < one.y < bottom
    ]


@pytest.mark.parametrize(
    ("place", "first", "second"),
    [
        ("foot", [("foot", "1")], [("foot", "2")]),
        ("head", [], [("head", "- 2 -")]),
        ("none", [], []),
    ],
)
def test_the_first_page_has_a_number_at_its_foot_only(
    place: Place, first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    one, two, *_ = pages(place)
    assert numbers(one) == first
    assert numbers(two) == second
