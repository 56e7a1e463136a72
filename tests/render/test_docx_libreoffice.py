"""The Word files as LibreOffice prints them, beside the PDF of the same pages."""

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest

from sopgen.model.page import ChartDrawing, Page, Pages, Stroke, TextPiece
from tests.books import OFFICES
from tests.render.libreoffice import WAVY, boxes
from tests.render.word_books import WordBooks

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("word")]

#: How far a shape may lie from its place in the PDF, mm.
NEAR = 0.5
#: The share of a page's words that must stand on the same page; running text breaks
#: by Word's own rules.
SAME = 0.85

Printed = tuple[Pages, pdfium.PdfDocument, pdfium.PdfDocument]


@pytest.fixture(scope="module")
def printed(word_books: WordBooks) -> Iterator[dict[str, Printed]]:
    every = {
        nama: (
            pages,
            pdfium.PdfDocument(word_books.folder / f"{nama}.pdf"),
            pdfium.PdfDocument(word_books.printed(nama)),
        )
        for nama, pages in word_books.pages.items()
    }
    yield every
    for _, own, other in every.values():
        own.close()
        other.close()


def words(pdf: pdfium.PdfDocument, number: int) -> Counter[str]:
    text = pdf[number].get_textpage().get_text_bounded()
    return Counter(re.findall(r"\w+", text.lower()))


def letters(pdf: pdfium.PdfDocument, number: int) -> Counter[str]:
    """Return the letters of a page: some readers join the words of two lines."""
    return Counter("".join(words(pdf, number).elements()))


def charts(page: Page) -> Iterator[ChartDrawing]:
    yield from (item for item in page.items if isinstance(item, ChartDrawing))


@pytest.mark.parametrize("nama", OFFICES)
def test_there_are_as_many_pages(printed: dict[str, Printed], nama: str) -> None:
    _, own, other = printed[nama]
    assert len(other) == len(own)
    for number in range(len(own)):
        assert other[number].get_size() == pytest.approx(own[number].get_size(), abs=1)


@pytest.mark.parametrize("nama", OFFICES)
def test_each_page_has_the_same_words(printed: dict[str, Printed], nama: str) -> None:
    pages, own, other = printed[nama]
    for number, page in enumerate(pages.pages):
        mine, theirs = words(own, number), words(other, number)
        mine.pop(page.mark.lower(), None)
        same = sum((mine & theirs).values())
        assert same >= SAME * sum(mine.values()), number + 1


@pytest.mark.parametrize("nama", OFFICES)
def test_page_numbers_are_those_of_the_pdf(
    printed: dict[str, Printed], nama: str
) -> None:
    pages, own, other = printed[nama]
    for number, page in enumerate(pages.pages):
        label = page.label.lower()
        if label:
            there, wanted = words(other, number)[label], words(own, number)[label]
            assert bool(there) == bool(wanted), number + 1


@pytest.mark.parametrize("nama", OFFICES)
def test_symbols_lie_where_the_pdf_has_them(
    printed: dict[str, Printed], nama: str
) -> None:
    pages, _, other = printed[nama]
    for number, page in enumerate(pages.pages):
        for drawing in charts(page):
            there = boxes(other[number])
            for symbol in drawing.page.symbols:
                box = symbol.box.moved(drawing.x, drawing.y)
                edges = (box.x, box.y, box.x1, box.y1)
                count = 3 if symbol.simbol in WAVY else 4
                assert (
                    min(
                        max(
                            abs(a - b)
                            for a, b in list(zip(edges, t, strict=True))[:count]
                        )
                        for t in there
                    )
                    < NEAR
                ), (number + 1, symbol.id)


@pytest.mark.parametrize("nama", OFFICES)
def test_no_word_of_a_chart_is_clipped(printed: dict[str, Printed], nama: str) -> None:
    pages, own, other = printed[nama]
    for number, page in enumerate(pages.pages):
        if list(charts(page)):
            missing = letters(own, number) - letters(other, number)
            assert missing - Counter(page.mark.lower()) == Counter(), number + 1


@pytest.mark.parametrize("nama", OFFICES)
def test_covers_are_framed_as_in_the_pdf(
    printed: dict[str, Printed], nama: str
) -> None:
    pages, _, other = printed[nama]
    number, page = 0, pages.pages[0]
    strokes = [item for item in page.items if isinstance(item, Stroke)]
    left = min(s.start.x for s in strokes)
    right = max(s.end.x for s in strokes)
    drawn = boxes(other[number])
    assert min(box[0] for box in drawn) == pytest.approx(left, abs=1.5)
    assert max(box[2] for box in drawn) == pytest.approx(right, abs=1.5)
    assert any(isinstance(item, TextPiece) for item in page.items)
