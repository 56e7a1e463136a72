"""Groups, columns and the sum of waktu in a workbook: as written, and as staff type."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.buku import Buku
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import write_kantor
from tests.spec.staff import bare, changed, meaning, round_trip
from tests.tabel import write_tabel
from tests.takeover.own import through_libreoffice

SOP, BALAI = "01 surat", "01 balai"
Sheet = Callable[[Worksheet], None]


def exported(folder: Path) -> bytes:
    made = export_workbook(folder)
    assert made.workbook, made.findings
    return made.workbook


def sheet_of(data: bytes, name: str) -> Worksheet:
    found = load_workbook(BytesIO(data))[name]
    assert isinstance(found, Worksheet)
    return found


def labels(sheet: Worksheet) -> list[str]:
    return [str(row[0].value) for row in sheet.iter_rows() if row[0].value]


@pytest.mark.slow
def test_an_office_comes_back_from_its_workbook(tmp_path: Path) -> None:
    folder = write_tabel(tmp_path / "uji")
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


@pytest.mark.slow
def test_a_workbook_says_the_same_book(tmp_path: Path) -> None:
    folder = write_tabel(tmp_path / "uji")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(exported(folder))
    first, second = read_buku(folder), read_buku(file)
    assert bare(first.buku) == bare(second.buku)
    assert [f.code for f in first.findings] == [f.code for f in second.findings]


@pytest.mark.slow
def test_libreoffice_may_have_saved_it(tmp_path: Path) -> None:
    folder = write_tabel(tmp_path / "uji")
    through_libreoffice({"uji": exported(folder)}, "xlsx", tmp_path)
    first, second = read_buku(folder), read_buku(tmp_path / "lo" / "uji.xlsx")
    assert bare(first.buku) == bare(second.buku)


@pytest.mark.slow
def test_an_ordinary_sheet_has_nothing_of_it(tmp_path: Path) -> None:
    data = exported(write_kantor(tmp_path / "uji"))
    for name in ("Buku", SOP):
        sheet = sheet_of(data, name)
        words = {str(c.value) for row in sheet.iter_rows() for c in row if c.value}
        assert words.isdisjoint({"Kelompok", "Kolom", "Mutu baku", "Jumlah waktu"})


@pytest.mark.slow
def test_groups_stand_beside_the_pelaksana(tmp_path: Path) -> None:
    sheet = sheet_of(exported(write_tabel(tmp_path / "uji")), BALAI)
    listed = [row for row in sheet.iter_rows() if row[2].value]
    rows = {row[2].value: row for row in reversed(listed)}
    assert rows["Peminjam"][6].value == "Kelompok"
    groups = [
        rows[nama][8].value for nama in ("Peminjam", "Lurah", "Bendahara", "Camat")
    ]
    assert groups == ["Kelurahan", "Kelurahan", None, "Kantor Camat"]
    at = rows["Peminjam"][0].row
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"C{at}:F{at}", f"G{at}:H{at}", f"I{at}:K{at}"} <= merged


@pytest.mark.slow
def test_own_columns_stand_behind_output(tmp_path: Path) -> None:
    data = exported(write_tabel(tmp_path / "uji"))
    heads = [c.value for c in sheet_of(data, BALAI)[_head(sheet_of(data, BALAI))]]
    at = heads.index("Output")
    assert heads[at - 2 : at + 4] == [
        "Persyaratan/Perlengkapan", "Waktu", "Output", "Biaya", "No. Agenda",
        "Keterangan",
    ]  # fmt: skip
    assert "Kolom" in labels(sheet_of(data, "Buku"))
    assert "Kolom" not in labels(sheet_of(data, BALAI))


def _head(sheet: Worksheet) -> int:
    return int(next(r[0].row for r in sheet.iter_rows() if r[0].value == "No"))


# What staff type into a sheet that had nothing of it.


def typed(tmp_path: Path, change: Sheet, name: str = SOP) -> Path:
    """Return the workbook of the small office with something typed into a sheet."""
    data = exported(write_kantor(tmp_path / "uji"))

    def on(book: Workbook) -> None:
        change(book[name])

    return changed(data, on, tmp_path / "uji.xlsx")


def beside(sheet: Worksheet, *groups: str, column: int = 13) -> int:
    """Type groups beside the pelaksana; return the row of the first."""
    first = next(r[0].row for r in sheet.iter_rows() if r[0].value == "Pelaksana")
    for n, group in enumerate(groups):
        sheet.cell(first + n, column).value = group
    return int(first)


def in_the_first_row(sheet: Worksheet) -> None:
    sheet.cell(beside(sheet, "Loket", "Pimpinan"), 12).value = "Kelompok"


def above(sheet: Worksheet) -> None:
    first = beside(sheet, "Loket", "Pimpinan", column=12)
    sheet.cell(first - 1, 12).value = "KELOMPOK :"


def alone(sheet: Worksheet) -> None:
    sheet.cell(beside(sheet, "-", "Pimpinan"), 12).value = "Kelompok"


def together(sheet: Worksheet) -> None:
    sheet.cell(beside(sheet, "Kantor", "kantor "), 12).value = "Kelompok pelaksana"


GROUPS: dict[str, tuple[Sheet, list[str]]] = {
    "behind the heading": (in_the_first_row, ["Loket", "Pimpinan"]),
    "below the heading": (above, ["Loket", "Pimpinan"]),
    "a dash is none": (alone, ["", "Pimpinan"]),
    "letters and blanks aside": (together, ["Kantor", "Kantor"]),
}


def book_of(file: Path) -> Buku:
    buku = read_buku(file).buku
    assert buku is not None
    return buku


@pytest.mark.slow
@pytest.mark.parametrize("name", GROUPS)
def test_groups_may_be_typed_beside_the_pelaksana(name: str, tmp_path: Path) -> None:
    change, groups = GROUPS[name]
    (sop,) = book_of(typed(tmp_path, change)).sop
    assert [(p.nama, p.kelompok) for p in sop.pelaksana] == [
        ("Petugas", groups[0]), ("Camat", groups[1]),
    ]  # fmt: skip


def found(file: Path, code: str) -> list[tuple[str, str]]:
    return [(f.message, f.span.place) for f in check(file) if f.code == code]


@pytest.mark.slow
def test_a_group_beside_nobody_is_told_at_its_cell(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        first = beside(sheet, "Loket", "Pimpinan", "Kabupaten")
        sheet.cell(first, 12).value = "Kelompok"

    (told,) = found(typed(tmp_path, change), "SOP230")
    assert told[0] == "kelompok `Kabupaten` tidak punya pelaksana"
    assert told[1].startswith(f"{SOP}!M")


@pytest.mark.slow
def test_a_group_in_two_places_is_told_at_its_cell(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        first = beside(sheet, "Loket", "", "Loket")
        sheet.cell(first, 12).value = "Kelompok"
        sheet.cell(first + 2, 3).value = "Arsiparis"

    (told,) = found(typed(tmp_path, change), "SOP234")
    assert told[1].startswith(f"{SOP}!M")


def typed_column(heading: str, *texts: str) -> Sheet:
    """Return a change that adds a column to the table."""

    def change(sheet: Worksheet) -> None:
        head = _head(sheet)
        column = len([c for c in sheet[head] if c.value]) + 1
        for n, text in enumerate((heading, "", *texts)):
            sheet.cell(head + n, column).value = text

    return change


@pytest.mark.slow
def test_a_usual_column_is_one_by_its_heading(tmp_path: Path) -> None:
    (sop,) = book_of(typed(tmp_path, typed_column("BIAYA", "Rp0", "", "Rp5.000"))).sop
    assert [row.isi("biaya") for row in sop.kegiatan] == ["Rp0", "", "Rp5.000"]
    assert [one.judul for one in sop.kolom][-2:] == ["Biaya", "Keterangan"]


@pytest.mark.slow
def test_another_heading_is_told_how_it_becomes_one(tmp_path: Path) -> None:
    file = typed(tmp_path, typed_column("Nomor Rak", "4"))
    (told,) = (f for f in check(file) if f.code == "SOP949")
    assert told.saran == "bila ini kolom sendiri, tulis Kolom `Nomor Rak` di atas"


def declared(*lines: str, label: str = "Kolom") -> Sheet:
    """Return a change that writes a list into the form, above the list of pelaksana."""

    def change(sheet: Worksheet) -> None:
        first = next(r[0].row for r in sheet.iter_rows() if r[0].value == "Pencatatan")
        kept = sheet.cell(first, 3).value
        for n, text in enumerate((kept, *lines)):
            sheet.cell(first + n, 1).value = "Pencatatan" if n == 0 else ""
            sheet.cell(first + n, 3).value = text
        sheet.cell(first + 1, 1).value = label

    return change


#: what is typed under Kolom · the headings of the chart behind Kegiatan
LINES: dict[str, list[str]] = {
    "Nomor Rak": ["Kelengkapan", "Waktu", "Output", "Nomor Rak"],
    "rak: No. Rak": ["Kelengkapan", "Waktu", "Output", "No. Rak"],
    "Kelengkapan: Bahan": ["Bahan", "Waktu", "Output"],
    "Persyaratan: Bahan": ["Bahan", "Waktu", "Output"],
    "output : -": ["Kelengkapan", "Waktu"],
    "Kegiatan: Uraian Langkah": ["Kelengkapan", "Waktu", "Output"],
}


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_form_declares_a_column(line: str, tmp_path: Path) -> None:
    (sop,) = book_of(typed(tmp_path, declared(line))).sop
    titles = [one.judul for one in sop.kolom]
    assert titles[1:-1] == LINES[line]
    assert titles[0] == ("Uraian Langkah" if "Langkah" in line else "Kegiatan")


@pytest.mark.slow
def test_what_is_declared_may_be_filled_in(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        declared("Nomor Rak")(sheet)
        typed_column("NOMOR RAK", "4", "5")(sheet)

    (sop,) = book_of(typed(tmp_path, change)).sop
    assert [row.isi("nomor_rak") for row in sop.kegiatan] == ["4", "5", ""]


WRONG = {"Biaya:": "SOP418", ":": "SOP418", "%%": "SOP418", "Simbol": "SOP417"}


@pytest.mark.slow
@pytest.mark.parametrize("line", WRONG)
def test_a_line_that_declares_nothing_is_told_at_its_cell(
    line: str, tmp_path: Path
) -> None:
    file = typed(tmp_path, declared(line))
    places = [f.span.place for f in check(file) if f.code == WRONG[line]]
    assert [place.startswith(f"{SOP}!C") for place in places] == [True]


@pytest.mark.slow
def test_the_sum_and_mutu_baku_are_switched_in_the_form(tmp_path: Path) -> None:
    (sop,) = book_of(typed(tmp_path, declared("Ya", label="Jumlah waktu"))).sop
    assert sop.jumlah_waktu
    (tmp_path / "lagi").mkdir()
    file = typed(tmp_path / "lagi", declared("tidak", label="Mutu baku"))
    (sop,) = book_of(file).sop
    assert [one.kunci for one in sop.kolom] == ["uraian", "keterangan"]


@pytest.mark.slow
def test_a_book_declares_for_all_of_its_sop(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        last = max(row[0].row for row in sheet.iter_rows() if row[0].value)
        for n, (label, text) in enumerate(
            (("Kolom", "Rak"), ("Jumlah waktu", "ya")), 1
        ):
            sheet.cell(last + n, 1).value = label
            sheet.cell(last + n, 2).value = text

    (sop,) = book_of(typed(tmp_path, change, "Buku")).sop
    assert sop.jumlah_waktu
    assert "Rak" in [one.judul for one in sop.kolom]
