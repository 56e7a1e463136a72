"""What the bench makes of its figures: pairs, lines, tables, books to build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.pipeline import skim
from tests.bench import charts, growth, report
from tests.bench.book import entries, write_book
from tests.bench.flow import write_flow
from tests.bench.line import Line, Point, doubled, farthest, fit, steps
from tests.bench.memory import peak_of_all
from tests.bench.pairs import Round, Spread, in_turn, ratios, spread
from tests.bench.readme import BEGIN, END, README, put
from tests.bench.rows import HELP, IMPORTS, Row
from tests.bench.table import Table, between, figure, percent
from tests.bench.taken import Taken, take
from tests.district import karangan

BUSY = "sum(range(3_000_000))"


def rounds(*cpu: tuple[float, float]) -> list[Round]:
    """Return rounds by the CPU of the imports and of the thing."""
    return [Round(Taken(2 * a, a), Taken(1, a / 4), Taken(b, b)) for a, b in cpu]


def test_a_ratio_is_that_of_its_own_round() -> None:
    slow_and_fast = rounds((1, 10), (10, 100), (2, 24))
    assert ratios(slow_and_fast, "imports", "cpu") == Spread(10, 10, 12)
    assert ratios(slow_and_fast, "help", "cpu") == Spread(40, 40, 48)
    assert ratios(slow_and_fast, "imports", "wall") == Spread(5, 5, 6)


def test_the_middle_of_an_even_number_lies_between() -> None:
    assert spread([4, 1, 2, 3]) == Spread(2.5, 1, 4)


def test_every_second_round_runs_the_other_way() -> None:
    ran: list[str] = []

    def run(name: str) -> Taken:
        ran.append(name)
        return Taken(1, 1)

    every = {name: lambda name=name: run(name) for name in "abc"}
    made = [in_turn(number, every) for number in range(2)]
    assert "".join(ran) == "abccba"
    assert {*made[1]} == {"a", "b", "c"}


def test_what_lies_on_a_line_is_off_by_nothing() -> None:
    points = [Point(n, 3 + 2 * n) for n in (1, 18, 60)]
    line = fit(points)
    assert line == pytest.approx((2, 3))
    assert line.off(farthest(line, points)) == pytest.approx(0)
    assert steps(points) == pytest.approx((2, 2))


def test_what_grows_with_the_square_is_seen() -> None:
    points = [Point(n, 3 + 2 * n + n * n / 100) for n in (1, 18, 60, 180, 500)]
    line = fit(points)
    assert abs(line.off(farthest(line, points))) > 0.5
    assert [*steps(points)] == sorted(steps(points))
    assert steps(points)[-1] > 3 * steps(points)[0]


def test_a_line_through_one_count_begins_with_nothing() -> None:
    assert fit([Point(4, 8), Point(4, 12)]) == Line(2.5, 0)


def test_a_table_is_aligned_and_the_same_as_markdown() -> None:
    table = Table("Berapa lama", ("apa", "s"), (("satu", "1.0"), ("ab", "10.25")))
    assert table.plain().splitlines() == [
        "Berapa lama",
        "apa       s",
        "satu    1.0",
        "ab    10.25",
    ]
    assert table.markdown().splitlines() == [
        "**Berapa lama**",
        "",
        "| apa | s |",
        "| --- | ---: |",
        "| satu | 1.0 |",
        "| ab | 10.25 |",
    ]


def test_figures_are_printed_with_their_spread() -> None:
    assert between(Spread(7.12, 6.6, 10)) == "7.1 (6.6–10.0)"
    assert (figure(None), figure(0.5), percent(-0.034)) == ("–", "0.50", "-3%")


def test_rounds_become_a_row_beside_the_libraries() -> None:
    table = report.table_of({"build": rounds((1, 10), (2, 20))}, {"build": 120.0})
    libraries, build = table.rows
    assert build[:4] == ("build", "15.00", "10.0 (10.0–10.0)", "40.0")
    assert build[-1] == "120"
    assert libraries[:3] == ("imports of the libraries", "1.50", "1")


def test_a_growing_book_is_told_by_its_line() -> None:
    books = tuple(growth.Grown(n, 0.5 + n / 8, 80 + n) for n in (1, 17, 33))
    table = growth.table_of(growth.Growth(books, 0.5))
    assert table.title == (
        "One SOP more: 0.250 × the imports, 1.00 MB; "
        "farthest from a straight line: +0% at 1"
    )
    assert [row[0] for row in table.rows] == ["1", "17", "33"]
    assert [row[3] for row in table.rows] == ["–", "0.125", "0.125"]


def test_charts_stand_by_rows_and_pelaksana() -> None:
    every = {
        charts.Size(b, p): charts.Chart(b * p / 1000, 1.0)
        for b in charts.BARIS
        for p in charts.PELAKSANA
    }
    table = charts.table_of(every)
    assert table.rows[0] == ("6", "0.018", "0.048", "0.090", "1.00", "1.00", "1.00")
    assert "60 rows, beside 30, take × 2.0, × 2.0, × 2.0" in table.title


def test_what_twice_as_many_take_is_twice_on_a_line_and_more_on_a_curve() -> None:
    assert doubled(Point(30, 3), Point(60, 6)) == pytest.approx(2)
    assert doubled(Point(10, 1), Point(40, 16)) == pytest.approx(4)


def test_figures_take_the_place_of_figures() -> None:
    page = f"a\n{BEGIN}\nlama\n{END}\nb\n"
    once = put(page, "baru")
    assert once == f"a\n{BEGIN}\n\nbaru\n\n{END}\nb\n"
    assert put(once, "baru") == once
    with pytest.raises(ValueError, match="bench"):
        put("a\n", "baru")


def test_readme_has_a_place_for_figures() -> None:
    text = README.read_text(encoding="utf-8")
    assert BEGIN in put(text, "baru")


@pytest.mark.parametrize("key", ["id", "nama", "nama_pendek"])
def test_no_two_sop_of_a_book_are_called_the_same(key: str) -> None:
    found = [one.get(key) for one in entries(karangan()["sop"], 500)]
    assert len({*found}) == len(found) == 500


def errors(folder: Path) -> list[str]:
    return [f.message for f in skim(folder).findings if f.severity is Severity.ERROR]


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 20, 40])
def test_a_book_of_any_size_has_no_errors(count: int, tmp_path: Path) -> None:
    assert errors(write_book(tmp_path, count)) == []


@pytest.mark.slow
@pytest.mark.parametrize("baris", charts.BARIS)
def test_a_chart_of_any_size_has_no_errors(baris: int, tmp_path: Path) -> None:
    for pelaksana in charts.PELAKSANA:
        assert errors(write_flow(tmp_path / str(pelaksana), baris, pelaksana)) == []


@pytest.mark.slow
def test_a_process_is_measured_with_its_children(tmp_path: Path) -> None:
    python = (sys.executable, "-c")
    more = "; ".join([BUSY] * 3)
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{more}'])"
    alone, below = (take((*python, code), tmp_path) for code in (BUSY, child))
    assert below.cpu > alone.cpu
    assert below.wall >= 0.02 <= alone.wall
    assert alone.peak > 3


@pytest.mark.slow
def test_a_process_that_fails_ends_the_bench(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="salah"):
        take((sys.executable, "-c", "raise ValueError('salah')"), tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memori dilihat di /proc")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    code = "import time; held = bytearray(40_000_000); time.sleep(0.3)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{code}'])"
    both = f"{child.replace('run', 'Popen')}; {code}"
    peak = peak_of_all((sys.executable, "-c", both), tmp_path)
    assert peak is not None
    assert 80 < peak < 200


def test_what_is_beyond_the_imports_counts_without_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    took = {IMPORTS: Taken(3.0, 2.0, 50.0), HELP: Taken(1.0, 1.0, 20.0)}
    work = (sys.executable, "-c", BUSY)
    took[work] = Taken(7.0, 5.0, 60.0)
    monkeypatch.setattr(report, "take", lambda command, place: took[command])
    one = report.once(Row("x", work, beyond=True), tmp_path, 0)
    assert one.own == Taken(4.0, 3.0, 60.0)
    assert report.once(Row("x", work), tmp_path, 0).own == took[work]
