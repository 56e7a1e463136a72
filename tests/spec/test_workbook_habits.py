"""What staff do to a workbook does not change what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.model.diagnostic import Severity
from sopgen.spec import read_buku
from tests.spec.staff import (
    SOP,
    Change,
    bare,
    below,
    cell,
    changed,
    right_of,
)

pytestmark = pytest.mark.slow


def insert_blank_rows(book: Workbook) -> None:
    book["Daftar SOP"].insert_rows(5, 2)
    sheet = book[SOP]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(cell(book, SOP, "No").row + 3)
    sheet.insert_rows(4, 3)
    book["Keputusan"].insert_rows(7)


def move_columns(book: Workbook) -> None:
    book[SOP].move_range(f"B{cell(book, SOP, 'No').row}:B60", cols=30)
    book["Pejabat"].insert_cols(1, 2)


def merge_cells(book: Workbook) -> None:
    at = below(book, SOP, "Kelengkapan", 1)
    sheet = book[SOP]
    sheet.merge_cells(
        start_row=at.row, end_row=at.row + 1, start_column=at.column,
        end_column=at.column,
    )  # fmt: skip
    sheet.merge_cells("AA1:AC2")


def retype(book: Workbook) -> None:
    right_of(book, "Buku", "Tahun").value = 2025
    right_of(book, "Buku", "Tanggal pengesahan").value = date(2025, 1, 17)
    below(book, SOP, "No", 1).value = 1
    below(book, SOP, "Ke 1", 2).value = 3
    below(book, SOP, "Ke 2", 2).value = 1.0
    below(book, "Daftar SOP", "Nomor", 1).value = "1"


def add_spaces(book: Workbook) -> None:
    below(book, SOP, "Pelaksana", 1).value = "\xa0Petugas"
    for sheet in book:
        for row in sheet.iter_rows():
            for one in row:
                if isinstance(one.value, str) and one.value.strip():
                    one.value = f"{one.value} \xa0 "


def hide_sheets(book: Workbook) -> None:
    book["Pejabat"].sheet_state = "hidden"
    book[SOP].sheet_state = "veryHidden"
    book.create_sheet("Catatan pribadi").sheet_state = "hidden"
    book["Catatan pribadi"]["A1"] = "jangan dibaca"


def reorder_sheets(book: Workbook) -> None:
    book.move_sheet(SOP, -6)
    book.move_sheet("Buku", 4)
    book[SOP].title = "Surat masuk (baru)"
    book["Daftar SOP"].title = "DAFTAR  SOP"


def other_headings(book: Workbook) -> None:
    cell(book, SOP, "Kegiatan").value = "URAIAN KEGIATAN"
    cell(book, SOP, "Keterangan").value = "Ket."
    cell(book, SOP, "No").value = "Nomor"


def clear_looks(book: Workbook) -> None:
    del book["Petunjuk"], book["Pilihan"]
    for sheet in book:
        sheet.data_validations.dataValidation.clear()
        sheet.protection.sheet = False


def colons(book: Workbook) -> None:
    """Put a colon between label and value, as on paper forms."""
    at = right_of(book, SOP, "Unit")
    book[SOP].cell(at.row, 13).value, at.value = at.value, ":"


def capitals(book: Workbook) -> None:
    right_of(book, "Buku", "Penandatangan").value = "CAMAT"
    right_of(book, "Buku", "Kertas").value = "f4"
    right_of(book, "Buku", "Profil simbol").value = "DAERAH9"
    right_of(book, SOP, "Status").value = "Berlaku"
    right_of(book, SOP, "Kode SOP").value = "SURAT"
    below(book, "Susunan", "Bagian", 1).value = "Sampul"
    below(book, "Susunan", "Bagian", 3).value = "Daftar isi"
    below(book, "Keputusan", "Keputusan", 1).value = "SK-1"
    below(book, SOP, "Pelaksana", 1).value = "PETUGAS"
    below(book, SOP, "Simbol", 2).value = "KEPUTUSAN"


def stops(book: Workbook) -> None:
    """End numbers as typists and Excel do."""
    below(book, SOP, "No", 1).value = "1."
    below(book, SOP, "Ke 1", 2).value = "3.0"
    cell(book, SOP, "Ke 2").value = "Ke2"
    cell(book, SOP, "Jawaban 2").value = "jawaban2"


def inherited(book: Workbook) -> None:
    """Leave the part of a decree blank where it is that of the row above."""
    sheet = book["Keputusan"]
    at = cell(book, "Keputusan", "bahwa perlu;").row
    sheet.insert_rows(at + 1)
    for column, text in ((1, "sk-1"), (3, "bahwa perlu;")):
        sheet.cell(at + 1, column).value = text
    sheet.delete_rows(at + 1)
    sheet.cell(at, 1).value = None


def second_heading(book: Workbook) -> None:
    sheet = book[SOP]
    head = cell(book, SOP, "No").row
    for column in range(1, 20):
        sheet.cell(head + 6, column).value = sheet.cell(head, column).value


def formatted(book: Workbook) -> None:
    """Let Excel hold as formatted numbers what was typed as text."""
    unit = right_of(book, "Buku", "Kode unit")
    unit.value, unit.number_format = 406.99, "0.00"
    waktu = below(book, SOP, "Waktu", 1)
    waktu.value, waktu.number_format = 5, '0 "menit"'


HARMLESS: dict[str, Change] = {
    "colons": colons,
    "capitals": capitals,
    "stops behind numbers": stops,
    "parts left blank": inherited,
    "headings repeated": second_heading,
    "blank rows": insert_blank_rows,
    "moved columns": move_columns,
    "merged cells": merge_cells,
    "numbers and dates": retype,
    "trailing and hard spaces": add_spaces,
    "hidden sheets": hide_sheets,
    "sheets in another order": reorder_sheets,
    "other headings": other_headings,
    "no lists, no protection": clear_looks,
}


@pytest.mark.parametrize("what", HARMLESS)
def test_what_staff_do_to_a_workbook_changes_nothing(
    what: str, data: bytes, kantor: Path, tmp_path: Path
) -> None:
    file = changed(data, HARMLESS[what], tmp_path / "uji.xlsx")
    first, second = read_buku(kantor), read_buku(file)
    assert bare(second.buku) == bare(first.buku), second.findings
    codes = [f.code for f in second.findings if f.severity is not Severity.INFO]
    assert codes == [f.code for f in first.findings]


def test_a_formatted_number_is_read_as_it_is_shown(
    data: bytes, kantor: Path, tmp_path: Path
) -> None:
    buku = read_buku(changed(data, formatted, tmp_path / "uji.xlsx")).buku
    assert buku is not None
    assert buku.kecamatan.kode_unit == "406.99"
    assert buku.sop[0].kegiatan[0].mutu_baku.waktu == "5 menit"


def test_items_typed_beside_each_other_are_all_read(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        place = right_of(book, SOP, "Peralatan")
        for n, text in enumerate(("Meja", "Kursi")):
            book[SOP].cell(place.row, 13 + n).value = text

    buku = read_buku(changed(data, change, tmp_path / "uji.xlsx")).buku
    assert buku is not None
    assert buku.sop[0].identitas.peralatan == ("Buku agenda", "Meja", "Kursi")


@pytest.mark.parametrize("typed", ["1, 3", "1,3", "1; 3", " 1 ,3. ", "1, 3,"])
def test_an_answer_may_lead_to_several_steps_in_one_cell(
    typed: str, data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        below(book, SOP, "Ke 2", 2).value = typed

    buku = read_buku(changed(data, change, tmp_path / "uji.xlsx")).buku
    assert buku is not None
    ways = [(a.label, a.ke) for a in buku.sop[0].alur if a.dari == "2"]
    assert ways == [("Ya", "3"), ("Tidak", "1"), ("Tidak", "3")]
