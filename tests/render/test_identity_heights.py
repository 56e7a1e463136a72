"""Identity sheets fill their page in every format, not at the cost of their type."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.document import Document, Section, Table
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.page import Page, Stroke, TextPiece
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import OFFICES
from tests.render.docx_reader import W, document
from tests.whole_books import document_of, read

pytestmark = pytest.mark.slow
#: Where a page number ends above the paper's edge, and how near no table comes, mm.
NUMBER, CLEAR = 12 + 2.6, 7.0
TWIPS = 1440 / 25.4
#: What no other table begins with.
FIRST = "Nomor SOP"


def identity(section: Section) -> Table | None:
    return next((b for b in section.blocks if isinstance(b, Table) and b.fill), None)


def low(made: Document) -> Document:
    """Return a document whose identity sheets are as low as their texts."""
    return replace(made, sections=tuple(_low(section) for section in made.sections))


def _low(section: Section) -> Section:
    blocks = tuple(
        replace(b, fill=False, rows=tuple(replace(row, least=0) for row in b.rows))
        if isinstance(b, Table) and b.fill
        else b
        for b in section.blocks
    )
    return replace(section, blocks=blocks)


def words(page: Page) -> set[str]:
    return {item.text for item in page.items if isinstance(item, TextPiece)}


def feet(page: Page) -> list[float]:
    lines = [item for item in page.items if isinstance(item, Stroke)]
    return [page.height - stroke.end.y for stroke in lines]


@pytest.mark.parametrize("nama", OFFICES)
def test_no_identity_sheet_comes_near_the_number(nama: str) -> None:
    made = document_of(nama)
    pages = typeset(made).pages
    sheets = [page for page in pages if FIRST in words(page)]
    assert len(sheets) == len(read(nama).sop)
    ends = {round(min(feet(page)), 2) for page in sheets}
    assert len(ends) == 1
    assert min(ends) >= NUMBER + CLEAR


@pytest.mark.parametrize("nama", OFFICES)
def test_rows_are_as_high_in_word_as_in_the_pdf(nama: str) -> None:
    made = document_of(nama)
    wanted = [
        round(sum(row.least for row in table.rows))
        for section in made.sections
        if (table := identity(section))
    ]
    root = document(write_docx(made, typeset(made), read_symbols()))
    found = []
    for node in root.iter(f"{W}tbl"):
        rows = node.findall(f"{W}tr/{W}trPr/{W}trHeight")
        least = [r for r in rows if r.get(f"{W}hRule") == "atLeast"]
        if len(least) == 9 and FIRST in "".join(node.itertext()):
            found.append(round(sum(int(r.get(f"{W}val")) for r in least) / TWIPS))
    assert found == wanted
    assert len(wanted) == len(read(nama).sop)


def sizes_and_height(sheet: Worksheet) -> tuple[set[float], float]:
    """Return the sizes of type of an identity sheet, and its height in mm."""
    end = sheet.row_breaks.brk[0].id if sheet.row_breaks.brk else sheet.max_row
    cells = (cell for row in sheet.iter_rows(1, end) for cell in row if cell.value)
    heights = [sheet.row_dimensions[n].height or 0 for n in range(1, end + 1)]
    return {cell.font.sz for cell in cells}, sum(heights) * MM_PER_PT


@pytest.mark.parametrize("nama", OFFICES)
def test_in_excel_rows_grow_as_far_as_the_type_leaves_them(nama: str) -> None:
    buku = read(nama)
    made, symbols = document_of(nama), read_symbols()
    full, small = (
        load_workbook(BytesIO(write_xlsx(one, buku, symbols)))
        for one in (made, low(made))
    )
    assert full.sheetnames == small.sheetnames
    for sheet in full.worksheets[: len(buku.sop)]:
        sizes, height = sizes_and_height(sheet)
        before, natural = sizes_and_height(small[sheet.title])
        assert sizes == before, sheet.title
        assert natural <= height <= 182, sheet.title
        assert height > 170, sheet.title
