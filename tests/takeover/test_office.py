"""A draft names the office of the old file, or leaves it open: never another's."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest

from sopgen.assets import asset
from sopgen.lint import lint
from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Status
from sopgen.spec.contoh import NAMA
from sopgen.takeover import Takeover
from sopgen.takeover.officename import address_of, kabupaten_of, kecamatan_of
from sopgen.workbooks import import_file
from sopgen.yamltext import write_yaml
from tests.takeover.clerk_xlsx import with_parts
from tests.takeover.old_forms import PLAIN, Form, Grid, old_document, old_workbook
from tests.takeover.own import drafted, taken


def _workbook(form: Form, identity: Grid = ()) -> bytes:
    return old_workbook(form, identity)


def _document(form: Form, identity: Grid = ()) -> bytes:
    return old_document(form, *filter(None, [identity]))


WRITERS = {"lama.xlsx": _workbook, "lama.docx": _document}
files = pytest.mark.parametrize("nama", WRITERS)
OPEN = {
    "nama": "(isi nama kecamatan)",
    "kabupaten": "(isi nama kabupaten)",
    "alamat": "(isi alamat kantor)",
    "kode_unit": "(isi kode unit)",
}


def office(made: Takeover) -> dict[str, str]:
    """Return what the draft says of the office."""
    data = cast(dict[str, dict[str, str]], made.drafts[0].data)
    return data["kecamatan"]


@files
def test_an_office_that_the_old_file_does_not_name_stays_open(nama: str) -> None:
    made = taken(WRITERS[nama](PLAIN), nama)
    assert office(made) == OPEN
    remarks = made.drafts[0].remarks
    assert all(remarks["kecamatan", key].startswith("PERIKSA") for key in OPEN)
    camat = cast(dict[str, dict[str, dict[str, str]]], made.drafts[0].data)["pejabat"]
    assert camat["camat"] == {
        "jabatan": "(isi jabatan penandatangan)", "kapasitas": "definitif",
        "nama": "", "pangkat": "", "nip": "",
    }  # fmt: skip


@files
def test_what_stays_open_is_told_by_check(nama: str, tmp_path: Path) -> None:
    buku = drafted(taken(WRITERS[nama](PLAIN), nama), tmp_path)
    told = [f.message for f in lint(buku) if f.code == "SOP112"]
    texts = [*OPEN.values(), "(isi jabatan penandatangan)"]
    assert sorted(told) == sorted(f"`{text}` belum diisi" for text in texts)
    assert any(f.code == "SOP110" for f in lint(buku))


def test_a_book_in_force_with_something_open_is_wrong(tmp_path: Path) -> None:
    draft = drafted(taken(old_workbook(PLAIN)), tmp_path)
    for status, severity in (
        (Status.DRAF, Severity.WARNING),
        (Status.BERLAKU, Severity.ERROR),
    ):
        found = lint(replace(draft, status=status))
        assert {f.severity for f in found if f.code == "SOP112"} == {severity}


@pytest.mark.slow
@files
def test_nothing_of_the_example_comes_into_a_draft(nama: str, tmp_path: Path) -> None:
    example = (asset("contoh") / "buku.yaml").read_text(encoding="utf-8")
    assert NAMA in example
    file = tmp_path / nama
    file.write_bytes(WRITERS[nama](PLAIN))
    every = b"".join(import_file(file, "lama").files.values()).decode()
    book = import_file(file, "lama", workbook=True).workbook
    with zipfile.ZipFile(BytesIO(book)) as archive:
        every += "".join(archive.read(n).decode() for n in archive.namelist())
    assert "(isi nama kecamatan)" in every
    for word in (NAMA, "Kabupaten Contoh", "000.00<", "000.00\n"):
        assert word not in every


HEADS = {
    "dua sel": ("PEMERINTAH KABUPATEN BUMI RAYA|", "KECAMATAN LEMBAH HIJAU|"),
    "satu sel": ("PEMERINTAH KABUPATEN BUMI RAYA¶KECAMATAN LEMBAH HIJAU|",),
    "satu baris": ("PEMERINTAH KABUPATEN BUMI RAYA KECAMATAN LEMBAH HIJAU|",),
    "huruf kecil": ("Pemerintah Kabupaten Bumi Raya|", "Kecamatan Lembah Hijau|"),
    "terbalik": ("KECAMATAN LEMBAH HIJAU KABUPATEN BUMI RAYA|",),
    "kantor camat": (
        "PEMERINTAH DAERAH KABUPATEN BUMI RAYA|", "KANTOR CAMAT LEMBAH HIJAU|",
    ),
}  # fmt: skip
FIELDS = ("Nomor SOP|065/SOP.04/2022", "Nama SOP|Surat", "Tanggal Efektif|1 April 2022")


@files
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("fields", [FIELDS, ()], ids=["identitas", "sampul"])
def test_the_office_is_that_of_the_letterhead(
    fields: Grid, head: Grid, nama: str
) -> None:
    found = office(taken(WRITERS[nama](PLAIN, (*head, *fields)), nama))
    assert (found["nama"], found["kabupaten"]) == ("Lembah Hijau", "Bumi Raya")


@files
def test_the_office_is_that_of_the_camat_who_signs(nama: str, tmp_path: Path) -> None:
    head = ("Disahkan oleh|Camat Lembah Hijau¶¶Wati¶NIP. 197001011990032001",)
    made = taken(WRITERS[nama](PLAIN, (*FIELDS, *head)), nama)
    assert office(made)["nama"] == "Lembah Hijau"
    assert office(made)["kabupaten"] == "(isi nama kabupaten)"
    camat = drafted(made, tmp_path).penandatangan
    assert (camat.jabatan, camat.nama) == ("Camat Lembah Hijau", "Wati")


def test_the_letterhead_may_stand_in_the_head_of_the_pages() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = ("PEMERINTAH KABUPATEN BUMI RAYA", "KECAMATAN LEMBAH HIJAU")
    paragraphs = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in lines)
    head = f'<w:hdr xmlns:w="{w}">{paragraphs}</w:hdr>'
    data = with_parts(old_document(PLAIN), {"word/header1.xml": head})
    assert office(taken(data, "lama.docx"))["nama"] == "Lembah Hijau"
    broken = with_parts(old_document(PLAIN), {"word/header1.xml": "<w:hdr"})
    assert office(taken(broken, "lama.docx")) == OPEN


@files
def test_the_address_is_that_of_the_letterhead(nama: str) -> None:
    head = (*HEADS["dua sel"], "Jl. Melati No. 3 Telp. (0300) 45678 Kode Pos 61234|")
    found = office(taken(WRITERS[nama](PLAIN, (*head, *FIELDS)), nama))
    assert found["alamat"] == "Jl. Melati No. 3"
    assert (found["telepon"], found["kode_pos"]) == ("(0300) 45678", "61234")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Jalan Melati 3, Lembah 61234", {"alamat": "Jalan Melati 3, Lembah",
                                          "kode_pos": "61234"}),
        ("Alamat: Jl. Melati 3, Telepon 0300-45678, email a@b.id",
         {"alamat": "Jl. Melati 3", "telepon": "0300-45678"}),
        ("Kode Pos : 61234", {"kode_pos": "61234"}),
        ("SEKSI PRASARANA JALAN", {}),
        ("KECAMATAN LEMBAH HIJAU", {}),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart(line: str, said: dict[str, str]) -> None:
    assert address_of([line]) == said


@pytest.mark.parametrize(
    ("lines", "kecamatan", "kabupaten"),
    [
        (("PEMERINTAH KOTA LEMBAH", "KECAMATAN UTARA"), "Utara", "Lembah"),
        (("KECAMATAN UTARA, KAB. LEMBAH",), "Utara", "Lembah"),
        (("SOP KECAMATAN UTARA TAHUN 2022",), "Utara", ""),
        (("Seksi Umum",), "", ""),
    ],
)
def test_names_end_where_other_words_begin(
    lines: tuple[str, ...], kecamatan: str, kabupaten: str
) -> None:
    assert kecamatan_of(lines, "") == kecamatan
    assert kabupaten_of(lines) == kabupaten


def test_a_year_that_is_nowhere_asks_to_be_checked() -> None:
    draft = taken(old_workbook(PLAIN)).drafts[0]
    line = write_yaml(draft).split("\n")[3]
    assert line.startswith("tahun: ")
    assert line.endswith("# PERIKSA: tidak ada pada berkas lama")
