"""A spec as an Excel workbook: written, filled in by staff, read, taken back."""

from __future__ import annotations

import string
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sopgen.model.diagnostic import Severity, Span
from sopgen.model.draft import Data, Draft
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook, read_spec
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings
from sopgen.spec.workbook.annotate import annotate
from sopgen.spec.write import write_yaml
from tests.books import OFFICES, ROOT
from tests.spec.kantor import write_kantor

SOP = "01 surat"


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_kantor(tmp_path_factory.mktemp("kantor") / "uji")


@pytest.fixture(scope="module")
def data(kantor: Path) -> bytes:
    made = export_workbook(kantor)
    assert made.workbook, made.findings
    return made.workbook


def meaning(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    spec = read_spec(Folder(folder), Findings())
    assert spec is not None
    return spec.meaning, spec.texts


def write_files(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def round_trip(folder: Path, scratch: Path) -> Path:
    """Return the folder that comes of a spec by way of a workbook."""
    exported = export_workbook(folder)
    assert exported.workbook, exported.findings
    file = scratch / "bolak.xlsx"
    file.write_bytes(exported.workbook)
    imported = import_workbook(file)
    assert imported.files, imported.findings
    return write_files(scratch / "balik", imported.files)


@pytest.mark.parametrize("nama", OFFICES)
def test_a_spec_comes_back_from_its_workbook(nama: str, tmp_path: Path) -> None:
    folder = ROOT / "specs" / nama
    back = round_trip(folder, tmp_path)
    assert meaning(back) == meaning(folder)
    (tmp_path / "lagi").mkdir()
    assert export_workbook(round_trip(back, tmp_path / "lagi")).workbook == (
        export_workbook(back).workbook
    )


@pytest.mark.parametrize("nama", OFFICES)
def test_a_book_is_the_same_from_a_workbook(nama: str, tmp_path: Path) -> None:
    folder = ROOT / "specs" / nama
    file = tmp_path / f"{nama}.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    first, second = read_buku(folder), read_buku(file)
    assert bare(first.buku) == bare(second.buku)
    assert [f.code for f in first.findings] == [f.code for f in second.findings]


def bare(value: Any) -> Any:
    """Return a book as plain data without places and pictures."""
    if isinstance(value, Span):
        return None
    if hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__
        return {name: bare(getattr(value, name)) for name in fields}
    if isinstance(value, tuple | list):
        return [bare(one) for one in value]
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items()}
    return value.rstrip("\n") if isinstance(value, str) else value


WORDS = st.text(
    string.ascii_letters + " .,:;#-'\"éü{}[]&*!|>%@=+", min_size=1, max_size=30
)
TEXTS = WORDS.map(lambda t: " ".join(t.split())).filter(
    lambda t: t and not t.casefold().startswith("contoh") and "{" not in t
)
LINES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
SLUG = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6})?", fullmatch=True).filter(
    lambda t: t != "contoh"
)


KINDS = ("", "satu", "banyak", "keputusan", "tambahan")


@st.composite
def rows(draw: st.DrawFn, lanes: list[str]) -> list[Data]:
    numbers = [str(n + 1) for n in range(draw(st.integers(1, 5)))]
    made: list[Data] = []
    for nomor in numbers:
        row = {"uraian": draw(TEXTS), "pelaksana": draw(st.sampled_from(lanes))}
        keys = draw(st.sets(st.sampled_from(["kelengkapan", "waktu", "keterangan"])))
        row |= {key: draw(LINES) for key in sorted(keys)}
        if draw(st.booleans()):
            row["nomor"] = draw(st.sampled_from([f"{nomor}a", nomor, "20"]))
        kind = draw(st.sampled_from(KINDS))
        made.append({**row, **draw(ways(kind, nomor, numbers, lanes))})
    return made


