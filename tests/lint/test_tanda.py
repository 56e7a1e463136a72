"""Marks of other programs, which would be printed as they stand, are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import BUKU, SURAT, write_kantor

OURS = {"SOP140", "SOP141", "SOP142", "SOP143", "SOP780"}
#: a text of a cell · what is found in it, and the mark that is named
TOLD = (
    ("![denah](denah.png)", "SOP141", "![denah](denah.png)"),
    ("lihat <img src='a.png'> itu", "SOP141", "<img src='a.png'>"),
    ("| Nama | NIP |", "SOP142", "| Nama | NIP |"),
    ("No | Nama\n--- | ---\n1 | A", "SOP142", "--- | ---"),
    ("pakai `sopgen`", "SOP143", "`sopgen`"),
    ("[laman](https://uji.go.id)", "SOP143", "[laman](https://uji.go.id)"),
    ("KTP<br>KK", "SOP143", "<br>"),
    ("H<sub>2</sub>O", "SOP143", "<sub>"),
    ("tanah&nbsp;warga", "SOP143", "&nbsp;"),
    ("# Berkas", "SOP143", "# Berkas"),
    ("Berkas\n---\nasli", "SOP143", "---"),
    ("> Setiap warga berhak", "SOP143", "> Setiap warga berhak"),
    ("* KTP\n* KK", "SOP143", "* KTP"),
    ("_scan_ surat", "SOP143", "_scan_"),
    ("~~lama~~ baru", "SOP143", "~~lama~~"),
    ("**Catatan: **asli", "SOP143", "**Catatan: **"),
    ("*scan *dan kirim", "SOP143", "*scan *"),
)
#: What is printed as it is meant.
SILENT = (
    "*scan* dan **asli**", "5 * 3", "* KTP", "*) isi", "biaya*) dan*)", "- KTP\n- KK",
    "1. KTP\n2. KK", "> 5 hari", "> Rp 100.000", "#1", "a | b", "---", "Nomor ______",
    "a_b@uji.go.id", "<nama>", "**) isi", "Nama**", "[ ] KTP", "200 m²", r"\*bukan\*",
)  # fmt: skip


def found(folder: Path) -> list[Diagnostic]:
    reading = read_buku(folder)
    assert reading.buku is not None
    found = lint(reading.buku, reading.ketikan)
    return [one for one in found if one.code in OURS]


def with_cell(folder: Path, text: str) -> Path:
    """Write the small office with a text in the last row's keterangan, line 17."""
    write_kantor(folder)
    last = "    simbol: selesai\n"
    added = f"{last}    keterangan: {json.dumps(text)}\n"
    (folder / "sop" / "surat.yaml").write_text(SURAT.replace(last, added))
    return folder


@pytest.mark.parametrize(("text", "code", "mark"), TOLD)
def test_a_mark_that_prints_as_it_stands_is_told_at_its_line(
    tmp_path: Path, text: str, code: str, mark: str
) -> None:
    (one,) = found(with_cell(tmp_path / "uji", text))
    assert one.code == code
    assert mark in one.message
    assert one.span.excerpt.strip().startswith("keterangan:")
    assert one.saran


@pytest.mark.parametrize("text", SILENT)
def test_what_prints_as_it_is_meant_is_not_told(tmp_path: Path, text: str) -> None:
    assert found(with_cell(tmp_path / "uji", text)) == []


def test_several_marks_of_one_place_are_told_once(tmp_path: Path) -> None:
    (one,) = found(with_cell(tmp_path / "uji", "<b>a</b> `b` _c_ ~~d~~"))
    assert "dan 2 lainnya" in one.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nama: Surat Masuk", "nama: Surat *Masuk*"),
        ("nama: Uji", "nama: '**Uji**'"),
        ("judul: PENETAPAN SOP", "judul: PENETAPAN *SOP*"),
        ("judul: BUKU SOP", "judul: BUKU *{{ kecamatan.nama }}*"),
        ("jabatan: Camat Uji", "jabatan: Camat *Uji*"),
    ],
)
def test_names_and_titles_have_no_italics(tmp_path: Path, old: str, new: str) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / "buku.yaml").write_text(BUKU.replace(old, new))
    (one,) = found(folder)
    assert one.code == "SOP140"
    assert one.span.excerpt.strip() == new


def test_a_pelaksana_is_told_where_it_is_listed_only(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = SURAT.replace("Petugas", "'*Petugas*'")
    (folder / "sop" / "surat.yaml").write_text(text)
    (one,) = found(folder)
    assert (one.code, one.span.line) == ("SOP140", 3)


NASKAH = """\
# PENUTUP

Kata *miring* dan:

- butir
a. butir

##### Terlalu dalam

<img src="bagan.png">

<table>

* satu
* dua
{{ kecamatan.kode_pos }}_x_
"""
LINES = [("SOP143", 8), ("SOP141", 10), ("SOP142", 12), ("SOP143", 14)]


def test_a_chapter_is_told_paragraph_by_paragraph(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "naskah" / "penutup.md"
    file.parent.mkdir()
    file.write_text(NASKAH)
    assert [(one.code, one.span.line) for one in found(folder)] == LINES


def test_a_line_of_a_block_of_text_is_found(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    more = "    diktum:\n      - |\n        Satu.\n\n        lihat <table>\n"
    text = BUKU.replace("    diktum: [Menetapkan SOP.]\n", more)
    (folder / "buku.yaml").write_text(text)
    (one,) = found(folder)
    assert one.span.excerpt.strip() == "lihat <table>"


TABLES = """\
| a | b |
|---|---|
| 1 | 2 |

Teks | bukan tabel

| {{ tahun }} | {{ kecamatan.nama | upper }} |
| c | d \\| e |
| c |

{% for s in sop %}
| {{ s.nomor }} | {{ s.nama }} |
{% endfor %}
"""


def test_a_ragged_row_is_told_at_its_line(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "naskah" / "penutup.md"
    file.parent.mkdir()
    file.write_text(TABLES)
    (one,) = found(folder)
    assert (one.code, one.span.line) == ("SOP780", 9)
    assert "berisi 1 sel" in one.message


@pytest.mark.slow
def test_in_a_workbook_it_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = with_cell(tmp_path / "uji", "![a](b.png)")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    (one,) = found(file)
    assert one.code == "SOP141"
    assert one.span.place


def test_the_rule_of_a_table_without_rows_is_told(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "naskah" / "penutup.md"
    file.parent.mkdir()
    file.write_text("# PENUTUP\n\n|---|:-:|\n\nSelesai.\n")
    (one,) = found(folder)
    assert (one.code, one.span.line) == ("SOP142", 3)
    assert "`|---|:-:|` tercetak apa adanya" in one.message
