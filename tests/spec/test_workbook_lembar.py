"""Fixed sheets of a workbook that were renamed, or are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.suntingan import Edit, InsertRow, RenameKey, RenameSop, Set
from sopgen.pipeline import told
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.tahun_baru import last_year_named
from sopgen.suntingan import edit_workbook
from tests.spec.staff import Change, bare, cell, changed

pytestmark = pytest.mark.slow
#: Sheets that an office has whether it uses them or not.
ALWAYS = tuple(name for name in lembar.FIXED if name != lembar.SEKSI)
#: Sheets that are missed by themselves.
NEEDED = ("Buku", "Daftar SOP", "Pejabat", "Keputusan")
PENGANTAR = "Kata pengantar karangan camat sendiri.\n"


@pytest.fixture(scope="module")
def penuh(kantor: Path) -> bytes:
    """Return the workbook of an office that wrote a chapter itself."""
    file = kantor / "naskah/kata_pengantar.md"
    file.parent.mkdir()
    file.write_text(PENGANTAR, encoding="utf-8")
    made = export_workbook(kantor)
    assert made.workbook, made.findings
    return made.workbook


def retitled(name: str, title: str) -> Change:
    def change(book: Workbook) -> None:
        book[name].title = title

    return change


def without_headings(name: str, title: str) -> Change:
    """Return a change after which a sheet is known by nothing any more."""

    def change(book: Workbook) -> None:
        for row in book[name].iter_rows(max_row=None if name == "Buku" else 3):
            for one in row:
                one.value = None
        book[name]["A3"] = "Isi"
        book[name].title = title

    return change


def found(file: Path) -> tuple[Diagnostic, ...]:
    """Return what is told of a workbook, but what the office itself gives rise to."""
    return told(file, read_buku(file))


@pytest.mark.parametrize("name", ALWAYS)
def test_a_fixed_sheet_is_known_by_its_headings_whatever_its_name(
    name: str, penuh: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(penuh)
    before = read_buku(file)
    after = read_buku(changed(penuh, retitled(name, "Lembar Tim"), file))
    assert bare(after.buku) == bare(before.buku)
    (told,) = [f for f in after.findings if f not in before.findings]
    assert (told.code, told.span.place) == ("SOP939", "Lembar Tim!A1")
    assert not told.forbids_final
    assert f"`Lembar Tim` dibaca sebagai lembar `{name}`" in told.message


@pytest.mark.parametrize("name", [n for n in ALWAYS if n not in NEEDED])
def test_a_strange_sheet_forbids_a_final_book_while_a_fixed_one_lacks(
    name: str, penuh: bytes, tmp_path: Path
) -> None:
    file = changed(penuh, without_headings(name, "Tim"), tmp_path / "uji.xlsx")
    (told,) = [f for f in found(file) if f.code == "SOP950"]
    assert told.span.place == "Tim!A1"
    assert told.forbids_final
    assert f"sedangkan lembar `{name}` tidak ada" in told.message


def test_a_blank_sheet_of_that_name_says_that_nothing_lacks(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        without_headings("Koreksi", "Catatan")(book)
        book.create_sheet("Koreksi")

    (told,) = [
        f for f in found(changed(penuh, change, tmp_path / "uji.xlsx"))
        if f.code == "SOP950"
    ]  # fmt: skip
    assert not told.forbids_final


def test_of_two_sheets_with_the_same_headings_neither_is_taken(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book["Naskah"]).title = "Naskah lama"
        book["Naskah"].title = "Kata Pengantar"

    told = [
        f for f in found(changed(penuh, change, tmp_path / "uji.xlsx"))
        if f.code in ("SOP939", "SOP950")
    ]  # fmt: skip
    assert [f.span.place for f in told] == ["Kata Pengantar!A1", "Naskah lama!A1"]
    assert all(f.forbids_final for f in told)


def test_a_copy_of_a_sheet_that_is_there_is_no_other(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book["Pejabat"]).title = "Pejabat lama"

    (told,) = [
        f for f in found(changed(penuh, change, tmp_path / "uji.xlsx"))
        if f.code in ("SOP939", "SOP950")
    ]  # fmt: skip
    assert told.code == "SOP950"
    assert not told.forbids_final


def test_a_list_of_the_offices_own_is_no_sheet_of_ours(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book.create_sheet("Pegawai")
        for row in (("Kode", "Nama", "Nomor HP"), ("1", "Siti", "0812")):
            sheet.append(row)

    (told,) = [
        f for f in found(changed(penuh, change, tmp_path / "uji.xlsx"))
        if f.code in ("SOP939", "SOP950")
    ]  # fmt: skip
    assert told.code == "SOP950"


@pytest.mark.parametrize("name", ["Buku", "Daftar SOP"])
def test_the_one_sheet_that_is_needed_and_lacks_is_named(
    name: str, penuh: bytes, tmp_path: Path
) -> None:
    title = name.split()[0] + " kantor"
    file = changed(penuh, without_headings(name, title), tmp_path / "uji.xlsx")
    (told,) = found(file)
    assert (told.code, told.span.place) == ("SOP950", f"{title}!A1")
    assert told.message.startswith(
        f"buku kerja ini tidak punya lembar `{name}`; lembarnya: `{title}`, "
    )
    assert told.message.endswith(", …")
    assert (
        told.saran == f"lembar `{title}` mungkin `{name}`; kembalikan nama dan judulnya"
    )


LOST = {
    "Pejabat unknown": (without_headings("Pejabat", "Tim"), "Pejabat", "Tim!A1"),
    "Pejabat gone": (lambda book: book.remove(book["Pejabat"]), "Pejabat", "Buku!A1"),
    "Keputusan unknown": (without_headings("Keputusan", "Tim"), "Keputusan", "Tim!A1"),
    "Keputusan gone": (
        lambda book: book.remove(book["Keputusan"]), "Keputusan", "Buku!A1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LOST)
def test_of_a_lost_sheet_nothing_but_the_cause_is_told(
    what: str, penuh: bytes, tmp_path: Path
) -> None:
    change, name, place = LOST[what]
    every = found(changed(penuh, change, tmp_path / "uji.xlsx"))
    (told,) = [f for f in every if f.severity is not Severity.INFO]
    assert (told.code, told.span.place) == ("SOP950", place)
    assert told.severity is Severity.ERROR
    assert f"tidak punya lembar `{name}`" in told.message


def test_a_book_without_decrees_needs_no_sheet_of_them(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        for name in ("Keputusan", "Dasar Hukum", "Susunan"):
            book.remove(book[name])

    every = found(changed(penuh, change, tmp_path / "uji.xlsx"))
    assert "SOP950" not in {f.code for f in every}


def test_officials_that_lack_are_asked_for_on_their_sheet(
    penuh: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book["Pejabat"].delete_rows(5)

    every = found(changed(penuh, change, tmp_path / "uji.xlsx"))
    (told,) = [f for f in every if f.code == "SOP921"]
    assert told.span.place == "Pejabat!A1"
    assert "kode:" not in told.saran


EDITS: dict[str, Edit] = {
    "Daftar SOP": RenameSop("surat", "surat-masuk"),
    "Keputusan": Set("buku.yaml", ("keputusan", 0, "id"), "sk-sop"),
    "Dasar Hukum": InsertRow("buku.yaml", ("keputusan", 0, "mengingat", 0), "UU;"),
    "Susunan": InsertRow("buku.yaml", ("susunan", 1), "simbol"),
    "Pejabat": RenameKey("buku.yaml", ("pejabat", "camat"), "kepala"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_renamed_sheet_is_edited_as_any(
    name: str, penuh: bytes, tmp_path: Path
) -> None:
    file = changed(penuh, retitled(name, "Tim"), tmp_path / "uji.xlsx")
    same = tmp_path / "sama.xlsx"
    same.write_bytes(penuh)
    for one in (file, same):
        one.write_bytes(edit_workbook(one, [EDITS[name]])[0])
    assert bare(read_buku(file).buku) == bare(read_buku(same).buku)


def test_last_years_book_is_named_on_a_renamed_sheet(
    penuh: bytes, tmp_path: Path
) -> None:
    file = changed(penuh, retitled("Buku", "Kantor"), tmp_path / "uji.xlsx")
    file.write_bytes(last_year_named(file.read_bytes(), "uji.xlsx", "lalu.xlsx", "uji"))
    reading = read_buku(file)
    assert "SOP939" in {f.code for f in reading.findings}
    assert cell(load_workbook(file), "Kantor", "lalu.xlsx").column == 2
