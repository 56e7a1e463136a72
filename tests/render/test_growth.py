"""Rows of a sheet grow for their texts as far as the paper goes; then texts shrink."""

from __future__ import annotations

from functools import cache

import pytest

from sopgen.layout import arrange
from sopgen.model.chart import Cell, ChartPage
from sopgen.parts import chart_room
from sopgen.render.xlsx.growth import (
    SMALLEST_PT,
    STEP_PT,
    fitting_size,
    row_heights,
)
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import ROOT

PLENTY = 1000.0


@cache
def pages() -> tuple[ChartPage, ...]:
    buku = read_buku(ROOT / "specs" / "kampak").buku
    assert buku
    room, symbols = chart_room(buku), read_symbols()
    return tuple(p for sop in buku.sop for p in arrange(sop, room, symbols).pages)


def heights(page: ChartPage, spare: float) -> tuple[float, ...]:
    """Return the heights of the rows where the paper has so much room below."""
    return tuple(row_heights(page, page.frame.y1 + spare, indent=True))


def growing() -> ChartPage:
    """Return a page with rows that lack room for their texts."""
    return max(pages(), key=lambda page: sum(heights(page, PLENTY)))


def test_without_room_rows_stay_as_they_are_planned() -> None:
    page = growing()
    assert sum(heights(page, 0.0)) == pytest.approx(page.frame.h)


def test_rows_share_the_room_that_there_is() -> None:
    page = growing()
    planned, whole = sum(heights(page, 0.0)), sum(heights(page, PLENTY))
    lacks = whole - planned
    assert lacks > 0
    assert sum(heights(page, lacks / 2)) == pytest.approx(planned + lacks / 2)
    assert sum(heights(page, 2 * lacks)) == pytest.approx(whole)


def longest() -> Cell:
    cells = [c for page in pages() for c in page.cells if c.text and not c.text.turned]
    return max(cells, key=lambda c: len(c.text.lines) if c.text else 0)


def test_a_text_keeps_its_size_where_it_has_room() -> None:
    cell = longest()
    assert cell.text
    assert fitting_size(cell, 0.0, PLENTY) == cell.text.size_pt


def test_a_text_shrinks_no_further_than_it_can_be_read() -> None:
    cell = longest()
    assert fitting_size(cell, 0.0, 0.1) == pytest.approx(SMALLEST_PT, abs=STEP_PT)
    parts = (1.0, 0.5, 0.3, 0.2)
    sizes = [fitting_size(cell, 0.0, cell.box.h * part) for part in parts]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < sizes[0]
