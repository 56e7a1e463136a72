"""What passes from stage to stage, as texts that can be compared line by line.

Charts as geometry, charts as SVG, the ink of PDF pages, the XML of a Word and an Excel
file: of the two books that the project ships.  What is told and said in words is in
``texts``.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from lxml import etree

from sopgen.gambar import draw
from sopgen.jobs import Book
from sopgen.model.bagian import BagianId
from sopgen.parts import excerpt
from sopgen.pipeline import lay_out_book
from sopgen.render.formats import FORMATS, Printing
from sopgen.spec import read_buku
from sopgen.typeset import typeset
from tests.books import ROOT
from tests.golden import texts
from tests.golden.pdf_ink import ink_of

FOLDER = Path(__file__).parent / "accepted"
#: Charts by office and number: short and long, with copies, with every symbol.
CHARTS = (
    *(("kampak", n) for n in (1, 2, 3)),
    *(("karangan", n) for n in (1, 4, 7, 10, 11, 15, 18)),
)
SVG = (("kampak", 3), ("karangan", 4), ("karangan", 15))
#: A SOP whose pages are compared in PDF, Word and Excel, and a decree.
SOP, DECREE = ("karangan", 16), ("kampak", BagianId("keputusan", "sk-007"))
WORD = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
#: Parts of a book in Word that are no running text.
COVERS = ("sampul", "halaman_judul", "lembar_pengesahan", "keputusan", "lampiran")
EXCEL = ("xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml", "xl/styles.xml")

Make = Callable[[], str]


def goldens() -> Mapping[str, Make]:
    """Return how each golden is made, by the name of its file."""
    made: dict[str, Make] = {}
    for office, nomor in CHARTS:
        made[f"chart/{office}-{nomor:02}.json"] = partial(chart, office, nomor)
    for office, nomor in SVG:
        made[f"svg/{office}-{nomor:02}.svg"] = partial(svg, office, nomor)
    for page in range(4):
        made[f"pdf/sop-{page + 1}.txt"] = partial(ink, "sop", page)
    for page in range(2):
        made[f"pdf/keputusan-{page + 1}.txt"] = partial(ink, "keputusan", page)
    for name in WORD:
        made[f"docx/{Path(name).name}"] = partial(member, "docx", name)
    for jenis in COVERS:
        made[f"docx/{jenis}.xml"] = partial(word_part, jenis)
    for name in EXCEL:
        made[f"xlsx/{Path(name).name}"] = partial(member, "xlsx", name)
    return {**made, **texts.goldens()}


def chart(office: str, nomor: int) -> str:
    """Return the geometry of a chart, a cell, symbol or arrow a line."""
    whole = json.loads(_drawn(office, nomor, "json"))
    return "\n".join((*_lines(whole), ""))


def _lines(chart: dict[str, object]) -> Iterator[str]:
    pages = chart.pop("halaman")
    assert isinstance(pages, list)
    yield _json(chart)
    for page in pages:
        for key, value in page.items():
            for one in value if isinstance(value, list) else [value]:
                yield f"{key} {_json(one)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def svg(office: str, nomor: int) -> str:
    """Return a chart as it is drawn for a file of its own."""
    return _drawn(office, nomor, "svg").decode()


def _drawn(office: str, nomor: int, suffix: str) -> bytes:
    return draw(ROOT / "specs" / office, nomor, suffix).data


def ink(what: str, page: int) -> str:
    """Return the ink of a page of the SOP, or of the decree."""
    office, bagian = _place(what)
    with pdfium.PdfDocument(_file(office, bagian, "pdf")) as pdf:
        return "\n".join((*ink_of(pdf[page]), ""))


def member(suffix: str, name: str) -> str:
    """Return a part of the SOP's Word or Excel file, an element a line."""
    return _indented(_file(*_place("sop"), suffix), name)


def _indented(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(name))
    etree.indent(root, " ")
    return f"{etree.tostring(root, encoding='unicode')}\n"


def word_part(jenis: str) -> str:
    """Return the text of a part of the decree's book as Word has it."""
    office, _ = DECREE
    parts = [b.id for b in _book(office).buku.susunan if b.jenis == jenis]
    return _indented(_file(office, parts[0], "docx"), WORD[0])


def _place(what: str) -> tuple[str, BagianId]:
    office, nomor = SOP
    if what != "sop":
        return DECREE
    buku = _book(office).buku
    return office, BagianId("sop", next(s.id for s in buku.sop if s.nomor == nomor))


@cache
def _file(office: str, bagian: BagianId, suffix: str) -> bytes:
    """Return the file of a part of a book."""
    book = _book(office)
    document = excerpt(book.document, frozenset([bagian]), "Golden")
    write = FORMATS[suffix].document
    assert write
    pages = partial(typeset, document)
    return write(Printing(document, pages, book.buku, book.symbols))


@cache
def _book(office: str) -> Book:
    buku = read_buku(ROOT / "specs" / office).buku
    assert buku
    return lay_out_book(buku, lambda *_: None)
