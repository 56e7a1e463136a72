"""A Word section of two columns with a chart in each."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from sopgen.comparison import compare_specs, report
from sopgen.model.document import Document
from sopgen.model.page import ChartDrawing, Pages
from sopgen.render.docx import write_docx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import SHARED, needs_shared
from tests.diff.books import write_office
from tests.parts.test_laporan import LONGER, SLOWER, YEAR
from tests.render.docx_reader import WP, W, document
from tests.render.libreoffice import WAVY, Edges, boxes, print_all

#: How far a symbol, with a heavy line, may lie from its place in the PDF, mm.
NEAR = 1.0


@pytest.fixture
def made(tmp_path: Path) -> tuple[Document, Pages, bytes]:
    both = (
        write_office(tmp_path / "lama"),
        write_office(tmp_path / "baru", YEAR, SLOWER, LONGER),
    )
    changes = compare_specs(*both).perubahan
    assert changes is not None
    own = report(changes, read_symbols())
    pages = typeset(own)
    return own, pages, write_docx(own, pages, read_symbols())


def setups(data: bytes) -> list[etree._Element]:
    return list(document(data).iter(f"{W}sectPr"))


def test_two_columns_are_words_own(made: tuple[Document, Pages, bytes]) -> None:
    own, _, data = made
    found = [s.find(f"{W}cols") for s in setups(data)]
    told = [c.get(f"{W}num") if c is not None else None for c in found]
    wanted = ["2" if s.sheet.columns == 2 else None for s in own.sections]
    assert told == wanted
    assert "2" in told
    assert None in told


def test_the_second_chart_begins_in_the_second_column(
    made: tuple[Document, Pages, bytes],
) -> None:
    own, _, data = made
    kinds = [b.get(f"{W}type") for b in document(data).iter(f"{W}br")]
    spreads = [s for s in own.sections if s.sheet.columns == 2]
    assert kinds.count("column") == len(spreads)


def test_drawings_have_their_places_in_their_own_column(
    made: tuple[Document, Pages, bytes],
) -> None:
    bases = {p.get("relativeFrom") for p in document(made[2]).iter(f"{WP}positionH")}
    assert bases == {"column"}


def test_no_column_ends_in_a_paragraph_that_libreoffice_takes_away(
    made: tuple[Document, Pages, bytes],
) -> None:
    for setup in setups(made[2])[1:-1]:
        ends = setup.getparent().getparent()
        assert ends.find(f"{W}r") is not None


@pytest.mark.slow
@needs_shared
def test_the_report_is_valid(
    made: tuple[Document, Pages, bytes], tmp_path: Path
) -> None:
    spec = importlib.util.spec_from_file_location(
        "ooxml_validate", SHARED / "checks" / "ooxml_validate.py"
    )
    assert spec is not None
    assert spec.loader is not None
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    file = tmp_path / "laporan.docx"
    file.write_bytes(made[2])
    assert checker.check(str(file)) == []


@pytest.mark.slow
def test_libreoffice_prints_both_charts_where_the_pdf_has_them(
    made: tuple[Document, Pages, bytes], tmp_path: Path
) -> None:
    _, pages, data = made
    file = tmp_path / "laporan.docx"
    file.write_bytes(data)
    print_all([file], tmp_path)
    with pdfium.PdfDocument(tmp_path / "lo" / "laporan.pdf") as other:
        assert len(other) == len(pages.pages)
        for number, page in enumerate(pages.pages):
            there = boxes(other[number])
            for drawing in page.items:
                if isinstance(drawing, ChartDrawing):
                    _near(drawing, there)


def _near(drawing: ChartDrawing, there: list[Edges]) -> None:
    """Assert that each symbol of a chart is among the boxes of a page."""
    for symbol in drawing.page.symbols:
        box = symbol.box.moved(drawing.x, drawing.y)
        edges = (box.x, box.y, box.x1, box.y1)
        count = 3 if symbol.simbol in WAVY else 4
        found = (list(zip(edges, t, strict=True))[:count] for t in there)
        assert min(max(abs(a - b) for a, b in one) for one in found) < NEAR, symbol.id
