"""The legal bases of a SOP stand on its own sheet, and may stand in the old table."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from sopgen.model.draft import Data
from sopgen.model.suntingan import (
    DeleteRow,
    Edit,
    InsertRow,
    MoveRow,
    Set,
    SuntinganError,
)
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.spec.workbook.dasar import read_item, sel_of
from sopgen.spec.workbook.peraturan import choices_in
from sopgen.suntingan import edit_folder, edit_spec, save
from tests.books import require
from tests.spec.kantor import write_kantor
from tests.spec.staff import SOP, cell, changed, meaning, round_trip, write_files

FILE = "sop/surat.yaml"
DASAR = """\
dasar_hukum:
  - {peraturan: uud-nri-1945, pasal: 18 ayat (6)}
  - {peraturan: uu-25-2009}
  - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
  - UU No. 43 Th 2009
  - Perintah lisan Bupati
  - '"Kutipan" dan "kutipan"'
  - |-
    Surat Edaran
    Bupati
"""
CAMPUR = DASAR + "  - {peraturan: pp-96-2012, teks: PP 96 saja;}\n"
PILIHAN = choices_in({"kecamatan": {"kabupaten": "Trenggalek"}}, None)


def kantor(folder: Path, dasar: str = DASAR) -> Path:
    write_kantor(folder)
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace("dasar_hukum: [Undang-Undang;]\n", dasar)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return export_workbook(kantor(tmp_path_factory.mktemp("d") / "uji")).workbook


def bases(file: Path) -> list[Any]:
    made = import_workbook(file)
    assert made.files, made.findings
    found = yaml.load(made.files[FILE], yaml.BaseLoader)
    return found.get("dasar_hukum") or []


def block(book: Any) -> list[tuple[Any, Any]]:
    """Return what stands in the block: the regulation and the article of each row."""
    top, end = (
        cell(book, SOP, "Dasar hukum").row,
        cell(book, SOP, "Kualifikasi pelaksana"),
    )
    rows = range(top, end.row)
    return [(book[SOP].cell(n, 3).value, book[SOP].cell(n, 10).value) for n in rows]


@pytest.mark.slow
def test_the_sheet_of_a_sop_has_its_bases(data: bytes) -> None:
    book = load_workbook(BytesIO(data))
    assert block(book) == [
        (
            "UUD 1945 – Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
            "18 ayat (6)",
        ),
        ("UU 25/2009 – Pelayanan Publik", None),
        ("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;", None),
        ('"UU No. 43 Th 2009"', None),
        ("Perintah lisan Bupati", None),
        ('""Kutipan" dan "kutipan""', None),
        ("Surat Edaran\nBupati", None),
        (None, None),
    ]
    assert book[SOP].cell(cell(book, SOP, "Dasar hukum").row, 9).value == "Pasal"
    listed = [row[0].value for row in book["Dasar Hukum"].iter_rows(min_row=5)]
    assert set(listed) == {"sk-1", None}


@pytest.mark.slow
def test_a_regulation_is_chosen_from_the_list(data: bytes) -> None:
    sheet = load_workbook(BytesIO(data))[SOP]
    top = cell(sheet.parent, SOP, "Dasar hukum").row
    offered = [
        one.formula1
        for one in sheet.data_validations.dataValidation
        if f"C{top}" in str(one.sqref).split(":")[0].split()
    ]
    assert len(offered) == 1
    assert str(offered[0]).startswith("Pilihan!")


@pytest.mark.slow
@pytest.mark.parametrize("dasar", [DASAR, CAMPUR, "", "dasar_hukum: []\n"])
def test_bases_come_back(dasar: str, tmp_path: Path) -> None:
    folder = kantor(tmp_path / "uji", dasar)
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


@pytest.mark.slow
def test_what_the_sheet_cannot_say_stands_in_the_table(tmp_path: Path) -> None:
    data = export_workbook(kantor(tmp_path / "uji", CAMPUR)).workbook
    book = load_workbook(BytesIO(data))
    assert not any(text for text, _ in block(book))
    rows = book["Dasar Hukum"].iter_rows(min_row=5, values_only=True)
    said = [row for row in rows if row[0] == "surat"]
    assert len(said) == 8
    assert said[-1][2:5] == (
        "PP 96/2012 – Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan "
        "Publik",
        None,
        "PP 96 saja;",
    )


READ: list[tuple[str, str, Any]] = [
    ("UU 25/2009 – Pelayanan Publik", "", {"peraturan": "uu-25-2009"}),
    ("uu 25/2009 - pelayanan publik;", "", {"peraturan": "uu-25-2009"}),
    ("uu-25-2009", "", {"peraturan": "uu-25-2009"}),
    ("UU No. 25 Th 2009", "", {"peraturan": "uu-25-2009"}),
    ("UU No. 25 Th 2009", "3", {"peraturan": "uu-25-2009", "pasal": "3"}),
    (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "",
        {"peraturan": "uu-25-2009"},
    ),
    ("Undang-Undang Nomor 25 Tahun 2009;", "", "Undang-Undang Nomor 25 Tahun 2009;"),
    ('"UU No. 25 Th 2009"', "", "UU No. 25 Th 2009"),
    ("“UU No. 25 Th 2009”", "", "UU No. 25 Th 2009"),
    ("Keputusan rapat", "", "Keputusan rapat"),
    ("uu-25-2090", "", {"peraturan": "uu-25-2090"}),
    ("UU 25/2009 – Kearsipan", "", {"peraturan": "UU 25/2009 – Kearsipan"}),
    ("UU 99/2099", "", {"peraturan": "UU 99/2099"}),
    ("Perda No. 9 Tahun 2099", "", {"peraturan": "Perda No. 9 Tahun 2099"}),
    ("UU 99/2099;", "", "UU 99/2099;"),
    (
        "Peraturan Bupati Trenggalek Nomor 9 Tahun 2099 tentang Jam", "",
        "Peraturan Bupati Trenggalek Nomor 9 Tahun 2099 tentang Jam",
    ),
    ("UU 99", "4", {"peraturan": "UU 99", "pasal": "4"}),
    ("", "4", {"pasal": "4"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pasal", "item"), READ)
def test_a_row_is_a_regulation_or_a_sentence(text: str, pasal: str, item: Any) -> None:
    assert read_item(text, pasal, PILIHAN) == item


@pytest.mark.parametrize("item", [row[2] for row in READ])
def test_what_is_read_can_be_written(item: Any) -> None:
    made = sel_of([item], PILIHAN)
    if "peraturan" not in item and isinstance(item, dict):
        assert made is None
    else:
        assert made
        assert read_item(made[0].isi, made[0].pasal, PILIHAN) == item


def typed(row: int, column: int, value: str | None) -> Any:
    """Return a change that types into the block, in a row of it from 0."""

    def change(book: Any) -> None:
        top = cell(book, SOP, "Dasar hukum").row
        book[SOP].cell(top + row, column).value = value

    return change


MISTAKES: dict[str, tuple[int, int, str, str, str]] = {
    "a regulation that is not in the table": (
        1, 3, "UU 25/2090 – Pelayanan Publik", "SOP601", "C"
    ),
    "an id that nobody knows": (1, 3, "uu-25-2090", "SOP601", "C"),
    "an article of no regulation": (7, 10, "5", "SOP921", "C"),
    "an article of a sentence": (4, 10, "5", "SOP601", "C"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_once_at_its_cell_of_the_sheet(
    what: str, data: bytes, tmp_path: Path
) -> None:
    row, column, value, code, letter = MISTAKES[what]
    before = changed(data, lambda _: None, tmp_path / "asli.xlsx")
    known = [(f.code, f.span.place) for f in read_buku(before).findings]
    file = changed(data, typed(row, column, value), tmp_path / "uji.xlsx")
    found = [(f.code, f.span.place) for f in read_buku(file).findings]
    top = cell(load_workbook(file), SOP, "Dasar hukum").row
    assert [one for one in found if one not in known] == [
        (code, f"{SOP}!{letter}{top + row}")
    ]


@pytest.mark.slow
def test_a_repealed_regulation_is_told_on_the_sheet(
    data: bytes, tmp_path: Path
) -> None:
    file = changed(data, typed(1, 3, "PP 72 Tahun 2005"), tmp_path / "uji.xlsx")
    top = cell(load_workbook(file), SOP, "Dasar hukum").row
    told = [f.span.place for f in check(file) if f.code == "SOP602"]
    assert told == [f"{SOP}!C{top + 1}"]


@pytest.mark.slow
@pytest.mark.parametrize("heading", ["Ayat", "pasal:", None])
def test_the_heading_of_articles_is_known_by_its_place(
    heading: str | None, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, typed(0, 9, heading), tmp_path / "uji.xlsx")
    assert bases(file) == bases(changed(data, lambda _: None, tmp_path / "asli.xlsx"))


def older(book: Any) -> None:
    """Let the bases of the SOP stand in the table alone, as older workbooks have it."""
    sheet = book[SOP]
    top = cell(book, SOP, "Dasar hukum").row
    count = cell(book, SOP, "Kualifikasi pelaksana").row - top
    for area in list(sheet.merged_cells.ranges):
        if top <= area.min_row:
            sheet.unmerge_cells(str(area))
    sheet.delete_rows(top, count)
    for n, text in enumerate(("uu-25-2009", "uu-43-2009")):
        row = ("surat", "Dasar hukum", text, "7" if n else None)
        for column, value in enumerate(row, 1):
            book["Dasar Hukum"].cell(8 + n, column).value = value


def both(book: Any) -> None:
    for column, value in enumerate(("surat", "Dasar hukum", "uu-43-2009"), 1):
        book["Dasar Hukum"].cell(8, column).value = value


@pytest.mark.slow
def test_an_older_workbook_reads_as_before(data: bytes, tmp_path: Path) -> None:
    file = changed(data, older, tmp_path / "lama.xlsx")
    assert bases(file) == [
        {"peraturan": "uu-25-2009"}, {"peraturan": "uu-43-2009", "pasal": "7"},
    ]  # fmt: skip


@pytest.mark.slow
def test_those_of_the_sheet_stand_before_those_of_the_table(
    data: bytes, tmp_path: Path
) -> None:
    file = changed(data, both, tmp_path / "dua.xlsx")
    found = bases(file)
    assert found[0] == {"peraturan": "uud-nri-1945", "pasal": "18 ayat (6)"}
    assert found[-1] == {"peraturan": "uu-43-2009"}
    assert len(found) == 8


PUBLIK: Data = {"peraturan": "pp-96-2012", "pasal": "2"}
EDITS: dict[str, list[Edit]] = {
    "another regulation": [Set(FILE, ("dasar_hukum", 1, "peraturan"), "uu-30-2014")],
    "another article": [
        Set(FILE, ("dasar_hukum", 0, "pasal"), "19"),
        Set(FILE, ("dasar_hukum", 1, "pasal"), "2"),
        Set(FILE, ("dasar_hukum", 0, "pasal"), None),
    ],
    "other words": [
        Set(FILE, ("dasar_hukum", 2), "UU 25/2009"),
        Set(FILE, ("dasar_hukum", 1), "Surat Bupati;"),
    ],
    "one comes in": [
        InsertRow(FILE, ("dasar_hukum", 0), PUBLIK),
        InsertRow(FILE, ("dasar_hukum", 8), PUBLIK),
        *(InsertRow(FILE, ("dasar_hukum", 3), f"Surat {n};") for n in range(3)),
    ],
    "one goes": [
        DeleteRow(FILE, ("dasar_hukum", 0)), DeleteRow(FILE, ("dasar_hukum", 1)),
    ],
    "one moves": [
        MoveRow(FILE, ("dasar_hukum", 0), 3), MoveRow(FILE, ("dasar_hukum", 6), 0),
    ],
    "all of them": [
        Set(FILE, ("dasar_hukum",), None),
        InsertRow(FILE, ("dasar_hukum", 0), PUBLIK),
    ],
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("what", EDITS)
def test_edits_of_the_sheet_are_those_of_a_folder(
    what: str, data: bytes, tmp_path: Path
) -> None:
    folder, file = kantor(tmp_path / "uji"), tmp_path / "uji.xlsx"
    file.write_bytes(data)
    assert save(edit_spec(file, EDITS[what])) is None
    assert save(edit_folder(folder, EDITS[what])) is None
    back = write_files(tmp_path / "balik", import_workbook(file).files)
    assert meaning(back) == meaning(folder)


TABLE: dict[str, list[Edit]] = {
    "another regulation": [Set(FILE, ("dasar_hukum", 1, "peraturan"), "uu-30-2014")],
    "one comes in": [InsertRow(FILE, ("dasar_hukum", 1), PUBLIK)],
    "one goes": [DeleteRow(FILE, ("dasar_hukum", 0))],
    "one moves": [MoveRow(FILE, ("dasar_hukum", 1), 0)],
}


@pytest.mark.slow
@pytest.mark.parametrize("what", TABLE)
def test_edits_of_the_table_stay_in_the_table(
    what: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, older, tmp_path / "uji.xlsx")
    folder = write_files(tmp_path / "uji", import_workbook(file).files)
    assert save(edit_spec(file, TABLE[what])) is None
    assert save(edit_folder(folder, TABLE[what])) is None
    back = write_files(tmp_path / "balik", import_workbook(file).files)
    assert meaning(back) == meaning(folder)
    book = load_workbook(file)
    said = [row[2].value for row in book["Dasar Hukum"].iter_rows(min_row=5)]
    assert "dasar hukum" not in {str(r[0].value).lower() for r in book[SOP].iter_rows()}
    if what in ("another regulation", "one comes in"):
        assert any(" – " in str(text) for text in said)


@pytest.mark.slow
def test_edits_of_both_places_stay_each_in_its_own(data: bytes, tmp_path: Path) -> None:
    file = changed(data, both, tmp_path / "uji.xlsx")
    edits: list[Edit] = [
        Set(FILE, ("dasar_hukum", 7, "peraturan"), "uu-30-2014"),
        Set(FILE, ("dasar_hukum", 1, "peraturan"), "pp-96-2012"),
        DeleteRow(FILE, ("dasar_hukum", 0)),
    ]
    assert save(edit_spec(file, edits)) is None
    found = bases(file)
    assert found[0] == {"peraturan": "pp-96-2012"}
    assert found[-1] == {"peraturan": "uu-30-2014"}
    assert len(found) == 7
    with pytest.raises(SuntinganError, match="di dua lembar"):
        edit_spec(file, [MoveRow(FILE, ("dasar_hukum", 6), 0)])


@pytest.mark.slow
def test_what_staff_type_comes_back_from_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    folder = kantor(tmp_path / "uji")
    buku = folder / "buku.yaml"
    text = buku.read_text(encoding="utf-8")
    typed = "status: draf\njudul: BUKU SOP\n"
    text = text.replace("judul: BUKU SOP\n", typed)
    text = text.replace("[Menetapkan SOP.]", "[Menetapkan SOP., [Daftar SOP]]")
    buku.write_text(text, encoding="utf-8")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"),
            str(file),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = import_workbook(tmp_path / "lo" / file.name)
    back = write_files(tmp_path / "balik", saved.files)
    assert meaning(back) == meaning(folder)
