"""What there is to be made for a wish: each file by its name, and out of what."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from sopgen.bagan import origin_of
from sopgen.kerja import SENDIRI, Kerja
from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.document import Document
from sopgen.model.nilai import dataclass
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.model.tumpukan_cetak import TumpukanCetak
from sopgen.output import PATIENCE
from sopgen.parts import TERSENDIRI, excerpt
from sopgen.render.formats import DRAWINGS, FORMATS, ChartDrawing, Printing
from sopgen.render.kept import Kept
from sopgen.sections import Sections
from sopgen.shelved import Shelved
from sopgen.siap_cetak import siap_cetak
from sopgen.simpanan.lemari import Lemari
from sopgen.simpanan.sidik import sidik, sidik_bersama
from sopgen.typeset import typeset

#: The parts that are signed by themselves.
ALONE = frozenset({"keputusan", "lampiran"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What to build: nothing in ``only`` and ``sop`` means everything.

    ``only`` are names of TERSENDIRI, ``sop`` numbers of SOP, ``formats`` names of
    FORMATS.  ``final`` refuses drafts and open errors, ``ulang`` what the last build
    left.  ``patience`` is for how many seconds another build of the book is waited for,
    ``kerja`` by how many processes it is made; ``kolom`` asks for fields to be signed.
    """

    folder: Path
    output: Path
    only: frozenset[str] = frozenset()
    sop: frozenset[int] = frozenset()
    formats: tuple[str, ...] = tuple(FORMATS)
    final: bool = False
    patience: float = PATIENCE
    kerja: Kerja = SENDIRI
    ulang: bool = False
    kolom: bool = False

    @property
    def place(self) -> Path:
        """Return the folder of the spec, or that in which its workbook lies."""
        return self.folder if os.path.isdir(self.folder) else self.folder.parent

    @property
    def whole(self) -> bool:
        """Return whether everything is wanted."""
        return not self.only and not self.sop and set(self.formats) == set(FORMATS)


class Made(NamedTuple):
    """The bytes of a file, its pages, what it takes to print it, and its fields."""

    data: bytes
    pages: int
    cetak: TumpukanCetak | None = None
    kolom: tuple[str, ...] = ()


class Work(Protocol):
    """What a file is made of, whatever its format."""

    def make(self, suffix: str) -> Made:
        """Return the file in a format."""

    def origin(self, suffix: str) -> str:
        """Return the digest of all that the file depends on but the program."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be made: its name below the book's folder, and out of what."""

    name: str
    bagian: BagianId
    work: Work

    @property
    def suffix(self) -> str:
        """Return its format."""
        return self.name.rpartition(".")[2]

    def make(self) -> Made:
        """Return the file."""
        return self.work.make(self.suffix)

    @property
    def origin(self) -> str:
        """Return the digest of what it is made of."""
        return self.work.origin(self.suffix)


@dataclass(frozen=True)
class Book:
    """A book laid out, before it is written: its charts and its document.

    ``findings`` are those of all stages after reading; ``salinan`` the copies of its
    decrees; ``lemari`` is where its files keep what they draw for the next build, if
    they do; with ``kolom`` its PDF get fields to be signed.
    """

    buku: Buku
    charts: dict[str, Chart]
    document: Document
    symbols: Symbols
    findings: tuple[Diagnostic, ...]
    salinan: Document
    lemari: Lemari | None = None
    kolom: bool = False

    @cached_property
    def kept(self) -> Kept:
        """Return what its files have drawn."""
        return Kept(Shelved(self.sections, self.lemari) if self.lemari else None)

    @cached_property
    def sections(self) -> Sections:
        """Return its document section by section."""
        return Sections(self.document)

    @cached_property
    def titles(self) -> str:
        """Return the digest of what its SOP, seksi and decrees are called."""
        sop = [
            (s.id, s.nomor, s.urut, s.nomor_sop, s.nama, s.nama_pendek, s.seksi)
            for s in self.buku.sop
        ]
        return sidik_bersama(sop, self.buku.seksi, self.buku.keputusan)


def jobs_of(wish: Wish, made: Book) -> Iterator[Job]:
    """Yield what is to be made, format after format."""
    for suffix in wish.formats:
        if FORMATS[suffix].document:
            yield from _document_jobs(wish, made, suffix)
        if not wish.only or "sop" in wish.only:
            for sop in made.buku.sop:
                if not wish.sop or sop.nomor in wish.sop:
                    yield from _sop_jobs(made, sop, suffix)


def _document_jobs(wish: Wish, made: Book, suffix: str) -> Iterator[Job]:
    """Yield the book and its decrees, or the parts that are wished for."""
    prints, parts = FORMATS[suffix].prints, wish.only - {"sop"}
    whole = not wish.only and not wish.sop
    if whole and "buku" in prints:
        yield Job(f"buku.{suffix}", BagianId("buku"), Printed(made, made.document))
    if whole and "keputusan" in prints:
        yield from _keputusan_jobs(made, suffix)
    if parts and "bagian" in prints:
        yield from _bagian_jobs(made, suffix, parts - {"salinan"})
    if "salinan" in parts and "keputusan" in prints:
        for number, keputusan in enumerate(made.buku.keputusan, 1):
            yield from _salinan_jobs(made, suffix, number, keputusan)


