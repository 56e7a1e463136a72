"""Headings and labels of a SOP's sheet that changed are known by their place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.suntingan import DeleteRow, Edit, InsertRow, Set
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.suntingan import edit_spec, save
from tests.spec.kantor import write_kantor
from tests.spec.staff import SOP, Change, at, cell, changed
from tests.tabel import write_tabel

FILE = "sop/surat.yaml"
SURAT = """\
judul: Surat yang Masuk
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
tanggal_revisi: 2025-01-11
tanggal_efektif: 2025-01-16
disahkan_oleh: camat
status: berlaku
catatan: sementara
kertas_bagan: A3
orientasi_bagan: potret
dasar_hukum: [{peraturan: uud-nri-1945, pasal: 18 ayat (6)}, Surat Bupati;]
kualifikasi_pelaksana: [Mampu membaca, Mampu menulis]
keterkaitan: [SOP Surat Keluar]
peralatan: [Buku agenda, Pena, Meja]
peringatan: [Apabila terlambat maka surat tidak tertangani.]
pencatatan: [Buku agenda surat masuk]
pelaksana: [Petugas, Camat]
kegiatan:
  - {uraian: Menerima surat, pelaksana: Petugas, simbol: mulai, waktu: 5 menit,
     kelengkapan: Surat, output: Surat diterima, keterangan: Di loket, teks: Mulai}
  - {uraian: Memeriksa surat, pelaksana: Camat, simbol: keputusan, waktu: 6 menit,
     ke: {Ya: "3", Tidak: "1"}, tembusan: [arsip, "3"], kelengkapan: Surat,
     output: Disposisi}
  - uraian: Menyimpan surat
    pelaksana: Petugas
    simbol: selesai
    waktu: 7 menit
    tambahan: [{id: arsip, pelaksana: Camat, simbol: penyimpanan}]
