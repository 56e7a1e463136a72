"""What a connector and a title say of the sheets of a chart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopgen.layout.flow import draw_flow
from sopgen.layout.notes import (
    APART,
    SIDES,
    capacity,
    layouts,
    sheet_words,
)
from sopgen.layout.writing import NOTE_SIZE, note_width
from sopgen.model.chart import Chart, ChartPage, ChartRow, Edge, Symbol
from sopgen.model.geometry import Interval
from sopgen.symbols import read_symbols
from tests.books import OFFICES
from tests.drawing.draw_cases import read_case
from tests.drawing.families import make_case
from tests.layout import checks
from tests.layout.flows import drawn, long_sop
from tests.whole_books import charts_of

#: The least size that is read on paper, pt.
READABLE = 6.5
Pages = list[tuple[tuple[Symbol, ...], tuple[Edge, ...]]]


def books() -> Iterator[Chart]:
    for nama in OFFICES:
        yield from charts_of(nama).values()


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ((1,), "lembar 2"),
        ((0, 1), "lembar 1 dan 2"),
        ((0, 2, 9), "lembar 1, 3 dan 10"),
    ],
)
def test_a_note_names_every_sheet_that_it_means(
    pages: tuple[int, ...], words: str
) -> None:
    assert sheet_words(pages) == words


def halves(pages: Pages) -> dict[tuple[int, bool], int]:
    """Return by alur, and whether it arrives there, the sheet of each half.

    One that leaves has an exit as its target, one that arrives an entry as its source.
    """
    return {
        (n, end == edge.source): number
        for number, (symbols, edges) in enumerate(pages, 1)
        for edge in edges
        for end in (edge.source, edge.target)
        for n in edge.alur
        if any(s.ref and s.id == end for s in symbols)
    }


def wrong_notes(pages: Pages) -> list[str]:
    """Return the connectors whose note does not name the sheets of its other halves."""
    sheets = halves(pages)
    found = []
    for number, (symbols, edges) in enumerate(pages, 1):
        for s in symbols:
            own = [e for e in edges if s.id in (e.source, e.target)]
            there = {sheets[n, e.source != s.id] for e in own for n in e.alur if s.ref}
            words = " ".join(s.note.lines) if s.note else ""
            right = sheet_words(tuple(sorted(k - 1 for k in there))) if there else ""
            if (words, s.page) != (right, min(there, default=0)):
                found.append(f"{s.id} on {number}: {words} for {sorted(there)}")
    return found


@pytest.mark.slow
def test_every_note_of_the_books_names_the_sheet_of_the_other_half() -> None:
    charts = list(books())
    notes = [s.note for c in charts for p in c.pages for s in p.symbols if s.ref]
    assert len(notes) > 10
    for chart in charts:
        assert wrong_notes([(p.symbols, p.edges) for p in chart.pages]) == []


@pytest.mark.parametrize("lane", [13.0, 15.5, 17.0, 20.0, 28.0])
@pytest.mark.parametrize("seed", range(400, 408))
def test_every_note_of_a_random_flow_is_right_whole_and_free(
    seed: int, lane: float
) -> None:
    sop, _ = read_case(make_case(seed))
    flow, grid = drawn(sop, lane=lane, row=12.0, room=130.0)
    assert wrong_notes([(p.symbols, p.edges) for p in flow.pages]) == []
    for page in flow.pages:
        assert checks.covered_texts(page) == []
        for symbol in page.symbols:
            if symbol.ref:
                assert out_of_place(symbol, page.rows, grid.lanes) == []


def out_of_place(
    symbol: Symbol, rows: tuple[ChartRow, ...], lanes: tuple[Interval, ...]
) -> list[str]:
    """Return what is wrong with a note among the lines of the table."""
    note = symbol.note
    assert note is not None
    lane = next(i for i in lanes if i.start < symbol.box.cx < i.end)
    row = next(r for r in rows if r.y0 < symbol.box.cy < r.y1)
    half = note_width(note.lines) / 2
    return [
        what
        for what, wrong in {
            "small": note.size_pt < READABLE,
            "cut": "".join(note.lines).count("lembar") != 1,
            "left": note.box.cx - half < lane.start + SIDES - checks.EPS,
            "right": note.box.cx + half > lane.end - SIDES + checks.EPS,
            "above": note.box.y < row.y0 + 0.2,
            "below": note.box.y1 > row.y1 - 0.2,
        }.items()
        if wrong
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [100, 101, 104, 111])
def test_notes_in_cells_of_a_given_size_are_free(seed: int) -> None:
    sop, grid = read_case(make_case(seed))
    flow = draw_flow(sop, grid, read_symbols())
    assert wrong_notes([(p.symbols, p.edges) for p in flow.pages]) == []
    for page in flow.pages:
        assert checks.covered_texts(page) == []


def test_long_flows_in_the_narrowest_lanes_keep_their_notes() -> None:
    flow, grid = drawn(long_sop(40, 9, 3), lane=13.0, row=12.0, room=160.0)
    assert len(flow.pages) > 3
    for page in flow.pages:
        assert checks.covered_texts(page) == []
        for symbol in page.symbols:
            if symbol.ref:
                assert out_of_place(symbol, page.rows, grid.lanes) == []


@pytest.mark.parametrize("width", [13.0, 15.2, 16.0, 20.0, 24.0, 28.0])
def test_as_many_notes_as_a_lane_holds_lie_beside_each_other(width: float) -> None:
    lane = Interval(30.0, 30.0 + width)
    count = capacity(lane)
    texts = ["lembar 2", "lembar 12", "lembar 1 dan 3"][:count]
    middles = [lane.start + width * (k + 1) / (count + 1) for k in range(count)]
    for layout in layouts(texts, middles, lane):
        edge = lane.start + SIDES - APART
        for lines, middle in layout:
            half = note_width(lines) / 2
            assert middle - half >= edge + APART - checks.EPS
            edge = middle + half
        assert edge <= lane.end - SIDES + checks.EPS


@pytest.mark.parametrize(
    ("sheets", "middles", "lines"),
    [
        ("2", [11.0], [("lembar 2",)]),
        ("23", [5.5, 16.5], [("lembar 2",), ("lembar 3",)]),
        ("23", [11.0, 17.2], [("lembar", "2"), ("lembar", "3")]),
        ("22", [11.0, 17.2], [("lembar 2",), ("lembar 2",)]),
    ],
)
def test_notes_stay_on_one_line_under_their_connectors_where_they_can(
    sheets: str, middles: list[float], lines: list[tuple[str, ...]]
) -> None:
    texts = [f"lembar {n}" for n in sheets]
    best = next(layouts(texts, middles, Interval(0.0, 22.0)))
    assert [made for made, _ in best] == lines
    assert all(abs(a - b) < 5 for (_, a), b in zip(best, middles, strict=True))


def title(page: ChartPage) -> str:
    assert page.title is not None
    return " ".join(page.title.lines)


@pytest.mark.slow
def test_each_sheet_of_a_chart_says_which_it_is_and_a_single_one_nothing() -> None:
    for chart in books():
        count = len(chart.pages)
        for number, page in enumerate(chart.pages, 1):
            sheet = f" (lembar {number} dari {count})" if count > 1 else ""
            assert title(page) == chart.judul + sheet


def test_the_size_of_notes_is_readable() -> None:
    assert NOTE_SIZE >= READABLE
