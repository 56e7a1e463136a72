"""What is drawn once in a build: every file is the same, whatever else is built."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from sopgen.jobs import Book
from sopgen.model.bagian import BagianId
from sopgen.model.geometry import Box
from sopgen.model.page import Page, Pages, Picture, SymbolDrawing, TextPiece
from sopgen.pipeline import Wish, build
from sopgen.render.kept import Kept, T
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.made import files_of
from tests.render.test_pdf import document
from tests.spec.kantor import SURAT
from tests.test_cetak import BOTH, laid_out, office

PDF = ("pdf",)
#: What a build may be asked for, the files that come last of it being compared.
WISHES = [
    {"sop": frozenset({1})},
    {"sop": frozenset({2})},
    {"only": frozenset({"sop"})},
]


class Counted(Kept):
    """What was drawn, and how often something was."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        def counted() -> T:
            self.count += 1
            return make()

        return super().of(key, counted)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an office with a picture, two SOP, one leading into the other."""
    made = office(tmp_path / "uji", BOTH)
    text = (made / "buku.yaml").read_text(encoding="utf-8")
    Image.new("RGBA", (40, 50), (200, 30, 30, 90)).save(made / "lambang.png")
    text = text.replace("nama: Uji\n", "nama: Uji\n  lambang: lambang.png\n")
    more = "  - id: arsip\n    nama: Arsip “Lama” – Baru\n"
    (made / "buku.yaml").write_text(text.rstrip() + "\n" + more, encoding="utf-8")
    own = SURAT.replace(
        "simbol: selesai", "simbol: selesai\n    keterangan: ½ hari – é"
    )
    (made / "sop" / "arsip.yaml").write_text(own, encoding="utf-8")
    return made


def files(book: Book, output: Path, wish: Wish) -> dict[str, bytes]:
    """Return the files that are built of a book."""
    made = files_of(replace(wish, output=output), book)
    return {Path(name).name: data for name, data in made.items()}


@pytest.mark.slow
def test_a_file_is_the_same_alone_and_with_the_book(
    folder: Path, tmp_path: Path
) -> None:
    wish = Wish(folder, tmp_path / "satu", formats=PDF)
    whole = {f.path.name: f.path.read_bytes() for f in build(wish, print).files}
    assert {"buku.pdf", "keputusan-1.pdf", "02-arsip.pdf"} <= set(whole)
    for number in (1, 2):
        alone = replace(wish, output=tmp_path / f"{number}", sop=frozenset({number}))
        found = {f.path.name: f.path.read_bytes() for f in build(alone, print).files}
        assert found
        assert found.items() <= whole.items()


@pytest.mark.slow
def test_it_is_the_same_behind_others_of_one_run(folder: Path, tmp_path: Path) -> None:
    book, wish = laid_out(folder), Wish(folder, tmp_path, formats=PDF)
    last = replace(wish, sop=frozenset({2}))
    first = files(book, tmp_path / "a", last)
    whole = files(book, tmp_path / "b", wish)
    fresh = files(laid_out(folder), tmp_path / "c", wish)
    assert whole == fresh
    assert first.items() <= fresh.items()


@pytest.mark.slow
def test_a_sop_is_drawn_once_for_the_book_and_its_own_file(
    folder: Path, tmp_path: Path
) -> None:
    book, kept = laid_out(folder), Counted()
    vars(book)["kept"] = kept
    files(book, tmp_path / "a", Wish(folder, tmp_path, formats=PDF))
    drawn = kept.count
    assert drawn > len(book.document.sections)
    files(book, tmp_path / "b", Wish(folder, tmp_path, formats=PDF))
    assert kept.count == drawn


def test_pages_share_nothing_that_differs() -> None:
    box, kept, symbols = Box(20, 20, 30, 30), Kept(), read_symbols()
    page = Page(
        210, 297, (SymbolDrawing("terminator", box),), BagianId("satu"), "arab", 1, "1"
    )
    every = [page, replace(page, mark="DRAF"), replace(page, height=330)]
    every += [replace(page, body=(SymbolDrawing("keputusan", box),))]
    every += [replace(page, own=(TextPiece(9, 9, "ii", "arial-bold", 9),))]
    files = [Pages("J", "P", "S", (one,)) for one in every]
    assert [write_pdf(one, symbols, kept) for one in files] == [
        write_pdf(one, symbols) for one in files
    ]


def pictured(file: Path) -> Page:
    box = Box(20, 20, 30, 30)
    return Page(210, 297, (Picture(file, box),), BagianId("satu"), "arab", 1, "1")


def test_a_picture_is_in_a_file_once_and_a_mask_too(tmp_path: Path) -> None:
    colours = {"a": (200, 0, 0, 128), "b": (0, 0, 200, 128), "c": (200, 0, 0, 128)}
    for name, colour in colours.items():
        Image.new("RGBA", (8, 8), colour).save(tmp_path / f"{name}.png")
    shown = tuple(pictured(tmp_path / f"{name}.png") for name in "abcab")
    data = write_pdf(Pages("J", "P", "S", shown), read_symbols())
    assert data.count(b"/Subtype /Image") == 2 + 1
    with pdfium.PdfDocument(data) as pdf:
        reds = [page.render().to_pil().getpixel((90, 90)) for page in pdf]
    assert reds[0] == reds[2] == reds[3]
    assert reds[1] == reds[4] != reds[0]


def test_a_picture_that_changed_is_another_in_the_next_build(tmp_path: Path) -> None:
    file, made = tmp_path / "a.png", []
    for colour in ("red", "blue"):
        Image.new("RGB", (8, 8), colour).save(file)
        shown = Pages("J", "P", "S", (pictured(file),))
        made.append(write_pdf(shown, read_symbols(), Kept()))
    assert made[0] != made[1]


def test_a_link_to_what_another_file_has_is_left_out() -> None:
    whole = typeset(document())
    listing = replace(whole, pages=whole.pages[1:2])
    assert write_pdf(whole, read_symbols()).count(b"/Subtype /Link") == 2
    assert write_pdf(listing, read_symbols()).count(b"/Subtype /Link") == 0


def test_fonts_are_called_by_their_faces_and_streams_are_no_letters() -> None:
    data = write_pdf(typeset(document()), read_symbols())
    assert b"/arial-regular+0 " in data
    assert b"ASCII85Decode" not in data
