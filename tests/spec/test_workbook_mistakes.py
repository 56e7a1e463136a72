"""A mistake in a workbook is told at its cell, and marked in a copy."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

from sopgen.kosakata import BUKU_KERJA
from sopgen.model.diagnostic import Severity
from sopgen.spec import read_buku
from sopgen.spec.workbook.annotate import annotate
from tests.spec.staff import (
    SOP,
    Change,
    at,
    below,
    cell,
    changed,
    fill,
    put,
    right_of,
)

pytestmark = pytest.mark.slow


class Mistake(NamedTuple):
    """A damaged workbook: the change, and code, place and words of the finding."""

    change: Change
    code: str
    place: str
    words: str


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
    at = cell(book, SOP, "Pelaksana")
    at.value = None
    book[SOP].insert_cols(at.column)


def extra_column(book: Workbook) -> None:
    book["Pejabat"]["I3"] = "Paraf"
    book["Pejabat"]["I5"] = "x"


def no_target(book: Workbook) -> None:
    for heading in ("Ke 1", "Jawaban 2", "Ke 2"):
        below(book, SOP, heading, 2).value = None


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
    "day that no month has": Mistake(
        fill(SOP, "Tanggal efektif", "31/2/2025"),
        "SOP107",
        f"{SOP}!C",
        "`Tanggal efektif` `31/2/2025` tidak ada di kalender",
    ),
    "word for a date": Mistake(
        fill(SOP, "Tanggal efektif", "besok"),
        "SOP126",
        f"{SOP}!C",
        "`Tanggal efektif` `besok` tidak terbaca",
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
    "one of two targets unknown": Mistake(
        put(SOP, "Ke 2", 2, "1, 33"), "SOP301", f"{SOP}!H", "tujuan `33` tidak ada"
    ),
    "two targets that became a number": Mistake(
        put(SOP, "Ke 2", 2, 1.3), "SOP301", f"{SOP}!H", "koma dan spasi"
    ),
    "one of two targets twice": Mistake(
        put(SOP, "Ke 2", 2, "1; 1"), "SOP307", f"{SOP}!H", "panah ke `1`"
    ),
    "answer without target": Mistake(
        put(SOP, "Ke 2", 2, None), "SOP304", f"{SOP}!G", "tidak punya tujuan"
    ),
    "answer without any target": Mistake(
        no_target, "SOP304", f"{SOP}!E", "jawaban `Ya` tidak punya"
    ),
    "answer but for capitals": Mistake(
        put(SOP, "Jawaban 2", 2, "YA"), "SOP308", f"{SOP}!G", "jawaban `YA`"
    ),
    "answer in wide letters": Mistake(
        put(SOP, "Jawaban 2", 2, "Ｙａ"), "SOP308", f"{SOP}!G", "jawaban `Ｙａ`"
    ),
    "answer but for a space": Mistake(
        put(SOP, "Jawaban 2", 2, "Ya\u00a0 "), "SOP913", f"{SOP}!", "jawaban `Ya`"
    ),
    "number twice": Mistake(
        put(SOP, "No", 3, "2"), "SOP203", f"{SOP}!A", "yang pertama pada sel"
    ),
    "symbol without kegiatan": Mistake(
        loose_symbol, "SOP954", f"{SOP}!B", "tanpa kegiatan di atasnya"
    ),
    "no year": Mistake(fill("Buku", "Tahun", None), "SOP921", "Buku!B3", "`Tahun`"),
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
        fill(SOP, "Kode SOP", None), "SOP921", f"{SOP}!C3", "`Kode SOP` kosong"
    ),
    "heading gone": Mistake(
        heading_gone, "SOP949", f"{SOP}!C", "kolom `Pelaksana` tidak ditemukan"
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
        "`UU 25/2009 – Pelayanan Publik`",
    ),
    "regulation by another title": Mistake(
        put("Dasar Hukum", "Peraturan", 1, "UU 25/2009 – Kearsipan"), "SOP601",
        "Dasar Hukum!C5", "UU 25/2009 – Pelayanan Publik",
    ),
    "regulation with a wrong number": Mistake(
        put("Dasar Hukum", "Peraturan", 1, "UU 52/2009 – Pelayanan Publik"), "SOP601",
        "Dasar Hukum!C5", "`UU 25/2009 – Pelayanan Publik`",
    ),
    "article of no regulation": Mistake(
        put("Dasar Hukum", "Pasal", 1, "18 ayat (6)"), "SOP921", "Dasar Hukum!C5",
        "`Peraturan` belum diisi",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_at_its_cell(what: str, data: bytes, tmp_path: Path) -> None:
    mistake = MISTAKES[what]
    file = changed(data, mistake.change, tmp_path / "uji.xlsx")
    found = tuple(map(BUKU_KERJA.said, read_buku(file).findings))
    fitting = [
        f
        for f in found
        if f.code == mistake.code
        and f.span.place.startswith(mistake.place)
        and mistake.words in f"{f.message} · {f.saran}"
    ]
    assert fitting, [(f.code, f.span.label, f.message, f.saran) for f in found]


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


def read_buku_of(book: Workbook, folder: Path) -> Any:
    file = folder / "salinan.xlsx"
    book.save(file)
    return read_buku(file)


def test_a_hidden_sheet_that_is_not_read_is_only_a_note(
    data: bytes, tmp_path: Path
) -> None:
    def hide(book: Workbook) -> None:
        sheet = book.create_sheet("Hitungan")
        sheet["A1"] = "x"
        sheet.sheet_state = "hidden"

    (told,) = read_buku(changed(data, hide, tmp_path / "uji.xlsx")).findings
    assert (told.code, told.severity) == ("SOP940", Severity.INFO)
    assert "`Hitungan`" in told.message
