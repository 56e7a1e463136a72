"""Sheets that did not change are not read again; those that did always are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.archive import packed, unpacked
from sopgen.model.suntingan import DeleteRow, Edit, InsertRow, MoveRow, Set
from sopgen.spec.exchange import export_workbook
from sopgen.spec.workbook.cells import read_sheets
from sopgen.spec.workbook.ingatan import kept
from sopgen.suntingan import edit_workbook
from tests.spec.kantor import write_kantor

BUKU, SOP = "buku.yaml", "sop/surat.yaml"
EDITS: list[Edit] = [
    Set(BUKU, ("tahun",), "2026"),
    InsertRow(BUKU, ("keputusan", 0, "mengingat", 1), "Undang-Undang baru;"),
    MoveRow(BUKU, ("keputusan", 0, "mengingat", 1), 0),
    DeleteRow(BUKU, ("keputusan", 0, "mengingat", 1)),
    InsertRow(SOP, ("kegiatan", 1), {"uraian": "Baru", "pelaksana": "Pemohon"}),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = write_kantor(tmp_path_factory.mktemp("kantor") / "uji")
    return export_workbook(folder).workbook


def cells(data: bytes) -> dict[str, list[str]]:
    sheets, _ = read_sheets(data, "uji.xlsx")
    return {s.name: [c.text for r in s.rows.values() for c in r] for s in sheets}


def read_anew(data: bytes) -> int:
    """Return how many sheets of a workbook were read, and not known already."""
    before = kept.cache_info().misses
    read_sheets(data, "uji.xlsx")
    return kept.cache_info().misses - before


@pytest.mark.slow
def test_a_workbook_is_read_once(data: bytes) -> None:
    kept.cache_clear()
    assert read_anew(data) == len(cells(data))
    assert read_anew(data) == 0
    assert read_anew(packed(unpacked(BytesIO(data)), loosely=True)) == 0


def small(isi: object, shown: str = "General", *, below: str = "General") -> bytes:
    """Return a workbook with two cells, in formats of their own."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for address, look in (("A1", shown), ("A2", below)):
        sheet[address] = isi
        sheet[address].number_format = look
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (small(46_000), small(46_001)),
        (small("satu"), small("dua")),
        (small(46_000), small(46_000, "yyyy-mm-dd")),
        (small(7, "000"), small(7, "0000")),
        (small(7, below="000"), small(7, below="00000")),
    ],
)
def test_what_makes_a_cell_say_something_else_is_seen(one: bytes, other: bytes) -> None:
    kept.cache_clear()
    first, second = cells(one), cells(other)
    kept.cache_clear()
    assert cells(other) == second != first


def test_a_sheet_that_changed_is_read_and_no_other(data: bytes) -> None:
    cells(data)
    parts = unpacked(BytesIO(data))
    name = next(one for one in parts if one.startswith("xl/worksheets/sheet"))
    end = b"</sheetData>"
    parts[name] = parts[name].replace(end, b'<row r="900"/>' + end)
    assert read_anew(packed(parts)) == 1


def test_each_file_has_its_own_sheets_and_findings() -> None:
    found = []
    for shown in ("satu.xlsx", "dua.xlsx"):
        (sheet,), told = read_sheets(small("=1+1"), shown)
        assert {one.span.source.path for one in told} == {sheet.source.path} == {shown}
        assert len(told) == 2
        sheet.rows.clear()
        found.append(sheet)
    assert found[0] is not found[1]
    (again,), _ = read_sheets(small("satu"), "satu.xlsx")
    again.rows.clear()
    assert cells(small("satu")) == {"Sheet": ["satu", "satu"]}


@pytest.mark.slow
def test_edits_read_the_sheets_on_which_rows_moved(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(data)
    kept.cache_clear()
    before = kept.cache_info().misses
    edit_workbook(file, EDITS)
    assert kept.cache_info().misses - before <= len(cells(data)) + 2 * len(EDITS)
