"""Decisions with many exits, answers to several steps, and fans are drawn clean."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from sopgen.layout import arrange
from sopgen.layout.flow import draw_flow
from sopgen.layout.writing import label_sizes
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart, Edge
from sopgen.model.diagnostic import Severity
from sopgen.model.geometry import Point
from sopgen.model.sop import Cabang, Jenis, Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import needs_shared
from tests.drawing.draw_cases import read_case
from tests.drawing.exits import make_exits
from tests.drawing.families import make_case
from tests.drawing.judged import case_of, drawing_of, load_judge
from tests.jalan import SOP, write_jalan
from tests.layout.checks import strayed_labels
from tests.layout.flows import drawn, sop_of

#: Seconds of the processor that one such chart may take.
SECONDS = 0.5


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    made = read_buku(write_jalan(tmp_path_factory.mktemp("jalan") / "uji")).buku
    assert made is not None
    return made


@cache
def charts(buku_id: int) -> dict[str, Chart]:
    """Return the charts that were drawn already."""
    return {}


def chart_of(buku: Buku, name: str) -> tuple[Sop, Chart]:
    sop = next(one for one in buku.sop if one.id == name)
    known = charts(id(buku))
    if name not in known:
        known[name] = arrange(sop, chart_room(buku), read_symbols())
    return sop, known[name]


def edges(chart: Chart) -> list[Edge]:
    return [edge for page in chart.pages for edge in page.edges]


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(make_exits(931071), id="another exit passes over the slope"),
        pytest.param(make_exits(950062), id="no place beside a tip but far off"),
        pytest.param(make_case(940869), id="no place near the exit at all"),
    ],
)
def test_a_label_stands_at_its_own_arrow(case: dict[str, Any]) -> None:
    sop, grid = read_case(case)
    flow = draw_flow(sop, grid, read_symbols())
    assert [f.code for f in flow.findings if f.severity != Severity.INFO] == []
    assert [what for page in flow.pages for what in strayed_labels(page)] == []


@pytest.mark.parametrize("name", SOP)
def test_nothing_is_drawn_over_anything(name: str, buku: Buku) -> None:
    sop, chart = chart_of(buku, name)
    assert [f.code for f in chart.findings if f.code in ("SOP501", "SOP502")] == []
    drawn_once = sorted(n for e in edges(chart) for n in e.alur if e.label)
    assert drawn_once == [n for n, a in enumerate(sop.alur) if a.label]


@needs_shared
@pytest.mark.parametrize("name", SOP)
def test_the_judge_finds_no_hard_fault(name: str, buku: Buku) -> None:
    sop, chart = chart_of(buku, name)
    verdict = load_judge().judge(case_of(sop, chart), drawing_of(chart), True)
    assert verdict["faults"] == []


@pytest.mark.slow
def test_four_exits_are_drawn_at_once(buku: Buku) -> None:
    sop = next(one for one in buku.sop if one.id == "empat")
    arrange(sop, chart_room(buku), read_symbols())  # reads the fonts
    start = process_time()
    arrange(sop, chart_room(buku), read_symbols())
    assert process_time() - start < SECONDS


def starts(chart: Chart, sop: Sop) -> dict[str, set[Point]]:
    """Return from how many places the process leaves each symbol of a page."""
    found: dict[str, set[Point]] = {}
    ids = {one.id for one in sop.langkah}
    for edge in edges(chart):
        if edge.source in ids and edge.jenis is Jenis.PROSES:
            found.setdefault(edge.source, set()).add(edge.points[0])
    return found


@pytest.mark.parametrize("name", SOP)
def test_a_fan_leaves_as_one_line_and_exits_each_alone(name: str, buku: Buku) -> None:
    sop, chart = chart_of(buku, name)
    decisions = {one.id for one in sop.langkah if one.simbol == "keputusan"}
    for source, places in starts(chart, sop).items():
        ways = [a for a in sop.alur if a.dari == source and a.jenis is Jenis.PROSES]
        assert len(places) == (len(ways) if source in decisions else 1), source


FAN = "a0.1T b1.0P c1.1P d1.2P e2.1T", "a>b: a>c: a>d: b>e: c>e: d>e:"


@pytest.mark.parametrize(("cabang", "places"), [(Cabang.SATU, 1), (Cabang.TERPISAH, 3)])
def test_a_book_may_keep_the_lines_of_a_fan_apart(cabang: Cabang, places: int) -> None:
    sop = replace(sop_of(*FAN), cabang=cabang)
    flow, _ = drawn(sop)
    lines = [e for e in flow.pages[0].edges if e.source == "a"]
    assert len({e.points[0] for e in lines}) == places


CROSS = "a0.0T b1.1P c2.2K d3.0T", "a>b: b>c: c>a:Satu c>b:Dua c>d:Tiga"


@pytest.mark.parametrize("more", ["", " e2.0P"], ids=["four lines", "five lines"])
def test_lines_leave_the_corners_only_where_they_are_more(
    more: str,
) -> None:
    edges = CROSS[1] + (" c>e:Empat e>d:" if more else "")
    flow, _ = drawn(sop_of(CROSS[0] + more, edges))
    ports = [
        port
        for e in flow.pages[0].edges
        for end, port in zip((e.source, e.target), e.ports, strict=True)
        if end == "c"
    ]
    assert any(abs(port.at - 0.5) > 0.01 for port in ports) == bool(more)


def test_a_long_label_is_broken_where_it_has_no_room() -> None:
    words = "Dikembalikan untuk dilengkapi berkasnya"
    sop = sop_of("a0.0T b1.1K c2.0T", f"a>b: b>c:Ya b>a:{words.replace(' ', '~')}", 2)
    alur = tuple(replace(a, label=a.label.replace("~", " ")) for a in sop.alur)
    flow, _ = drawn(replace(sop, alur=alur), lane=20.0)
    label = next(
        e.label for e in flow.pages[0].edges if e.label and " " in e.label.text
    )
    assert label.text == words
    assert len(label.block.lines) > 1
    assert " ".join(label.block.lines) == words


@pytest.mark.parametrize("text", ["a\nb\nc\nd\ne", "kata " * 6_000, "a" * 30_000, ""])
def test_the_sizes_of_any_label_are_found(text: str) -> None:
    start = process_time()
    sizes = label_sizes(text)
    assert process_time() - start < 2
    widths = [width for width, _ in sizes]
    assert widths == sorted(widths, reverse=True) or len(widths) == 1


def test_what_an_answer_leads_to_is_told_only_beyond_four_lines(tmp_path: Path) -> None:
    folder = write_jalan(tmp_path / "uji")
    file = folder / "sop" / "empat.yaml"

    def told() -> list[str]:
        found = read_buku(folder).findings
        return [f.message for f in found if f.code.startswith("SOP3")]

    assert told() == []
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Ditolak: 1}", "Ditolak: [1, 2]}"), encoding="utf-8")
    twice, many = told()
    assert "label `Disusun lagi` dan `Ditolak`" in twice
    assert "punya 5 jalan keluar" in many
