"""The report of what changed: lists that run on, then charts beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.comparison import compare_specs, report
from sopgen.model.document import (
    Block,
    ChartFigure,
    ColumnBreak,
    Document,
    Paragraph,
    Section,
    Table,
    TocLine,
)
from sopgen.model.perubahan import Perubahan
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.diff.books import Ganti, write_office

BUKU, SURAT, CUTI = "buku.yaml", "sop/surat.yaml", "sop/cuti.yaml"
ARSIP = "sop/arsip-aktif.yaml"
YEAR: Ganti = (BUKU, "tahun: 2025", "tahun: 2026")
SLOWER: Ganti = (SURAT, "10 menit", "15 menit")
TOOLS: Ganti = (SURAT, "[Buku agenda, Komputer]", "[Buku agenda]")
UNIT: Ganti = (CUTI, "unit: Sekretariat", "unit: Umum")
ROWS = "".join(
    f"  - {{uraian: Memeriksa berkas {n}, pelaksana: Arsiparis, waktu: 1 jam}}\n"
    for n in range(30)
)
END = "  - {uraian: Menyimpan"
LONGER: Ganti = (ARSIP, END, ROWS + END)
CROWDED: Ganti = (
    SURAT,
    "Camat]",
    f"Camat, {', '.join(f'Seksi {n}' for n in range(10))}]",
)


def changes(folder: Path, *made: Ganti, lama: tuple[Ganti, ...] = ()) -> Perubahan:
    both = (
        write_office(folder / "lama", *lama),
        write_office(folder / "baru", *made),
    )
    found = compare_specs(*both).perubahan
    assert found is not None
    return found


def document(folder: Path, *made: Ganti) -> Document:
    return report(changes(folder, *made), read_symbols())


def halves(section: Section) -> list[list[Block]]:
    """Return the blocks of each column of a section."""
    made: list[list[Block]] = [[]]
    for block in section.blocks:
        if isinstance(block, ColumnBreak):
            made.append([])
        else:
            made[-1].append(block)
    return made


def texts(blocks: list[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Paragraph)]


def shown(blocks: list[Block]) -> tuple[str, int] | None:
    figure = next((b for b in blocks if isinstance(b, ChartFigure)), None)
    return (figure.chart.sop, figure.page) if figure else None


def test_the_old_chart_stands_left_of_the_new_one_under_their_years(
    tmp_path: Path,
) -> None:
    _, spread = document(tmp_path, YEAR, SLOWER).sections
    left, right = halves(spread)
    assert (texts(left), shown(left)) == (["2025: SOP 1"], ("surat-lama", 0))
    assert (texts(right), shown(right)) == (["2026: SOP 1"], ("surat-baru", 0))
    assert (spread.sheet.width, spread.sheet.height) == (420, 297)


@pytest.mark.slow
def test_each_page_of_a_chart_stands_beside_the_same_page_of_the_other(
    tmp_path: Path,
) -> None:
    _, *spreads = document(tmp_path, YEAR, LONGER).sections
    made = [[shown(half) for half in halves(section)] for section in spreads]
    count = len(spreads)
    assert count > 1
    lefts, rights = zip(*made, strict=True)
    assert rights == tuple(("arsip-aktif-baru", n) for n in range(count))
    assert lefts == (("arsip-aktif-lama", 0), *[None] * (count - 1))
    for section in spreads[1:]:
        left, right = halves(section)
        assert texts(left) == ["2025: SOP 3", "Bagan ini hanya sampai lembar 1."]
        assert texts(right) == ["2026: SOP 3"]


def test_a_sop_whose_chart_did_not_change_has_no_page_of_its_own(
    tmp_path: Path,
) -> None:
    made = document(tmp_path, YEAR, TOOLS, UNIT)
    (section,) = made.sections
    tables = [b for b in section.blocks if isinstance(b, Table)]
    names = [
        [p.text for c in row.cells for p in c.blocks if isinstance(p, Paragraph)]
        for row in tables[-1].rows
        if len(row.cells) == 1
    ]
    assert names == [["SOP 1 Surat Masuk"], ["SOP 2 Cuti Pegawai"]]
    assert not any(isinstance(b, TocLine) for b in section.blocks)


def test_the_name_of_a_sop_stays_with_its_first_change(tmp_path: Path) -> None:
    section = document(tmp_path, YEAR, TOOLS, UNIT).sections[0]
    rows = [b for b in section.blocks if isinstance(b, Table)][-1].rows
    assert all(row.keep_next for row in rows if len(row.cells) == 1)


@pytest.mark.slow
def test_charts_are_listed_with_their_pages(tmp_path: Path) -> None:
    new: Ganti = ("sop/izin.yaml", "", f"pelaksana: [Arsiparis]\nkegiatan:\n{ROWS}")
    cuti = "  - id: cuti\n"
    listed: Ganti = (BUKU, cuti, f"  - id: izin\n    nama: Izin\n{cuti}")
    made = document(tmp_path, YEAR, SLOWER, listed, new)
    lines = [b for s in made.sections for b in s.blocks if isinstance(b, TocLine)]
    assert [one.text for one in lines] == ["SOP 2 Izin (baru)", "SOP 1 Surat Masuk"]
    labels = typeset(made).labels
    pages = [int(labels[one.anchor]) for one in lines]
    assert pages == sorted(pages)
    kinds = [s.sheet.columns for s in made.sections]
    assert kinds == sorted(kinds)


def test_charts_that_half_a_sheet_does_not_hold_come_after_each_other(
    tmp_path: Path,
) -> None:
    _, *sections = document(tmp_path, YEAR, CROWDED).sections
    assert {s.sheet.columns for s in sections} == {1}
    heads = [texts(list(s.blocks)) for s in sections]
    assert heads == [["2025: SOP 1"], ["2026: SOP 1"]]


def test_a_chart_that_is_there_on_one_side_alone_stands_beside_nothing(
    tmp_path: Path,
) -> None:
    drawn = "pelaksana: [Kasi]\nkegiatan:\n  - {uraian: Menerima, pelaksana: Kasi}\n"
    change: Ganti = (CUTI, "status: draf\n", drawn)
    _, spread = document(tmp_path, YEAR, change).sections
    left, right = halves(spread)
    assert texts(left) == ["2025: SOP 2", "Tidak ada bagan."]
    assert shown(right) == ("cuti-baru", 0)


@pytest.mark.parametrize(
    ("made", "names"),
    [
        ((YEAR,), ("2025", "2026")),
        ((), ("lama 2025", "baru 2025")),
        (
            ((BUKU, "nama: Uji", "nama: Lain"),),
            ("Kecamatan Uji 2025", "Kecamatan Lain 2025"),
        ),
    ],
    ids=["tahun", "berkas", "kantor"],
)
def test_books_are_told_apart_by_what_differs(
    made: tuple[Ganti, ...], names: tuple[str, str], tmp_path: Path
) -> None:
    assert changes(tmp_path, *made).sebutan == names


def test_two_books_of_one_office_and_year_are_told_apart_by_their_order(
    tmp_path: Path,
) -> None:
    both = (
        write_office(tmp_path / "satu" / "uji"),
        write_office(tmp_path / "dua" / "uji"),
    )
    found = compare_specs(*both).perubahan
    assert found is not None
    assert found.sebutan == ("Semula (2025)", "Menjadi (2025)")
