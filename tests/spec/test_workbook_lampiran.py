"""Several lampiran with their tables, copies and signers, in a workbook and back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.lint.test_pengesah import BOTH, SHEET, signed
from tests.parts.test_beberapa_lampiran import office
from tests.spec.staff import bare, meaning, round_trip

MORE = "    jenis: petikan\n    disalin_oleh: sekcam\n    petikan: [KEDUA]\n"


def book_of(folder: Path) -> Workbook:
    return load_workbook(BytesIO(export_workbook(folder).workbook))


def read(book: Workbook, folder: Path) -> tuple[object, list[str]]:
    """Return what a workbook says, and the codes of what is told of it."""
    file = folder / "uji.xlsx"
    book.save(file)
    reading = read_buku(file)
    return reading.buku, [one.code for one in reading.findings]


def rows(book: Workbook, sheet: str) -> list[list[str]]:
    """Return the filled rows of a sheet below its example."""
    every = [[str(c or "") for c in row] for row in book[sheet].values]
    return [row for row in every[4:] if any(row)]


@pytest.mark.slow
def test_it_comes_back_with_the_same_meaning(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", MORE, SHEET.replace("kasi", "sekcam"))
    back = round_trip(folder, tmp_path)
    assert meaning(back) == meaning(folder)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    assert bare(read_buku(file).buku) == bare(read_buku(folder).buku)


@pytest.mark.slow
def test_its_rows_are_called_by_their_numerals(tmp_path: Path) -> None:
    book = book_of(office(tmp_path, MORE))
    parts = {row[1]: row[2] for row in rows(book, "Keputusan")}
    assert parts["Lampiran I: judul"] == "DAFTAR PROSEDUR"
    assert parts["Lampiran II: judul"] == "TIM PENYUSUN"
    assert parts["Disalin oleh"] == "sekcam"
    assert rows(book, "Tabel Lampiran")[0][:5] == ["sk-1", "II", "No.", "Nama", "Tugas"]


@pytest.mark.slow
def test_the_only_one_is_called_as_ever(tmp_path: Path) -> None:
    folder = office(tmp_path)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("    lampiran:"), text.index("sop:\n")
    only = "    lampiran: {judul: DAFTAR PROSEDUR}\n"
    file.write_text(text[:start] + only + text[end:], encoding="utf-8")
    parts = [row[1] for row in rows(book_of(folder), "Keputusan")]
    assert {"Lampiran", "Lampiran: judul"} <= set(parts)
    assert not [one for one in parts if one.startswith("Lampiran I")]


@pytest.mark.slow
def test_a_table_may_be_pasted_and_its_codes_left_blank(tmp_path: Path) -> None:
    book = book_of(office(tmp_path))
    sheet = book["Tabel Lampiran"]
    for number in range(6, 9):
        sheet.cell(number, 1).value = sheet.cell(number, 2).value = None
    sheet.cell(8, 4).value, sheet.cell(8, 3).value = "Susilo", 3
    buku, codes = read(book, tmp_path)
    annex = buku.keputusan[0].lampiran[1]  # type: ignore[attr-defined]
    assert [[cell.isi for cell in row] for row in annex.baris][1:] == [
        ["2.", "Endang Rahmawati", ""],
        ["3", "Susilo", ""],
    ]
    assert "SOP709" not in codes


def change(book: Workbook, sheet: str, old: str, new: str) -> None:
    """Write another text into the cells that hold one."""
    for row in book[sheet].iter_rows(min_row=5):
        for cell in row:
            if cell.value == old:
                cell.value = new


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sheet", "old", "new", "code"),
    [
        ("Keputusan", "Lampiran II: judul", "Lampiran I: judul", "SOP913"),
        ("Keputusan", "Lampiran II: judul", "Lampiran IV: judul", "SOP954"),
        ("Keputusan", "Lampiran II: judul", "Lampiran II: gambar", "SOP954"),
        ("Tabel Lampiran", "II", "kedua", "SOP954"),
        ("Tabel Lampiran", "sk-1", "sk-9", "SOP954"),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, sheet: str, old: str, new: str, code: str
) -> None:
    book = book_of(office(tmp_path))
    change(book, sheet, old, new)
    assert code in read(book, tmp_path)[1]


@pytest.mark.slow
def test_signers_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    folder = signed(tmp_path / "uji", BOTH + SHEET)
    book = book_of(folder)
    assert [row[:2] for row in rows(book, "Pengesahan")] == [
        ["Disusun oleh", "kasi"],
        ["Disahkan oleh", "camat"],
    ]
    change(book, "Pengesahan", "kasi", "Kasi")
    buku, codes = read(book, tmp_path)
    who = [one.pejabat.id for one in buku.lembar_pengesahan]  # type: ignore[attr-defined]
    assert who == ["kasi", "camat"]
    assert "SOP101" not in codes
