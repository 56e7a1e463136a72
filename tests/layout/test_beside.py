"""Charts that stand beside each other: in one size, and never too small to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.layout import Room, arrange, arrange_alike
from sopgen.layout.fitted import type_sizes
from sopgen.layout.room import LEAST_PT, SIZES
from sopgen.layout.scaled import scaled
from sopgen.model.chart import Chart
from sopgen.model.sop import Sop
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import ROOT

#: Half a sheet of A3, about.
HALF = Room(195, 262, keterangan=True)


def sops() -> dict[str, Sop]:
    buku = read_buku(ROOT / "specs" / "karangan").buku
    assert buku is not None
    return {sop.id: sop for sop in buku.sop}


@pytest.fixture(scope="module")
def every() -> dict[str, Sop]:
    return sops()


def table_pt(chart: Chart) -> set[float]:
    """Return the sizes of the text in the rows of a chart."""
    texts = (c.text for page in chart.pages for c in page.cells if not c.header)
    return {text.size_pt for text in texts if text}


@pytest.mark.parametrize("nama", sops())
def test_no_text_on_half_a_sheet_is_under_six_points(
    nama: str, every: dict[str, Sop]
) -> None:
    made = arrange_alike([every[nama]], HALF, read_symbols())
    assert made
    assert made[0].findings == ()
    assert min(type_sizes(made[0])) >= LEAST_PT
    for page in made[0].pages:
        assert page.frame.w == pytest.approx(HALF.width)
        assert page.frame.y1 <= HALF.height + 0.01


@pytest.mark.slow
def test_both_charts_have_the_same_size(every: dict[str, Sop]) -> None:
    short, long = every["skck"], every["perencanaan"]
    alone = arrange_alike([short], HALF, read_symbols())
    both = arrange_alike([short, long], HALF, read_symbols())
    assert alone
    assert both
    assert table_pt(alone[0]) == {8.0}
    assert table_pt(both[0]) == table_pt(both[1]) != {8.0}


def test_sizes_are_those_that_word_knows() -> None:
    assert all((8 * size * 2).is_integer() for size in SIZES)


def test_too_many_pelaksana_for_half_a_sheet_are_not_drawn_there(
    every: dict[str, Sop],
) -> None:
    sop = every["skck"]
    more = [replace(sop.pelaksana[0], nama=f"Seksi {n}") for n in range(12)]
    crowded = replace(sop, pelaksana=(*sop.pelaksana, *more))
    assert arrange_alike([sop, crowded], HALF, read_symbols()) is None


def test_a_sop_without_kegiatan_has_no_pages_beside_another(
    every: dict[str, Sop],
) -> None:
    empty = replace(every["kk"], kegiatan=(), langkah=(), alur=())
    made = arrange_alike([empty, every["kk"]], HALF, read_symbols())
    assert made
    assert [len(chart.pages) for chart in made] == [0, 1]


def test_a_chart_in_another_size_is_the_same_picture(every: dict[str, Sop]) -> None:
    chart = arrange(every["surat-masuk"], (240, 300), read_symbols())
    small = scaled(chart, 0.5)
    for page, other in zip(chart.pages, small.pages, strict=True):
        assert other.frame.x1 == pytest.approx(page.frame.x1 / 2)
        for edge, drawn in zip(page.edges, other.edges, strict=True):
            assert drawn.points == tuple((x / 2, y / 2) for x, y in edge.points)
        for symbol, shape in zip(page.symbols, other.symbols, strict=True):
            assert shape.box.cx == pytest.approx(symbol.box.cx / 2)
    halves = sorted(size / 2 for size in type_sizes(chart))
    assert sorted(type_sizes(small)) == pytest.approx(halves)
    assert scaled(chart, 1) is chart
