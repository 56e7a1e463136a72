"""The books of the project: the same in a workbook; a changed copy in little time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sopgen.comparison import compare_specs
from sopgen.spec.exchange import export_workbook
from tests.books import OFFICES, ROOT
from tests.diff.books import told

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("nama", OFFICES)
def test_a_book_and_its_workbook_mean_the_same(nama: str, tmp_path: Path) -> None:
    folder = ROOT / "specs" / nama
    file = tmp_path / f"{nama}.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    for pair in ((folder, file), (file, folder)):
        made = compare_specs(*pair)
        assert made.perubahan is not None
        assert told(made.perubahan) == []


def test_two_offices_are_compared_in_little_time() -> None:
    start = time.process_time()
    made = compare_specs(*(ROOT / "specs" / nama for nama in OFFICES[:2]))
    assert time.process_time() - start < 5
    assert made.perubahan is not None
    assert {one.keadaan for one in made.perubahan.sop} >= {"dihapus", "berubah"} or {
        one.keadaan for one in made.perubahan.sop
    } >= {"baru", "berubah"}
