"""Kegiatan that several pelaksana do: what is read of them, in files and workbooks."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.kosakata import BUKU_KERJA, YAML, Kosakata
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.sop import Sop
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.spec.bersama import LANES, TINJAU, write_bersama
from tests.spec.staff import cell, meaning, round_trip
from tests.takeover.own import through_libreoffice
from tests.test_sebab import found_in

SHEET = "01 tinjau"
APART = "[Petugas Loket, Kasi Trantib, Polsek]"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return write_bersama(tmp_path / "uji")


def sop_of(place: Path) -> Sop:
    buku = read_buku(place).buku
    assert buku is not None
    return buku.sop[0]


def told(place: Path, words: Kosakata) -> list[tuple[str, str, str, str]]:
    """Return code, place, message and advice of what concerns who does it."""
    found = (words.said(f) for f in found_in(place) if f.code.startswith("SOP2"))
    return [(f.code, _place(f), f.message, f.saran) for f in found]


def _place(f: Diagnostic) -> str:
    return f.span.cell or f"{f.span.line}:{f.span.column}"


def test_a_list_of_names_puts_a_symbol_into_all_their_columns(office: Path) -> None:
    lanes = {k.id: k.semua_lajur for k in sop_of(office).langkah}
    assert lanes == {
        "1": (0,), "2": (2, 3, 4, 5), "3": (2, 3), "4": (1, 2, 4), "arsip": (3, 4),
        "5": (2, 5), "6": (0, 1, 2, 3, 4, 5), "7": (0, 5),
    }  # fmt: skip
    assert [
        list(map(list, k.deret)) for k in sop_of(office).langkah if k.id == "4"
    ] == [[[1, 2], [4]]]


def test_a_joint_kegiatan_has_one_arrow_in_and_one_out_and_is_reached(
    office: Path,
) -> None:
    ends = [(a.dari, a.ke) for a in sop_of(office).alur]
    assert ("1", "2") in ends
    assert ("2", "3") in ends
    assert [ends for ends in ends if "2" in ends] == [("1", "2"), ("2", "3")]
    assert told(office, YAML) == []


MISTAKES = {
    "one name alone": (
        "[Polsek]", "SOP222", "24:16", "hanya memuat satu nama: `Polsek`",
        "`pelaksana: Polsek`",
    ),
    "a name twice": (
        "[Polsek, Koramil, Polsek]", "SOP223", "24:34", "`Polsek` ditulis dua kali",
        "hapus salah satu",
    ),
    "a name that is not listed": (
        "[Polsek, Koramill]", "SOP201", "24:25", "`Koramill` tidak terdaftar",
        "mungkin maksudnya `Koramil`",
    ),
    "names in one text": (
        "Polsek; Koramil", "SOP201", "24:16", "`Polsek; Koramil` tidak terdaftar",
        "kegiatan bersama ditulis sebagai daftar",
    ),
    "names in words": (
        "Polsek dan Koramil", "SOP201", "24:16", "`Polsek dan Koramil` tidak terdaftar",
        "kegiatan bersama ditulis sebagai daftar",
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", MISTAKES)
def test_a_mistake_is_told_once_at_its_name(nama: str, tmp_path: Path) -> None:
    said, *wanted = MISTAKES[nama]
    text = TINJAU.replace(f"pelaksana: {APART}", f"pelaksana: {said}")
    ((code, where, message, saran),) = told(write_bersama(tmp_path / "uji", text), YAML)
    assert [code, where] == wanted[:2]
    assert wanted[2] in message
    assert wanted[3] in saran


@pytest.mark.parametrize("said", ["[Polsek]", "[Polsek, Polsek]", "[Polsek, Bupati]"])
def test_the_chart_is_drawn_with_the_names_that_are_known(
    said: str, tmp_path: Path
) -> None:
    text = TINJAU.replace(f"pelaksana: {APART}", f"pelaksana: {said}")
    sop = sop_of(write_bersama(tmp_path / "uji", text))
    assert [k.semua_lajur for k in sop.langkah if k.id == "4"] == [(4,)]


@pytest.mark.parametrize(
    ("said", "code"),
    [("[]", "SOP921"), ('[Polsek, ""]', "SOP921"), ("{Polsek: ya}", "SOP922")],
)
def test_what_is_no_list_of_names_is_told_with_advice(
    said: str, code: str, tmp_path: Path
) -> None:
    text = TINJAU.replace(f"pelaksana: {APART}", f"pelaksana: {said}")
    found = found_in(write_bersama(tmp_path / "uji", text))
    (one,) = (f for f in found if f.severity is Severity.ERROR)
    assert one.code == code
    assert one.saran


# In a workbook the names stand in one cell.


def cells(place: Path, text: str) -> Path:
    """Write the office's workbook with a text for the names of kegiatan 4."""
    book = load_workbook(BytesIO(export_workbook(place).workbook))
    cell(book, SHEET, "Petugas Loket; Kasi Trantib; Polsek").value = text
    file = place.parent / "uji.xlsx"
    book.save(file)
    return file


