"""A PDF is one for archives: what it says of itself, what of reportlab that takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
import reportlab
from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFCatalog,
    PDFDocument,
    PDFInfo,
    PDFPage,
    PDFPageLabels,
    PDFPages,
)
from reportlab.pdfgen.canvas import Canvas

from sopgen.model.bagian import BagianId
from sopgen.model.page import Anchor, Item, Page, Pages, TextPiece
from sopgen.render.pdf import write_pdf
from sopgen.render.pdf_letters import lacking
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.render.archive_reader import faults, told
from tests.render.test_pdf import document

#: What ``pdf_archive`` asks of reportlab beyond its manual, by where it is.
REACHED = [
    (Canvas("").__dict__, "_doc"),
    (PDFDocument().__dict__, "_ID"),
    (PDFDocument().__dict__, "Catalog"),
    (PDFDocument().__dict__, "Pages"),
    (PDFDocument().__dict__, "info"),
    (vars(PDFDocument), "encrypt"),
    (vars(NoEncryption), "encode"),
    (vars(PDFCatalog), "__NoDefault__"),
    (vars(PDFPage), "__NoDefault__"),
    (vars(PDFPage), "Trans"),
    (PDFPages().__dict__, "pages"),
    (PDFPageLabels().__dict__, "labels"),
    (vars(PDFInfo), "producer"),
]
#: Titles that XML or a PDF writes otherwise, or does not hold.
TITLES = {
    "marks of XML": 'A & B <c> "d" ]]>',
    "other letters": "é – 日 \U0001f600",
    "lines": "satu\ndua\ttiga",
    "controls": "a\x07b\x00c\ud800d\ufffe",
    "no end": "日" * 9_000,
    "backslash": r"(a\b) (",
}


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(typeset(document()))


def written(pages: Pages) -> bytes:
    return write_pdf(pages, read_symbols())


def one_page(*items: Item, width: float = 210) -> Pages:
    page = Page(width, 297, items, BagianId("satu"), "arab", 1, "1")
    return Pages("Judul", "Kecamatan Uji", "Uji", (page,))


def words(text: str) -> TextPiece:
    return TextPiece(20, 20, text, "arial-regular", 10)


@pytest.mark.parametrize(("place", "name"), REACHED)
def test_reportlab_still_has_what_is_asked_of_it(
    place: dict[str, object], name: str
) -> None:
    moved = f"reportlab {reportlab.Version} has moved {name}: see render/pdf_archive.py"
    assert name in place, moved


def test_reportlab_still_writes_what_is_given_to_it(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        page, root = pdf.pages[0].obj, pdf.Root
        assert "/Trans" not in page, "an empty /Trans is back"
        for entry in ("/OutputIntents", "/Metadata", "/PageLabels", "/Lang"):
            assert entry in root, f"{entry} is not written"
        profile = root.OutputIntents[0].DestOutputProfile
        assert profile.N == 3
        assert profile.read_bytes()[36:40] == b"acsp"
        assert not root.PageLabels.Nums[1].is_indirect


def test_a_file_is_pdf_a(data: bytes) -> None:
    assert faults(data) == []
    assert b"<pdfaid:part>2</pdfaid:part>" in data


def test_both_places_say_the_same(data: bytes) -> None:
    day = replace(typeset(document()), tanggal=date(2025, 1, 17))
    for one in (data, written(day)):
        old, xmp = told(one)
        assert xmp.pop("dc:language") == "id-ID"
        assert (xmp.pop("pdfaid:part"), xmp.pop("pdfaid:conformance")) == ("2", "B")
        assert old == xmp
    assert xmp["xmp:CreateDate"] == "2025-01-17T00:00:00+00:00"
    assert xmp["dc:creator"] == "Kecamatan Uji"


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_is_the_same_in_both_places(title: str) -> None:
    pages = replace(one_page(words("a"), Anchor("a", 20, 1, title)), judul=title)
    data = written(pages)
    old, xmp = told(data)
    assert old["dc:title"] == xmp["dc:title"]
    assert xmp["dc:title"][:1] == title[:1]
    assert faults(data) == []


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    data = written(replace(one_page(words("a")), penulis="", subjek=""))
    old, xmp = told(data)
    assert {"dc:creator", "dc:description"}.isdisjoint({*old, *xmp})
    assert faults(data) == []


def test_a_file_is_named_by_its_content(data: bytes) -> None:
    def name(one: bytes) -> str:
        with pikepdf.open(BytesIO(one)) as pdf:
            first, second = (bytes(part).hex() for part in pdf.trailer.ID)
        assert first == second
        return first

    assert name(data) == name(written(typeset(document())))
    assert len({name(written(one_page(words(text)))) for text in "abcab"}) == 3


@pytest.mark.parametrize("text", ["日本", "a\x07", "e\u0301"])
def test_what_lacks_a_letter_is_not_said_to_be_pdf_a(text: str) -> None:
    data = written(one_page(words(text)))
    assert any("notdef" in one for one in faults(data))
    assert b"pdfaid" not in data.replace(b"xmlns:pdfaid", b"")


@pytest.mark.parametrize("text", ["a\xa0b", "a\tb", "é – ½", "(a)"])
def test_what_lacks_no_letter_is(text: str) -> None:
    assert not lacking({"arial-regular": text})
    assert faults(written(one_page(words(text)))) == []


def test_links_are_printed(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        flags = [int(link.F) for page in pdf.pages for link in page.get("/Annots", [])]
    assert flags == [4, 4]


def test_a_page_too_large_for_a_pdf_is_made_smaller() -> None:
    data = written(one_page(words("kiri"), replace(words("kanan"), x=9_900), width=1e4))
    assert faults(data) == []
    with pdfium.PdfDocument(data) as pdf:
        assert pdf[0].get_width() == 14_400
        found = pdf[0].get_textpage().search("kanan").get_next()
        assert found is not None
        left = pdf[0].get_textpage().get_charbox(found[0])[0]
    assert left / 14_400 == pytest.approx(0.99, abs=0.001)
