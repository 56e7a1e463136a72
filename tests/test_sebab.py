"""One mistake gives one finding, in files and in a workbook."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook

from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.draft import Draft
from sopgen.pipeline import check
from sopgen.sebab import causes
from sopgen.spec import read_buku
from sopgen.spec.workbook.annotate import annotate
from sopgen.spec.workbook.dump import dump
from sopgen.yamltext import write_yaml
from tests.books import ROOT
from tests.mistakes import IN_YAML, MISTAKES, Book, Mistake
from tests.spec.kantor import SURAT, write_kantor, write_lambang
from tests.test_kertas_bagan import office

KEPT = ("kk", "surat-masuk", "surat-keluar")
#: Findings that sum up several SOP: they say something else when one is missing.
SUMMED = {"SOP115", "SOP117", "SOP736"}


@pytest.fixture(scope="module")
def sound() -> Book:
    """Return the data of three SOP of a shipped book, and of the book about them."""
    folder = ROOT / "specs/karangan"
    book = {
        file.relative_to(folder).as_posix(): yaml.load(
            file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
        )
        for file in folder.rglob("*.yaml")
        if file.parent.name != "sop" or file.stem in KEPT
    }
    book["buku.yaml"]["sop"] = [
        {k: v for k, v in one.items() if k != "nomor"}
        for one in book["buku.yaml"]["sop"]
        if one["id"] in KEPT
    ]
    for decree in book["buku.yaml"]["keputusan"]:
        decree.get("lampiran", {}).pop("sebutan", None)
    return book


def found_in(place: Path) -> tuple[Diagnostic, ...]:
    reading = read_buku(place)
    linted = lint(reading.buku) if reading.buku else ()
    return causes((*reading.findings, *linted), reading.buku)


def as_folder(book: Book, scratch: Path) -> Path:
    for name, data in book.items():
        file = scratch / "uji" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_yaml(Draft(name, data)), encoding="utf-8")
    return scratch / "uji"


def as_workbook(book: Book, scratch: Path) -> Path:
    file = scratch / "uji.xlsx"
    file.write_bytes(dump(book, {}))
    return file


Written = Callable[[Book, Path], Path]


@pytest.fixture(scope="module")
def before(
    sound: Book, tmp_path_factory: pytest.TempPathFactory
) -> dict[Written, Counter[str]]:
    """Return how often each finding stands in the sound book."""
    return {
        written: Counter(
            f.code for f in found_in(written(sound, tmp_path_factory.mktemp("benar")))
        )
        for written in (as_folder, as_workbook)
    }


def told(book: Book, mistake: Mistake, written: Written, scratch: Path) -> Counter[str]:
    """Return how often each finding stands in a book with a mistake."""
    wrong = copy.deepcopy(book)
    mistake(wrong)
    return Counter(f.code for f in found_in(written(wrong, scratch)))


def more(found: Counter[str], before: Counter[str]) -> list[str]:
    """Return the codes that are found more often than before."""
    return [code for code in (found - before).elements() if code not in SUMMED]


@pytest.mark.parametrize("what", [*MISTAKES, *IN_YAML])
def test_one_mistake_in_files_is_told_once(
    what: str, sound: Book, before: dict[Written, Counter[str]], tmp_path: Path
) -> None:
    mistake, code = (MISTAKES | IN_YAML)[what]
    found = told(sound, mistake, as_folder, tmp_path)
    assert more(found, before[as_folder]) == ([code] if code else [])


@pytest.mark.slow
@pytest.mark.parametrize("what", MISTAKES)
def test_one_mistake_in_a_workbook_is_told_once(
    what: str, sound: Book, before: dict[Written, Counter[str]], tmp_path: Path
) -> None:
    mistake, code = MISTAKES[what]
    found = told(sound, mistake, as_workbook, tmp_path)
    assert more(found, before[as_workbook]) == ([code] if code else [])


#: Rows of the sheet of SOP surat-keluar, and headings in it.
SHEET = "03 surat-keluar"


def head(book: Workbook, sheet: str, title: str) -> Any:
    """Return the cell of a heading: the last that says so."""
    cells = [c for row in book[sheet].iter_rows() for c in row if c.value == title]
    return cells[-1]


def typed(sheet: str, title: str, n: int, value: object) -> Callable[[Workbook], None]:
    """Return what is typed in the n-th row below a heading."""

    def change(book: Workbook) -> None:
        at = head(book, sheet, title)
        book[sheet].cell(at.row + 1 + n, at.column).value = value

    return change


def beside(sheet: str, title: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        at = head(book, sheet, title)
        book[sheet].cell(at.row, 3 if sheet == SHEET else 2).value = value

    return change


def renamed(sheet: str, title: str, new: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        head(book, sheet, title).value = new

    return change


def blank(sheet: str, n: int, *titles: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for title in titles:
            typed(sheet, title, n, None)(book)

    return change


#: What somebody does to the cells, and the only finding.
CELLS: dict[str, tuple[Callable[[Workbook], object], str]] = {
    "code of a sheet misspelt": (beside(SHEET, "Kode SOP", "surat-kelur"), "SOP901"),
    "no code on a sheet": (beside(SHEET, "Kode SOP", None), "SOP921"),
    "sheet gone": (lambda book: book.remove(book[SHEET]), "SOP901"),
    "sheet renamed": (lambda book: setattr(book[SHEET], "title", "Surat"), ""),
    "code in the list misspelt": (typed("Daftar SOP", "Kode", 3, "kelur"), "SOP901"),
    "row of the list gone": (
        blank("Daftar SOP", 3, "Kode", "Nama", "Nama pendek", "Judul sampul"), "SOP917"
    ),
    "code of a decree misspelt": (
        typed("Keputusan", "Keputusan", 2, "sk-09"), "SOP954"
    ),
    "SOP of a base misspelt": (typed("Dasar Hukum", "Untuk", 30, "kelur"), "SOP954"),
    "code of an official misspelt": (typed("Pejabat", "Kode", 1, "camt"), "SOP101"),
    "label of a form misspelt": (
        renamed("Buku", "Penandatangan", "Penanda tangn"), "SOP954"
    ),
    "no heading of numbers": (renamed(SHEET, "No", None), ""),
    "no heading of symbols": (renamed(SHEET, "Simbol", None), ""),
    "target blank": (typed(SHEET, "Ke 1", 4, None), "SOP304"),
    "answer blank": (typed(SHEET, "Jawaban 1", 4, None), "SOP305"),
    "answer and target blank": (blank(SHEET, 4, "Jawaban 1", "Ke 1"), "SOP304"),
    "uraian blank": (typed(SHEET, "Kegiatan", 4, None), "SOP921"),
    "number and uraian blank": (blank(SHEET, 4, "No", "Kegiatan"), "SOP921"),
    "row blank": (
        blank(SHEET, 4, "No", "Kegiatan", "Pelaksana", "Simbol", "Jawaban 1", "Ke 1",
              "Jawaban 2", "Ke 2", "Kelengkapan", "Waktu", "Output"), "SOP301"
    ),
    "number wrong": (typed(SHEET, "No", 4, "14"), "SOP301"),
    "number twice": (typed(SHEET, "No", 4, "3"), "SOP203"),
}  # fmt: skip


@pytest.fixture(scope="module")
def workbook(sound: Book) -> bytes:
    return dump(sound, {})


@pytest.mark.slow
@pytest.mark.parametrize("what", CELLS)
def test_one_mistake_in_a_cell_is_told_once(
    what: str, workbook: bytes, before: dict[Written, Counter[str]], tmp_path: Path
) -> None:
    change, code = CELLS[what]
    book = load_workbook(BytesIO(workbook))
    change(book)
    book.save(tmp_path / "uji.xlsx")
    found = Counter(f.code for f in found_in(tmp_path / "uji.xlsx"))
    # Items of a decree that move up are summed up in other words.
    new = [c for c in more(found, before[as_workbook]) if not c.startswith("SOP7")]
    assert new == ([code] if code else [])


@pytest.mark.slow
@pytest.mark.parametrize(
    "what",
    ["no code on a sheet", "sheet gone", "number twice", "answer and target blank",
     "label of a form misspelt"],
)  # fmt: skip
def test_what_follows_is_known_without_reading_a_sentence(
    what: str, workbook: bytes, tmp_path: Path
) -> None:
    book = load_workbook(BytesIO(workbook))
    CELLS[what][0](book)
    book.save(tmp_path / "uji.xlsx")
    reading = read_buku(tmp_path / "uji.xlsx")
    found = (*reading.findings, *(lint(reading.buku) if reading.buku else ()))
    words = list(dict.fromkeys(f.message for f in found))
    wordless = [replace(f, message=f"kata {words.index(f.message)}") for f in found]
    expected = [(f.code, f.span) for f in causes(found, reading.buku)]
    assert [(f.code, f.span) for f in causes(wordless, reading.buku)] == expected
    assert len(expected) < len(found)


@pytest.mark.slow
def test_every_place_of_a_mistake_is_marked_in_a_copy(
    workbook: bytes, tmp_path: Path
) -> None:
    book = load_workbook(BytesIO(workbook))
    for n in (8, 10, 11):
        typed(SHEET, "Pelaksana", n, "Pengadministrsi")(book)
    book.save(tmp_path / "uji.xlsx")
    found = found_in(tmp_path / "uji.xlsx")
    (finding,) = (f for f in found if f.code == "SOP201")
    places = [finding.span.place, *(span.place for span in finding.juga)]
    assert all(place in finding.message for place in places[1:])
    copy_ = load_workbook(
        BytesIO(annotate((tmp_path / "uji.xlsx").read_bytes(), found))
    )
    for place in places:
        cell = copy_[SHEET][place.rpartition("!")[2]]
        assert cell.value == "Pengadministrsi"
        assert cell.fill.fgColor.rgb.endswith("F8CBAD")
        assert "tidak terdaftar" in cell.comment.text


#: The flow of the small office from its second kegiatan on, and all that is told.
FLOWS: dict[str, tuple[str, list[str]]] = {
    "two kegiatan cut off for two reasons": (
        "ke: 5}, {ke: 5}, {ke: 6}, {}, {simbol: selesai}", ["SOP302", "SOP302"]
    ),
    "one circle": ("ke: 3}, {ke: 2}, {}, {}, {simbol: selesai}", ["SOP302"]),
    "a circle and no end": ("ke: 3}, {ke: 4}, {ke: 5}, {ke: 6}, {ke: 2}", ["SOP303"]),
    "two circles": (
        "simbol: keputusan, ke: {Ya: 3, Tidak: 5}}, {ke: 4}, {ke: 3}, {ke: 6}, {ke: 5}",
        ["SOP303", "SOP303"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FLOWS)
def test_mistakes_of_their_own_are_told_each(what: str, tmp_path: Path) -> None:
    drawn, codes = FLOWS[what]
    folder = write_lambang(write_kantor(tmp_path / "uji"))
    begin = "{uraian: Memeriksa surat, pelaksana: Camat, waktu: 5 menit, "
    rest = drawn.replace("{ke", f"{begin}ke").replace("{simbol", f"{begin}simbol")
    rest = rest.replace("{}", f"{begin.rstrip(', ')}}}")
    first = (
        "{uraian: Menerima surat, pelaksana: Petugas, waktu: 5 menit, simbol: mulai}"
    )
    head_, _, tail = SURAT.partition("kegiatan:\n")
    after = tail[tail.index("tanggal_efektif") :]
    text = f"{head_}kegiatan: [{first}, {begin}{rest}]\n{after}"
    (folder / "sop/surat.yaml").write_text(text, encoding="utf-8")
    assert [f.code for f in found_in(folder)] == codes


def test_a_lampiran_that_is_written_wrongly_is_not_missing_too(tmp_path: Path) -> None:
    folder = write_lambang(write_kantor(tmp_path / "uji"))
    file = folder / "buku.yaml"
    diktum = "    diktum: [Menetapkan SOP.]\n"
    text = file.read_text(encoding="utf-8")
    text = text.replace(diktum, f"{diktum}    lampiran: [nomor, tanggal]\n")
    part = "  - {bagian: lampiran, keputusan: sk-1}\n"
    file.write_text(text.replace("  - sop\n", f"{part}  - sop\n"), encoding="utf-8")
    assert {f.code for f in found_in(folder)} == {"SOP922"}


@pytest.mark.slow
def test_what_is_too_tight_in_too_many_lanes_is_told_with_them(tmp_path: Path) -> None:
    found = check(office(tmp_path / "uji", lanes=36))
    assert {f.code for f in found if f.code.startswith("SOP5")} == {"SOP511"}