@pytest.mark.slow
def test_a_workbook_and_back_is_the_same(office: Path, tmp_path: Path) -> None:
    assert meaning(round_trip(office, tmp_path)) == meaning(office)


@pytest.mark.slow
def test_a_workbook_that_libreoffice_saved_is_the_same(
    office: Path, tmp_path: Path
) -> None:
    through_libreoffice({"buku": export_workbook(office).workbook}, "xlsx", tmp_path)
    saved = sop_of(tmp_path / "lo/buku.xlsx")
    assert [k.semua_lajur for k in saved.langkah] == [
        k.semua_lajur for k in sop_of(office).langkah
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Petugas Loket; Kasi Trantib; Polsek", "petugas loket ;KASI TRANTIB;polsek;",
        "Polsek; Petugas Loket; Kasi Trantib", "Petugas Loket\nKasi Trantib\nPolsek",
        "Petugas Loket, Kasi Trantib, Polsek", "Petugas Loket, Kasi Trantib dan Polsek",
        "Petugas Loket / Kasi Trantib / Polsek",
    ],
)  # fmt: skip
def test_names_in_a_cell_are_parted_as_staff_part_them(text: str, office: Path) -> None:
    file = cells(office, text)
    assert [k.semua_lajur for k in sop_of(file).langkah if k.id == "4"] == [(1, 2, 4)]
    assert told(file, BUKU_KERJA) == []


@pytest.mark.slow
def test_a_line_may_break_within_a_name_in_a_cell(office: Path) -> None:
    file = cells(office, "Kasi\nTrantib")
    assert [k.semua_lajur for k in sop_of(file).langkah if k.id == "4"] == [(2,)]


@pytest.mark.slow
def test_a_name_with_a_semicolon_in_it_stays_whole(tmp_path: Path) -> None:
    text = TINJAU.replace("Koramil", '"Koramil; Linmas"')
    office = write_bersama(tmp_path / "uji", text)
    assert meaning(round_trip(office, tmp_path)) == meaning(office)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "code", "message", "saran"),
    [
        ("Polsek; Koramill", "SOP201", "`Koramill` tidak", "maksudnya `Koramil`"),
        ("Polsek; Polsek", "SOP223", "`Polsek` ditulis dua kali", "hapus salah satu"),
        ("Polsek, Bupati", "SOP201", "`Polsek, Bupati` tidak", "titik koma"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_cell_is_told_at_it(
    text: str, code: str, message: str, saran: str, office: Path
) -> None:
    ((kode, where, said, advice),) = told(cells(office, text), BUKU_KERJA)
    assert kode == code
    assert where.startswith(f"{SHEET}!C")
    assert message in said
    assert saran in advice


def test_every_column_may_take_part(office: Path) -> None:
    (one,) = (k for k in sop_of(office).langkah if k.id == "6")
    assert len(one.semua_lajur) == len(LANES)
    assert one.deret == (range(len(LANES)),)
