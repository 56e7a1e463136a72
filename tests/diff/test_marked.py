"""What changed is seen on black and white paper: by a sign and by weight."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from sopgen.comparison import compare_specs, report
from sopgen.gambar import report_changes
from sopgen.model.chart import Chart
from sopgen.model.document import ChartFigure, Document
from sopgen.model.geometry import Box
from sopgen.render.ink import BLACK, OUTLINE, WARNA, weight
from sopgen.render.svg import write_svg
from sopgen.symbols import read_symbols
from tests.diff.books import FILES, Ganti, book, write_office
from tests.diff.test_pairs import AGENDA, CATAT, SURAT

CHANGES: tuple[Ganti, ...] = (
    (SURAT, CATAT, AGENDA + CATAT),
    (SURAT, "ke: 4", "ke: 5"),
    (SURAT, "Tidak: 1", "Tidak: 4"),
    (SURAT, "10 menit", "15 menit"),
)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return (
        write_office(tmp_path / "lama"),
        write_office(tmp_path / "baru", *CHANGES),
    )


def document(both: tuple[Path, Path]) -> Document:
    changes = compare_specs(*both).perubahan
    assert changes is not None
    return report(changes, read_symbols())


def charts(made: Document) -> list[Chart]:
    return [
        block.chart
        for section in made.sections
        for block in section.blocks
        if isinstance(block, ChartFigure)
    ]


def words(chart: Chart) -> list[str]:
    return [" ".join(c.text.lines) for p in chart.pages for c in p.cells if c.text]


@pytest.mark.slow
def test_signs_stand_before_numbers_and_before_what_differs(
    both: tuple[Path, Path],
) -> None:
    lama, baru = map(words, charts(document(both)))
    assert {"1", "~ 2", "~ 3", "4", "~ 10 menit"} <= set(lama)
    assert {"1", "~ 2", "+ 3", "~ 4", "5", "~ 15 menit"} <= set(baru)


def test_symbols_and_arrows_that_changed_have_their_signs(
    both: tuple[Path, Path],
) -> None:
    lama, baru = charts(document(both))
    signs = {s.id: s.tanda for p in baru.pages for s in p.symbols if s.tanda}
    assert signs == {"3": "+"}
    edges = {
        (e.source, e.target): e.tanda for p in baru.pages for e in p.edges if e.tanda
    }
    assert edges == {("2", "3"): "+", ("3", "4"): "+", ("2", "4"): "~"}
    old = {
        (e.source, e.target): e.tanda for p in lama.pages for e in p.edges if e.tanda
    }
    assert old == {("2", "1"): "~"}


def test_each_symbol_and_arrow_that_changed_has_its_sign_on_it(
    both: tuple[Path, Path],
) -> None:
    for chart in charts(document(both)):
        for page in chart.pages:
            wanted = [s.tanda for s in page.symbols if s.tanda]
            wanted += [e.tanda for e in page.edges if e.tanda]
            assert sorted(m.lines[0] for m in page.marks) == sorted(wanted)
            hidden = [e.label.box for e in page.edges if e.label]
            for mark in page.marks:
                assert not any(overlap(mark.box, box) for box in hidden)


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.x1 and b.x < a.x1 and a.y < b.y1 and b.y < a.y1


@pytest.mark.parametrize(
    ("new", "lama", "baru"),
    [
        ("[Petugas, Kasi, Camat, Bupati]", [], ["+ Bupati"]),
        ("[Petugas, Camat, Kasi]", ["~ Kasi"], ["~ Kasi"]),
    ],
    ids=["baru", "dipindah"],
)
def test_a_pelaksana_that_is_new_or_moved_has_its_sign(
    new: str, lama: list[str], baru: list[str], tmp_path: Path
) -> None:
    change: Ganti = (SURAT, "[Petugas, Kasi, Camat]", new)
    both = (
        write_office(tmp_path / "lama"),
        write_office(tmp_path / "baru", change),
    )
    for chart, signs in zip(charts(document(both)), (lama, baru), strict=True):
        heads = [c.text.lines for c in chart.pages[0].cells if c.header and c.text]
        names = [" ".join(lines) for lines in heads]
        assert [name for name in names if name[0] in WARNA] == signs


def test_a_sign_makes_a_line_heavier_and_gives_it_a_dark_colour() -> None:
    assert weight(OUTLINE, "") == (OUTLINE, BLACK)
    for sign, colour in WARNA.items():
        width, shown = weight(OUTLINE, sign)
        assert width >= 2 * OUTLINE
        assert shown == colour
        red, green, blue = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
        assert 0.299 * red + 0.587 * green + 0.114 * blue < 128


@pytest.mark.slow
def test_word_and_pictures_draw_that_weight(both: tuple[Path, Path]) -> None:
    data = report_changes(*both, "docx").data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    heavy = round(weight(OUTLINE, "+")[0] * 36000)
    assert f'w="{heavy}"' in xml
    assert WARNA["+"] in xml
    baru = charts(document(both))[1]
    svg = write_svg(baru, book(both[1]).sop[0], read_symbols()).decode()
    assert len(re.findall(f"stroke:#{WARNA['+']};stroke-width:0.78", svg)) == 1


def test_charts_of_a_book_carry_no_signs(both: tuple[Path, Path]) -> None:
    from sopgen.layout import arrange

    sop = book(both[1]).sop[0]
    made = arrange(sop, (300.0, 180.0), read_symbols())
    signs = {s.tanda for p in made.pages for s in p.symbols}
    assert signs | {e.tanda for p in made.pages for e in p.edges} == {""}


def test_a_new_sop_and_one_that_is_gone_show_their_charts_alone(
    tmp_path: Path,
) -> None:
    listed = "  - id: arsip-aktif\n    nama: Arsip Aktif"
    new = "  - id: izin\n    nama: Izin Keramaian"
    baru = write_office(
        tmp_path / "baru",
        ("buku.yaml", listed, new),
        ("sop/izin.yaml", "", FILES["sop/surat.yaml"]),
    )
    made = document((write_office(tmp_path / "lama"), baru))
    assert [chart.judul for chart in charts(made)] == [
        "PROSEDUR IZIN KERAMAIAN", "PROSEDUR ARSIP AKTIF",
    ]  # fmt: skip
    assert [s.sheet.columns for s in made.sections] == [1, 1, 1]
    assert len(made.sections) == 3


def test_books_that_mean_the_same_give_a_report_that_says_so(tmp_path: Path) -> None:
    same = write_office(tmp_path / "satu"), write_office(tmp_path / "dua")
    made = document(same)
    (section,) = made.sections
    assert "tidak ada perubahan" in repr(section.blocks)
