"""A wish for files → jobs → files in their places, and the list of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import ranges
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.chart import Chart
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.document import Document
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.model.tumpukan_cetak import TumpukanCetak
from sopgen.output import (
    ASLI,
    MANIFEST,
    Asli,
    Built,
    Earlier,
    deliver,
    digest,
    digests,
    manifest,
    prepare,
    relative_to,
    sweep,
    write_whole,
)
from sopgen.parts import TERSENDIRI, excerpt
from sopgen.render.formats import DRAWINGS, FORMATS, ChartDrawing, Printing
from sopgen.render.kept import Kept
from sopgen.siap_cetak import siap_cetak
from sopgen.typeset import Filling, fillings, typeset

#: The parts that are signed by themselves.
ALONE = frozenset({"keputusan", "lampiran"})

#: What is told of every step: the format that is written, if any; what is done; how
#: many steps are behind, and how many there are.
Notice = Callable[[str, str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to build: nothing in ``only`` and ``sop`` means everything.

    ``only`` are names of TERSENDIRI, ``sop`` numbers of SOP, ``formats`` names of
    FORMATS.  ``final`` refuses drafts and open errors.
    """

    folder: Path
    output: Path
    only: frozenset[str] = frozenset()
    sop: frozenset[int] = frozenset()
    formats: tuple[str, ...] = tuple(FORMATS)
    final: bool = False

    @property
    def place(self) -> Path:
        """Return the folder of the spec, or that in which its workbook lies."""
        return self.folder if os.path.isdir(self.folder) else self.folder.parent

    @property
    def whole(self) -> bool:
        """Return whether everything is wanted."""
        return not self.only and not self.sop and set(self.formats) == set(FORMATS)


@dataclass(frozen=True, slots=True)
class Result:
    """What was written, and everything that was found on the way.

    ``told`` are those of the findings that a build itself tells, such as those about
    the files of the output.  ``misused`` is the one for a wish that no book can fulfil;
    ``diabaikan`` is how many were left out as right.
    """

    files: tuple[Built, ...]
    findings: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...] = ()
    misused: Diagnostic | None = None
    diabaikan: int = 0


class Made(NamedTuple):
    """The bytes of a file, the number of its pages, and what a printer needs for it."""

    data: bytes
    pages: int
    cetak: TumpukanCetak | None = None