@st.composite
def ways(
    draw: st.DrawFn, kind: str, nomor: str, numbers: list[str], lanes: list[str]
) -> dict[str, Data]:
    targets = st.sampled_from(numbers)
    if kind == "satu":
        return {"ke": draw(targets)}
    if kind == "banyak":
        return {"ke": [*draw(st.lists(targets, min_size=2, max_size=4))]}
    if kind == "keputusan":
        labels = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
        return {"simbol": kind, "ke": {label: draw(targets) for label in labels}}
    if kind == "tambahan":
        lane = draw(st.sampled_from(lanes))
        more: Data = {"pelaksana": lane, "simbol": "dokumen", "id": f"x{nomor}"}
        return {"tambahan": [more], "tembusan": f"x{nomor}"}
    return {}


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Data]:
    """Return the files of an office that says all sorts of things."""
    lanes = draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
    codes = draw(st.lists(SLUG, min_size=1, max_size=3, unique=True))
    texts = st.lists(LINES, max_size=3)
    files: dict[str, Data] = {
        "buku.yaml": {
            "tahun": str(draw(st.integers(1950, 2999))),
            "judul": draw(LINES),
            "kecamatan": {
                "nama": draw(TEXTS), "kabupaten": draw(TEXTS), "kode_unit": "406.10",
            },
            "pejabat": {"camat": {"jabatan": draw(TEXTS), "nip": "1" * 18}},
            "penandatangan": "camat",
            "pengesahan_bertanda": draw(st.sampled_from(["ya", "tidak", "true"])),
            "keputusan": [
                {
                    "id": "sk-1", "nomor": draw(TEXTS), "tanggal": "2025-01-16",
                    "judul": draw(LINES), "menimbang": [draw(LINES)],
                    "mengingat": [draw(LINES), {"peraturan": "uu-25-2009"}],
                    "diktum": [draw(LINES), draw(LINES)],
                    **({"menetapkan": ""} if draw(st.booleans()) else {}),
                    **({"lampiran": {}} if draw(st.booleans()) else {}),
                }
            ],
            "sop": [{"id": kode, "nama": draw(TEXTS)} for kode in codes],
        }
    }  # fmt: skip
    for kode in codes:
        sop: dict[str, Data] = {"pelaksana": [*lanes], "kegiatan": draw(rows(lanes))}
        for key in ("peringatan", "peralatan", "dasar_hukum"):
            if found := draw(texts):
                sop[key] = [*found]
        files[f"sop/{kode}.yaml"] = sop
    return files


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(offices())
def test_any_spec_comes_back_from_its_workbook(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Data]
) -> None:
    scratch = tmp_path_factory.mktemp("acak")
    texts = {n: write_yaml(Draft(n, data)).encode() for n, data in files.items()}
    folder = write_files(scratch / "uji", texts)
    assert meaning(round_trip(folder, scratch)) == meaning(folder)


Change = Callable[[Workbook], None]


def cell(book: Workbook, sheet: str, text: str) -> Any:
    """Return the last cell of a sheet with a text."""
    found = [c for row in book[sheet].iter_rows() for c in row if c.value == text]
    return found[-1]


def right_of(book: Workbook, sheet: str, label: str) -> Any:
    """Return the cell of a form's value."""
    at = cell(book, sheet, label)
    column = 3 if sheet == SOP else 2
    return book[sheet].cell(at.row, column)


def below(book: Workbook, sheet: str, heading: str, n: int) -> Any:
    """Return the n-th cell to fill in below a heading, from 1."""
    at = cell(book, sheet, heading)
    return book[sheet].cell(at.row + 1 + n, at.column)


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
    right_of(book, "Buku", "Tanggal pengesahan").value = date(2025, 1, 10)
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


def changed(data: bytes, change: Change, file: Path) -> Path:
    book = load_workbook(BytesIO(data))
    change(book)
    book.save(file)
    return file


@pytest.mark.parametrize("what", HARMLESS)
def test_what_staff_do_to_a_workbook_changes_nothing(
    what: str, data: bytes, kantor: Path, tmp_path: Path
) -> None:
    file = changed(data, HARMLESS[what], tmp_path / "uji.xlsx")
    first, second = read_buku(kantor), read_buku(file)
    assert bare(second.buku) == bare(first.buku), second.findings
    codes = [f.code for f in second.findings if f.severity is not Severity.INFO]
    assert codes == [f.code for f in first.findings]


class Mistake(NamedTuple):
    """A damaged workbook: the change, and code, place and words of the finding."""

    change: Change
    code: str
    place: str
    words: str


def put(sheet: str, heading: str, n: int, value: object) -> Change:
    """Return a change that types a value below a heading."""

    def change(book: Workbook) -> None:
        below(book, sheet, heading, n).value = value

    return change


def fill(sheet: str, label: str, value: object) -> Change:
    """Return a change that types a value in a form."""

    def change(book: Workbook) -> None:
        right_of(book, sheet, label).value = value

    return change


def sheet_gone(name: str) -> Change:
    return lambda book: book.remove(book[name])


