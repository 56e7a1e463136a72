"""Call the stages in order: read, lint, arrange, compose, typeset, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sopgen.layout import arrange, propose_order
from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Diagnostic, Severity, Span, in_order
from sopgen.model.document import Document, Drawing
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop, Status
from sopgen.output import (
    MANIFEST,
    Built,
    digest,
    manifest,
    prepare,
    sweep,
    write_whole,
)
from sopgen.parts import PARTS, chart_room, compose, excerpt
from sopgen.parts.bahan import Figures
from sopgen.peta import relate
from sopgen.render.formats import DRAWINGS, FORMATS, MAPS, ChartDrawing, Printing
from sopgen.render.theme import THEMES
from sopgen.spec import read_buku
from sopgen.spec.wording import in_workbook
from sopgen.symbols import read_symbols
from sopgen.typeset import settle, typeset

Notice = Callable[[str, int, int], None]
#: What makes a file: it returns the bytes and the number of pages.
Make = Callable[[], tuple[bytes, int]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to build: nothing in ``only`` and ``sop`` means everything.

    ``only`` are names of PARTS, ``sop`` numbers of SOP, ``formats`` names of
    FORMATS.  ``final`` refuses drafts and open errors.
    """

    folder: Path
    output: Path
    only: frozenset[str] = frozenset()
    sop: frozenset[int] = frozenset()
    formats: tuple[str, ...] = tuple(FORMATS)
    final: bool = False

    @property
    def whole(self) -> bool:
        """Return whether everything is wanted."""
        return not self.only and not self.sop and set(self.formats) == set(FORMATS)


@dataclass(frozen=True, slots=True)
class Result:
    """What was written, and everything that was found on the way."""

    files: tuple[Built, ...]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in one format, nothing where there is none, and what was found.

    ``nama`` is a name for its file, without suffix.
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    nama: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be made: its name below the book's folder, and how."""

    name: str
    bagian: str
    make: Make


@dataclass(frozen=True, slots=True)
class Book:
    """A book laid out, before it is written: its charts and its document."""

    buku: Buku
    charts: dict[str, Chart]
    document: Document
    symbols: Symbols
    findings: tuple[Diagnostic, ...] = field(default=())


def lay_out_book(
    folder: Path, notice: Notice
) -> tuple[Book | None, tuple[Diagnostic, ...]]:
    """Read a spec and lay it out; return the findings of all stages with it."""
    reading = read_buku(folder)
    buku = reading.buku
    if buku is None:
        return None, told(folder, reading.findings)
    symbols = read_symbols()
    room = chart_room(buku)
    charts: dict[str, Chart] = {}
    for number, sop in enumerate(buku.sop):
        notice(f"bagan {sop.nama}", number, len(buku.sop))
        charts[sop.id] = arrange(sop, room, symbols, keterangan=buku.berketerangan)
    peta, unmapped = _map(buku)
    composed = compose(buku, Figures(charts, peta), symbols)
    found = (
        *reading.findings,
        *lint(buku),
        *(finding for chart in charts.values() for finding in chart.findings),
        *unmapped,
        *composed.findings,
    )
    book = Book(buku, charts, settle(composed.document), symbols)
    return book, in_order(told(folder, found))


