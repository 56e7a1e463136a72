"""Rows of a table that stay with the next one, in every format that prints tables."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Cell,
    Document,
    Margins,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Style,
    Table,
)
from sopgen.model.page import TextPiece
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import ROOT
from tests.render.docx_reader import W, document
from tests.render.xlsx_reader import S, sheets

PAPER = Sheet(215, 330, Margins(18, 20, 25, 30))
STYLE = Style("Uji", size_pt=10)
COUNT, HEIGHT = 40, 10.0


def made(bagian: BagianId, tied: frozenset[int] = frozenset()) -> Document:
    """Return a table of rows, some of them tied to the next one."""
    rows = tuple(
        Row(
            (Cell((Paragraph((Run(f"baris {n}"),), STYLE),)), Cell(())),
            HEIGHT,
            n in tied,
        )
        for n in range(COUNT)
    )
    section = Section(bagian, PAPER, (Table((100.0, 65.0), rows),))
    return Document("Uji", "", "", (section,))


def ends(document: Document) -> list[int]:
    """Return the last row of each page as we break them."""
    pages = typeset(document).pages
    texts = [[i.text for i in p.items if isinstance(i, TextPiece)] for p in pages]
    return [max(int(t.split()[1]) for t in page if " " in t) for page in texts]


def test_a_page_does_not_end_between_tied_rows() -> None:
    bagian = BagianId("uji")
    first, _ = ends(made(bagian))
    assert ends(made(bagian, frozenset([first])))[0] == first - 1
    assert ends(made(bagian, frozenset([first - 1, first])))[0] == first - 2
    assert ends(made(bagian, frozenset([first - 1])))[0] == first


def test_word_keeps_every_paragraph_of_a_tied_row_with_the_next() -> None:
    own = made(BagianId("uji"), frozenset([3, 7]))
    data = write_docx(own, typeset(own), read_symbols())
    kept = [
        {p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")}
        for row in document(data).iter(f"{W}tr")
    ]
    assert [n for n, row in enumerate(kept) if row == {True}] == [3, 7]
    assert all(row == {False} for n, row in enumerate(kept) if n not in (3, 7))


@pytest.mark.slow
def test_excel_does_not_part_tied_rows() -> None:
    buku = read_buku(ROOT / "specs" / "kampak").buku
    assert buku is not None
    bagian = BagianId("lampiran", buku.keputusan[0].id)

    def breaks(tied: frozenset[int] = frozenset()) -> list[int]:
        data = write_xlsx(made(bagian, tied), buku, read_symbols())
        (sheet,) = sheets(data)
        return [int(b.get("id")) for b in sheet.root.iter(f"{S}brk")]

    (first,) = breaks()
    assert breaks(frozenset([first - 1])) == [first - 1]
    assert breaks(frozenset([first])) == [first]


def test_rows_all_tied_are_broken_all_the_same() -> None:
    every = made(BagianId("uji"), frozenset(range(COUNT)))
    assert all(a < b for a, b in pairwise(ends(every)))
    assert len(ends(every)) == 2