def unnamed_value(book: Workbook) -> None:
    at = right_of(book, "Buku", "Tahun")
    book["Buku"].insert_rows(at.row + 1)
    book["Buku"].cell(at.row + 1, 2).value = "tersesat"


def copied_sheet(book: Workbook) -> None:
    book.copy_worksheet(book[SOP])


def error_value(book: Workbook) -> None:
    at = right_of(book, "Buku", "Tahun")
    at.value, at.data_type = "#REF!", "e"


def loose_symbol(book: Workbook) -> None:
    below(book, SOP, "No", 1).value = None
    below(book, SOP, "Kegiatan", 1).value = None


def heading_gone(book: Workbook) -> None:
    cell(book, SOP, "Pelaksana").value = None


def extra_column(book: Workbook) -> None:
    book["Pejabat"]["I3"] = "Paraf"
    book["Pejabat"]["I5"] = "x"


def at(sheet: str, place: str, value: object) -> Change:
    """Return a change that types a value in a cell."""

    def change(book: Workbook) -> None:
        book[sheet][place].value = value

    return change


def loose_answer(book: Workbook) -> None:
    head = cell(book, SOP, "No").row
    book[SOP].cell(head, 40).value = "Jawaban 4"
    book[SOP].cell(head + 3, 40).value = "Ulang"


def no_head(book: Workbook) -> None:
    book[SOP].delete_rows(cell(book, SOP, "No").row)


def lampiran(value: str) -> Change:
    def change(book: Workbook) -> None:
        row = below(book, "Keputusan", "Keputusan", 20).row
        for column, text in ((1, "sk-1"), (2, "Lampiran"), (3, value)):
            book["Keputusan"].cell(row, column).value = text

    return change


def same_name(book: Workbook) -> None:
    book.create_sheet("Pejabat.")["A1"] = "x"