def told(place: Path, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in words that suit where the spec is: files or a workbook."""
    if place.is_dir():
        return tuple(findings)
    return tuple(in_workbook(finding) for finding in findings)


def _map(buku: Buku) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """Return the map of SOP where the book has a page for it."""
    wanted = next((b for b in buku.susunan if b.jenis == "peta"), None)
    if wanted is None:
        return None, ()
    from sopgen.render.graph import GraphvizError, lay_out

    try:
        return lay_out(relate(buku)), ()
    except GraphvizError as error:
        return None, (_unmapped(str(error), wanted.span),)


def _unmapped(why: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "SOP952",
        Severity.WARNING,
        f"peta SOP tidak digambar: {why}",
        span,
        "pasang Graphviz, atau `pip install sopgen[peta]`",
    )


def draw_map(folder: Path, suffix: str) -> Drawn:
    """Draw the map of an office's SOP, as one of MAPS."""
    reading = read_buku(folder)
    if reading.buku is None:
        return Drawn(b"", told(folder, reading.findings))
    from sopgen.render.graph import GraphvizError, lay_out

    peta = relate(reading.buku)
    try:
        drawing = lay_out(peta)
    except GraphvizError as error:
        problem = replace(
            _unmapped(str(error), reading.buku.span), severity=Severity.ERROR
        )
        return Drawn(b"", (*reading.findings, problem))
    data = MAPS[suffix](drawing, peta.judul, read_symbols())
    return Drawn(data, reading.findings, f"peta-{reading.buku.id}")


def check(folder: Path) -> tuple[Diagnostic, ...]:
    """Return what reading, lint, layout and texts find in a spec, and what they advise.

    Advice costs time, so that a build does without it.
    """
    made, found = lay_out_book(folder, lambda *_: None)
    return found if made is None else in_order((*found, *told(folder, _advice(made))))


def _advice(made: Book) -> Iterator[Diagnostic]:
    room, with_notes = chart_room(made.buku), made.buku.berketerangan
    for sop in made.buku.sop:
        chart = made.charts[sop.id]
        finding = propose_order(sop, chart, room, made.symbols, keterangan=with_notes)
        if finding:
            yield finding


def build(wish: Wish, notice: Notice) -> Result:
    """Write the files of a wish; a file that fails leaves the others to be made."""
    made, found = lay_out_book(wish.folder, notice)
    if made is None:
        return Result((), found)
    refused = refusals(made.buku, found) if wish.final else ()
    if refused:
        return Result((), (*found, *refused))
    return _write(wish, made, found, notice)


def draw(folder: Path, nomor: int, suffix: str, theme: str = "cetak") -> Drawn:
    """Draw the chart of one SOP by itself, in one of DRAWINGS and THEMES.

    The result has no name where there is no such SOP, no data where it has no chart.
    """
    reading = read_buku(folder)
    every = reading.buku.sop if reading.buku else ()
    sop = next((s for s in every if s.nomor == nomor), None)
    if reading.buku is None or sop is None:
        return Drawn(b"", told(folder, reading.findings))
    symbols = read_symbols()
    buku = reading.buku
    room = chart_room(buku)
    chart = arrange(sop, room, symbols, keterangan=buku.berketerangan)
    drawing = ChartDrawing(chart, sop, symbols, THEMES[theme])
    data = DRAWINGS[suffix](drawing) if chart.pages else b""
    found = told(folder, (*reading.findings, *chart.findings))
    return Drawn(data, found, f"{sop.nomor:02}-{sop.id}")


def _write(
    wish: Wish, made: Book, found: tuple[Diagnostic, ...], notice: Notice
) -> Result:
    folder = wish.output / made.buku.id / str(made.buku.tahun)
    jobs = tuple(_jobs(wish, made))
    problem = prepare(folder) if jobs else _nothing(wish, made.buku)
    if problem:
        return Result((), (*found, problem))
    files: list[Built] = []
    failed: list[Diagnostic] = []
    for number, job in enumerate(jobs):
        notice(job.name, number, len(jobs))
        data, pages = job.make()
        problem = write_whole(folder / job.name, data)
        if problem:
            failed.append(problem)
        else:
            files.append(Built(folder / job.name, job.bagian, pages, digest(data)))
    notice("selesai", len(jobs), len(jobs))
    findings = (*found, *failed)
    if not files:
        return Result((), findings)
    if wish.whole and not failed:
        sweep(folder, files)
    listing = manifest(folder, files, findings, whole=wish.whole and not failed)
    problem = write_whole(folder / MANIFEST, listing)
    return Result(tuple(files), (*findings, problem) if problem else findings)


def _nothing(wish: Wish, buku: Buku) -> Diagnostic:
    """Return the finding for a wish that no part, SOP or format of the book fulfils."""
    parts = ", ".join(dict.fromkeys(b.jenis for b in buku.susunan))
    numbers = ", ".join(str(s.nomor) for s in buku.sop)
    asked = [f"--only {','.join(sorted(wish.only))}"] if wish.only else []
    asked += [f"--sop {','.join(map(str, sorted(wish.sop)))}"] if wish.sop else []
    return Diagnostic(
        "SOP953",
        Severity.ERROR,
        f"tidak ada yang dibangun dengan {' '.join(asked) or 'permintaan ini'} dalam "
        f"format {', '.join(wish.formats)}",
        buku.span,
        f"bagian buku ini: {parts}; nomor SOP: {numbers}",
    )


def _jobs(wish: Wish, made: Book) -> Iterator[Job]:
    for suffix in wish.formats:
        if FORMATS[suffix].document:
            yield from _document_jobs(wish, made, suffix)
    if not wish.only or "sop" in wish.only:
        for entry in made.buku.sop:
            if not wish.sop or entry.nomor in wish.sop:
                yield from _sop_jobs(wish, made, entry)


def _document_jobs(wish: Wish, made: Book, suffix: str) -> Iterator[Job]:
    """Yield the book and its decrees, or the parts that are wished for."""
    prints, parts = FORMATS[suffix].prints, wish.only - {"sop"}
    whole = not wish.only and not wish.sop
    if whole and "buku" in prints:
        yield Job(f"buku.{suffix}", "buku", _printed(made, suffix, made.document))
    if whole and "keputusan" in prints:
        yield from _keputusan_jobs(made, suffix)
    if parts and "bagian" in prints:
        yield from _bagian_jobs(made, suffix, parts)


def _keputusan_jobs(made: Book, suffix: str) -> Iterator[Job]:
    for number, keputusan in enumerate(made.buku.keputusan, 1):
        bagian = frozenset(
            f"{jenis}:{keputusan.id}" for jenis in ("keputusan", "lampiran")
        )
        title = f"Keputusan Nomor {keputusan.nomor}"
        own = excerpt(made.document, bagian, title)
        if own.sections:
            name = f"keputusan-{number}.{suffix}"
            yield Job(name, f"keputusan:{keputusan.id}", _printed(made, suffix, own))


def _bagian_jobs(made: Book, suffix: str, only: frozenset[str]) -> Iterator[Job]:
    """Yield just the pages of some parts, numbered as in the book."""
    document = made.document
    book = typeset(document)
    for jenis in PARTS:
        own = tuple(s for s in document.sections if kind_of(s.bagian) == jenis)
        pages = tuple(p for p in book.pages if kind_of(p.bagian) == jenis)
        if jenis in only and pages:
            part = replace(document, sections=own)
            chosen = replace(book, pages=pages)
            yield Job(f"{jenis}.{suffix}", jenis, _pages(made, suffix, part, chosen))


def kind_of(bagian: str) -> str:
    """Return ``keputusan`` of ``keputusan:sk-1``."""
    return bagian.partition(":")[0]


def _sop_jobs(wish: Wish, made: Book, sop: Sop) -> Iterator[Job]:
    bagian = f"sop:{sop.id}"
    name = f"sop/{sop.nomor:02}-{sop.id}"
    for suffix in wish.formats:
        kind = FORMATS[suffix]
        if kind.document:
            own = excerpt(made.document, frozenset([bagian]), sop.nama)
            if own.sections:
                yield Job(f"{name}.{suffix}", bagian, _printed(made, suffix, own))
        elif kind.chart and made.charts[sop.id].pages:
            yield Job(f"{name}.{suffix}", bagian, _drawn(made, suffix, sop))


def _printed(made: Book, suffix: str, document: Document) -> Make:
    return lambda: _pages(made, suffix, document, typeset(document))()


def _pages(made: Book, suffix: str, document: Document, pages: Pages) -> Make:
    kind = FORMATS[suffix]
    write, count = kind.document, kind.count(pages)
    assert write is not None
    printing = Printing(document, pages, made.buku, made.symbols)
    return lambda: (write(printing), count)


def _drawn(made: Book, suffix: str, sop: Sop) -> Make:
    chart = made.charts[sop.id]
    drawing = ChartDrawing(chart, sop, made.symbols)
    return lambda: (DRAWINGS[suffix](drawing), len(chart.pages))


def refusals(buku: Buku, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return why a final build is refused: drafts, and errors still open."""
    drafts = [
        (what, span)
        for what, status, span in (
            ("buku", buku.status, buku.span),
            *((f"keputusan {k.id}", k.status, k.span) for k in buku.keputusan),
            *((f"SOP {s.nomor} {s.nama}", s.status, s.span) for s in buku.sop),
        )
        if status is Status.DRAF
    ]
    made = [
        Diagnostic(
            "SOP711",
            Severity.ERROR,
            f"{what} masih draf; --final tidak membangun draf",
            span,
            "setelah diperiksa tulis `status: berlaku`, atau bangun tanpa --final",
        )
        for what, span in drafts
    ]
    errors = sum(f.severity is Severity.ERROR for f in found)
    if errors:
        made.append(
            Diagnostic(
                "SOP712",
                Severity.ERROR,
                f"masih ada {errors} kesalahan; --final tidak membangunnya",
                buku.span,
                "perbaiki kesalahan di atas, atau bangun tanpa --final",
            )
        )
    return tuple(made)
