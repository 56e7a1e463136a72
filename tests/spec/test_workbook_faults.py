"""Who is at fault when a workbook cannot be read: the file, or the program."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from sopgen.spec.workbook import cells
from sopgen.spec.workbook.pustaka import UnreadableError, opened


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