MISTAKES: dict[str, Mistake] = {
    "code that leads elsewhere": Mistake(
        fill(SOP, "Kode SOP", "../../lain/buku"), "SOP923", f"{SOP}!C", "tidak benar"
    ),
    "code that is too long": Mistake(
        fill(SOP, "Kode SOP", "a" * 300), "SOP923", f"{SOP}!C", "60 huruf"
    ),
    "second value in a form": Mistake(
        at("Buku", "D6", "lagi"), "SOP954", "Buku!D6", "nilai kedua `lagi`"
    ),
    "value without a heading": Mistake(
        at("Pejabat", "J5", "lepas"), "SOP949", "Pejabat!J5", "tanpa judul"
    ),
    "text above the headings": Mistake(
        at("Keputusan", "A2", "penting"), "SOP954", "Keputusan!A2", "tidak dibaca"
    ),
    "lone text in a form": Mistake(
        at("Buku", "A30", "catatan"), "SOP954", "Buku!A30", "bukan nama isian"
    ),
    "answer without a column for its target": Mistake(
        loose_answer, "SOP304", f"{SOP}!AN", "tidak punya tujuan"
    ),
    "example that was changed": Mistake(
        at("Pejabat", "B4", "Lurah"), "SOP955", "Pejabat!A4", "baris contoh"
    ),
    "no headings of kegiatan": Mistake(
        no_head, "SOP949", f"{SOP}!A1", "kegiatan tidak ditemukan"
    ),
    "lampiran neither yes nor no": Mistake(
        lampiran("mungkin"), "SOP923", "Keputusan!C", "`ya` atau `tidak`"
    ),
    "code of a SOP where none is asked for": Mistake(
        at("Keputusan", "D5", "surat"), "SOP954", "Keputusan!D5", "tidak dipakai"
    ),
    "sheets of the same name": Mistake(
        same_name, "SOP950", "Pejabat.!A1", "bernama sama"
    ),
    "heading twice": Mistake(
        at("Pejabat", "I3", "NIP"), "SOP949", "Pejabat!I3", "ditulis dua kali"
    ),
    "unit held as a number": Mistake(
        fill("Buku", "Kode unit", 406.1), "SOP948", "Buku!B", "sebagai angka"
    ),
    "unknown pelaksana": Mistake(
        put(SOP, "Pelaksana", 2, "Camatt"), "SOP201", f"{SOP}!C", "`Camat`"
    ),
    "unknown symbol": Mistake(
        put(SOP, "Simbol", 2, "keputusann"), "SOP205", f"{SOP}!D", "`keputusan`"
    ),
    "unknown target": Mistake(
        put(SOP, "Ke 1", 2, "33"), "SOP301", f"{SOP}!F", "tujuan `33` tidak ada"
    ),
    "answer without target": Mistake(
        put(SOP, "Ke 2", 2, None), "SOP304", f"{SOP}!G", "tidak punya tujuan"
    ),
    "number twice": Mistake(
        put(SOP, "No", 3, "2"), "SOP203", f"{SOP}!A", "yang pertama pada sel"
    ),
    "symbol without kegiatan": Mistake(
        loose_symbol, "SOP954", f"{SOP}!B", "tanpa kegiatan di atasnya"
    ),
    "no year": Mistake(fill("Buku", "Tahun", None), "SOP921", "Buku!B3", "`tahun`"),
    "year in words": Mistake(
        fill("Buku", "Tahun", "dua ribu"), "SOP922", "Buku!B3", "bilangan"
    ),
    "no such day": Mistake(
        fill("Buku", "Tanggal pengesahan", "31 Februari 2025"), "SOP924", "Buku!B",
        "bukan tanggal",
    ),
    "unknown status": Mistake(
        fill(SOP, "Status", "final"), "SOP923", f"{SOP}!C", "`berlaku`"
    ),
    "official not listed": Mistake(
        fill("Buku", "Penandatangan", "camatt"), "SOP101", "Buku!B", "`camat`"
    ),
    "official twice": Mistake(
        put("Pejabat", "Kode", 2, "camat"), "SOP913", "Pejabat!A6", "dua kali"
    ),
    "official without code": Mistake(
        put("Pejabat", "Jabatan", 2, "Sekretaris"), "SOP954", "Pejabat!A6", "pejabat"
    ),
    "NIP as a number": Mistake(
        put("Pejabat", "NIP", 1, 196905181997101001), "SOP948", "Pejabat!F5", "15 digit"
    ),
    "formula without value": Mistake(
        fill("Buku", "Tahun", "=2000+25"), "SOP947", "Buku!B3", "tanpa nilai tersimpan"
    ),
    "formula that starts a program": Mistake(
        put(SOP, "Output", 1, "=cmd|' /C calc'!A0"), "SOP947", f"{SOP}!O",
        "menjalankan program",
    ),
    "error value": Mistake(error_value, "SOP948", "Buku!B3", "#REF!"),
    "no sheet Buku": Mistake(sheet_gone("Buku"), "SOP950", "", "`Buku`"),
    "no list of SOP": Mistake(sheet_gone("Daftar SOP"), "SOP950", "", "`Daftar SOP`"),
    "no sheet of a SOP": Mistake(
        sheet_gone(SOP), "SOP901", "Daftar SOP!A5", "tidak ada"
    ),
    "sheet of a SOP twice": Mistake(
        copied_sheet, "SOP950", "", "sudah dipakai lembar lain"
    ),
    "SOP without code": Mistake(
        fill(SOP, "Kode SOP", None), "SOP921", f"{SOP}!", "`Kode SOP` kosong"
    ),
    "heading gone": Mistake(
        heading_gone, "SOP949", f"{SOP}!A", "kolom `Pelaksana` tidak ditemukan"
    ),
    "unknown column": Mistake(
        extra_column, "SOP949", "Pejabat!I3", "tidak dikenal"
    ),
    "unknown sheet": Mistake(
        lambda book: setattr(book.create_sheet("Keputusann")["A1"], "value", "x"),
        "SOP950", "Keputusann!A1", "`Keputusan`",
    ),
    "unknown line of a form": Mistake(
        lambda book: setattr(cell(book, "Buku", "Tahun"), "value", "Tahunn"),
        "SOP954", "Buku!A3", "`Tahun`",
    ),
    "value without a name": Mistake(unnamed_value, "SOP954", "Buku!B4", "tersesat"),
    "unknown part of a decree": Mistake(
        put("Keputusan", "Bagian", 1, "Memutuskan"), "SOP954", "Keputusan!B5",
        "tidak dikenal",
    ),
    "legal basis of nothing": Mistake(
        put("Dasar Hukum", "Untuk", 1, "sk-9"), "SOP954", "Dasar Hukum!A5", "`sk-1`"
    ),
    "unknown regulation": Mistake(
        put("Dasar Hukum", "Peraturan", 1, "uu-25-2090"), "SOP601", "Dasar Hukum!C5",
        "`uu-25-2009`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_at_its_cell(what: str, data: bytes, tmp_path: Path) -> None:
    mistake = MISTAKES[what]
    found = read_buku(changed(data, mistake.change, tmp_path / "uji.xlsx")).findings
    fitting = [
        f
        for f in found
        if f.code == mistake.code
        and f.span.place.startswith(mistake.place)
        and mistake.words in f"{f.message} · {f.saran}"
    ]
    assert fitting, [(f.code, f.span.label, f.message, f.saran) for f in found]


def repacked(data: bytes, changes: dict[str, bytes | None], file: Path) -> Path:
    """Write a workbook with some parts replaced, added or left out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, bytes | None] = {
            n: archive.read(n) for n in archive.namelist()
        }
    parts |= changes
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return file


BOMB = b"<x>" + b" " * 40_000_000 + b"</x>"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
UTF16 = ENTITY.decode().encode("utf-16")
BOM32 = ENTITY.decode().encode("utf-32")
LINK = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/\
relationships"><Relationship Id="r1" Type="x/externalLinkPath" TargetMode="External" \
Target="file:///tetangga/rahasia.xlsx"/></Relationships>"""

DANGEROUS: dict[str, tuple[dict[str, bytes | None], str, str]] = {
    "macros": ({"xl/vbaProject.bin": b"x"}, "SOP943", "makro"),
    "zip bomb": ({"xl/bom.xml": BOMB}, "SOP944", "100 MB"),
    "too many parts": ({f"x/{n}": b"" for n in range(3001)}, "SOP944", "3000 bagian"),
    "entity": ({"xl/sharedStrings.xml": ENTITY}, "SOP945", "ENTITY"),
    "entity in UTF-16": ({"xl/theme/theme1.xml": UTF16}, "SOP945", "ENTITY"),
    "macro sheet": ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "SOP943", "makro"),
    "entity in a part of another name": ({"xl/lembar.dat": ENTITY}, "SOP945", "ENTITY"),
    "another encoding": ({"xl/x.xml": BOM32}, "SOP945", "pengodean"),
    "too many looks": ({"xl/styles.xml": b"<xf " * 64_001}, "SOP944", "gaya"),
    "link to a file": ({"xl/_rels/x.rels": LINK}, "SOP946", "diabaikan"),
    "no types": ({"[Content_Types].xml": None}, "SOP941", "bukan berkas .xlsx"),
    "broken sheet": ({"xl/worksheets/sheet2.xml": b"<work"}, "SOP941", "tidak terbaca"),
    "no workbook": ({"xl/workbook.xml": None}, "SOP941", "tidak terbaca"),
    "OpenDocument": (
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
        "SOP941", "OpenDocument",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DANGEROUS)
def test_a_dangerous_file_is_refused_with_a_reason(
    what: str, data: bytes, tmp_path: Path
) -> None:
    changes, code, words = DANGEROUS[what]
    found = read_buku(repacked(data, changes, tmp_path / "uji.xlsx")).findings
    told = [f for f in found if f.code == code and words in f"{f.message} · {f.saran}"]
    assert told, [(f.code, f.message) for f in found]


PLAIN: dict[str, tuple[bytes, str, str]] = {
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "SOP942", ".xlsx"),
    "text": (b"tahun: 2025\n", "SOP941", "bukan berkas .xlsx"),
    "nothing": (b"", "SOP904", "kosong"),
    "half a file": (b"PK\x03\x04" + b"\0" * 90, "SOP941", "rusak"),
}


@pytest.mark.parametrize("what", PLAIN)
def test_what_is_no_workbook_is_refused_with_advice(what: str, tmp_path: Path) -> None:
    content, code, words = PLAIN[what]
    file = tmp_path / "uji.xlsx"
    file.write_bytes(content)
    reading = read_buku(file)
    assert reading.buku is None
    (finding,) = reading.findings
    assert finding.code == code
    assert words in f"{finding.message} · {finding.saran}"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    surat = folder / "sop/surat.yaml"
    text = surat.read_text(encoding="utf-8")
    surat.write_text(text.replace("Menerima surat", '"=cmd|calc!A0"'), encoding="utf-8")
    made = load_workbook(BytesIO(export_workbook(folder).workbook))
    at = cell(made, SOP, "=cmd|calc!A0")
    assert at.data_type == "s"
    assert at.quotePrefix
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


def test_a_saved_formula_gives_its_value_and_a_warning(
    data: bytes, tmp_path: Path
) -> None:
    file = changed(data, fill("Buku", "Tahun", "=2000+25"), tmp_path / "uji.xlsx")
    with zipfile.ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
    filled = sheet.replace(b"<f>2000+25</f><v></v>", b"<f>2000+25</f><v>2025</v>")
    filled = filled.replace(b"<f>2000+25</f><v />", b"<f>2000+25</f><v>2025</v>")
    assert filled != sheet
    changes: dict[str, bytes | None] = {"xl/worksheets/sheet2.xml": filled}
    reading = read_buku(repacked(file.read_bytes(), changes, tmp_path / "isi.xlsx"))
    assert reading.buku is not None
    assert reading.buku.tahun == 2025
    assert "SOP947" in {f.code for f in reading.findings}


def test_findings_are_marked_in_a_copy(data: bytes, tmp_path: Path) -> None:
    change = put(SOP, "Pelaksana", 2, "Camatt")
    file = changed(data, change, tmp_path / "uji.xlsx")
    findings = read_buku(file).findings
    book = load_workbook(BytesIO(annotate(file.read_bytes(), findings)))
    finding = next(f for f in findings if f.code == "SOP201")
    marked = book[SOP][finding.span.place.rpartition("!")[2]]
    assert marked.value == "Camatt"
    assert marked.fill.fgColor.rgb.endswith("F8CBAD")
    assert "tidak terdaftar" in marked.comment.text
    listed = [row[3].value for row in book["Temuan"].iter_rows(min_row=2)]
    assert listed == [f.message for f in findings]
    assert read_buku_of(book, tmp_path).buku is not None


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


@pytest.mark.parametrize("content", ["main", "chart only"])
def test_a_file_without_readable_sheets_is_no_faultless_book(
    content: str, data: bytes, tmp_path: Path
) -> None:
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    if content == "main":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {
                n: archive.read(n).replace(usual, strict) for n in archive.namelist()
            }
        file = repacked(data, {**parts}, tmp_path / "uji.xlsx")
    else:
        book = Workbook()
        book.create_chartsheet("Bagan")
        book.remove(book["Sheet"])
        file = tmp_path / "uji.xlsx"
        book.save(file)
    reading = read_buku(file)
    assert reading.buku is None
    assert [f.code for f in reading.findings] == ["SOP941"]


NASTY = """
tahun: 2025
judul: BUKU
kecamatan: {nama: Uji, kabupaten: Uji, kode_unit: "1"}
pejabat:
  camat: {jabatan: Camat, kapasitas: an, atas_nama: Bupati}
penandatangan: camat
awalan_sop: [diktum, lampiran]
susunan: [{bagian: sampul}, {bagian: sop, angka: arab, judul: "-"}]
keputusan:
  - id: sk-1
    nomor: 1
    tanggal: 16 Januari 2025
    judul: |
      SATU
      DUA
    menimbang: ["bahwa a;\xa0b"]
    mengingat: [{peraturan: uu-25-2009, teks: "UU lain;"}]
    memperhatikan: [Surat;]
    diktum: ["Ini:\n  a. satu\n  b. dua"]
    tembusan: [Bupati]
    lampiran: {kepala: [], sebutan: {a: Nama lain}}
sop: [{id: a, nama: A}]
"""
NASTY_SOP = """
pelaksana: [P, Q]
kegiatan:
  - {uraian: Contoh, pelaksana: P, simbol: mulai, ke: [2], tembusan: [z]}
  - {uraian: b, pelaksana: Q, ke: [], nomor: 7}
  - uraian: c
    pelaksana: P
    tembusan: []
    tambahan: [{pelaksana: Q, simbol: dokumen, id: z, ke: [1, 7]}]
"""


def test_a_spec_with_all_liberties_comes_back(tmp_path: Path) -> None:
    files = {
        "buku.yaml": NASTY,
        "sop/a.yaml": NASTY_SOP,
        "sop/lain.yaml": "unit: tidak terdaftar\n",
        "koreksi.yaml": "- {tertulis: Contoh, menjadi: x, alasan: y}\n",
        "peraturan.yaml": "per: 2025-01-01\nperaturan:\n  - {id: perbup-1-2020, jenis: "
        "Perbup, nomor: 1, tahun: 2020, tentang: X, oleh: [perbup-1-2020]}\n",
        "naskah/penutup.md": "Satu\n\n1. a\n   b\n\n{% if sop %}\nDua\n{% endif %}\n",
    }
    folder = write_files(tmp_path / "uji", {n: t.encode() for n, t in files.items()})
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


def read_buku_of(book: Workbook, folder: Path) -> Any:
    file = folder / "salinan.xlsx"
    book.save(file)
    return read_buku(file)
