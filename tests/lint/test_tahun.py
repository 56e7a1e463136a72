"""Years and dates that cannot stand in one book, and those that can."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.lint import lint
from sopgen.model.diagnostic import Severity
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.lint.test_expected import PRINTED, damaged, expected, findings_of
from tests.spec.kantor import write_kantor, write_lambang
from tests.spec.staff import SOP, right_of

NOMOR = "nomor: 000.8.3.3/1/406.99/2025"
TANGGAL = "tanggal: 2025-01-16"
SAH = "tanggal_pengesahan: 2025-01-17"
BUAT = "tanggal_pembuatan: 2025-01-10"
EFEKTIF = "tanggal_efektif: 2025-01-16"
JUDUL = "judul: BUKU SOP"
SK = "    judul: PENETAPAN SOP\n"
DIKTUM = "    diktum: [Menetapkan SOP.]\n"
REVISI = "unit: Sekretariat\n"


def revised(day: str, code: str = "") -> dict[str, str]:
    told = f"  # expect: {code}" if code else ""
    return {REVISI: f"{REVISI}tanggal_revisi: {day}{told}\n"}


def titled(text: str, code: str = "") -> dict[str, str]:
    told = f"  # expect: {code}" if code else ""
    return {SK: f"    judul: {text}{told}\n"}


def second(nomor: str, tanggal: str, *codes: str) -> dict[str, str]:
    """Add a decree; the codes are told of its number, its date and its title."""
    marks = [f"  # expect: {code}" if code else "" for code in (*codes, "", "", "")]
    return {
        "keputusan:\n": "keputusan:\n  - id: sk-0\n"
        f"    nomor: 000.8.3.3/9/406.99/{nomor}{marks[0]}\n"
        f"    tanggal: {tanggal}{marks[1]}\n"
        f"    judul: PEMBENTUKAN TIM TAHUN {nomor}{marks[2]}\n"
        "    menimbang: [bahwa perlu;]\n"
        "    mengingat: [Undang-Undang Dasar;]\n    diktum: [Menetapkan tim.]\n",
        "  - sampul\n": "  - sampul\n  - {bagian: keputusan, keputusan: sk-0}\n",
    }


#: what it is about · what is replaced in the small office, each finding on its line
WRONG: tuple[tuple[str, dict[str, str]], ...] = (
    ("the year alone", {
        "tahun: 2025": "tahun: 2026",
        NOMOR: f"{NOMOR}  # expect: SOP748", TANGGAL: f"{TANGGAL}  # expect: SOP748",
        SAH: f"{SAH}  # expect: SOP133", EFEKTIF: f"{EFEKTIF}  # expect: SOP128"}),
    ("in force before the decree, by days", {
        EFEKTIF: "tanggal_efektif: 2025-01-13  # expect: SOP150"}),
    ("a year back", {
        "tahun: 2025": "tahun: 2024",
        NOMOR: f"{NOMOR}  # expect: SOP748", TANGGAL: f"{TANGGAL}  # expect: SOP748",
        SAH: f"{SAH}  # expect: SOP133", EFEKTIF: f"{EFEKTIF}  # expect: SOP128",
        BUAT: f"{BUAT}  # expect: SOP128"}),
    ("number of another year", {NOMOR: f"{NOMOR[:-1]}4  # expect: SOP731"}),
    ("number with the year in the middle", {
        NOMOR: "nomor: 000.8.3.3/KEP.7/2024/406.99  # expect: SOP731"}),
    ("number with the word tahun", {
        NOMOR: "nomor: 7 TAHUN 2024  # expect: SOP731 SOP746"}),
    ("date of another year", {TANGGAL: "tanggal: 2024-01-16  # expect: SOP748"}),
    ("signed too early for the next year", {
        NOMOR: f"{NOMOR[:-1]}4  # expect: SOP748",
        TANGGAL: "tanggal: 2024-10-31  # expect: SOP748"}),
    ("date guessed from last year's", {
        f"{TANGGAL}\n": f"{TANGGAL}  # expect: SOP803\n"
        "    catatan: tanggal 16 Januari 2025 diperkirakan\n"}),
    ("date of next year", {TANGGAL: "tanggal: 2026-01-16  # expect: SOP748"}),
    ("number for next year, signed in December", {
        TANGGAL: "tanggal: 2024-12-30"} | {NOMOR: f"{NOMOR}  # expect: SOP731"}),
    ("number and date of different other years", {
        NOMOR: f"{NOMOR[:-1]}3  # expect: SOP731",
        TANGGAL: "tanggal: 2024-01-16  # expect: SOP748"}),
    ("approval of another year", {SAH: "tanggal_pengesahan: 2024-01-17"
                                  "  # expect: SOP133"}),
    ("approval before the decree", {SAH: "tanggal_pengesahan: 2025-01-10"
                                    "  # expect: SOP749"}),
    ("approval before the later of two decrees",
     second("2025", "2025-02-03") | {SAH: f"{SAH}  # expect: SOP749"}),
    ("year typed in the pattern", {"tahun: 2025\n": "pola_nomor_sop: 000.8.3.3/"
     "SOP.{nomor:02}/406.99/2024  # expect: SOP132\ntahun: 2025\n"}),
    ("year in the title of the book", {JUDUL: "judul: BUKU SOP TAHUN 2024"
                                       "  # expect: SOP730"}),
    ("bare year in the title", {JUDUL: "judul: BUKU SOP 2024  # expect: SOP730"}),
    ("years in the title", {JUDUL: "judul: SOP 2021-2024  # expect: SOP730"}),
    ("year in the title of the decree", titled("SOP TAHUN 2024", "SOP730")),
    ("year behind tentang", {SK: f"{SK}    tentang: Penetapan SOP Tahun 2024"
                             "  # expect: SOP730\n"}),
    ("year behind menetapkan", {DIKTUM: f"{DIKTUM}    menetapkan: PENETAPAN SOP TAHUN "
                                "2024  # expect: SOP730\n"}),
    ("year in the title of the annex", {DIKTUM: f"{DIKTUM}    lampiran:\n"
     "      judul: PENETAPAN SOP 2024  # expect: SOP730 SOP743\n"} | PRINTED),
    ("a diktum of last year", {DIKTUM: "    diktum:\n      - Menetapkan SOP.\n"
     "      - Keputusan ini mulai berlaku pada tanggal 10 Januari 2024."
     "  # expect: SOP750\n"}),
    ("a diktum of next year", {DIKTUM: "    diktum:\n      - Menetapkan SOP.\n"
     "      - Keputusan ini berlaku sejak tanggal 16 Januari 2026."
     "  # expect: SOP750\n"}),
    ("in force a year early", {EFEKTIF: "tanggal_efektif: 2024-01-16"
                               "  # expect: SOP128"}),
    ("in force a year late", {EFEKTIF: "tanggal_efektif: 2026-01-16"
                              "  # expect: SOP128"}),
    ("in force in a month of last year", {
        EFEKTIF: "tanggal_efektif: Maret 2024  # expect: SOP115 SOP128"}),
    ("in force last year, no month", {
        EFEKTIF: "tanggal_efektif: 2024  # expect: SOP115 SOP128"}),
    ("made next year", {BUAT: "tanggal_pembuatan: 2026-01-10  # expect: SOP128"}),
    ("made after it is in force", {BUAT: "tanggal_pembuatan: 2025-03-10",
                                   EFEKTIF: f"{EFEKTIF}  # expect: SOP129"}),
    ("revised before it was made", revised("2024-06-01", "SOP129")),
    ("revised next year", revised("2026-06-01", "SOP128")),
    ("revised after it is in force", revised("2025-06-01", "SOP130")),
    ("an older decree beside the year's", second("2023", "2023-03-01", "", "SOP748")),
    ("a later decree beside the year's",
     second("2026", "2026-03-01", "SOP748", "SOP748", "SOP730")),
)  # fmt: skip
RIGHT: tuple[tuple[str, dict[str, str]], ...] = (
    ("nothing", {}),
    ("signed on 30 December for the next year", {
        NOMOR: f"{NOMOR[:-1]}4", TANGGAL: "tanggal: 2024-12-30"}),
    ("signed on the first of November for the next year", {
        NOMOR: f"{NOMOR[:-1]}4", TANGGAL: "tanggal: 2024-11-01"}),
    ("everything in December", {
        NOMOR: f"{NOMOR[:-1]}4", TANGGAL: "tanggal: 2024-12-30",
        SAH: "tanggal_pengesahan: 2024-12-30", EFEKTIF: "tanggal_efektif: 2024-12-30",
        BUAT: "tanggal_pembuatan: 2024-11-02"}),
    ("in force on the first day of the next year", {
        TANGGAL: "tanggal: 2025-12-15", SAH: "tanggal_pengesahan: 2025-12-15",
        EFEKTIF: "tanggal_efektif: 2026-01-02"}),
    ("in force before the decree, as its diktum says", {
        EFEKTIF: "tanggal_efektif: 2025-01-13",
        DIKTUM: DIKTUM.replace(
            "SOP.]", "SOP., Keputusan ini berlaku sejak tanggal 13 Januari 2025.]")}),
    ("in force in the middle of the year", {EFEKTIF: "tanggal_efektif: 2025-07-01"}),
    ("approved on the day of the decree", {SAH: "tanggal_pengesahan: 2025-01-16"}),
    ("approved weeks after the decree", {SAH: "tanggal_pengesahan: 2025-03-03"}),
    ("made years ago", {BUAT: "tanggal_pembuatan: 2019-05-02"}),
    ("made in 2023 and revised in 2025", {
        BUAT: "tanggal_pembuatan: 2023-02-01", **revised("2025-01-06")}),
    ("revised years ago", {
        BUAT: "tanggal_pembuatan: 2019-05-02", **revised("2022-04-01")}),
    ("a register number that looks like a year",
     {NOMOR: "nomor: 000.8.3.3/2014/406.99/2025"}),
    ("a number without a year", {NOMOR: "nomor: 000.8.3.3/14/406.99"}),
    ("the year typed in the pattern", {"tahun: 2025\n": "pola_nomor_sop: 000.8.3.3/"
     "SOP.{nomor:02}/406.99/2025\ntahun: 2025\n"}),
    ("its own year in the title", {JUDUL: "judul: BUKU SOP TAHUN 2025"}),
    ("years that include its own", {JUDUL: "judul: SOP 2021–2026"}),
    ("a school year", titled("SOP TAHUN 2025/2026")),
    ("a regulation in the title", titled(
        "SOP MENURUT PERMENPANRB NOMOR 35 TAHUN 2012 DAN UU 23 TAHUN 2014")),
    ("a decree that changes an older one", titled(
        "PERUBAHAN ATAS PENETAPAN SOP TAHUN 2024")),
    ("a diktum of the day", {DIKTUM: "    diktum:\n      - Menetapkan SOP.\n      - "
     "Keputusan ini mulai berlaku pada tanggal 16 Januari 2025.\n"}),
    ("a decree in force until", {DIKTUM: "    diktum:\n      - Menetapkan SOP.\n      "
     "- Keputusan ini berlaku sampai dengan tanggal 31 Desember 2027.\n"}),
    ("a decree that revokes another", {DIKTUM: "    diktum:\n      - Menetapkan SOP.\n"
     "      - Keputusan Nomor 3 tanggal 10 Januari 2024 dinyatakan tidak berlaku.\n"
     "      - Keputusan ini mulai berlaku.\n"}),
    ("a standard in the title", titled("SOP ISO 9001/2015")),
)  # fmt: skip


@pytest.mark.parametrize("case", [*WRONG, *RIGHT], ids=[n for n, _ in (*WRONG, *RIGHT)])
def test_what_cannot_stand_in_one_book_is_told_at_its_field(
    case: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    folder = damaged(tmp_path / "uji", case[1])
    assert findings_of(folder) == expected(folder)


#: What a book may say and be signed with, although it is told.
MILD = {"SOP115", "SOP130", "SOP150", "SOP743", "SOP746", "SOP749"}


@pytest.mark.parametrize("case", WRONG, ids=[name for name, _ in WRONG])
def test_it_is_a_warning_that_forbids_the_final_book(
    case: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    buku = read_buku(damaged(tmp_path / "uji", case[1])).buku
    assert buku is not None
    for finding in lint(buku):
        assert finding.severity is not Severity.ERROR
        old = case[0] == "an older decree beside the year's"
        mild = finding.code in MILD or (old and finding.code == "SOP748")
        assert finding.forbids_final is not mild, finding


def test_a_final_build_with_last_years_decree_writes_nothing(tmp_path: Path) -> None:
    folder = damaged(tmp_path / "uji", {"tahun: 2025": "tahun: 2026"})
    draft = Wish(folder, tmp_path / "draf", formats=("svg",))
    assert build(draft, lambda *_: None).files
    final = Wish(folder, tmp_path / "final", formats=("svg",), final=True)
    made = build(final, lambda *_: None)
    assert not made.files
    assert not (tmp_path / "final").exists()
    errors = {f.code for f in made.findings if f.severity is Severity.ERROR}
    assert errors == {"SOP748", "SOP133", "SOP128", "SOP712"}


@pytest.mark.slow
def test_the_year_of_a_workbook_is_told_at_the_cells_that_differ(
    tmp_path: Path,
) -> None:
    folder = write_lambang(write_kantor(tmp_path / "uji"))
    file = folder / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    book = load_workbook(file)
    book["Buku"]["B3"].value = "2026"
    book.save(file)
    buku = read_buku(file).buku
    assert buku is not None
    found = {(f.code, f.span.place) for f in lint(buku)}
    sah = right_of(book, "Buku", "Tanggal pengesahan").coordinate
    efektif = right_of(book, SOP, "Tanggal efektif").coordinate
    assert found == {
        ("SOP748", "Keputusan!C5"), ("SOP748", "Keputusan!C6"),
        ("SOP133", f"Buku!{sah}"), ("SOP128", f"{SOP}!{efektif}"),
    }  # fmt: skip


@pytest.mark.slow
def test_a_workbook_without_a_picture_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    buku = read_buku(file).buku
    assert buku is not None
    (found,) = lint(buku)
    place = right_of(load_workbook(file), "Buku", "Lambang").coordinate
    assert (found.code, found.span.place) == ("SOP131", f"Buku!{place}")
