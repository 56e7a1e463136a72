"""The status of a book holds for its SOP and decrees that say none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopgen.model.buku import Buku
from sopgen.model.sop import Status
from sopgen.model.suntingan import Set
from sopgen.pipeline import refusals
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.schema import STATUS, BukuYaml, KeputusanYaml, SopYaml
from sopgen.suntingan import edit_spec, save
from tests.spec.kantor import write_kantor
from tests.spec.staff import SOP, changed, meaning, right_of, round_trip

D, B = Status.DRAF, Status.BERLAKU
#: Status of the book, of the SOP and of the decree as written; what the two have.
ROWS: list[tuple[tuple[str, str, str], tuple[Status, Status]]] = [
    (("", "", ""), (B, B)),
    (("draf", "", ""), (D, D)),
    (("berlaku", "", ""), (B, B)),
    (("draf", "berlaku", ""), (B, D)),
    (("draf", "", "berlaku"), (D, B)),
    (("berlaku", "draf", ""), (D, B)),
    (("", "draf", "draf"), (D, D)),
]


def office(folder: Path, buku: str, sop: str, keputusan: str) -> Path:
    write_kantor(folder)
    for name, old, status in (
        ("buku.yaml", "judul: BUKU SOP\n", buku),
        ("sop/surat.yaml", "unit: Sekretariat\n", sop),
        ("buku.yaml", "    judul: PENETAPAN SOP\n", keputusan),
    ):
        indent = " " * (len(old) - len(old.lstrip()))
        line = f"{indent}status: {status}\n" if status else ""
        file = folder / name
        text = file.read_text(encoding="utf-8").replace(old, old + line)
        file.write_text(text, encoding="utf-8")
    return folder


def book(place: Path) -> Buku:
    made = read_buku(place).buku
    assert made is not None
    return made


@pytest.mark.slow
@pytest.mark.parametrize(("written", "meant"), ROWS)
def test_an_empty_status_is_that_of_the_book(
    written: tuple[str, str, str], meant: tuple[Status, Status], tmp_path: Path
) -> None:
    folder = office(tmp_path / "uji", *written)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    for place in (folder, file):
        made = book(place)
        assert (made.sop[0].status, made.keputusan[0].status) == meant
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


def test_a_draft_book_is_refused_once(tmp_path: Path) -> None:
    told = refusals(book(office(tmp_path / "uji", "draf", "", "")), ())
    assert [f.message.split(" masih")[0] for f in told] == ["buku"]
    told = refusals(book(office(tmp_path / "lagi", "draf", "draf", "")), ())
    assert [f.message.split(" masih")[0] for f in told] == ["buku", "SOP 1 Surat Masuk"]


def test_the_three_have_the_same_words_and_help() -> None:
    for model in (BukuYaml, SopYaml, KeputusanYaml):
        assert model.model_fields["status"].description == STATUS


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    return export_workbook(office(tmp_path / "uji", "", "", "")).workbook


def lists(sheet: Any, place: str) -> list[str]:
    return [
        str(one.formula1)
        for one in sheet.data_validations.dataValidation
        if place in one.sqref
    ]


def decree_cell(workbook: Any) -> Any:
    (row,) = [r for r in workbook["Keputusan"].iter_rows() if r[1].value == "Status"]
    return row[2]


@pytest.mark.slow
def test_the_three_cells_have_the_same_list_and_help(data: bytes) -> None:
    workbook = load_workbook(BytesIO(data))
    places = [
        right_of(workbook, "Buku", "Status"),
        right_of(workbook, SOP, "Status"),
        decree_cell(workbook),
    ]
    found = [lists(cell.parent, cell.coordinate) for cell in places]
    assert found == [['"draf,berlaku"']] * 3
    names = [(1, places[0]), (1, places[1]), (2, places[2])]
    told = [cell.parent.cell(cell.row, n).comment.text for n, cell in names]
    assert told == [STATUS] * 3


@pytest.mark.slow
def test_the_cell_of_a_decree_says_it(data: bytes, tmp_path: Path) -> None:
    def say(workbook: Any) -> None:
        decree_cell(workbook).value = "Draf"

    file = changed(data, say, tmp_path / "baru.xlsx")
    assert book(file).keputusan[0].status is D
    file.write_bytes(data)
    edit = Set("buku.yaml", ("keputusan", 0, "status"), "draf")
    assert save(edit_spec(file, [edit])) is None
    assert book(file).keputusan[0].status is D
    assert decree_cell(load_workbook(file)).value == "draf"


@pytest.mark.slow
def test_another_word_is_told_at_the_cell(data: bytes, tmp_path: Path) -> None:
    def say(workbook: Any) -> None:
        decree_cell(workbook).value = "final"

    file = changed(data, say, tmp_path / "baru.xlsx")
    place = f"Keputusan!{decree_cell(load_workbook(file)).coordinate}"
    assert [(f.code, f.span.place) for f in read_buku(file).findings] == [
        ("SOP923", place)
    ]
