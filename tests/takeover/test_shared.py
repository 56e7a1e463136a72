"""A merged cell beside several kegiatan is that of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import cast

import pytest
from openpyxl import load_workbook

from sopgen.takeover import Takeover
from tests.takeover.clerk_xlsx import FIRST
from tests.takeover.old_forms import PLAIN, TEXTS, old_workbook
from tests.takeover.own import taken

FORM = replace(PLAIN, drawn=False)
COLUMNS = {"kelengkapan": "G", "waktu": "H", "output": "I", "keterangan": "J"}


def merged(column: str, first: int, last: int, text: str = "") -> Takeover:
    """Return what is taken from the form with a cell merged beside some kegiatan."""
    book = load_workbook(BytesIO(old_workbook(FORM)))
    sheet = book["Bagan"]
    for row in range(first, last + 1):
        sheet[f"{column}{FIRST + row}"] = text if row == first else None
    sheet.merge_cells(f"{column}{FIRST + first}:{column}{FIRST + last}")
    stream = BytesIO()
    book.save(stream)
    return taken(stream.getvalue())


def values(made: Takeover, key: str) -> list[object]:
    """Return the values of a field in all kegiatan."""
    data = cast(dict[str, list[dict[str, object]]], made.drafts[1].data)
    return [one.get(key, "") for one in data["kegiatan"]]


def remarks(made: Takeover, key: str) -> Mapping[int, str]:
    every = made.drafts[1].remarks
    return {
        int(trail[1]): text
        for trail, text in every.items()
        if trail[:1] == ("kegiatan",) and trail[-1] == key
    }


@pytest.mark.slow
@pytest.mark.parametrize("key", ["kelengkapan", "output", "keterangan"])
@pytest.mark.parametrize(("first", "last"), [(2, 3), (1, 4)])
def test_every_kegiatan_beside_it_says_so_and_asks(
    key: str, first: int, last: int
) -> None:
    made = merged(COLUMNS[key], first, last, "serentak")
    beside = range(first - 1, last)
    found = values(made, key)
    assert [n for n, text in enumerate(found) if text == "serentak"] == list(beside)
    why = f"PERIKSA: sel gabung pada berkas lama, untuk kegiatan {first}–{last}"
    assert remarks(made, key) == dict.fromkeys(beside, why)


def test_a_time_is_that_of_all_together_and_written_once() -> None:
    made = merged("H", 2, 4, "1 hari")
    assert values(made, "waktu") == [TEXTS[0]["w"], "1 hari", "", ""]
    (remark,) = remarks(made, "waktu").values()
    assert remark.endswith("waktu bersama kegiatan 2–4")


def test_an_empty_merged_cell_says_nothing() -> None:
    made = merged("J", 2, 3)
    assert values(made, "keterangan") == [""] * 4
    assert remarks(made, "keterangan") == {}
