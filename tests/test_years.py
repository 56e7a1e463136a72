"""Where earlier years are found: in the archive, by the cell of a workbook."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from openpyxl import load_workbook

from sopgen import workbooks
from sopgen.model.diagnostic import Severity
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.years import (
    Found,
    archived,
    digest_of,
    earlier_years,
    find_year,
    last_year,
    seal,
    years_of,
)
from tests.diff.books import write_office


def with_archive(folder: Path, *tahun: int) -> Path:
    """Write an office of 2026 with sealed years in its archive."""
    write_office(folder, ("buku.yaml", "tahun: 2025", "tahun: 2026"))
    for one in tahun:
        put_away(folder, one)
    return folder


def put_away(folder: Path, tahun: int) -> Path:
    """Put a year into an office's archive, as it is put away, with its seal."""
    place = folder / ARSIP / str(tahun)
    write_office(place, ("buku.yaml", "tahun: 2025", f"tahun: {tahun}"))
    (place / SEGEL).write_bytes(seal(place, folder.name, tahun))
    return place


def codes(found: Found) -> list[str]:
    return [one.code for one in found.findings]


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_an_archived_year_is_found_and_is_of_its_office(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2024, 2025)
    assert years_of(office) == (2024, 2025)
    found = find_year(office, 2025)
    assert (found.place, found.findings) == (office / ARSIP / "2025", ())
    assert found.place is not None
    buku = read_buku(found.place).buku
    assert buku is not None
    assert (buku.id, buku.tahun) == ("uji", 2025)


def test_the_year_in_work_is_the_folder_itself(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2025)
    assert find_year(office, 2026) == Found(office)


def test_last_year_is_the_newest_before_the_one_in_work(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2023, 2025, 2026)
    assert last_year(office).place == office / ARSIP / "2025"
    assert last_year(office / ARSIP / "2025").place == office / ARSIP / "2023"
    every = [one.place and one.place.name for one in earlier_years(office)]
    assert every == ["2025", "2023"]


def test_an_office_without_an_archive_has_no_last_year(tmp_path: Path) -> None:
    assert last_year(with_archive(tmp_path / "uji")) == Found(None)


