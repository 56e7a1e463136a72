"""The shipped books as they are read and laid out, once in a process."""

from __future__ import annotations

from functools import cache

from sopgen.layout import arrange
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.document import Document
from sopgen.model.page import Pages
from sopgen.parts import chart_room, compose
from sopgen.parts.bahan import Figures
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeset import settle, typeset
from tests.books import ROOT


@cache
def read(nama: str) -> Buku:
    """Return a shipped book."""
    buku = read_buku(ROOT / "specs" / nama).buku
    assert buku is not None
    return buku


def drawn_anew(buku: Buku) -> dict[str, Chart]:
    """Return the charts of a book, drawn anew."""
    symbols, room, keterangan = read_symbols(), chart_room(buku), buku.berketerangan
    return {s.id: arrange(s, room, symbols, keterangan=keterangan) for s in buku.sop}


@cache
def charts_of(nama: str) -> dict[str, Chart]:
    """Return the charts of a shipped book, by the ids of their SOP."""
    return drawn_anew(read(nama))


def composed(buku: Buku, figures: dict[str, Chart] | None = None) -> Document:
    """Return the document of a book, with charts that are there, or drawn anew."""
    made = drawn_anew(buku) if figures is None else figures
    return settle(compose(buku, Figures(made), read_symbols()).document)


@cache
def document_of(nama: str) -> Document:
    """Return the document of a shipped book."""
    return composed(read(nama), charts_of(nama))


@cache
def pages_of(nama: str) -> Pages:
    """Return the pages of a shipped book."""
    return typeset(document_of(nama))


def book(nama: str) -> tuple[Document, Pages]:
    """Return a shipped book laid out."""
    return document_of(nama), pages_of(nama)
