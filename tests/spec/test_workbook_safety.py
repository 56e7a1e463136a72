"""Files that are dangerous, foreign or broken are refused with a reason."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import write_kantor
from tests.spec.staff import (
    SOP,
    cell,
    changed,
    fill,
    meaning,
    repacked,
    round_trip,
)

pytestmark = pytest.mark.slow
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


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, sign: str) -> None:
    folder = write_kantor(tmp_path / "uji")
    surat = folder / "sop/surat.yaml"
    text = surat.read_text(encoding="utf-8")
    surat.write_text(
        text.replace("Menerima surat", f'"{sign}cmd|calc!A0"'), encoding="utf-8"
    )
    made = load_workbook(BytesIO(export_workbook(folder).workbook))
    at = cell(made, SOP, f"{sign}cmd|calc!A0")
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
