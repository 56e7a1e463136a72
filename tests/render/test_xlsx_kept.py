"""Sheets that several files of a build have are drawn once, and equal whoever asks."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image

from sopgen.jobs import Book
from sopgen.model.bagian import BagianId
from sopgen.model.document import Document, Paragraph, Section, Style
from sopgen.model.gaya import Run
from sopgen.model.page import Pages
from sopgen.parts import excerpt
from sopgen.pipeline import lay_out_book
from sopgen.render.formats import FORMATS, Printing
from sopgen.render.kept import Kept
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.typeset import typeset
from tests.jaringan import write_jaringan
from tests.render.xlsx_reader import S, sheets

pytestmark = pytest.mark.slow
T = TypeVar("T")
LINE = Paragraph((Run("TAMBAHAN"),), Style("Uji", size_pt=9))


class Counted(Kept):
    """Counts what is made and what is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = self.made = 0

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        self.asked += 1

        def counted() -> T:
            self.made += 1
            return make()

        return super().of(key, counted)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return a book whose charts lead from one SOP to another."""
    folder = write_jaringan(tmp_path_factory.mktemp("kantor") / "uji")
    buku = read_buku(folder).buku
    assert buku
    return lay_out_book(buku, lambda *_: None)


def single(book: Book, id_: str) -> Document:
    return excerpt(book.document, frozenset([BagianId("sop", id_)]), id_)


def written(book: Book, document: Document, kept: Kept | None = None) -> bytes:
    return write_xlsx(document, book.buku, book.symbols, kept)


def test_a_file_is_the_same_alone_and_beside_the_others(book: Book) -> None:
    alone = {sop.id: written(book, single(book, sop.id)) for sop in book.buku.sop}
    whole = written(book, book.document)
    for names in (["", *alone], [*alone, ""]):
        kept = Kept()
        for name in names:
            document = single(book, name) if name else book.document
            assert written(book, document, kept) == (alone[name] if name else whole)


def test_what_leads_nowhere_is_drawn_once_for_both_files(book: Book) -> None:
    led = {s.sop for c in book.charts.values() for p in c.pages for s in p.symbols}
    leading = {
        c.sop
        for c in book.charts.values()
        if any(s.sop for p in c.pages for s in p.symbols)
    }
    assert led - {""}
    assert leading
    kept = Counted()
    written(book, book.document, kept)
    before = kept.made
    for sop in book.buku.sop:
        written(book, single(book, sop.id), kept)
    assert kept.made == before + len(leading)
    assert kept.asked > kept.made


def test_a_sop_alone_is_drawn_alone(book: Book) -> None:
    kept = Counted()
    written(book, single(book, book.buku.sop[0].id), kept)
    drawn = kept.made
    written(book, book.document, kept)
    assert drawn < kept.made / 2


#: Ways in which a section differs on a sheet.
SEEN: Mapping[str, Callable[[Section], Section]] = {
    "a mark": lambda one: replace(one, mark="SALINAN"),
    "pages counted": lambda one: replace(one, hitung=not one.hitung),
    "another paper": lambda one: replace(
        one, sheet=replace(one.sheet, width=one.sheet.width + 10)
    ),
    "a line more": lambda one: replace(one, blocks=(*one.blocks, LINE)),
    "a block less": lambda one: replace(one, blocks=one.blocks[:-1]),
}
#: Ways in which it is the same sheet.
UNSEEN: Mapping[str, Callable[[Section], Section]] = {
    "numbers elsewhere": lambda one: replace(
        one, sheet=replace(one.sheet, number_at="head")
    ),
    "counted anew": lambda one: replace(one, restart=not one.restart),
    "Roman numbers": lambda one: replace(one, numbering="romawi"),
    "on a front": lambda one: replace(one, recto=not one.recto),
}


def with_each(document: Document, change: Callable[[Section], Section]) -> Document:
    """Return a document, each section that is no cover changed."""
    own = (s if s.sheet.framed else change(s) for s in document.sections)
    return replace(document, sections=tuple(own))


@pytest.mark.parametrize("way", SEEN)
def test_sections_that_differ_share_no_sheet(way: str, book: Book) -> None:
    document, kept = single(book, "tamu"), Kept()
    other = with_each(document, SEEN[way])
    first = written(book, document, kept)
    assert written(book, other, kept) == written(book, other) != first


@pytest.mark.parametrize("way", UNSEEN)
def test_how_pages_are_numbered_changes_no_sheet(way: str, book: Book) -> None:
    document, kept = single(book, "tamu"), Counted()
    first = written(book, document, kept)
    before = kept.made
    assert written(book, with_each(document, UNSEEN[way]), kept) == first
    assert kept.made == before


def test_the_pages_of_a_workbook_are_counted_without_being_typeset(book: Book) -> None:
    def never() -> Pages:
        raise AssertionError

    kind, kept = FORMATS["xlsx"], Kept()
    printing = Printing(book.document, never, book.buku, book.symbols, kept)
    assert kind.document
    data = kind.document(printing)
    breaks = sum(len(list(one.root.iter(f"{S}brk"))) for one in sheets(data))
    assert kind.count(printing) == breaks + len(sheets(data))
    ours = [p for p in typeset(book.document).pages if p.bagian.jenis == "sop"]
    assert kind.count(printing) == len(ours) - len(book.buku.sop)


def test_a_picture_of_many_sheets_is_in_the_file_once(
    book: Book, tmp_path: Path
) -> None:
    file = tmp_path / "lambang.png"
    Image.new("RGB", (40, 60), "maroon").save(file)
    office = replace(book.buku.kecamatan, lambang=file)
    own = lay_out_book(replace(book.buku, kecamatan=office), lambda *_: None)
    data = written(own, own.document)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert archive.read("xl/media/image1.png") == file.read_bytes()
    assert [name for name in names if "media" in name] == ["xl/media/image1.png"]
    assert [sheet.pictures for sheet in sheets(data)] == [1] * len(own.buku.sop)