def _keputusan_jobs(made: Book, suffix: str) -> Iterator[Job]:
    for number, keputusan in enumerate(made.buku.keputusan, 1):
        bagian = BagianId("keputusan", keputusan.id)
        both = bagian, BagianId("lampiran", keputusan.id)
        own = made.sections.excerpt(*both, judul=f"Keputusan Nomor {keputusan.nomor}")
        if own.sections:
            name = f"keputusan-{number}.{suffix}"
            own = replace(own, tanggal=keputusan.tanggal)
            yield Job(name, bagian, Printed(made, own))
        yield from _salinan_jobs(made, suffix, number, keputusan)


def _salinan_jobs(
    made: Book, suffix: str, number: int, keputusan: Keputusan
) -> Iterator[Job]:
    """Yield the copy of a decree, if there is to be one."""
    bagian = BagianId("salinan", keputusan.id)
    judul = f"{keputusan.jenis.capitalize()} Keputusan Nomor {keputusan.nomor}"
    own = excerpt(made.salinan, {bagian}, judul)
    if own.sections:
        name = f"keputusan-{number}-{keputusan.jenis}.{suffix}"
        yield Job(name, bagian, Apart(made, own))


def _bagian_jobs(made: Book, suffix: str, only: frozenset[str]) -> Iterator[Job]:
    """Yield just the pages of some parts.

    They are numbered as in the book, where they may take the place of others; what is
    signed by itself as the file that it is.
    """
    document = made.document
    for jenis in TERSENDIRI:
        own = tuple(s for s in document.sections if s.bagian.jenis == jenis)
        if jenis not in only or not own:
            continue
        if jenis in ALONE:
            alone = made.sections.excerpt(
                *(s.bagian for s in own), judul=document.judul
            )
            work: Work = Printed(made, alone)
        else:
            work = Within(made, replace(document, sections=own))
        yield Job(f"{jenis}.{suffix}", BagianId(jenis), work)


def _sop_jobs(made: Book, sop: Sop, suffix: str) -> Iterator[Job]:
    """Yield the file of a SOP in a format, if there is something to print."""
    bagian, kind = BagianId("sop", sop.id), FORMATS[suffix]
    name = f"sop/{sop.nomor:02}-{sop.id}.{suffix}"
    if kind.document:
        own = made.sections.excerpt(bagian, judul=sop.nama)
        if own.sections:
            yield Job(name, bagian, Printed(made, own))
    elif kind.chart and made.charts[sop.id].pages:
        yield Job(name, bagian, Drawn(made, sop))


@dataclass(frozen=True, slots=True)
class Printed:
    """An excerpt of a book's document, its pages counted anew."""

    book: Book
    document: Document

    def make(self, suffix: str) -> Made:
        """Return it printed."""
        return _made(self.book, suffix, self.document, self.pages)

    def pages(self) -> Pages:
        """Return its pages."""
        return self.book.sections.typeset(self.document)

    def origin(self, suffix: str) -> str:
        """Return the digest of what is printed, and how."""
        return _origin(self.book, suffix, self.book.sections.origin(self.document))


@dataclass(frozen=True, slots=True)
class Within(Printed):
    """Some pages of a book, numbered as they are in it."""

    def pages(self) -> Pages:
        """Return its pages."""
        book = self.book.sections.typeset(self.book.document)
        jenis = self.document.sections[0].bagian.jenis
        own = tuple(page for page in book.pages if page.bagian.jenis == jenis)
        return replace(book, pages=own)

    def origin(self, suffix: str) -> str:
        """Return the digest of what is printed, and of all that stands before it."""
        whole = self.book.sections.origin(self.book.document)
        return _origin(self.book, suffix, whole, self.document.sections[0].bagian)


@dataclass(frozen=True, slots=True)
class Apart(Printed):
    """A document whose pages are not those of the book."""

    def pages(self) -> Pages:
        """Return its pages."""
        return typeset(self.document)

    def origin(self, suffix: str) -> str:
        """Return the digest of what is printed."""
        return _origin(self.book, suffix, sidik(self.document))


@dataclass(frozen=True, slots=True)
class Drawn:
    """The chart of a SOP."""

    book: Book
    sop: Sop

    def make(self, suffix: str) -> Made:
        """Return it drawn."""
        chart = self.book.charts[self.sop.id]
        drawing = ChartDrawing(chart, self.sop, self.book.symbols)
        return Made(DRAWINGS[suffix](drawing), len(chart.pages))

    def origin(self, suffix: str) -> str:
        """Return the digest of what is drawn: of all that its chart is drawn from."""
        return sidik(suffix, origin_of(self.book.buku, self.sop))


def _made(
    book: Book, suffix: str, document: Document, pages: Callable[[], Pages]
) -> Made:
    """Return the file of a document, whose pages are found when they are needed."""
    kind, both = FORMATS[suffix], book.buku.kertas.bolak_balik
    assert kind.document is not None
    own = book.buku, book.symbols, book.kept
    printing = Printing(document, pages, *own, kolom=book.kolom)
    data, count = kind.document(printing), kind.count(printing)
    if not kind.printed:
        return Made(data, count)
    fields = kind.fields(printing) if book.kolom else ()
    return Made(data, count, siap_cetak(printing.pages, bolak_balik=both), fields)


def _origin(book: Book, suffix: str, *content: object) -> str:
    """Return the digest of what is printed in a format."""
    titles = book.titles if FORMATS[suffix].titled else ""
    kolom = book.kolom and FORMATS[suffix].printed
    return sidik(suffix, book.buku.kertas.bolak_balik, kolom, titles, *content)
