"""Who is at fault when a workbook cannot be read: the file, or the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Dots

from sopgen.archive import packed, unpacked
from sopgen.spec.reader import MAX_LETTERS
from sopgen.spec.workbook import cells
from sopgen.spec.workbook.pustaka import UnreadableError, opened
from sopgen.workbooks import overwritten


def workbook() -> bytes:
    book = Workbook()
    book.active["A1"] = "a"
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\5\6" + b"\0" * 18])
def test_what_the_library_raises_tells_of_the_file(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        opened(data)
    sheets, (told,) = cells.read_sheets(data, "uji.xlsx")
    assert (sheets, told.code) == ((), "SOP941")


@pytest.mark.parametrize("fault", [TypeError, KeyError, ValueError, OverflowError])
def test_our_own_fault_is_no_broken_workbook(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    """What would be told as SOP941 is a bug, and ends the program as one."""
    data = workbook()
    assert cells.read_sheets(data, "uji.xlsx")[1] == ()

    def faulty(_: str) -> str:
        raise fault

    monkeypatch.setattr(cells, "clean", faulty)
    monkeypatch.setattr(cells, "kept", lambda _: [])
    with pytest.raises(fault):
        cells.read_sheets(data, "uji.xlsx")


def test_short_memory_tells_nothing_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("sopgen.spec.workbook.pustaka.load_workbook", short)
    with pytest.raises(MemoryError):
        cells.read_sheets(workbook(), "uji.xlsx")


def read(change: Callable[[Worksheet], None]) -> tuple[dict[int, list[str]], str]:
    """Return the rows of a sheet, and the codes of what is wrong in them."""
    book = Workbook()
    change(book.active)
    data = BytesIO()
    book.save(data)
    (sheet,), found = cells.read_sheets(data.getvalue(), "uji.xlsx")
    rows = {n: [cell.text for cell in row] for n, row in sheet.rows.items()}
    return rows, " ".join(one.code for one in found)


def test_a_row_with_nothing_but_a_formula_is_no_row() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"], sheet["B3"] = "satu", "=1+1", "tiga"

    assert read(change) == ({1: ["satu"], 3: ["tiga"]}, "SOP947")


@pytest.mark.parametrize("typed", ["\x7f", "\x80", "_xD800_", "_xFFFE_", "_x0001_"])
def test_what_is_no_letter_is_not_read(typed: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"] = f"sa{typed}tu"

    assert read(change) == ({1: ["satu"]}, "")


def test_a_cell_that_is_longer_than_excel_allows_is_told() -> None:
    book = Workbook()
    book.active["A1"], book.active["A2"] = "PANJANG", "ada"
    made = BytesIO()
    book.save(made)
    parts = unpacked(made)
    for name, data in parts.items():
        parts[name] = data.replace(b"PANJANG", b"x" * (MAX_LETTERS + 1))
    (sheet,), (told,) = cells.read_sheets(packed(parts), "uji.xlsx")
    assert (told.code, told.span.place) == ("SOP926", "Sheet!A1")
    assert [*sheet.rows] == [2]


@pytest.mark.parametrize("row", ["x", "-1", "", "99999999999"])
def test_a_picture_that_lies_nowhere_is_told_at_the_corner(
    row: str, tmp_path: Path
) -> None:
    book = Workbook()
    dots = BytesIO()
    Dots.new("L", (9, 9)).save(dots, "PNG")
    book.active.add_image(Image(dots), "C4")
    made = BytesIO()
    book.save(made)
    parts = unpacked(made)
    name = "xl/drawings/drawing1.xml"
    parts[name] = re.sub(rb"(row>)\d+(</)", rb"\g<1>%s\2" % row.encode(), parts[name])
    file = tmp_path / "uji.xlsx"
    file.write_bytes(packed(parts))
    (told,) = overwritten(file, workbook())
    assert (told.code, told.span.place) == ("SOP932", "Sheet!A1")
