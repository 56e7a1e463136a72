"""Codes in the words of staff: made into codes, the same wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.kosakata import YAML
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.kode import kode
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.spec.staff import (
    SOP,
    at,
    bare,
    changed,
    fill,
    meaning,
    put,
    write_files,
)

WORDS = {
    "surat-masuk": "surat-masuk",
    "Izin Keramaian": "izin-keramaian",
    " Izin  Keramaian ": "izin-keramaian",
    "IZIN KERAMAIAN": "izin-keramaian",
    "Surat_Masuk": "surat-masuk",
    "SOP 01": "sop-01",
    "SOP.01": "sop-01",
    "KTP-el": "ktp-el",
    "KTP‑el": "ktp-el",
    "KK & KTP": "kk-ktp",
    "Pelayanan Ümum": "pelayanan-umum",
    "Jum'at Bersih": "jum-at-bersih",
    "Keterangan/Legalisasi": "keterangan-legalisasi",
    "Izin (baru)": "izin-baru",
    "２０２５": "2025",
    "UU 25/2009": "uu-25-2009",
}
#: Ways to files, and what has no letter that a code may have.
NONE = (
    "../x", "..", "a/../b", "/etc/passwd", "./x", "~x", "C:\\x", "a\\b", "c:x", "",
    " ", "---", "???", "ꦱꦸꦫꦠ",
)  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_words_become_a_code(text: str) -> None:
    assert kode(text) == WORDS[text]
    assert kode(kode(text)) == kode(text)


@pytest.mark.parametrize("text", NONE)
def test_ways_to_files_and_mere_signs_become_no_code(text: str) -> None:
    assert kode(text) == ""


#: The small office with a decree that has an annex, in codes and in words.
ANNEX = "    lampiran:\n      kepala: [nomor]\n      sebutan: {surat: Surat}\n"
CODED = BUKU.replace("sop:\n", f"{ANNEX}sop:\n")
IN_WORDS = (
    ("  camat:\n", "  Pak Camat:\n"),
    ("penandatangan: camat", "penandatangan: PAK CAMAT"),
    ("keputusan: sk-1}", "keputusan: SK_1}"),
    ("id: sk-1", "id: SK 1"),
    ("{surat: Surat}", "{Surat: Surat}"),
    ("id: surat", "id: ' Surat'"),
    ("[Undang-Undang Dasar;]", "[{peraturan: UU 25/2009}]"),
)


def office(folder: Path, *, words: bool) -> Path:
    """Write the office, with its codes in words or as they are compared."""
    buku, surat = CODED, f"disahkan_oleh: camat\n{SURAT}"
    for coded, written in IN_WORDS:
        assert coded in buku
        buku = buku.replace(coded, written)
    if not words:
        for code, written in (
            ("pak-camat", "Pak Camat"), ("pak-camat", "PAK CAMAT"), ("sk-1", "SK_1"),
            ("sk-1", "SK 1"), ("surat: Surat", "Surat: Surat"), ("surat", "' Surat'"),
            ("uu-25-2009", "UU 25/2009"),
        ):  # fmt: skip
            buku = buku.replace(written, code)
    name = "sop/Surat.yaml" if words else "sop/surat.yaml"
    signer = "Pak_Camat" if words else "pak-camat"
    surat = surat.replace("camat\n", f"{signer}\n", 1)
    return write_files(folder, {"buku.yaml": buku.encode(), name: surat.encode()})


def serious(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [
        (f.code, f.span.label, f.message)
        for f in found
        if f.severity is not Severity.INFO
    ]


def test_an_office_in_words_is_the_same_office(tmp_path: Path) -> None:
    words = read_buku(office(tmp_path / "kata" / "uji", words=True))
    coded = read_buku(office(tmp_path / "kode" / "uji", words=False))
    assert serious(words.findings) == serious(coded.findings) == []
    assert bare(words.buku) == bare(coded.buku)


def test_each_code_in_words_is_noted_where_it_is_given(tmp_path: Path) -> None:
    found = read_buku(office(tmp_path / "uji", words=True)).findings
    assert [(f.code, f.message) for f in found] == [
        ("SOP927", "kode `Pak Camat` dibaca `pak-camat`"),
        ("SOP927", "kode `SK 1` dibaca `sk-1`"),
        ("SOP927", "kode `Surat` dibaca `surat`"),
    ]
    assert read_buku(office(tmp_path / "kode", words=False)).findings == ()


@pytest.mark.slow
def test_an_office_in_words_goes_to_excel_and_back(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", words=True)
    made = export_workbook(folder)
    assert made.workbook, made.findings
    file = tmp_path / "uji.xlsx"
    file.write_bytes(made.workbook)
    assert serious(read_buku(file).findings) == []
    files = import_workbook(file).files
    assert "sop/surat.yaml" in files
    back = write_files(tmp_path / "balik", files)
    assert meaning(back) == meaning(office(tmp_path / "kode", words=False))


@pytest.mark.parametrize("name", ["Surat", "SURAT", "surat", " Surat", "_surat"])
def test_the_file_of_a_sop_may_be_named_in_words(name: str, tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / "sop/surat.yaml").rename(folder / f"sop/{name}.yaml")
    reading = read_buku(folder)
    assert reading.findings == ()
    assert reading.buku is not None
    assert reading.buku.sop[0].kegiatan
    where = reading.buku.sop[0].span.source.path
    assert where == (folder / f"sop/{name}.yaml").as_posix()


def test_two_files_of_one_code_are_an_error_at_the_one_not_read(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / "sop/Surat.yaml").write_text(SURAT, encoding="utf-8")
    (finding,) = read_buku(folder).findings
    assert (finding.code, finding.severity) == ("SOP108", Severity.ERROR)
    assert finding.span.label == (folder / "sop/Surat.yaml").as_posix()
    assert "`sop/surat.yaml`" in YAML.said(finding).message


def damaged(folder: Path, old: str, new: str) -> tuple[Diagnostic, ...]:
    buku = CODED.replace(old, new)
    assert buku != CODED
    write_files(folder, {"buku.yaml": buku.encode(), "sop/surat.yaml": SURAT.encode()})
    return read_buku(folder).findings


@pytest.mark.parametrize(
    ("old", "new", "code", "at_line"),
    [
        ("id: surat\n", "id: surat\n    nama: A\n  - id: Surat\n", "SOP102",
         "id: Surat"),
        ("  camat:\n", "  Camat: {jabatan: Camat}\n  camat:\n", "SOP108", "  camat:"),
        ("{surat: Surat}", "{surat: A, SURAT: B}", "SOP108", "sebutan:"),
        ("keputusan:\n  - id: sk-1\n", "keputusan:\n  - {id: SK 1, nomor: 1, tanggal: "
         "2025-01-01, judul: A, menimbang: [a], mengingat: [a], diktum: [a]}\n"
         "  - id: sk-1\n", "SOP707", "id: sk-1"),
    ],
)  # fmt: skip
def test_two_codes_that_become_one_are_an_error_at_the_second(
    old: str, new: str, code: str, at_line: str, tmp_path: Path
) -> None:
    found = damaged(tmp_path / "uji", old, new)
    errors = [f for f in found if f.severity is Severity.ERROR]
    assert [f.code for f in errors] == [code]
    assert at_line in errors[0].span.excerpt


@pytest.mark.parametrize("text", ["../surat", "'...'", "'/surat'", "'C:\\surat'"])
def test_a_way_to_a_file_is_no_code(text: str, tmp_path: Path) -> None:
    found = damaged(tmp_path / "uji", "id: surat", f"id: {text}")
    assert [f.code for f in found] == ["SOP923"]
    assert found[0].severity is Severity.ERROR


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Surat", "SURAT", " surat ", "Surat.", "(Surat)"])
def test_codes_in_a_workbook_may_be_words(
    text: str, data: bytes, tmp_path: Path
) -> None:
    plain = tmp_path / "kode" / "uji.xlsx"
    plain.parent.mkdir()
    plain.write_bytes(data)
    changes = (
        put("Daftar SOP", "Kode", 1, text),
        fill(SOP, "Kode SOP", text.upper()),
        put("Dasar Hukum", "Untuk", 1, "SK 1"),
        put("Dasar Hukum", "Untuk", 2, text.title()),
        put("Keputusan", "Keputusan", 1, "SK_1"),
        put("Pejabat", "Kode", 1, "Pak Camat"),
        fill("Buku", "Penandatangan", "PAK CAMAT"),
        fill(SOP, "Disahkan oleh", "pak_camat"),
    )

    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    first = read_buku(plain)
    assert reading.findings == first.findings == ()
    in_code = str(bare(reading.buku)).replace("pak-camat", "camat")
    assert in_code == str(bare(first.buku))


@pytest.mark.slow
def test_a_sheet_whose_code_is_a_way_is_told_once(data: bytes, tmp_path: Path) -> None:
    file = changed(data, fill(SOP, "Kode SOP", "../surat"), tmp_path / "uji.xlsx")
    assert "SOP923" in {f.code for f in read_buku(file).findings}


@pytest.mark.slow
def test_two_sheets_of_one_code_are_an_error(data: bytes, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book.copy_worksheet(book[SOP])
        at(sheet.title, "C3", "SURAT")(book)

    file = changed(data, change, tmp_path / "uji.xlsx")
    (finding,) = read_buku(file).findings
    assert finding.code == "SOP950"
    assert "`surat`" in finding.message
