"""The Word files as LibreOffice prints them, beside the PDF of the same pages.

LibreOffice finds the book's own fonts under Word's names; with other fonts the lines
would break elsewhere.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from sopgen.assets import asset
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.page import ChartDrawing, Page, Pages, Stroke, TextPiece
from sopgen.render.docx import write_docx
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from tests.books import OFFICES, require
from tests.render.test_docx import book

#: How far a shape may lie from its place in the PDF, mm.
NEAR = 0.5
#: Shapes whose drawn box is larger than their own: the wave, the point below.
WAVY = {"dokumen"}
SECONDS = 180
#: The share of a page's words that must stand on the same page; running text breaks
#: by Word's own rules.
SAME = 0.85

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Arial</family>
<prefer><family>Sopgen Sans</family></prefer></alias>
<alias binding="same"><family>Bookman Old Style</family>
<prefer><family>Sopgen Bookman</family></prefer></alias></fontconfig>
"""

Printed = tuple[Pages, pdfium.PdfDocument, pdfium.PdfDocument]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Printed]]:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    made = {nama: write_both(nama, folder) for nama in OFFICES}
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=asset("fonts"), cache=folder / "cache"))
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--convert-to", "pdf", "--outdir", str(folder / "lo"),
            *(str(folder / f"{nama}.docx") for nama in OFFICES),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
    every = {
        nama: (
            made[nama],
            pdfium.PdfDocument(folder / f"{nama}.pdf"),
            pdfium.PdfDocument(folder / "lo" / f"{nama}.pdf"),
        )
        for nama in OFFICES
    }
    yield every
    for _, own, other in every.values():
        own.close()
        other.close()


def write_both(nama: str, folder: Path) -> Pages:
    made, pages = book(nama)
    symbols = read_symbols()
    (folder / f"{nama}.docx").write_bytes(write_docx(made, pages, symbols))
    (folder / f"{nama}.pdf").write_bytes(write_pdf(pages, symbols))
    return pages


def words(pdf: pdfium.PdfDocument, number: int) -> Counter[str]:
    text = pdf[number].get_textpage().get_text_bounded()
    return Counter(re.findall(r"\w+", text.lower()))


def letters(pdf: pdfium.PdfDocument, number: int) -> Counter[str]:
    """Return the letters of a page: some readers join the words of two lines."""
    return Counter("".join(words(pdf, number).elements()))


def boxes(pdf: pdfium.PdfDocument, number: int) -> list[tuple[float, ...]]:
    """Return left, top, right, bottom of every drawn path on a page, in mm."""
    page = pdf[number]
    height = page.get_height()
    found = []
    for item in page.get_objects(max_depth=6):
        if item.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = item.get_bounds()
            edges = (left, height - top, right, height - bottom)
            found.append(tuple(v * MM_PER_PT for v in edges))
    return found


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
            there = boxes(other, number)
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
    drawn = boxes(other, number)
    assert min(box[0] for box in drawn) == pytest.approx(left, abs=1.5)
    assert max(box[2] for box in drawn) == pytest.approx(right, abs=1.5)
    assert any(isinstance(item, TextPiece) for item in page.items)
