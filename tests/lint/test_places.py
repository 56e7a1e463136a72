"""Every finding stands at its own field: its line in YAML, its cell in a workbook."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from sopgen.kosakata import YAML
from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import REFERENCE, resolved
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.workbook.annotate import annotate
from tests.lint.test_expected import CASES, NOMOR, START, damaged
from tests.spec.kantor import BUKU, SURAT, write_kantor, write_lambang

#: The heading over the cell, or the label beside it, of each case of the other table.
LABELS = {
    "a tag of two letters": "Tanda TTE", "a box without room": "Lebar TTE",
    "a QR on nothing": "Halaman verifikasi",
    "a page that no camera opens": "Halaman verifikasi",
    "a kota of the kabupaten's name": "Menimbang",
    "a kabupaten of the kota's name": "Menimbang",
    "a regulation of the kota of that name": "Dasar hukum",
    "a regulation of the kota itself": "Dasar hukum",
    "not in force": "Diktum",
    "repealed, in the office's words": "Teks", "repealed, by id": "Dasar hukum",
    "changed and not said so": "Teks", "changed since": "Teks",
    "repealed, shortened": "Dasar hukum",
    "repealed, of a kind that institutions issue": "Dasar hukum",
    "repealed, in the considerations": "Menimbang", "repealed, in a dictum": "Diktum",
    "of another kabupaten": "Dasar hukum",
    "of another one, not in the table": "Dasar hukum",
    "of one's own province": "Dasar hukum",
    "of one's own kabupaten in old times": "Dasar hukum",
    "never verified": "Dasar hukum", "not in the table": "Dasar hukum",
    "year of another": "Dasar hukum", "another's title": "Dasar hukum",
    "digits swapped": "Teks", "approved days after the decree": "Tanggal pengesahan",
    "a jabatan for a name": "Nama", "a verb alone": "Kegiatan",
    "a kegiatan that is not there": "Keterangan", "a pointer": "Pencatatan",
    "a copy twice": "Tembusan", "a typed bullet": "Peralatan",
    "order of rank": "Dasar hukum", "order of years": "Dasar hukum",
    "named twice": "Dasar hukum", "no gazette": "Teks", "no region": "Dasar hukum",
    "old code of a decree": "Nomor", "old code of the SOP": "Pola nomor SOP",
    "day missing": "Tanggal efektif", "names itself": "Keterkaitan",
    "names no SOP of the book": "Keterkaitan", "schooling": "Kualifikasi pelaksana",
    "another head": "Unit", "no date of approval": "Tanggal pengesahan",
    "no picture": "Lambang", "a picture left blank": "Lambang",
    "half a kop": "Telepon", "a noun": "Kegiatan", "two actions": "Kegiatan",
    "what is done": "Kegiatan", "who does it": "Kegiatan", "two actions by a stroke":
    "Kegiatan", "a person": "Pelaksana", "no beginning": "Simbol", "no end": "Simbol",
    "answers of a plain symbol": "Simbol",
    "labels swapped": "Jawaban 1", "labels that mean the same": "Jawaban 2",
    "letters of other words": "Keterangan",
    "no bahwa": "Menimbang", "no length of time": "Waktu", "a wrong sum": "Keterangan",
    "not in the sum": "Waktu", "a sum that is typed, too": "Kegiatan",
    "what is not printed": "Waktu", "a column of nothing": "Kolom",
    "another heading": "Judul",
    "schools in a row": "Kualifikasi pelaksana", "made after the decree":
    "Tanggal pembuatan", "in force long before the decree": "Tanggal efektif",
    "not related, without the word": "Keterkaitan",
    "nobody signs": "Kegiatan", "no minutes": "Waktu", "another year": "Menimbang",
    "number of another year": "Nomor", "the pandemic": "Menimbang",
    "another office": "Nomor", "another kecamatan": "Unit",
    "a kota by its name alone": "Kabupaten",
    "a name that its key denies": "Jenis wilayah",
    "an own kota that is called a kabupaten": "Menimbang",
    "another kabupaten": "Menimbang", "other names": "Lampiran: sebutan",
    "nothing is decided": "Menetapkan", "letters not repeated": "Menimbang",
    "no verb": "Diktum", "no semicolon": "Menimbang", "a alone": "Diktum",
    "half a head": "Lampiran: kepala", "another title": "Lampiran: judul",
    "a hole": "Menimbang", "misspelled": "Peralatan", "a word twice": "Menimbang",
    "a number to be filled in": "Nomor",
    "blanks in a number": "Nomor", "decree behind the list": "Bagian",
    "no picture where none is printed": "Bagian",
    "another count than the list's": "Diktum", "a title of something else": "Judul",
    "another official": "Menimbang",
    "a number that skips in a list inside a list": "Diktum",
    "a number that skips in a running list": "Diktum",
    "a number twice in a running list": "Diktum",
    "a list that begins with b": "Diktum",
    "a list that a paragraph breaks": "Diktum",
    "a number twice in an item of a SOP": "Peringatan",
}  # fmt: skip
#: One of these stands in the head of every table.
HEADINGS = ("No", "Bagian", "NIP", "Nama pendek")
#: A second SOP that has nothing of the first one's.
#: Cases whose cells show something else than their lines: dates, regulations.
SHOWN_OTHERWISE = (
    "a number that skips in a list inside a list",
    "a number twice in an item of a SOP",
    "a list that begins with b",
    "a list that a paragraph breaks",
    "named twice",
    "repealed, by id",
    "never verified",
    "order of rank",
    "order of years",
    "made after the decree",
    "approved days after the decree",
    "in force long before the decree",
    "another count than the list's",
)
ARSIP = (
    SURAT.replace("[Buku agenda]", "[Lemari]")
    .replace(
        "Apabila terlambat, maka surat tidak tertangani.", "Apabila lalai, maka hilang."
    )
    .replace("Buku agenda surat masuk", "Buku arsip")
)
ENTRY = "  - id: surat\n    nama: Surat Masuk\n"
TOOLS = "[Meja, Kursi, Komputer, Pencetak]"
DECREE = BUKU[BUKU.index("  - id: sk-1") : BUKU.index("sop:\n")]
LAST = "    simbol: selesai\n"
PERSON = "nip: 19690518 199710 1 001\n    nama: SITI AMINAH\n    pangkat: Pembina"
WAIT = "    waktu: 5 menit\n"

#: what is wrong · code · what is replaced, by file · label in a workbook · lines
Case = tuple[str, str, dict[str, tuple[str, str]], str, tuple[str, ...]]
BOOK, FIRST, SECOND = "buku.yaml", "sop/surat.yaml", "sop/arsip.yaml"
MORE: tuple[Case, ...] = (
    ("nip", "SOP106", {BOOK: ("nip: 19690518 199710 1 001", "nip: 1969")}, "NIP",
     ("nip: 1969",)),
    ("no unit", "SOP109", {FIRST: ("unit: Sekretariat", 'unit: ""')}, "Unit", ()),
    ("no name", "SOP110", {BOOK: (PERSON, 'nama: ""')}, "Nama/NIP", ()),
    ("left to fill in", "SOP112", {SECOND: ("unit: Sekretariat", "unit: (isi unit)")},
     "Unit", ("unit: (isi unit)",)),
    ("left to fill in, of a draft", "SOP112",
     {SECOND: ("unit: Sekretariat", "status: draf\nunit: (isi unit)")}, "Unit",
     ("unit: (isi unit)",)),
    ("left to fill in, of the office", "SOP112",
     {BOOK: ("  nama: Uji\n", "  nama: Uji\n  alamat: (isi alamat)\n")}, "Alamat",
     ("alamat: (isi alamat)",)),
    ("letters in a list", "SOP113",
     {SECOND: ("[Lemari]", "\n  - Lemari\n  - Rak \u4e2d")}, "Peralatan",
     ("- Rak \u4e2d",)),
    ("letters in a cell", "SOP113",
     {SECOND: (LAST, f"{LAST}    output: Surat \u4e2d\n")}, "Output",
     ("output: Surat \u4e2d",)),
    ("letters in an answer", "SOP113",
     {SECOND: ("{Ya: 3, Tidak: 1}", "\n      Ya: 3\n      Tidak \u4e2d: 1")},
     "Jawaban 2", ("Tidak \u4e2d: 1",)),
    ("letters in a short name", "SOP113",
     {BOOK: (ENTRY, f"{ENTRY}    nama_pendek: Surat \u4e2d\n")}, "Nama pendek",
     ("nama_pendek: Surat \u4e2d",)),
    ("letters in the name of who signs", "SOP113",
     {BOOK: ("nama: SITI AMINAH", "nama: Budi \u4e2d")}, "Nama",
     ("nama: Budi \u4e2d",)),
    ("nip that cannot be", "SOP170",
     {BOOK: ("199710 1 001", "199710 3 001")}, "NIP",
     ("nip: 19690518 199710 3 001",)),
    ("rank lacks", "SOP171", {BOOK: ("    pangkat: Pembina\n", "")}, "Pangkat", ()),
    ("a number alone", "SOP171",
     {BOOK: ("    nama: SITI AMINAH\n    pangkat: Pembina\n", "")}, "Nama", ()),
    ("capacity typed", "SOP173", {BOOK: ("jabatan: Camat", "jabatan: Plt. Camat")},
     "Jabatan", ("jabatan: Plt. Camat Uji",)),
    ("kode pos", "SOP175",
     {BOOK: ("  nama: Uji\n", "  nama: Uji\n  kode_pos: '6636'\n")},
     "Kode pos", ("kode_pos: '6636'",)),
    ("code of a decree", "SOP176", {BOOK: ("nomor: 000.8.3.3", "nomor: 00.8.3.3")},
     "Nomor", ("nomor: 00.8.3.3/1/406.99/2025",)),
    ("a count", "SOP751", {BOOK: ("bahwa perlu;", "bahwa ada sebanyak 4 SOP;")},
     "Menimbang", ("menimbang: [bahwa ada sebanyak 4 SOP;]",)),
    ("number and words", "SOP752", {BOOK: ("bahwa perlu;", "bahwa 5 (enam) hari;")},
     "Menimbang", ("menimbang: [bahwa 5 (enam) hari;]",)),
    ("not in force", "SOP755",
     {BOOK: ("[Menetapkan SOP.]", "[Menetapkan SOP., SOP pedoman.]")},
     "Diktum", ("diktum: [Menetapkan SOP., SOP pedoman.]",)),
    ("a diktum that is not there", "SOP756",
     {BOOK: ("Menetapkan SOP.", "Menetapkan SOP dalam Diktum KETIGA.")},
     "Diktum", ("diktum: [Menetapkan SOP dalam Diktum KETIGA.]",)),
    ("a mistyped word", "SOP760", {FIRST: ("Menerima surat", "Menerima permohonna")},
     "Kegiatan", ("- uraian: Menerima permohonna",)),
    ("a small name", "SOP761", {SECOND: ("[Lemari]", "[Peta kabupaten trenggalek]")},
     "Peralatan", ("peralatan: [Peta kabupaten trenggalek]",)),
    ("blanks", "SOP763", {SECOND: ("[Lemari]", "['Lemari , rak']")},
     "Peralatan", ("peralatan: ['Lemari , rak']",)),
    ("a bracket", "SOP764", {SECOND: ("[Lemari]", "['Lemari (besi']")},
     "Peralatan", ("peralatan: ['Lemari (besi']",)),
    ("a day that is not there", "SOP765",
     {BOOK: ("bahwa perlu;", "bahwa pada 31 Juni 2025 perlu;")},
     "Menimbang", ("menimbang: [bahwa pada 31 Juni 2025 perlu;]",)),
    ("a template", "SOP722", {SECOND: ("[Buku arsip]", "[Satu, 'Buku {{ tahun }}']")},
     "Pencatatan", ("pencatatan: [Satu, 'Buku {{ tahun }}']",)),
    ("dates of two SOP", "SOP115",
     {FIRST: ("tanggal_pembuatan: 2025-01-10", "tanggal_pembuatan: Januari 2025"),
      SECOND: ("tanggal_pembuatan: 2025-01-10", "tanggal_pembuatan: Januari 2025")},
     "Tanggal pembuatan", ("tanggal_pembuatan: Januari 2025",) * 2),
    ("the same tools", "SOP118",
     {FIRST: ("[Buku agenda]", TOOLS), SECOND: ("[Lemari]", TOOLS)}, "Peralatan",
     (f"peralatan: {TOOLS}",) * 2),
    ("the same warning", "SOP119",
     {SECOND: ("Apabila lalai, maka hilang.",
               "Apabila terlambat, maka surat tidak tertangani.")}, "Peringatan",
     ("peringatan: [Apabila terlambat, maka surat tidak tertangani.]",) * 2),
    ("the same pencatatan", "SOP120",
     {FIRST: ("Buku agenda surat masuk", "Secara manual"),
      SECOND: ("Buku arsip", "Secara manual")}, "Pencatatan",
     ("pencatatan: [Secara manual]",) * 2),
    ("two related", "SOP117",
     {FIRST: ("unit:", "keterkaitan:\n  - SOP Satu\n  - Kantor\n  - SOP Dua\nunit:")},
     "Keterkaitan", ("- SOP Satu", "- SOP Dua")),
    ("numbers of two lengths", "SOP125",
     {BOOK: ("tahun: 2025\n", "tahun: 2025\npola_nomor_sop: 000.8/{nomor}/{tahun}\n"),
      "entry": ("    nama: Arsip\n", "    nama: Arsip\n    nomor: 12\n")},
     "Pola nomor SOP", ("pola_nomor_sop: 000.8/{nomor}/{tahun}",)),
    ("nothing to do", "SOP207",
     {FIRST: ("[Petugas, Camat]", "\n  - Petugas\n  - Camat\n  - Kasi")}, "Pelaksana",
     ("- Kasi",)),
    ("begins on the right", "SOP208", {FIRST: (
        "pelaksana: Petugas\n    simbol: mulai", "pelaksana: Camat\n    simbol: mulai"
     )}, "Pelaksana", ("pelaksana: Camat",)),
    ("no time", "SOP401", {FIRST: (LAST + WAIT, LAST)}, "Waktu", ()),
    ("no minutes at all", "SOP402", {FIRST: ("5 menit", "0 menit")}, "Waktu",
     ("waktu: 0 menit",) * 3),
    ("another's document", "SOP404", {
        "entry": ("    nama: Arsip\n", "    nama: Arsip Surat Keluar\n"),
        FIRST: (LAST, f"{LAST}    output: Arsip surat keluar\n")}, "Output",
     ("output: Arsip surat keluar",)),
    ("decree twice", "SOP736", {BOOK: (
        DECREE, DECREE + DECREE.replace("sk-1", "sk-2").replace("3.3/1/", "3.3/2/")
     )}, "Nomor", ("nomor: 000.8.3.3/2/406.99/2025", NOMOR)),
    ("a sum of no column", "SOP413",
     {FIRST: ("unit: Sekretariat",
              "mutu_baku: tidak\njumlah_waktu: ya\nunit: Sekretariat")},
     "Jumlah waktu", ("jumlah_waktu: ya",)),
    ("short name", "SOP735",
     {BOOK: (ENTRY, f"{ENTRY}    nama_pendek: Surat Dinas\n")}, "Nama pendek",
     ("nama_pendek: Surat Dinas",)),
    ("another's code in the pattern", "SOP733",
     {BOOK: ("tahun: 2025\n",
             "tahun: 2025\npola_nomor_sop: 000.8/{nomor:02}/406.01/{tahun}\n")},
     "Pola nomor SOP", ("pola_nomor_sop: 000.8/{nomor:02}/406.01/{tahun}",)),
    ("who signs is of another office", "SOP734",
     {BOOK: ("jabatan: Camat Uji", "jabatan: Camat Panggul")}, "Jabatan",
     ("jabatan: Camat Panggul",)),
    ("an end in the middle", "SOP315",
     {FIRST: ("simbol: keputusan\n    ke: {Ya: 3, Tidak: 1}", "simbol: selesai")},
     "Simbol", ("simbol: selesai",)),
    ("a mail of another office", "SOP734",
     {BOOK: ("  nama: Uji\n", "  nama: Uji\n  email: kec.pule@trenggalekkab.go.id\n")},
     "Email", ("email: kec.pule@trenggalekkab.go.id",)),
    ("a chapter left out", "SOP759", {BOOK: ("  - sop\n", "")}, "Bagian", ()),
    ("misspelt in a name and in a cell", "SOP745",
     {BOOK: (ENTRY, f"{ENTRY}    nama_pendek: Surat ijin Masuk\n"),
      FIRST: (START, "  - uraian: Menerima ijin\n")}, "Nama pendek/Kegiatan",
     ("nama_pendek: Surat ijin Masuk", "- uraian: Menerima ijin")),
    ("one word in two items", "SOP732",
     {BOOK: ("[bahwa perlu;]", "\n      - bahwa pandemi;\n      - bahwa Covid-19;")},
     "Menimbang", ("- bahwa pandemi;", "- bahwa Covid-19;")),
    ("a circle of SOP", "SOP326",
     {FIRST: (LAST, "    ke: {sop: arsip}\n"),
      SECOND: (LAST, "    ke: {sop: surat}\n")},
     "Ke 1", ("ke: {sop: arsip}", "ke: {sop: surat}")),
    ("a draft is called", "SOP327",
     {FIRST: (LAST, "    ke: {sop: arsip}\n"),
      SECOND: ("unit: Sekretariat", "status: draf\nunit: Sekretariat")},
     "Ke 1", ("ke: {sop: arsip}",)),
    ("what is called is not related", "SOP328",
     {FIRST: (LAST, "    simbol: subproses\n    sop: arsip\n")},
     "SOP dipanggil", ("sop: arsip",)),
    ("two items without semicolon", "SOP740",
     {BOOK: ("[bahwa perlu;]",
             "\n      - bahwa a;\n      - bahwa b.\n      - bahwa c")},
     "Menimbang", ("- bahwa b.", "- bahwa c")),
    ("two items without bahwa", "SOP740",
     {BOOK: ("[bahwa perlu;]", "\n      - bahwa a;\n      - b;\n      - c;")},
     "Menimbang", ("- b;", "- c;")),
    ("an act for a thing", "SOP420",
     {FIRST: (LAST, LAST + "    output: Menyimpan surat\n")}, "Output",
     ("output: Menyimpan surat",)),
)  # fmt: skip


def write(folder: Path, changes: dict[str, tuple[str, str]]) -> Path:
    """Write an office of two SOP with some texts replaced."""
    write_lambang(write_kantor(folder))
    (folder / SECOND).write_text(ARSIP, encoding="utf-8")
    book = folder / BOOK
    text = book.read_text(encoding="utf-8")
    listed = text + "  - id: arsip\n    nama: Arsip\n"
    book.write_text(listed, encoding="utf-8")
    for name, (old, new) in changes.items():
        file = book if name == "entry" else folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def exported(folder: Path) -> Path:
    file = folder / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    return file


def told(place: Path, code: str = "") -> list[Diagnostic]:
    buku = read_buku(place).buku
    assert buku is not None
    return [f for f in lint(buku) if code in ("", f.code)]


def cell_at(book: Workbook, place: str) -> Any:
    sheet, _, address = place.rpartition("!")
    return book[sheet][address]


def label_of(book: Workbook, place: str) -> str:
    """Return the heading of a column, or what stands left of the cell in a form."""
    cell = cell_at(book, place)
    sheet = cell.parent
    if sheet.title not in ("Buku", "Keputusan"):
        for row in range(1, cell.row):
            if any(one.value in HEADINGS for one in sheet[row]):
                return str(sheet.cell(row, cell.column).value)
    column = 2 if sheet.title == "Keputusan" else 1
    rows = range(cell.row, 0, -1)
    return str(next(v for r in rows if (v := sheet.cell(r, column).value)))


def places(finding: Diagnostic) -> list[Any]:
    return [finding.span, *finding.juga]


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[name for name, _ in CASES])
def test_a_workbook_is_told_at_the_cell_of_the_field(
    case: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    folder = damaged(tmp_path / "uji", case[1])
    lines = told(folder)
    file = exported(folder)
    cells, book = told(file), load_workbook(file)
    assert [f.code for f in cells] == [f.code for f in lines]
    for finding, line in zip(cells, lines, strict=True):
        expected = LABELS.get(case[0], "a row for it in LABELS of test_places.py")
        assert label_of(book, finding.span.place) == expected
        words = str(cell_at(book, finding.span.place).value or "").strip('"')
        assert words in line.span.excerpt or case[0] in SHOWN_OTHERWISE


@pytest.mark.slow
@pytest.mark.parametrize("case", MORE, ids=[case[0] for case in MORE])
def test_each_place_of_a_finding_is_that_of_its_field(
    case: Case, tmp_path: Path
) -> None:
    _, code, changes, label, lines = case
    folder = write(tmp_path / "uji", changes)
    (finding,) = told(folder, code)
    if lines:
        assert tuple(span.excerpt.strip() for span in places(finding)) == lines
    file = exported(folder)
    (finding,) = told(file, code)
    book = load_workbook(file)
    cells = places(finding)[: len(lines) or None]
    assert {label_of(book, one.place) for one in cells} == set(label.split("/"))
    assert len(cells) >= len(lines)
    for one, line in zip(cells, lines, strict=False):
        # a cell of Ke has no braces round the SOP that it leads on into
        assert str(cell_at(book, one.place).value).removeprefix("SOP: ") in line


@pytest.mark.slow
def test_every_place_has_its_link_and_its_colour_in_an_annotated_copy(
    tmp_path: Path,
) -> None:
    changes = next(case[2] for case in MORE if case[0] == "no minutes at all")
    file = exported(write(tmp_path / "uji", changes))
    found = told(file)
    copy = load_workbook(BytesIO(annotate(file.read_bytes(), found)))
    links = [row[0].hyperlink for row in copy["Temuan"].iter_rows(min_row=2)]
    (finding,) = (f for f in found if f.code == "SOP402")
    assert len(finding.juga) == 2
    for span in places(finding):
        sheet, _, address = span.place.rpartition("!")
        assert f"'{sheet}'!{address}" in [link and link.location for link in links]
        cell = cell_at(copy, span.place)
        assert cell.fill.fgColor.rgb.endswith("FFE699")
        assert finding.message in cell.comment.text


@pytest.mark.slow
def test_no_finding_names_a_file_or_a_field_without_a_reference(tmp_path: Path) -> None:
    for name, changes in CASES:
        folder = damaged(tmp_path / name.replace(" ", "-"), changes)
        for finding in told(folder):
            bare = resolved(f"{finding.message} {finding.saran}", lambda *_: "")
            assert not re.search(r"\.yaml|`[a-z]+_[a-z_]+|`(?:ke|waktu|tahun):", bare)
            assert REFERENCE.search(YAML.said(finding).saran) is None
