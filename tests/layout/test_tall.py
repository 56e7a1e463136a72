"""A row that no page could hold goes on over the break, and nothing of it is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sopgen.layout import arrange
from sopgen.layout.columns import share_columns
from sopgen.layout.rows import parts_of
from sopgen.layout.tall import Room, cut_rows
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Kegiatan, MutuBaku, Sop
from sopgen.symbols import read_symbols
from tests.layout.flows import long_sop, sop_of

ROOM = (300.0, 160.0)
CHAIN = sop_of("a0.0T b1.1P c2.2P d3.0T", "a>b b>c c>d")
#: The texts of a kegiatan, by the column that is tall.
FIELDS = ("uraian", "kelengkapan", "waktu", "output", "keterangan")


def words(n: int, count: int) -> str:
    return " ".join(f"kata{n}x{k}" for k in range(count))


def with_words(sop: Sop, counts: tuple[int, ...], field: str = "uraian") -> Sop:
    """Return a SOP with so many words in a field of its kegiatan."""
    rows = zip(sop.kegiatan, counts, strict=True)
    return replace(
        sop,
        kegiatan=tuple(
            _filled(replace(k, nomor=str(n + 1)), field, words(n, count))
            for n, (k, count) in enumerate(rows)
        ),
    )


def _filled(kegiatan: Kegiatan, field: str, text: str) -> Kegiatan:
    if field == "uraian":
        return replace(kegiatan, uraian=text)
    if field == "keterangan":
        return replace(kegiatan, keterangan=text)
    return replace(kegiatan, mutu_baku=replace(MutuBaku(), **{field: text}))


def drawn(sop: Sop) -> Chart:
    return arrange(sop, ROOM, read_symbols())


def printed(page: ChartPage) -> list[str]:
    """Return the words of a page in the order of its cells."""
    texts = (cell.text for cell in page.cells if cell.text and not cell.header)
    lines = (line for text in texts for line in text.lines)
    return [word for line in lines for word in line.split() if "kata" in word]


def rows_of(page: ChartPage) -> list[int]:
    return [row.kegiatan for row in page.rows if row.kegiatan is not None]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("tall", [0, 1, 3])
def test_every_word_is_printed_once_and_in_order(field: str, tall: int) -> None:
    counts = tuple(900 if n == tall else 4 for n in range(4))
    sop = with_words(CHAIN, counts, field)
    chart = drawn(sop)
    every = [word for page in chart.pages for word in printed(page)]
    assert every == [
        w for n, count in enumerate(counts) for w in words(n, count).split()
    ]
    assert len(chart.pages) > 1


@pytest.mark.parametrize(
    "counts", [(1500, 4, 4, 4), (4, 1500, 4, 4), (4, 900, 1200, 4), (900,) * 4,
               (4, 4, 4, 5000)]
)  # fmt: skip
def test_no_page_is_higher_than_the_paper(counts: tuple[int, ...]) -> None:
    chart = drawn(with_words(CHAIN, counts))
    assert all(page.frame.y1 <= ROOM[1] + 0.1 for page in chart.pages)
    assert {f.code for f in chart.findings} == {"SOP503"}
    assert {f.severity for f in chart.findings} == {Severity.INFO}


def test_only_the_first_part_has_symbols_and_the_others_say_so() -> None:
    chart = drawn(with_words(CHAIN, (4, 2500, 4, 4)))
    parts = [page for page in chart.pages if 1 in rows_of(page)]
    assert len(parts) > 2
    first, *later = parts
    assert "b" in {s.id for s in first.symbols}
    for page in later:
        assert "b" not in {s.id for s in page.symbols}
        own = [c for c in page.cells if not c.header][:2]
        number, text = (c.text for c in own)
        assert number
        assert text
        assert number.lines == ("2",)
        assert text.lines[0] == "(lanjutan)"
        assert text.runs[0][0].italic
        assert text.top


def test_what_comes_from_another_page_enters_below_the_rest_of_a_row() -> None:
    chart = drawn(with_words(CHAIN, (4, 500, 4, 4)))
    page = chart.pages[1]
    rest, following = page.rows[:2]
    assert (rest.kegiatan, following.kegiatan) == (1, 2)
    (entry,) = (s for s in page.symbols if s.ref)
    assert following.y0 <= entry.box.y
    assert entry.box.y1 <= following.y1


def test_no_band_that_nobody_took_parts_the_rest_of_a_row_from_the_next() -> None:
    for page in drawn(with_words(CHAIN, (4, 500, 4, 4))).pages:
        assert all(a.y1 == pytest.approx(b.y0) for a, b in pairwise(page.rows))


def test_rows_that_a_page_holds_are_never_cut() -> None:
    sop = with_words(CHAIN, (200, 200, 200, 200))
    columns = share_columns(sop, ROOM[0])
    whole = parts_of(sop, columns)
    assert cut_rows(whole, (60.0,) * 4, Room(120.0, 20.0, 15.5)) == whole


@pytest.mark.slow
def test_a_rest_of_one_line_stands_nowhere_alone() -> None:
    for count in range(600, 700, 5):
        for page in drawn(with_words(CHAIN, (4, count, 4, 4))).pages[1:]:
            first = next(c.text for c in page.cells[1:] if not c.header and c.text)
            assert first.lines != ("(lanjutan)",)
            second = [c.text for c in page.cells if not c.header][1]
            if second and second.lines[0] == "(lanjutan)":
                assert len(second.lines) > 3


@settings(
    deadline=None,
    max_examples=12,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],
)
@given(
    st.integers(0, 10_000),
    st.lists(st.sampled_from([3, 40, 700, 1600]), min_size=2, max_size=8),
    st.sampled_from(FIELDS),
)
def test_whatever_flows_through_tall_rows_nothing_is_lost(
    seed: int, counts: list[int], field: str
) -> None:
    sop = with_words(long_sop(len(counts), 4, seed), tuple(counts), field)
    chart = drawn(sop)
    every = Counter(word for page in chart.pages for word in printed(page))
    assert every == Counter(
        w for n, count in enumerate(counts) for w in words(n, count).split()
    )
    assert all(page.frame.y1 <= ROOM[1] + 0.1 for page in chart.pages)
    ends = Counter(n for page in chart.pages for e in page.edges for n in e.alur)
    assert set(ends) == set(range(len(sop.alur)))


def test_a_page_without_room_for_lines_is_an_error() -> None:
    sop = with_words(CHAIN, (4, 900, 4, 4))
    chart = arrange(sop, (300.0, 60.0), read_symbols())
    told = {(f.code, f.severity) for f in chart.findings}
    assert ("SOP503", Severity.ERROR) in told
