"""Find the tag of electronic signatures where it must not be: in the text of a file.

The application that signs looks for it in the whole file, so that all that is printed
there counts: numbers and addresses, heads, words in charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sopgen.jobs import Book
from sopgen.model.bagian import BagianId
from sopgen.model.chart import ChartPage, TextBlock
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.ketikan import Ketikan
from sopgen.model.page import ChartDrawing, Page, TextPiece

#: More fields than these are not told one by one: the tag is a bad one, as these are.
TOO_MANY, USUAL = 6, ".,;:-–/()'\""
GANTI = "hindari tanda itu dalam teks, atau pilih tanda TTE yang lain"


class Berkas(NamedTuple):
    """A file that is signed by itself: its parts, its name, where it begins."""

    bagian: tuple[BagianId, ...]
    nama: str
    span: Span


class Kata(NamedTuple):
    """A word with the tag in it: in which file, and on which page of it."""

    isi: str
    berkas: Berkas
    halaman: int


def tags_in_text(book: Book, ketikan: Sequence[Ketikan]) -> Iterator[Diagnostic]:
    """Yield where the tag stands in a file that is signed electronically by itself."""
    tanda = book.buku.tte.tanda
    if len(tanda) != 1 or tanda.isalnum() or tanda.isspace():
        return
    words = [word for one in _files(book) for word in _words(book, one, tanda)]
    places: dict[tuple[Span, ...], list[Kata]] = {}
    for word in dict.fromkeys(words):
        places.setdefault(_fields(word, ketikan), []).append(word)
    if len(places) > TOO_MANY or (places and tanda in USUAL):
        yield _everywhere(book, tanda, places)
        return
    for (span, *others), found in places.items():
        shown = ", ".join(dict.fromkeys(f"`{word.isi}`" for word in found[:TOO_MANY]))
        message = f"tanda TTE `{tanda}` juga ada dalam teks {shown}: {_where(found)}"
        told = diagnose("SOP196", message, span, GANTI)
        yield replace(told, forbids_final=True, juga=tuple(others))


def _everywhere(
    book: Book, tanda: str, places: Mapping[tuple[Span, ...], Sequence[Kata]]
) -> Diagnostic:
    """Return that the tag is a letter of many texts."""
    ((span, *_), found), *_ = places.items()
    tte = book.buku.tte
    message = f"tanda TTE `{tanda}` juga ada dalam {len(places)} teks, mis. "
    message += f"`{found[0].isi}`: {_where(found)}"
    at = tte.at("tanda") or tte.at() or span
    told = diagnose("SOP196", message, at, "pilih tanda TTE yang lain")
    return replace(told, forbids_final=True)


def _where(found: Iterable[Kata]) -> str:
    """Return on which pages of which files words stand."""
    first, *others = dict.fromkeys((k.halaman, k.berkas.nama) for k in found)
    more = f", dan {len(others)} tempat lain" if others else ""
    return f"halaman {first[0]} berkas {first[1]}{more}"


def _files(book: Book) -> Iterator[Berkas]:
    """Yield the files that are signed electronically, each by itself."""
    buku = book.buku
    for one in buku.keputusan:
        if one.elektronik:
            both = BagianId("keputusan", one.id), BagianId("lampiran", one.id)
            yield Berkas(both, f"Keputusan {one.nomor}", one.span)
    for sop in buku.sop:
        if buku.elektronik(sop):
            yield Berkas((BagianId("sop", sop.id),), f"SOP {sop.nomor}", sop.span)


def _words(book: Book, berkas: Berkas, tanda: str) -> Iterator[Kata]:
    """Yield the words of a file that have the tag in them; the tag itself is none."""
    own = book.sections.excerpt(*berkas.bagian, judul=berkas.nama)
    for number, page in enumerate(book.sections.typeset(own).pages, 1):
        for text in _texts(page):
            if tanda in text:
                for word in text.split():
                    if tanda in word:
                        yield Kata(_bare(word, tanda), berkas, number)


def _bare(word: str, tanda: str) -> str:
    """Return a word without the marks around it, unless the tag is one of them."""
    bare = word.strip(USUAL)
    return bare if tanda in bare else word


def _texts(page: Page) -> Iterator[str]:
    """Yield all that is written on a page."""
    if page.mark:
        yield page.mark
    for item in page.items:
        if isinstance(item, TextPiece):
            yield item.text
        elif isinstance(item, ChartDrawing):
            for block in _blocks(item.page):
                yield from block.lines


def _blocks(page: ChartPage) -> Iterator[TextBlock]:
    every = (
        page.title,
        *(cell.text for cell in page.cells),
        *(symbol.text for symbol in page.symbols),
        *(edge.label.block for edge in page.edges if edge.label),
        *page.marks,
    )
    yield from (block for block in every if block is not None)


def _fields(word: Kata, ketikan: Sequence[Ketikan]) -> tuple[Span, ...]:
    """Return where a word was typed: best in the file of its own SOP."""
    typed = dict.fromkeys(
        one.teks.span
        for one in ketikan
        if word.isi in one.teks.isi and one.isian[:1] not in (("tte",), ("naskah",))
    )
    home = word.berkas.span.source.path
    own = tuple(span for span in typed if span.source.path == home)
    return own or tuple(typed) or (word.berkas.span,)
