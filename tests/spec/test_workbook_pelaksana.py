"""Names in the list of pelaksana that staff type in one cell, or with numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.model.diagnostic import Severity
from sopgen.pipeline import told
from sopgen.spec import read_buku
from tests.spec.staff import SOP, Change, changed

pytestmark = pytest.mark.slow


def listed(*texts: str | None) -> Change:
    """Return a change that types the list of pelaksana, cell below cell."""

    def change(book: Workbook) -> None:
        rows = [c.row for c in book[SOP]["A"] if c.value == "Pelaksana"]
        for n, text in enumerate(texts):
            book[SOP].cell(rows[0] + n, 3).value = text

    return change


@pytest.mark.parametrize(
    "text",
    ["Petugas, Camat", "Petugas; Camat", "1. Petugas\n2. Camat", "- Petugas\n- Camat"],
)
def test_several_in_one_cell_are_told_there_alone(
    text: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, listed(text, None), tmp_path / "uji.xlsx")
    reading = read_buku(file)
    errors = [f for f in told(file, reading) if f.severity is Severity.ERROR]
    assert [(f.code, f.message) for f in errors] == [
        ("SOP954", "2 pelaksana ditulis dalam satu sel")
    ]
    row = errors[0].span.place.removeprefix(f"{SOP}!C")
    assert row.isdecimal()
    assert errors[0].saran.endswith("tanpa nomor")
    assert reading.buku is not None
    assert [p.nama for p in reading.buku.sop[0].pelaksana] == ["Petugas", "Camat"]


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "({}) ", "{}."])
def test_a_number_before_a_name_is_not_read(
    mark: str, data: bytes, tmp_path: Path
) -> None:
    names = (f"{mark.format(1)}Petugas", f"{mark.format(2)}Camat")
    reading = read_buku(changed(data, listed(*names), tmp_path / "uji.xlsx"))
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    assert reading.buku is not None
    assert [p.nama for p in reading.buku.sop[0].pelaksana] == ["Petugas", "Camat"]


def test_a_name_with_a_comma_that_kegiatan_have_too_is_one(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        for row in book[SOP].iter_rows():
            for one in row:
                if one.value == "Camat":
                    one.value = "Camat, Petugas"

    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    assert reading.buku is not None
    names = [p.nama for p in reading.buku.sop[0].pelaksana]
    assert names == ["Petugas", "Camat, Petugas"]
