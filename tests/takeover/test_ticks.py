"""Charts without shapes: ticks and typed symbols say who does what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from sopgen.takeover import Takeover
from tests.takeover.clerk_xlsx import FIRST
from tests.takeover.old_forms import NAMES, PLAIN, old_document, old_workbook
from tests.takeover.own import drafted, graph_of, taken

FORM = replace(PLAIN, drawn=False)
WHO = [NAMES[0], NAMES[1], NAMES[3], NAMES[0]]
WRITERS = {"lama.xlsx": old_workbook, "lama.docx": old_document}
files = pytest.mark.parametrize("nama", WRITERS)


def made(nama: str, *marks: str) -> Takeover:
    form = replace(FORM, marks=marks)
    data = old_document(form) if nama.endswith("docx") else old_workbook(form)
    return taken(data, nama)


def kegiatan(one: Takeover) -> list[Any]:
    data: Any = one.drafts[1].data
    return list(data["kegiatan"])


def remarks(one: Takeover) -> Mapping[Any, str]:
    return {t[1:]: text for t, text in one.drafts[1].remarks.items() if len(t) > 2}


@files
@pytest.mark.parametrize("tick", "√✓vVxX●P☑\uf0fc■□")
def test_a_tick_says_who_does_it(tick: str, nama: str, tmp_path: Path) -> None:
    one = made(nama, tick, tick, tick, tick)
    assert [row["pelaksana"] for row in kegiatan(one)] == WHO
    assert [row["simbol"] for row in kegiatan(one)] == [
        "mulai", "proses", "proses", "selesai"
    ]  # fmt: skip
    assert [row.get("ke") for row in kegiatan(one)] == ["2", "3", "4", None]
    assert one.findings == ()
    found = remarks(one)
    for row in range(4):
        assert f"tanda `{tick}` menyatakan pelaksana" in found[row, "simbol"]
        assert (row, "pelaksana") not in found
    assert all("urutan ditebak" in found[row, "ke"] for row in range(3))
    (sop,) = drafted(one, tmp_path).sop
    assert [(a[0][0], a[1][0]) for a in graph_of(sop)[1]] == [(0, 1), (1, 2), (2, 3)]


@files
@pytest.mark.parametrize(
    "letters",
    [("⬭", "◇", "□", "⬭"), ("○", "◊", "▭", "○"), ("⬬", "◆", "⬜", "⬬")],
)
def test_a_symbol_may_be_typed(letters: tuple[str, ...], nama: str) -> None:
    one = made(nama, *letters)
    assert [row["pelaksana"] for row in kegiatan(one)] == WHO
    assert [row["simbol"] for row in kegiatan(one)] == [
        "mulai", "keputusan", "proses", "selesai"
    ]  # fmt: skip
    assert kegiatan(one)[1]["ke"] == {"Ya": "3"}
    assert "`Ya` ditebak" in remarks(one)[1, "ke", "Ya"]
    assert f"huruf `{letters[1]}` dibaca" in remarks(one)[1, "simbol"]
    assert one.findings == ()


def test_two_ticks_in_a_row_ask_whether_both_do_it() -> None:
    book = load_workbook(BytesIO(old_workbook(replace(FORM, marks=("v",) * 4))))
    book["Bagan"].cell(FIRST + 2, 5, "v")
    stream = BytesIO()
    book.save(stream)
    one = taken(stream.getvalue())
    assert "tanda juga di kolom Lurah; kegiatan bersama?" in remarks(one)[1, "simbol"]
    assert "tambahan" not in kegiatan(one)[1]
    assert one.findings == ()


@files
def test_a_row_without_a_tick_asks(nama: str) -> None:
    one = made(nama, "√", "√", "", "√")
    assert [row.get("ke") for row in kegiatan(one)] == ["2", "4", [], None]
    assert "tidak ada simbol pada baris ini" in remarks(one)[2, "pelaksana"]


@files
@pytest.mark.parametrize("drawn", [True, False])
def test_a_lone_tick_is_told(drawn: bool, nama: str) -> None:
    form = replace(FORM, marks=("", "√", "", ""), drawn=drawn)
    data = old_document(form) if nama.endswith("docx") else old_workbook(form)
    (told,) = [f for f in taken(data, nama).findings if f.code == "SOP965"]
    assert "tulisan `√` di kolom pelaksana tidak dibaca" in told.message


def test_a_tick_may_be_a_symbol_of_word() -> None:
    data = old_document(replace(FORM, marks=("@",) * 4))
    symbol = b'<w:sym w:font="Wingdings" w:char="F0FC"/>'
    one = taken(_changed(data, b"<w:t>@</w:t>", symbol), "lama.docx")
    assert [row["pelaksana"] for row in kegiatan(one)] == WHO
    broken = symbol.replace(b"F0FC", b"?")
    assert len(kegiatan(taken(_changed(data, b"<w:t>@</w:t>", broken), "x.docx"))) == 4


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return made.getvalue()
