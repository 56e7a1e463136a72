# ruff: noqa: E501
"""Edits of a workbook: it says what was meant, and all over its cells stays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from sopgen.archive import packed, unpacked
from sopgen.edit import applied, steps
from sopgen.model.suntingan import (
    DeleteRow,
    Edit,
    InsertRow,
    MoveRow,
    RenameKey,
    RenamePelaksana,
    RenameSop,
    Set,
    SuntinganError,
)
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, read_spec
from sopgen.spec.findings import Findings
from sopgen.spec.workbook import open_workbook
from sopgen.suntingan import edit_folder, edit_spec, edit_workbook, save
from tests.books import ROOT
from tests.spec.kantor import write_kantor
from tests.spec.staff import meaning
from tests.tabel import write_tabel

pytestmark = pytest.mark.slow
BUKU, SOP = "buku.yaml", "sop/surat.yaml"
ROW: Any = {
    "uraian": "Menimbang surat", "pelaksana": "Camat", "simbol": "keputusan",
    "ke": {"Ya": "4", "Tidak": "1"}, "waktu": "2 menit",
}  # fmt: skip
EDITS: dict[str, list[Edit]] = {
    "numbers, dates and texts": [
        Set(BUKU, ("tahun",), "2026"),
        Set(BUKU, ("tanggal_pengesahan",), "2026-01-12"),
        Set(BUKU, ("keputusan", 0, "tanggal"), "2026-01-12"),
        Set(BUKU, ("keputusan", 0, "nomor"), "000.8.3.3/ … /406.99/2026"),
        Set(BUKU, ("kecamatan", "alamat"), "=Jalan Raya"),
        Set(SOP, ("tanggal_efektif",), "Januari 2026"),
        Set(SOP, ("unit",), None),
    ],
    "a new kegiatan": [InsertRow(SOP, ("kegiatan", 1), ROW)],
    "a last kegiatan": [InsertRow(SOP, ("kegiatan", 3), ROW)],
    "kegiatan that go": [DeleteRow(SOP, ("kegiatan", 0)), DeleteRow(SOP, ("kegiatan", 1))],
    "kegiatan that move": [MoveRow(SOP, ("kegiatan", 0), 2), MoveRow(SOP, ("kegiatan", 2), 1)],
    "a further symbol": [
        InsertRow(SOP, ("kegiatan", 1, "tambahan", 0), {"pelaksana": "Camat", "simbol": "dokumen"}),
        InsertRow(SOP, ("kegiatan", 0), ROW),
    ],
    "where a symbol leads to": [
        Set(SOP, ("kegiatan", 1, "ke"), {"Setuju": "3", "Tidak": "1", "Ragu": "2"}),
        Set(SOP, ("kegiatan", 0, "ke"), ["2", "3"]),
        Set(SOP, ("kegiatan", 2, "tembusan"), "1"),
    ],
    "several pelaksana": [
        InsertRow(SOP, ("pelaksana", 2), "Kasi"),
        Set(SOP, ("kegiatan", 0, "pelaksana"), ["Petugas", "Camat"]),
        Set(SOP, ("kegiatan", 2, "pelaksana"), ["Camat", "Petugas"]),
        InsertRow(SOP, ("kegiatan", 1), {**ROW, "pelaksana": ["Camat", "Kasi"]}),
        RenamePelaksana(SOP, "Camat", "Bapak Camat"),
        InsertRow(SOP, ("kegiatan", 0, "pelaksana", 2), "Kasi"),
        MoveRow(SOP, ("kegiatan", 0, "pelaksana", 2), 0),
        DeleteRow(SOP, ("kegiatan", 0, "pelaksana", 1)),
        DeleteRow(SOP, ("kegiatan", 3, "pelaksana", 0)),
        Set(SOP, ("kegiatan", 1, "pelaksana", 1), "Petugas"),
    ],
    "one answer leads to several": [
        Set(SOP, ("kegiatan", 1, "ke", "Tidak"), ["1", "3"]),
        InsertRow(SOP, ("kegiatan", 1, "ke", "Tidak", 2), "4"),
        MoveRow(SOP, ("kegiatan", 1, "ke", "Tidak", 2), 0),
        Set(SOP, ("kegiatan", 1, "ke", "Tidak", 1), "3"),
        InsertRow(SOP, ("kegiatan", 0), ROW),
        DeleteRow(SOP, ("kegiatan", 2, "ke", "Tidak", 2)),
    ],
    "one answer leads to one again": [
        Set(SOP, ("kegiatan", 1, "ke"), {"Ya": "3", "Tidak": ["1", "3"], "Ragu": ["3", "1"]}),
        RenameKey(SOP, ("kegiatan", 1, "ke", "Ragu"), "Sangsi"),
        Set(SOP, ("kegiatan", 1, "ke", "Tidak"), "1"),
        Set(SOP, ("kegiatan", 1, "ke", "Ya"), None),
    ],
    "lists of the form": [
        InsertRow(SOP, ("pelaksana", 1), "Juru"),
        *(InsertRow(SOP, ("peralatan", 0), f"Alat {n}") for n in range(4)),
        DeleteRow(SOP, ("pelaksana", 0)),
        MoveRow(SOP, ("peralatan", 4), 0),
        InsertRow(SOP, ("keterkaitan", 0), "SOP lain"),
    ],
    "parts of a decree": [
        InsertRow(BUKU, ("keputusan", 0, "diktum", 0), "Mencabut."),
        InsertRow(BUKU, ("keputusan", 0, "menimbang", 1), "bahwa baru;"),
        MoveRow(BUKU, ("keputusan", 0, "menimbang", 1), 0),
        Set(BUKU, ("keputusan", 0, "tembusan"), ["Bupati", "Arsip"]),
        Set(BUKU, ("keputusan", 0, "status"), "draf"),
        InsertRow(BUKU, ("keputusan", 0, "mengingat", 0), {"peraturan": "uu-25-2009"}),
        DeleteRow(BUKU, ("keputusan", 0, "mengingat", 1)),
        Set(BUKU, ("keputusan", 0, "lampiran"), {"judul": "L", "sebutan": {"surat": "S"}}),
    ],
    "annexes with tables": [
        Set(BUKU, ("keputusan", 0, "lampiran"), [
            {"judul": "A", "sebutan": {"surat": "S"}},
            {"judul": "B", "kolom": ["No", "Nama"], "baris": [["1", "Ida"], ["2", "Edi"]]},
        ]),
        Set(BUKU, ("keputusan", 0, "lampiran", 1, "baris", 0, 1), "Ina"),
        InsertRow(BUKU, ("keputusan", 0, "lampiran", 1, "baris", 2), ["3", "Ani"]),
        MoveRow(BUKU, ("keputusan", 0, "lampiran", 1, "baris", 2), 0),
        DeleteRow(BUKU, ("keputusan", 0, "lampiran", 1, "baris", 1)),
        Set(BUKU, ("keputusan", 0, "lampiran", 0, "judul"), "C"),
        Set(BUKU, ("keputusan", 0, "lampiran", 1, "kepala"), ["nomor", "tanggal"]),
    ],
    "a copy of a decree": [
        Set(BUKU, ("keputusan", 0, "jenis"), "petikan"),
        Set(BUKU, ("keputusan", 0, "disalin_oleh"), "camat"),
        Set(BUKU, ("keputusan", 0, "petikan"), ["KESATU"]),
    ],
    "who signs the lembar pengesahan": [
        Set(BUKU, ("lembar_pengesahan",), [{"peran": "Disahkan oleh", "pejabat": "camat"}]),
        InsertRow(BUKU, ("lembar_pengesahan", 0), {"peran": "Disusun oleh", "pejabat": "camat"}),
        MoveRow(BUKU, ("lembar_pengesahan", 0), 1),
        Set(BUKU, ("lembar_pengesahan", 0, "peran"), "Ditetapkan oleh"),
        DeleteRow(BUKU, ("lembar_pengesahan", 1)),
    ],
    "a decree comes, another goes": [
        InsertRow(BUKU, ("keputusan", 1), {
            "id": "sk-2", "nomor": "2", "tanggal": "2025-02-01", "judul": "J",
            "menimbang": ["a"], "mengingat": ["b", {"peraturan": "uu-25-2009"}], "diktum": ["c"],
        }),
        DeleteRow(BUKU, ("keputusan", 0)),
    ],
    "a decree is called otherwise": [
        Set(BUKU, ("keputusan", 0, "id"), "sk-9"),
        InsertRow(BUKU, ("keputusan", 0, "diktum", 1), "Baru."),
    ],
    "the list of SOP": [
        InsertRow(BUKU, ("sop", 1), {"id": "baru", "nama": "Baru"}),
        MoveRow(BUKU, ("sop", 1), 0),
        Set(BUKU, ("sop", 1, "nama_pendek"), "Surat"),
    ],
    "officials": [
        Set(BUKU, ("pejabat", "sekcam"), {"jabatan": "Sekcam", "nama": "A"}),
        RenameKey(BUKU, ("pejabat", "camat"), "pak-camat"),
    ],
    "parts of the book": [
        InsertRow(BUKU, ("susunan", 1), {"bagian": "penutup", "angka": "romawi"}),
        DeleteRow(BUKU, ("susunan", 0)), MoveRow(BUKU, ("susunan", 0), 2),
    ],
    "what is right": [
        InsertRow(BUKU, ("abaikan", 0), {"kode": "SOP101", "alasan": "x"}),
        InsertRow(SOP, ("abaikan", 0), {"kode": "SOP102", "alasan": "y"}),
    ],
    "legal bases of a SOP": [
        InsertRow(SOP, ("dasar_hukum", 1), "UU baru;"), MoveRow(SOP, ("dasar_hukum", 1), 0),
    ],
    "a pelaksana is renamed": [RenamePelaksana(SOP, "Petugas", "Juru Surat")],
    "corrections": [
        InsertRow("koreksi.yaml", (0,), {"tertulis": "a", "menjadi": "b", "alasan": "c"}),
        DeleteRow("koreksi.yaml", (1,)),
    ],
}  # fmt: skip


BALAI, KAS = "sop/balai.yaml", "sop/kas.yaml"
#: The same in an office whose charts have groups and columns of their own.
TABEL: dict[str, list[Edit]] = {
    "a pelaksana in a group is renamed": [RenamePelaksana(BALAI, "Lurah", "Ketua RW")],
    "a group is renamed": [Set(BALAI, ("pelaksana", 0, "kelompok"), "Warga")],
    "one comes into a group": [InsertRow(BALAI, ("pelaksana", 2, "pelaksana", 1), "Juru")],
    "one goes from a group": [DeleteRow(BALAI, ("pelaksana", 0, "pelaksana", 1))],
    "one moves in a group": [MoveRow(BALAI, ("pelaksana", 2, "pelaksana", 0), 2)],
    "a group moves": [MoveRow(BALAI, ("pelaksana", 2), 0)],
    "a group comes": [
        InsertRow(BALAI, ("pelaksana", 3), {"kelompok": "Kabupaten", "pelaksana": ["Bupati", "Sekda"]}),
    ],
    "a group goes": [DeleteRow(BALAI, ("pelaksana", 0))],
    "no groups any more": [
        Set(KAS, ("pelaksana",), ["Penyetor", "Kasir"]), InsertRow(KAS, ("pelaksana", 1), "Juru"),
    ],
    "the first group of a sheet": [
        Set("sop/apel.yaml", ("pelaksana",), [{"kelompok": "Kantor", "pelaksana": ["Pembina", "Peserta"]}]),
    ],
    "one alone comes first": [InsertRow(BALAI, ("pelaksana", 0), "Tamu")],
    "what own columns say": [
        Set(BALAI, ("kegiatan", 0, "biaya"), "Rp5.000"),
        Set(BALAI, ("kegiatan", 2, "no_agenda"), "77"),
        Set(BALAI, ("kegiatan", 1, "no_agenda"), None),
        InsertRow(BALAI, ("kegiatan", 1), {"uraian": "Membayar", "pelaksana": "Peminjam", "biaya": "Rp1"}),
    ],
    "headings and the sum": [
        Set(BUKU, ("kolom", "no_agenda"), "Nomor Agenda"),
        Set(BUKU, ("kolom", "kelengkapan"), "Bahan Kerja"),
        Set(BUKU, ("jumlah_waktu",), "tidak"),
        Set("sop/apel.yaml", ("mutu_baku",), "ya"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", TABEL)
def test_groups_and_columns_are_edited_alike(what: str, tmp_path: Path) -> None:
    folder, file = write_tabel(tmp_path / "uji"), tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    for place in (file, folder):
        assert save(edit_spec(place, TABEL[what])) is None
    assert said(file) == meaning(folder)[0]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = write_kantor(tmp_path_factory.mktemp("kantor") / "uji")
    return export_workbook(folder).workbook


def said(file: Path) -> dict[str, Any]:
    files = open_workbook(file, Findings())
    assert files is not None
    spec = read_spec(files, Findings())
    assert spec is not None
    return spec.meaning


@pytest.mark.parametrize("what", EDITS)
def test_a_workbook_says_what_a_folder_says_after_the_same_edits(
    what: str, data: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(data)
    new, perubahan = edit_workbook(file, EDITS[what])
    assert len(perubahan) >= len(EDITS[what])
    file.write_bytes(new)
    folder = write_kantor(tmp_path / "uji")
    assert save(edit_folder(folder, EDITS[what])) is None
    assert said(file) == meaning(folder)[0]
    assert (
        load_workbook(BytesIO(new)).sheetnames
        == load_workbook(BytesIO(data)).sheetnames
    )


def test_a_sop_is_renamed_in_every_sheet_and_file(data: bytes, tmp_path: Path) -> None:
    file, folder = tmp_path / "uji.xlsx", write_kantor(tmp_path / "uji")
    file.write_bytes(data)
    edits: list[Edit] = [RenameSop("surat", "surat-masuk")]
    for place in (file, folder):
        assert save(edit_spec(place, edits)) is None
    assert said(file) == meaning(folder)[0]
    assert "sop/surat-masuk.yaml" in said(file)
    assert not (folder / SOP).exists()
    assert [f for f in read_buku(file).findings if f.code == "SOP901"] == []


def test_a_file_of_a_sop_is_found_by_its_code(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / SOP).rename(folder / "sop/Surat.yaml")
    assert save(edit_spec(folder, [Set(SOP, ("unit",), "Umum")])) is None
    text = (folder / "sop/Surat.yaml").read_text(encoding="utf-8")
    assert text.startswith("unit: Umum\n")
    assert not (folder / SOP).exists()
    with pytest.raises(SuntinganError):
        edit_spec(folder, [RenameSop("surat", "../surat")])


def test_a_dozen_edits_of_a_real_book_say_what_was_meant(tmp_path: Path) -> None:
    file = tmp_path / "kampak.xlsx"
    file.write_bytes(export_workbook(ROOT / "specs/kampak").workbook)
    name = "sop/adminduk.yaml"
    edits: list[Edit] = [
        Set(BUKU, ("tahun",), "2026"),
        InsertRow(name, ("kegiatan", 2), {"uraian": "Baru", "pelaksana": "Pemohon"}),
        DeleteRow(name, ("kegiatan", 4)),
        InsertRow(BUKU, ("keputusan", 0, "diktum", 2), "Mencabut."),
        DeleteRow(BUKU, ("keputusan", 0, "mengingat", 3)),
        MoveRow(BUKU, ("sop", 2), 0),
    ]
    before = said(file)
    wanted = dict(before)
    for edit in edits:
        for step in steps(wanted[edit.berkas], edit):
            wanted[edit.berkas] = applied(wanted[edit.berkas], step)
    save(edit_spec(file, edits))
    after = said(file)
    assert [k["uraian"] for k in after[name]["kegiatan"]] == [
        k["uraian"] for k in wanted[name]["kegiatan"]
    ]
    for other in set(before) - {BUKU, name}:
        assert after[other] == before[other]
    assert (
        after[BUKU]["keputusan"][0]["diktum"] == wanted[BUKU]["keputusan"][0]["diktum"]
    )


def test_what_an_edit_does_not_name_is_copied_byte_for_byte(
    data: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(data)
    new, _ = edit_workbook(file, [Set(BUKU, ("keputusan", 0, "judul"), "BARU")])
    before, after = unpacked(BytesIO(data)), unpacked(BytesIO(new))
    assert list(before) == list(after)
    assert [n for n in before if before[n] != after[n]] == ["xl/worksheets/sheet6.xml"]


def test_an_edit_and_its_inverse_leave_the_old_file(
    data: bytes, tmp_path: Path
) -> None:
    file, folder = tmp_path / "uji.xlsx", write_kantor(tmp_path / "uji")
    file.write_bytes(data)
    for place, edits in (
        (file, EDITS["a new kegiatan"]),
        (folder, EDITS["parts of a decree"]),
    ):
        before = {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()}
        made = edit_spec(place, edits)
        assert save(made) is None
        assert {f: f.read_bytes() for f in before} != before
        assert save(type(made)(made.balik, ())) is None
        assert {f: f.read_bytes() for f in before} == before


@pytest.mark.parametrize(
    "edit",
    [
        Set("sop/tiada.yaml", ("unit",), "x"),
        Set(SOP, ("kegiatan", 1, "ke"), {f"J{n}": "1" for n in range(9)}),
        Set(BUKU, ("tak_dikenal",), "x"),
        RenamePelaksana(SOP, "Tiada", "x"),
    ],
)
def test_what_a_workbook_has_no_place_for_is_refused(
    edit: Edit, data: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(data)
    with pytest.raises(SuntinganError):
        edit_workbook(file, [edit])
    assert file.read_bytes() == data


def numbered_by_formulas(data: bytes) -> bytes:
    """Return the workbook with the numbers of kegiatan filled down, as Excel does."""
    parts = unpacked(BytesIO(data))
    name = next(n for n, part in parts.items() if b"Menerima surat" in part)
    tree = etree.fromstring(parts[name])
    first, *others = (
        one
        for one in tree.iter("{*}c")
        if one.get("r").startswith("A") and "".join(one.itertext()) in ("2", "3")
    )
    row = int(first.get("r")[1:])
    for number, cell in enumerate((first, *others), 2):
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        formula = etree.SubElement(cell, cell.tag[:-1] + "f", t="shared", si="0")
        if cell is first:
            formula.set("ref", f"A{row}:A{row + 1}")
            formula.text = f"A{row - 1}+1"
        etree.SubElement(cell, cell.tag[:-1] + "v").text = str(number)
    return packed({**parts, name: etree.tostring(tree)})


FILLED: dict[str, list[Edit]] = {
    "a new first row": [InsertRow(SOP, ("kegiatan", 0), {"uraian": "Baru"})],
    "a new row between": [InsertRow(SOP, ("kegiatan", 2), {"uraian": "Baru"})],
    "the row of the formula is gone": [DeleteRow(SOP, ("kegiatan", 1))],
    "rows change places": [MoveRow(SOP, ("kegiatan", 1), 2)],
    "a text beside it": [Set(SOP, ("kegiatan", 1, "uraian"), "Membaca surat")],
}


@pytest.mark.parametrize("what", FILLED)
def test_numbers_that_are_filled_down_are_no_hindrance(
    what: str, data: bytes, tmp_path: Path
) -> None:
    plain, filled = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    plain.write_bytes(data)
    filled.write_bytes(numbered_by_formulas(data))
    assert said(plain) == said(filled)
    for file in (plain, filled):
        file.write_bytes(edit_workbook(file, FILLED[what])[0])
    assert said(plain) == said(filled)
    book = load_workbook(filled)
    formulas = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows(max_col=1)
        for cell in row
        if cell.data_type == "f"
    ]
    assert not [one for one in formulas if "#REF" in one]
