"""The ink of a PDF, read back: how its arrows are drawn."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest

from sopgen.gambar import draw
from sopgen.symbols import read_symbols
from tests.books import ROOT
from tests.golden.pdf_ink import ink_of

#: A chart with copies.
KARANGAN, NOMOR = ROOT / "specs" / "karangan", 10
LINE = re.compile(r"path stroke (\S+) #\w+(?: dash (\S+))? (M\S+(?: L[^ Z]+)+)$")


def lines() -> list[tuple[float, str]]:
    """Return width and dashes of the open lines of a chart that are no table lines."""
    data = draw(KARANGAN, NOMOR, "pdf").data
    with pdfium.PdfDocument(data) as pdf:
        found = [LINE.match(one) for page in pdf for one in ink_of(page)]
    made = [(float(one[1]), one[2] or "") for one in found if one]
    return [one for one in made if one[0] == 0.3 or one[1]]


@pytest.mark.slow
def test_copies_are_dashed_and_the_process_is_not() -> None:
    styles = read_symbols().lines
    dashes = ",".join(f"{one:.2f}" for one in styles["alur_tembusan"].dashes)
    drawn = lines()
    copies = [one for one in drawn if one[1]]
    assert {one[1] for one in copies} == {dashes}
    assert 0 < len(copies) < len(drawn)