def test_a_year_that_is_not_there_names_those_there_are(tmp_path: Path) -> None:
    found = find_year(with_archive(tmp_path / "uji", 2024, 2025), 2019)
    assert codes(found) == ["SOP820"]
    assert "2024, 2025, 2026" in found.findings[0].saran


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda place: append(place / "sop/surat.yaml", "# lagi\n"),
    "a file more": lambda place: (place / "naskah/lagi.md").write_text("x"),
    "a file less": lambda place: (place / "sop/cuti.yaml").unlink(),
    "a file renamed": lambda place: (place / "sop/cuti.yaml").rename(
        place / "sop/c.yaml"
    ),
    "the seal itself": lambda place: (place / SEGEL).write_text("{"),
    "another seal": lambda place: (place / SEGEL).write_text('{"sha256": "0"}'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_an_archive_that_was_changed_is_refused(what: str, tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2025)
    CHANGES[what](office / ARSIP / "2025")
    found = archived(office, 2025)
    assert (found.place, codes(found)) == (None, ["SOP821"])
    assert found.findings[0].severity is Severity.ERROR


SPARED: dict[str, Callable[[Path], object]] = {
    "hidden files": lambda place: (place / ".DS_Store").write_text("x"),
    "what Windows leaves": lambda place: (place / "Thumbs.db").write_text("x"),
    "backups of editors": lambda place: (place / "buku.yaml~").write_text("x"),
    "other line ends": lambda place: (place / "buku.yaml").write_bytes(
        (place / "buku.yaml").read_bytes().replace(b"\n", b"\r\n")
    ),
    "other dates": lambda place: os.utime(place / "buku.yaml", (0, 0)),
}


@pytest.mark.parametrize("what", SPARED)
def test_what_no_office_wrote_is_no_change(what: str, tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2025)
    SPARED[what](office / ARSIP / "2025")
    assert archived(office, 2025) == Found(office / ARSIP / "2025")


def test_the_archive_is_no_part_of_what_an_office_comes_to(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji")
    before = digest_of(office)
    put_away(office, 2025)
    assert digest_of(office) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [("  nama: Uji", "  nama: Lain"), ("tahun: 2025", "tahun: 2024")],
)
def test_the_book_of_another_office_or_year_is_refused(
    old: str, new: str, tmp_path: Path
) -> None:
    office = with_archive(tmp_path / "uji")
    place = write_office(office / ARSIP / "2025", ("buku.yaml", old, new))
    (place / SEGEL).write_bytes(seal(place, "uji", 2025))
    found = archived(office, 2025)
    assert (found.place, codes(found)) == (None, ["SOP822"])


def test_an_archive_without_a_seal_is_read_and_told(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2025)
    place = office / ARSIP / "2025"
    (place / SEGEL).unlink()
    found = archived(office, 2025)
    assert (found.place, codes(found)) == (place, ["SOP823"])
    assert found.findings[0].severity is Severity.INFO


def workbook(folder: Path, tahun: int, lalu: str = "", name: str = "") -> Path:
    """Write the workbook of a year, which names that of last year."""
    file = folder / (name or f"Buku SOP {tahun}.xlsx")
    file.write_bytes(exported(tahun))
    if lalu:
        put_cell(file, "Buku tahun lalu", lalu)
    return file


@cache
def exported(tahun: int) -> bytes:
    """Return the workbook of the office in a year."""
    change = "buku.yaml", "tahun: 2025", f"tahun: {tahun}"
    with TemporaryDirectory() as scratch:
        return export_workbook(write_office(Path(scratch) / "uji", change)).workbook


def put_cell(file: Path, label: str, text: str) -> None:
    """Write a value beside its label on the sheet Buku."""
    book = load_workbook(file)
    row = next(r for r in book["Buku"].iter_rows(max_col=1) if r[0].value == label)
    book["Buku"].cell(row[0].row, 2).value = text
    book.save(file)


@pytest.mark.slow
def test_a_workbook_is_of_the_office_it_names_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    buku = read_buku(workbook(tmp_path, 2026)).buku
    assert buku is not None
    assert buku.id == "uji"


@pytest.mark.slow
def test_a_workbook_without_that_cell_is_called_by_its_file(tmp_path: Path) -> None:
    file = workbook(tmp_path, 2026, name="Karangan 2026.xlsx")
    put_cell(file, "Kode kantor", "")
    buku = read_buku(file).buku
    assert buku is not None
    assert buku.id == "karangan-2026"


@pytest.mark.slow
def test_years_of_workbooks_are_followed_by_their_cells(tmp_path: Path) -> None:
    first = workbook(tmp_path, 2024)
    (tmp_path / "lama").mkdir()
    second = workbook(tmp_path / "lama", 2025, f"../{first.name}")
    third = workbook(tmp_path, 2026, f"lama\\{second.name}")
    assert find_year(third, 2026).place == third
    assert find_year(third, 2025).place == second
    assert find_year(third, 2024).place == first
    assert last_year(third).place == second
    missing = find_year(third, 2020)
    assert codes(missing) == ["SOP820"]
    assert "2024, 2025, 2026" in missing.findings[0].saran


@pytest.mark.slow
@pytest.mark.parametrize("lalu", ["tiada.xlsx", "Buku SOP 2026.xlsx", "lama", "\0"])
def test_last_years_workbook_that_is_not_there_is_told_at_its_cell(
    lalu: str, tmp_path: Path
) -> None:
    (tmp_path / "lama").mkdir()
    file = workbook(tmp_path, 2026, lalu.replace("\0", "x" * 300))
    found = last_year(file)
    assert (found.place, codes(found)) == (None, ["SOP824"])
    assert "Buku!B" in found.findings[0].span.place


@pytest.mark.slow
def test_the_workbook_of_another_office_is_refused_at_the_cell(tmp_path: Path) -> None:
    other = workbook(tmp_path, 2025)
    put_cell(other, "Nama kecamatan", "Lain")
    found = last_year(workbook(tmp_path, 2026, other.name))
    assert (found.place, codes(found)) == (None, ["SOP822"])
    assert "Buku!B" in found.findings[0].span.place


@pytest.mark.slow
def test_two_workbooks_that_name_each_other_come_to_an_end(tmp_path: Path) -> None:
    old = workbook(tmp_path, 2025, "Buku SOP 2026.xlsx")
    new = workbook(tmp_path, 2026, old.name)
    assert codes(find_year(new, 2020)) == ["SOP820"]
    assert len(list(earlier_years(new))) <= 2


@pytest.mark.slow
def test_what_a_workbook_says_of_itself_comes_back_from_an_export(
    tmp_path: Path,
) -> None:
    file = workbook(tmp_path, 2026, "lama/2025.xlsx")
    again = tmp_path / "lagi.xlsx"
    again.write_bytes(export_workbook(file).workbook)
    rows = load_workbook(again)["Buku"].iter_rows(max_col=2, values_only=True)
    said = dict(rows)
    assert said["Kode kantor"] == "uji"
    assert said["Buku tahun lalu"] == "lama/2025.xlsx"


@pytest.mark.slow
def test_what_a_folder_cannot_hold_of_a_workbook_is_told(tmp_path: Path) -> None:
    file = workbook(tmp_path, 2026, "lama/2025.xlsx")
    made = workbooks.import_file(file, "uji")
    assert [one.code for one in made.findings if one.code == "SOP825"] == ["SOP825"]
    assert b"2025.xlsx" not in made.files["buku.yaml"]


def test_a_copy_of_the_archive_elsewhere_is_as_whole(tmp_path: Path) -> None:
    office = with_archive(tmp_path / "uji", 2025)
    copytree(office, tmp_path / "lain" / "uji")
    assert archived(tmp_path / "lain" / "uji", 2025).findings == ()
