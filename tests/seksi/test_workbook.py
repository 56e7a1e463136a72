"""Seksi and numbers of a SOP's own, in a workbook and back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.model.suntingan import DeleteRow, Edit, InsertRow, MoveRow, Set
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.suntingan import edit_folder, edit_workbook, save
from tests.seksi.kantor import TANPA_DAFTAR, write_seksi
from tests.spec.kantor import write_kantor
from tests.spec.staff import meaning, round_trip

OWN = ("seksi: kesra", "seksi: kesra, nomor_sop: 38/SOP-KR/TB/2026")
BUKU = "buku.yaml"


@pytest.mark.slow
@pytest.mark.parametrize("changes", [(), (OWN,), (TANPA_DAFTAR,)], ids=str)
def test_the_book_comes_back(
    changes: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    place = write_seksi(tmp_path / "uji", *changes)
    assert meaning(round_trip(place, tmp_path)) == meaning(place)


@pytest.mark.slow
def test_an_ordinary_workbook_has_none_of_it(tmp_path: Path) -> None:
    data = export_workbook(write_kantor(tmp_path / "uji")).workbook
    book = load_workbook(BytesIO(data))
    assert "Seksi" not in book.sheetnames
    heads = [cell.value for cell in book["Daftar SOP"][3]]
    assert "Seksi" not in heads
    assert "Nomor SOP" not in heads
    assert "Seksi" not in [cell.value for cell in book["Pilihan"][1]]


@pytest.mark.slow
def test_the_columns_may_be_typed_where_there_are_none(tmp_path: Path) -> None:
    data = export_workbook(write_kantor(tmp_path / "uji")).workbook
    book = load_workbook(BytesIO(data))
    listed = book["Daftar SOP"]
    end = listed.max_column + 1
    listed.cell(3, end, "Seksi")
    listed.cell(5, end, "Tata Usaha")
    listed.cell(3, end + 1, "Nomor SOP")
    listed.cell(5, end + 1, "5/SOP-TU/2025")
    own = book.create_sheet("Seksi")
    for row in (("Nama seksi", "Kode"), ("Tata Usaha", "TU")):
        own.append(row)
    file = tmp_path / "uji.xlsx"
    book.save(file)
    buku = read_buku(file).buku
    assert buku is not None
    assert [(one.nama, one.kode) for one in buku.seksi] == [("Tata Usaha", "TU")]
    assert [(s.seksi, s.nomor_sop) for s in buku.sop] == [
        ("Tata Usaha", "5/SOP-TU/2025")
    ]
    assert not {"SOP949", "SOP950"} & {one.code for one in check(file)}


@pytest.mark.slow
def test_the_seksi_may_be_chosen(tmp_path: Path) -> None:
    book = load_workbook(
        BytesIO(export_workbook(write_seksi(tmp_path / "uji")).workbook)
    )
    sheet = book["Daftar SOP"]
    column = next(c.column_letter for c in sheet[3] if c.value == "Seksi")
    (rule,) = [
        one for one in sheet.data_validations.dataValidation
        if str(one.sqref).startswith(column)
    ]  # fmt: skip
    letter = rule.formula1.split("$")[1]
    offered = [cell.value for cell in book["Pilihan"][letter] if cell.value]
    assert offered == [
        "Seksi", "Kesejahteraan Rakyat", "Seksi Perekonomian", "Subbagian Umum",
    ]  # fmt: skip


EDITS: dict[str, tuple[Edit, dict[str, str]]] = {
    "a name": (Set(BUKU, ("seksi", 2), "Subbagian Keuangan"),
               {"arsip": "Subbagian Keuangan", "gudang": "Subbagian Keuangan"}),
    "a name in fields": (Set(BUKU, ("seksi", 0, "nama"), "Kesejahteraan Sosial"),
                         {"hibah": "Kesejahteraan Sosial", "panti": "kesra"}),
    "a code": (Set(BUKU, ("seksi", 0, "kode"), "KR"),
               {"hibah": "Kesejahteraan Rakyat", "panti": "KR"}),
    "capitals alone": (Set(BUKU, ("seksi", 2), "SUBBAGIAN UMUM"),
                       {"arsip": "Subbagian Umum"}),
    "one more": (InsertRow(BUKU, ("seksi", 3), {"nama": "Taman", "kode": "Tm"}), {}),
    "one less": (DeleteRow(BUKU, ("seksi", 1)), {"pasar": "perekonomian"}),
    "another order": (MoveRow(BUKU, ("seksi", 0), 2),
                      {"hibah": "Kesejahteraan Rakyat"}),
    "a SOP that moves": (Set(BUKU, ("sop", 2, "seksi"), "kesra"), {"pasar": "kesra"}),
    "a number": (Set(BUKU, ("sop", 1, "nomor_sop"), "39/SOP-KR/TB/2026"), {}),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_sop_follow_their_seksi_in_files_and_in_a_workbook(
    name: str, tmp_path: Path
) -> None:
    edit, wanted = EDITS[name]
    place = write_seksi(tmp_path / "uji", OWN)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(place).workbook)
    save(edit_folder(place, [edit]))
    data, _ = edit_workbook(file, [edit])
    file.write_bytes(data)
    found = meaning(place)[0][BUKU]
    named = {one["id"]: one["seksi"] for one in found["sop"]}
    assert wanted.items() <= named.items()
    edited = read_buku(file).buku
    plain = read_buku(place).buku
    assert edited is not None
    assert plain is not None
    assert [(s.id, s.seksi, s.nomor_sop) for s in edited.sop] == [
        (s.id, s.seksi, s.nomor_sop) for s in plain.sop
    ]