"""
HEADINGS = (
    "No", "Kegiatan", "Pelaksana", "Simbol", "Jawaban 1", "Ke 1", "Jawaban 2", "Ke 2",
    "Jawaban 3", "Ke 3", "Tembusan 1", "Tembusan 2", "Kelengkapan", "Waktu", "Output",
    "Keterangan", "Teks simbol", "Kode", "SOP dipanggil",
)  # fmt: skip
LABELS = (
    "Kode SOP", "Judul", "Unit", "Tanggal pembuatan", "Tanggal revisi",
    "Tanggal efektif", "Disahkan oleh", "Status", "Catatan", "Kertas bagan",
    "Orientasi bagan", "Dasar hukum", "Kualifikasi pelaksana", "Keterkaitan",
    "Peralatan", "Peringatan", "Pencatatan", "Pelaksana",
)  # fmt: skip
#: Lists below another list: where their label is gone it is likely, not sure.
BELOW_LISTS = LABELS[12:]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = write_kantor(tmp_path_factory.mktemp("j") / "uji")
    (folder / FILE).write_text(SURAT, encoding="utf-8")
    return export_workbook(folder).workbook


def head_row(book: Any) -> int:
    return int(cell(book, SOP, "Simbol").row)


def heading(book: Any, name: str) -> Any:
    row = head_row(book)
    return next(c for c in book[SOP][row] if c.value == name)


def label(book: Any, name: str) -> Any:
    column = [book[SOP].cell(n, 1) for n in range(1, head_row(book))]
    return next(c for c in column if c.value == name)


def said(file: Path) -> Any:
    made = import_workbook(file)
    return yaml.load(made.files.get(FILE, b""), yaml.BaseLoader)


def told(file: Path, data: bytes) -> list[Diagnostic]:
    """Return what is told beside what was told before."""
    before = file.with_name("asli.xlsx")
    before.write_bytes(data)
    known = {(f.code, f.message) for f in read_buku(before).findings}
    return [f for f in read_buku(file).findings if (f.code, f.message) not in known]


@pytest.mark.slow
def test_the_sheet_of_a_sop_is_not_protected(data: bytes) -> None:
    book = load_workbook(BytesIO(data))
    assert not book[SOP].protection.sheet
    assert book["Buku"].protection.sheet


@pytest.mark.slow
@pytest.mark.parametrize("name", HEADINGS[:-1])
@pytest.mark.parametrize("new", [None, "Lain sama sekali", "~"])
def test_a_heading_is_known_by_its_neighbours(
    name: str, new: str | None, data: bytes, tmp_path: Path
) -> None:
    def change(book: Any) -> None:
        text = f"{name[0]}{name[2:]}" if new == "~" else new
        heading(book, name).value = text

    file = changed(data, change, tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)
    assert told(file, data) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("new", ["Lain sama sekali", "~"])
def test_a_changed_label_is_known_by_its_neighbours(
    name: str, new: str, data: bytes, tmp_path: Path
) -> None:
    def change(book: Any) -> None:
        text = f"{name[:2]}{name[3:]}" if new == "~" else new
        label(book, name).value = text

    file = changed(data, change, tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)
    assert told(file, data) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", LABELS)
def test_a_label_that_is_gone_is_known_by_its_neighbours(
    name: str, data: bytes, tmp_path: Path
) -> None:
    def change(book: Any) -> None:
        label(book, name).value = None

    file = changed(data, change, tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)
    found = told(file, data)
    if name in BELOW_LISTS:
        (one,) = found
        row = label(load_workbook(BytesIO(data)), name).row
        assert (one.code, one.span.place) == ("SOP954", f"{SOP}!A{row}")
        assert f"`{name}`" in one.saran
    else:
        assert found == []


def several(book: Any) -> None:
    for name in ("Jawaban 3", "Ke 3", "Kelengkapan", "Waktu", "No"):
        heading(book, name).value = None
    for name in ("Judul", "Unit", "Status"):
        label(book, name).value = None
    label(book, "Peralatan").value = "Alat kerja"


def moved(book: Any) -> None:
    sheet, row = book[SOP], head_row(book)
    at = heading(book, "Waktu").column
    sheet.insert_cols(1)
    for number in range(row, sheet.max_row + 1):
        sheet.cell(number, 1).value = sheet.cell(number, at + 1).value
        sheet.cell(number, at + 1).value = None
    for number in range(1, row):
        for column in (1, 3):
            sheet.cell(number, column).value = sheet.cell(number, column + 1).value
            sheet.cell(number, column + 1).value = None


def inserted(name: str, text: str) -> Change:
    """Return a change that puts in a column before a heading, with two values."""

    def change(book: Any) -> None:
        sheet, row = book[SOP], head_row(book)
        at = heading(book, name).column
        for number in range(row, sheet.max_row + 1):
            for column in range(24, at, -1):
                sheet.cell(number, column).value = sheet.cell(number, column - 1).value
            sheet.cell(number, at).value = None
        sheet.cell(row, at).value = text
        sheet.cell(row + 2, at).value = "satu"
        sheet.cell(row + 3, at).value = "dua"

    return change


@pytest.mark.slow
def test_several_are_known_at_once(data: bytes, tmp_path: Path) -> None:
    file = changed(data, several, tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)
    assert told(file, data) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Ke 1", "Ke 2", "Jawaban 2", "Tembusan 2"])
def test_a_heading_that_lost_its_number_is_known(
    name: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, rename(name, name[:-2]), tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)
    assert told(file, data) == []


def both(first: Change, *others: Change) -> Change:
    def change(book: Any) -> None:
        for one in (first, *others):
            one(book)

    return change


def rename(name: str, new: str | None) -> Change:
    def change(book: Any) -> None:
        heading(book, name).value = new

    return change


@pytest.mark.slow
@pytest.mark.parametrize("name", HEADINGS[1:])
def test_a_column_put_in_is_told_once_at_its_heading(
    name: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, inserted(name, "Nomor rak"), tmp_path / "uji.xlsx")
    at = heading(load_workbook(file), "Nomor rak")
    assert [(f.code, f.span.place) for f in told(file, data)] == [
        ("SOP949", f"{SOP}!{at.coordinate}")
    ]
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)


UNSURE = {
    "a column is put in beside a heading that changed": (
        both(inserted("Waktu", "Nomor rak"), rename("Waktu", "Lama")),
        {"Nomor rak", "Lama"},
    ),
    "the last heading changed": (
        both(rename("SOP dipanggil", "Lanjutan"), lambda b: setattr(
            b[SOP].cell(head_row(b) + 2, 19), "value", "x")), {"Lanjutan"},
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("what", UNSURE)
def test_what_is_not_certain_is_told_once_at_its_heading(
    what: str, data: bytes, tmp_path: Path
) -> None:
    change, names = UNSURE[what]
    file = changed(data, change, tmp_path / "uji.xlsx")
    row = head_row(load_workbook(file))
    places = {
        f"{SOP}!{c.coordinate}"
        for c in load_workbook(file)[SOP][row]
        if c.value in names
    }
    found = told(file, data)
    assert {f.span.place for f in found} == places
    assert len(found) == len(places)
    assert all("mungkin maksudnya" in f.saran for f in found)


@pytest.mark.slow
def test_the_heading_of_what_every_row_needs_is_told_at_its_place(
    data: bytes, tmp_path: Path
) -> None:
    change = both(inserted("Kegiatan", "Nomor rak"), rename("Kegiatan", "Isi"))
    file = changed(data, change, tmp_path / "uji.xlsx")
    (one,) = [f for f in told(file, data) if f.code == "SOP949"]
    at = heading(load_workbook(file), "Nomor rak")
    assert one.span.place == f"{SOP}!{at.coordinate}"
    assert "`Kegiatan`" in one.message


@pytest.mark.slow
def test_without_any_heading_one_finding_is_told(data: bytes, tmp_path: Path) -> None:
    def change(book: Any) -> None:
        for one in book[SOP][head_row(book)]:
            one.value = None

    file = changed(data, change, tmp_path / "uji.xlsx")
    assert [f.code for f in told(file, data) if f.code[:4] == "SOP9"] == ["SOP949"]


@pytest.mark.slow
def test_a_label_of_the_offices_own_is_told_once(data: bytes, tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book[SOP]
        row = head_row(book) - 2
        sheet.cell(row, 1).value = "Risiko"
        for n, text in enumerate(("satu", "dua")):
            sheet.cell(row + n, 3).value = text

    file = changed(data, change, tmp_path / "uji.xlsx")
    (one,) = told(file, data)
    assert one.code == "SOP954"
    assert "`Risiko`" in one.message


@pytest.mark.slow
def test_a_sheet_without_its_code_label_is_still_the_sheet(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Any) -> None:
        label(book, "Kode SOP").value = None
        label(book, "Judul").value = None

    file = changed(data, change, tmp_path / "uji.xlsx")
    assert said(file) == yaml.load(SURAT, yaml.BaseLoader)


@pytest.mark.slow
@pytest.mark.parametrize("new", ["Grup", None])
def test_the_heading_of_groups_is_known_by_its_place(
    new: str | None, tmp_path: Path
) -> None:
    folder = write_tabel(tmp_path / "uji")
    data = export_workbook(folder).workbook
    name = next(n for n in load_workbook(BytesIO(data)).sheetnames if "balai" in n)

    def change(book: Any) -> None:
        for row in book[name].iter_rows():
            for one in row:
                if one.value == "Kelompok":
                    one.value = new

    file = changed(data, change, tmp_path / "uji.xlsx")
    first, second = import_workbook(file), import_workbook(asli(data, tmp_path))
    assert first.files == second.files


def asli(data: bytes, folder: Path) -> Path:
    file = folder / "asli.xlsx"
    file.write_bytes(data)
    return file


@pytest.mark.slow
def test_the_headings_of_the_offices_own_columns_are_known_by_their_place(
    tmp_path: Path,
) -> None:
    folder = write_tabel(tmp_path / "uji")
    data = export_workbook(folder).workbook
    book = load_workbook(BytesIO(data))
    name = next(n for n in book.sheetnames if "balai" in n)
    head = next(row for row in book[name].iter_rows() if row[0].value == "No")
    want = import_workbook(asli(data, tmp_path)).files
    for n, old in enumerate(head[:-1]):
        file = changed(data, at(name, old.coordinate, None), tmp_path / f"{n}.xlsx")
        made = import_workbook(file)
        if old.value == "Biaya":
            told = [f.span.place for f in made.findings if f.code == "SOP949"]
            assert told == [f"{name}!{old.coordinate}"]
        else:
            assert made.files == want, old.value


@pytest.mark.slow
def test_edits_find_their_cells_without_headings(data: bytes, tmp_path: Path) -> None:
    edits: list[Edit] = [
        Set(FILE, ("kegiatan", 0, "waktu"), "9 menit"),
        Set(FILE, ("unit",), "Seksi Umum"),
        Set(FILE, ("kegiatan", 1, "ke", "Tidak"), "2"),
        InsertRow(FILE, ("peralatan", 1), "Komputer"),
        InsertRow(FILE, ("kegiatan", 2), {"uraian": "Mencatat", "pelaksana": "Camat"}),
        DeleteRow(FILE, ("dasar_hukum", 1)),
    ]
    plain = tmp_path / "biasa.xlsx"
    plain.write_bytes(data)
    bare = changed(data, several, tmp_path / "tanpa.xlsx")
    for file in (plain, bare):
        assert save(edit_spec(file, edits)) is None
    assert said(bare) == said(plain)