#: What makes a file.
Make = Callable[[], Made]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be made: its name below the book's folder, and how."""

    name: str
    bagian: BagianId
    make: Make

    @property
    def suffix(self) -> str:
        """Return its format."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Put:
    """The files that were put in their place, what is told of them, and which stay.

    ``spared`` are the names of those that were not replaced.
    """

    files: tuple[Built, ...]
    told: tuple[Diagnostic, ...]
    spared: frozenset[str]


@dataclass(frozen=True)
class Book:
    """A book laid out, before it is written: its charts and its document.

    ``findings`` are those of all stages after reading; ``salinan`` the copies of its
    decrees; ``kept`` what was drawn of it, for one file or several.
    """

    buku: Buku
    charts: dict[str, Chart]
    document: Document
    symbols: Symbols
    findings: tuple[Diagnostic, ...]
    salinan: Document
    kept: Kept = field(default_factory=Kept)

    @cached_property
    def fillings(self) -> tuple[Filling, ...]:
        """Return the pages of its sections, broken once for all its files."""
        return fillings(self.document)

    def typeset(self, document: Document) -> Pages:
        """Return the pages of its document, or of an excerpt of it."""
        bagian = {section.bagian for section in document.sections}
        own = tuple(f for f in self.fillings if f.section.bagian in bagian)
        return typeset(document, own)


def publish(
    wish: Wish, made: Book, found: tuple[Diagnostic, ...], notice: Notice
) -> Result:
    """Write the files of a wish; one that fails leaves the others to be made.

    ``found`` is what was found in the book so far.
    """
    folder = wish.output / made.buku.id / str(made.buku.tahun)
    jobs = tuple(_jobs(wish, made))
    problem = prepare(folder) if jobs else _nothing(wish, made.buku)
    if problem:
        return Result((), (*found, problem))
    asli = Asli(wish.output / ASLI / made.buku.id / str(made.buku.tahun))
    put = _put(jobs, Earlier.of(folder, asli), notice)
    failed = any(finding.severity is Severity.ERROR for finding in put.told)
    left = sweep(folder, put.files, put.spared) if wish.whole and not failed else ()
    told = (*put.told, *left)
    listing = manifest(
        folder,
        put.files,
        relative_to(wish.place, folder, findings=(*found, *told)),
        whole=wish.whole and not failed,
        spared=put.spared,
    )
    problem = write_whole(folder / MANIFEST, listing)
    if problem:
        told = (*told, problem)
    else:
        asli.forget(but=frozenset(digests(folder).values()))
    return Result(put.files, (*found, *told), told)


def _put(jobs: tuple[Job, ...], earlier: Earlier, notice: Notice) -> Put:
    """Make the files of a build, and put each in its place."""
    files: list[Built] = []
    told: list[Diagnostic] = []
    spared: set[str] = set()
    for number, job in enumerate(jobs):
        notice(job.suffix, job.name, number, len(jobs))
        made = job.make()
        delivery = deliver(earlier, job.name, made.data)
        if delivery.finding:
            told.append(delivery.finding)
        if delivery.written:
            path = earlier.folder / job.name
            sha256 = digest(made.data)
            files.append(Built(path, job.bagian, made.pages, sha256, made.cetak))
        else:
            spared.add(job.name)
    notice("", "selesai", len(jobs), len(jobs))
    return Put(tuple(files), tuple(told), frozenset(spared))


def _nothing(wish: Wish, buku: Buku) -> Diagnostic:
    """Return the finding for a wish that no part, SOP or format of the book fulfils."""
    parts = ", ".join(dict.fromkeys(b.jenis for b in buku.susunan))
    asked = [f"--only {','.join(sorted(wish.only))}"] if wish.only else []
    asked += [f"--sop {','.join(map(str, sorted(wish.sop)))}"] if wish.sop else []
    return diagnose(
        "SOP953",
        f"tidak ada yang dibangun dengan {' '.join(asked) or 'permintaan ini'} dalam "
        f"format {', '.join(wish.formats)}",
        buku.span,
        f"bagian buku ini: {parts}{_unlisted(wish, buku)}; "
        f"nomor SOP: {ranges(s.nomor for s in buku.sop)}",
    )


def _unlisted(wish: Wish, buku: Buku) -> str:
    """Return what to do for parts that are asked for and not in the book."""
    missing = sorted(wish.only - {one.jenis for one in buku.susunan})
    return f" (tambahkan {', '.join(missing)} pada susunan)" if missing else ""


def unknown_sop(buku: Buku, wanted: Iterable[int]) -> Diagnostic | None:
    """Return the finding for numbers that no SOP of a book has."""
    known = {sop.nomor for sop in buku.sop}
    missing = set(wanted) - known
    if not missing:
        return None
    message = f"SOP nomor {ranges(missing)} tidak ada"
    saran = f"nomor yang ada: {ranges(known)}" if known else "buku ini tanpa SOP"
    return diagnose("SOP953", message, buku.span, saran)


def _jobs(wish: Wish, made: Book) -> Iterator[Job]:
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
        make = _printed(made, suffix, made.document)
        yield Job(f"buku.{suffix}", BagianId("buku"), make)
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
        both = frozenset([bagian, BagianId("lampiran", keputusan.id)])
        own = excerpt(made.document, both, f"Keputusan Nomor {keputusan.nomor}")
        if own.sections:
            name = f"keputusan-{number}.{suffix}"
            own = replace(own, tanggal=keputusan.tanggal)
            yield Job(name, bagian, _printed(made, suffix, own))
        yield from _salinan_jobs(made, suffix, number, keputusan)


def _salinan_jobs(
    made: Book, suffix: str, number: int, keputusan: Keputusan
) -> Iterator[Job]:
    """Yield the copy of a decree, if there is to be one."""
    bagian = BagianId("salinan", keputusan.id)
    judul = f"{keputusan.jenis.capitalize()} Keputusan Nomor {keputusan.nomor}"
    own = excerpt(made.salinan, frozenset([bagian]), judul)
    if own.sections:
        name = f"keputusan-{number}-{keputusan.jenis}.{suffix}"
        yield Job(name, bagian, _apart(made, suffix, own))


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
            alone = excerpt(document, frozenset(s.bagian for s in own), document.judul)
            make = _printed(made, suffix, alone)
        else:
            book = made.typeset(document)
            pages = tuple(p for p in book.pages if p.bagian.jenis == jenis)
            part = replace(document, sections=own)
            make = _pages(made, suffix, part, replace(book, pages=pages))
        yield Job(f"{jenis}.{suffix}", BagianId(jenis), make)


def _sop_jobs(made: Book, sop: Sop, suffix: str) -> Iterator[Job]:
    """Yield the file of a SOP in a format, if there is something to print."""
    bagian, kind = BagianId("sop", sop.id), FORMATS[suffix]
    name = f"sop/{sop.nomor:02}-{sop.id}.{suffix}"
    if kind.document:
        own = excerpt(made.document, frozenset([bagian]), sop.nama)
        if own.sections:
            yield Job(name, bagian, _printed(made, suffix, own))
    elif kind.chart and made.charts[sop.id].pages:
        yield Job(name, bagian, _drawn(made, suffix, sop))


def _printed(made: Book, suffix: str, document: Document) -> Make:
    return lambda: _pages(made, suffix, document, made.typeset(document))()


def _apart(made: Book, suffix: str, document: Document) -> Make:
    """Return how a document is made whose pages are not those of the book."""
    return lambda: _pages(made, suffix, document, typeset(document))()


def _pages(made: Book, suffix: str, document: Document, pages: Pages) -> Make:
    kind = FORMATS[suffix]
    write, count = kind.document, kind.count(pages)
    assert write is not None
    printing = Printing(document, pages, made.buku, made.symbols, made.kept)
    both = made.buku.kertas.bolak_balik
    cetak = siap_cetak(pages, bolak_balik=both) if kind.printed else None
    return lambda: Made(write(printing), count, cetak)


def _drawn(made: Book, suffix: str, sop: Sop) -> Make:
    chart = made.charts[sop.id]
    drawing = ChartDrawing(chart, sop, made.symbols)
    return lambda: Made(DRAWINGS[suffix](drawing), len(chart.pages))
