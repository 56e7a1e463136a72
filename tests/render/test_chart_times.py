"""Times of the books stay whole where Word, Excel and LibreOffice break the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sopgen.model.chart import Cell
from sopgen.model.gaya import Run
from sopgen.render.cells import flowed
from sopgen.render.docx import chart as docx
from sopgen.render.xlsx.words import READERS, TOLERANCE
from sopgen.typeface import read_face
from tests.books import OFFICES
from tests.whole_books import charts_of

TIME = re.compile(r"[0-9]+ (menit|jam|hari|minggu|bulan|tahun)")
TORN = re.compile(r"[0-9]\n(menit|jam|hari|minggu|bulan|tahun)")


def times(nama: str) -> Iterator[Cell]:
    """Yield the cells of an office's charts that hold a time."""
    for chart in charts_of(nama).values():
        for page in chart.pages:
            for cell in page.cells:
                if cell.text and TIME.match(" ".join(cell.text.lines)):
                    yield cell


def printed(cell: Cell, runs: tuple[Run, ...], room: float) -> str:
    assert cell.text is not None
    text = "".join(run.text for run in runs)
    return "\n".join(read_face("arial").wrap(text, cell.text.size_pt, room))


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_no_time_is_torn_in_excel_and_libreoffice(nama: str) -> None:
    for cell in times(nama):
        assert cell.text is not None
        for reader in READERS:
            room = (cell.box.w - reader.sides) * reader.wider
            text = printed(cell, flowed(cell.text, TOLERANCE), room)
            assert not TORN.search(text), text


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_no_time_is_torn_in_word(nama: str) -> None:
    for cell in times(nama):
        assert cell.text is not None
        text = flowed(cell.text, docx.TOLERANCE, cut="\n")
        assert not TORN.search(printed(cell, text, cell.text.box.w)), text
