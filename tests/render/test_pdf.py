"""What a PDF says about itself, read back with pdfium and reportlab-free eyes."""

import re

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Document,
    Heading,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
    TocLine,
)
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset

STYLE = Style("Uji", size_pt=12)
PORTRAIT = Sheet(215, 330, Margins(20, 20, 25, 30))
LANDSCAPE = Sheet(330, 215, Margins(15, 15, 18, 15))


def chapter(number: int) -> Paragraph:
    heading = Heading(1, f"Bab {number}", f"bab-{number}")
    return Paragraph((Run(f"Bab {number}"),), STYLE, heading=heading)


def document() -> Document:
    toc = tuple(TocLine(f"Bab {n}", f"bab-{n}", STYLE) for n in (1, 2))
    long = tuple(Paragraph((Run("kata " * 400),), STYLE) for _ in range(4))
    return Document(
        "Judul Uji",
        "Kecamatan Uji",
        "Uji",
        (
            Section(
                BagianId("sampul"),
                PORTRAIT,
                (Paragraph((Run("Sampul"),), STYLE),),
                "tanpa",
            ),
            Section(BagianId("daftar_isi"), PORTRAIT, toc, "romawi"),
            Section(BagianId("satu"), PORTRAIT, (chapter(1), *long), "arab"),
            Section(BagianId("dua"), LANDSCAPE, (chapter(2),), "arab", mark="DRAF"),
        ),
    )


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_pdf(typeset(document()), read_symbols())


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(data)


def text_of(pdf: pdfium.PdfDocument, number: int) -> str:
    return str(pdf[number].get_textpage().get_text_bounded())


def test_the_same_pages_give_the_same_bytes(data: bytes) -> None:
    assert write_pdf(typeset(document()), read_symbols()) == data


def test_portrait_and_landscape_pages_stand_in_one_file(
    pdf: pdfium.PdfDocument,
) -> None:
    sizes = {tuple(round(v * 25.4 / 72) for v in page.get_size()) for page in pdf}
    assert sizes == {(215, 330), (330, 215)}


def test_page_labels_are_the_printed_numbers(pdf: pdfium.PdfDocument) -> None:
    labels = [pdf.get_page_label(n) for n in range(len(pdf))]
    assert labels[0] == "Sampul"
    assert labels[1:4] == ["i", "1", "2"]


def test_the_daftar_isi_shows_the_page_of_each_heading(pdf: pdfium.PdfDocument) -> None:
    numbers = dict(re.findall(r"(Bab \d) ?\.+ ?(\d+)", text_of(pdf, 1)))
    assert len(numbers) == 2
    for title, label in numbers.items():
        (page,) = [n for n in range(2, len(pdf)) if title in text_of(pdf, n)]
        assert pdf.get_page_label(page) == label


def test_the_outline_leads_to_the_headings(pdf: pdfium.PdfDocument) -> None:
    entries = [(b.get_title(), b.get_dest()) for b in pdf.get_toc()]
    assert [title for title, _ in entries] == ["Bab 1", "Bab 2"]
    for title, dest in entries:
        assert dest is not None
        assert title in text_of(pdf, dest.get_index())


def test_title_author_and_language_are_in_the_metadata(
    pdf: pdfium.PdfDocument, data: bytes
) -> None:
    facts = pdf.get_metadata_dict()
    assert facts["Title"] == "Judul Uji"
    assert facts["Author"] == "Kecamatan Uji"
    assert b"id-ID" in data


def test_a_draft_page_carries_its_mark(pdf: pdfium.PdfDocument) -> None:
    assert "DRAF" in text_of(pdf, len(pdf) - 1)
    assert "DRAF" not in text_of(pdf, 2)


def test_every_font_is_embedded(data: bytes) -> None:
    assert data.count(b"/FontFile2") >= 1
    names = re.findall(rb"/BaseFont /(\S+)", data)
    assert names
    assert all(b"+" in name for name in names)
