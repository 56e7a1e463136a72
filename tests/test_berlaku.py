"""A book in force, without any mistake, is found to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.pipeline import check
from sopgen.spec.exchange import export_workbook
from tests.berlaku import write_berlaku

pytestmark = pytest.mark.slow


def test_nothing_is_found_in_a_book_in_force(tmp_path: Path) -> None:
    assert check(write_berlaku(tmp_path)) == ()


def test_its_workbook_is_as_sound(tmp_path: Path) -> None:
    office = write_berlaku(tmp_path)
    book = office / "karangan.xlsx"
    book.write_bytes(export_workbook(office).workbook)
    assert check(book) == ()
