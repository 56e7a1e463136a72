"""Who is at fault when a file cannot be read: the file, or the program."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook

from sopgen.celltext import unescaped
from sopgen.openable import raised_by_us
from sopgen.spec.workbook import cells


def _ours() -> object:
    return unescaped(7)  # type: ignore[arg-type]


def _short_of_memory() -> object:
    raise MemoryError


FAULTS: tuple[tuple[Callable[[], object], bool], ...] = (
    (_ours, True),
    (_short_of_memory, True),
    (lambda: load_workbook(BytesIO(b"PK")), False),
    (lambda: zipfile.ZipFile(BytesIO(b"PK")), False),
    (lambda: cells.opened(b"PK"), False),
    (lambda: etree.fromstring(b"<a>"), False),
)


@pytest.mark.parametrize(("raising", "ours"), FAULTS)
def test_a_fault_is_ours_or_that_of_a_file(
    raising: Callable[[], object], ours: bool
) -> None:
    with pytest.raises((Exception, SyntaxError)) as caught:
        raising()
    assert raised_by_us(caught.value) is ours


def test_our_own_fault_is_no_broken_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be told as SOP941 is a bug, and ends the program as one."""
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = "a"
    data = BytesIO()
    book.save(data)
    assert cells.read_sheets(data.getvalue(), "uji.xlsx")[1] == ()
    monkeypatch.setattr(cells, "clean", lambda _: _ours())
    monkeypatch.setattr(cells, "kept", lambda _: [])
    with pytest.raises(TypeError):
        cells.read_sheets(data.getvalue(), "uji.xlsx")
