"""Call the stages in order: read, lint, arrange, compose, typeset, render, write."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sopgen.abaikan import Heard, Words, leave_out, unneeded
from sopgen.bagan import order_of
from sopgen.charting import Charting
from sopgen.comparison import Years, compare_years
from sopgen.forbidden import refusals, unread, withheld
from sopgen.hasil import Result
from sopgen.jobs import Book, Wish, jobs_of
from sopgen.kerja import Kerja, cores
from sopgen.kosakata import BUKU_KERJA, YAML, Kosakata
from sopgen.layout import URUTAN
from sopgen.making import Making, Notice
from sopgen.model.buku import Buku, Reading
from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Severity, for_final, in_order
from sopgen.model.document import Drawing
from sopgen.model.ketikan import Ketikan
from sopgen.model.nilai import dataclass
from sopgen.output import interrupted
from sopgen.paket import digested
from sopgen.parts import compose
from sopgen.parts.bahan import Figures
from sopgen.peta import relate
from sopgen.publish import Edisi, nothing_to_do, publish, unknown_sop
from sopgen.sebab import causes
from sopgen.simpanan.lemari import Lemari
from sopgen.simpanan.rak import Rak
from sopgen.spec import read_buku
from sopgen.spec.terbuka import last_saved
from sopgen.symbols import read_symbols
from sopgen.tanda_dalam_teks import tags_in_text
from sopgen.typeset import settle

__all__ = [
    "Heard",
    "Result",
    "Siap",
    "Wish",
    "build",
    "check",
    "examine",
    "examine_alone",
    "ready",
    "refusals",
    "skim",
    "with_saved",
]

#: A map that cannot be drawn: an error where nothing but the map is wanted.
TANPA_PETA, UNMAPPED = "SOP952", "peta SOP tidak digambar: {}"
GRAPHVIZ = "pasang Graphviz, atau `pip install sopgen[peta]`"
#: What ``examine`` alone finds, for it costs time.
ADVICE = frozenset({URUTAN})
#: A book of which no earlier year is known.
ALONE = Years()
#: Charts are drawn here and now, unless something else is said.
CHARTING = Charting()


def lay_out_book(
    buku: Buku,
    notice: Notice,
    ketikan: Iterable[Ketikan] = (),
    years: Years = ALONE,
    charting: Charting = CHARTING,
) -> Book:
    """Lay a book out; the findings are those of all stages but reading.

    ``ketikan`` are its texts as they were typed, ``years`` its earlier years.
    """
    symbols, texts = read_symbols(), tuple(ketikan)

    def told(number: int, nama: str) -> None:
        notice("", f"bagan {nama}", number, len(buku.sop))

    with charting.begun(buku, symbols, told) as drawn:
        from sopgen.lint import lint  # read while others draw

        in_texts = lint(buku, texts, years.last)
        charts = drawn()
    shown = charting.shown(buku)
    peta, unmapped = _map(shown)
    figures = Figures(charts, peta, years.riwayat, frozenset(charts))
    composed = compose(shown, figures, symbols)
    found = (
        *years.findings,
        *in_texts,
        *(finding for chart in charts.values() for finding in chart.findings),
        *unmapped,
        *composed.findings,
    )
    if withheld(found):
        return Book(buku, charts, composed.document, symbols, found, composed.salinan)
    document = settle(composed.document)
    made = Book(buku, charts, document, symbols, found, composed.salinan)
    tags = tuple(tags_in_text(made, texts))
    return replace(made, findings=(*found, *tags)) if tags else made


def heard(place: Path, reading: Reading, more: Iterable[Diagnostic] = ()) -> Heard:
    """Return what is found in a spec as it is told, each mistake once, in file order.

    Without what the office has found right; in words that suit where the spec is:
    files or a workbook.  ``more`` is what was found after reading.
    """
    own = causes((*reading.findings, *more), reading.buku)
    made = leave_out(own, reading.abaikan, _words(reading))
    said = vocabulary(place).said
    return Heard(in_order(map(said, made.findings)), made.diabaikan)


def vocabulary(place: Path) -> Kosakata:
    """Return the words of those who write a spec there: in files or in a workbook."""
    return YAML if os.path.isdir(place) else BUKU_KERJA


def told(
    place: Path, reading: Reading, more: Iterable[Diagnostic] = ()
) -> tuple[Diagnostic, ...]:
    """Return what ``heard`` tells."""
    return heard(place, reading, more).findings


def _words(reading: Reading) -> Words:
    texts = {one.teks.span: one.teks.isi for one in reading.ketikan}
    return Words((YAML.said, BUKU_KERJA.said), texts if reading.abaikan else {})


def _unneeded(
    reading: Reading, more: Iterable[Diagnostic], unasked: frozenset[str] = frozenset()
) -> Iterator[Diagnostic]:
    """Yield what is told of entries of ``abaikan`` that nothing fits any more.

    Where something could not be read nobody knows, nor of the codes ``unasked``.
    """
    found = (*reading.findings, *more)
    errors = [f for f in reading.findings if f.severity is Severity.ERROR]
    known = (
        one
        for one in reading.abaikan
        if one.kode not in unasked and not any(map(one.reaches, errors))
    )
    yield from unneeded(found, known, _words(reading))


def _map(buku: Buku) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """Return the map of SOP where the book has a page for it."""
    wanted = next((b for b in buku.susunan if b.jenis == "peta"), None)
    if wanted is None:
        return None, ()
    from sopgen.render.graph import GraphvizError, lay_out

    try:
        return lay_out(relate(buku)), ()
    except GraphvizError as error:
        why = UNMAPPED.format(error)
        return None, (diagnose_lightly(TANPA_PETA, why, wanted.span, GRAPHVIZ),)


def check(folder: Path) -> tuple[Diagnostic, ...]:
    """Return what ``examine`` tells of a spec."""
    return examine(folder).findings


def examine(folder: Path, output: Path | None = None) -> Heard:
    """Return what reading, lint, layout and texts find in a spec, and what they advise.

    Advice costs time, so that a build does without it.  Charts that the last build to
    ``output`` drew are not drawn again, and if it was killed, that is told.
    """
    reading = read_buku(folder)
    if reading.buku is None:
        return heard(folder, reading, _open_elsewhere(folder))
    years = compare_years(folder, reading.buku)
    buku = reading.buku
    rak = None if output is None else Rak.of(output, buku.id, buku.tahun)
    how = Charting(Kerja(cores()), rak)
    made = lay_out_book(buku, lambda *_: None, reading.ketikan, years, how)
    beside = (*_open_elsewhere(folder), *left_by_build(output, buku))
    found = (*made.findings, *_advice(made), *beside)
    return heard(folder, reading, (*found, *_unneeded(reading, found)))


def unfinished(place: Path) -> tuple[Diagnostic, ...]:
    """Return what keeps a spec from being signed: what is said in it, and its drafts.

    It is what reading, lint and earlier years find, as it is told: no pages are made.
    """
    reading = read_buku(place)
    if reading.buku is None:
        return told(place, reading)
    years = compare_years(place, reading.buku)
    from sopgen.lint import lint

    found = (*years.findings, *lint(reading.buku, reading.ketikan, years.last))
    drafts = map(vocabulary(place).said, refusals(reading.buku, ()))
    return (*told(place, reading, found), *drafts)


def skim(place: Path) -> Heard:
    """Return what reading and lint find in a spec by itself: fast, and no pages."""
    from sopgen.lint import lint

    reading = read_buku(place)
    found = lint(reading.buku, reading.ketikan) if reading.buku else ()
    return heard(place, reading, found)


def examine_alone(place: Path) -> Heard:
    """Return what ``examine`` tells of a spec without its earlier years and advice."""
    reading = read_buku(place)
    if reading.buku is None:
        return heard(place, reading)
    made = lay_out_book(reading.buku, lambda *_: None, reading.ketikan)
    return heard(place, reading, made.findings)


def left_by_build(output: Path | None, buku: Buku) -> tuple[Diagnostic, ...]:
    """Return what is said of a book whose last build was killed."""
    told = interrupted(output / buku.id / str(buku.tahun)) if output else None
    return () if told is None else (told,)


def _advice(made: Book) -> Iterator[Diagnostic]:
    for sop in made.buku.sop:
        finding = order_of(made.buku, sop, made.charts[sop.id], made.symbols)
        if finding:
            yield finding


@dataclass(frozen=True, slots=True)
class Siap:
    """A book that is ready to be made: nothing that was found forbids it."""

    making: Making
    found: tuple[Diagnostic, ...]
    diabaikan: int
    beside: tuple[tuple[Path, str], ...] | None


def build(wish: Wish, notice: Notice) -> Result:
    """Write the files of a wish: all of them or none."""
    siap = ready(wish, notice)
    if isinstance(siap, Result):
        return siap
    making = siap.making
    buku = making.book.buku
    edisi = Edisi(buku.id, buku.tahun, siap.found, making.files)
    result = publish(wish, edisi)
    if result.files:
        making.rak.keep(whole=wish.whole)
    result = replace(result, diabaikan=siap.diabaikan, beside=siap.beside)
    return with_saved(wish, result)


def ready(wish: Wish, notice: Notice) -> Siap | Result:
    """Return the book of a wish ready to be made, or what came of it if it is not."""
    reading = read_buku(wish.folder)
    if reading.buku is None or unread(reading):
        return Result((), told(wish.folder, reading))
    if misused := unknown_sop(reading.buku, wish.sop):
        found = told(wish.folder, reading)
        return Result((), (*found, misused), misused=misused)
    beside = digested(wish.folder, reading)
    rak = _rak(wish, reading.buku)
    years = compare_years(wish.folder, reading.buku)
    some = () if wish.final else (wish.only, wish.sop)
    how = Charting(wish.kerja, rak, *some)
    made = lay_out_book(reading.buku, notice, reading.ketikan, years, how)
    beyond = () if how.parts else _unneeded(reading, made.findings, ADVICE)
    said = heard(wish.folder, reading, (*made.findings, *beyond))
    found = for_final(said.findings) if wish.final else said.findings
    refused = _refused(wish, made, found)
    if refused is not None:
        result = Result((), (*found, *refused), diabaikan=len(said.diabaikan))
        return with_saved(wish, result)
    drawers = Lemari(rak.file.with_suffix(""), wish.ulang)
    book = replace(made, lemari=drawers, kolom=wish.kolom)
    making = Making(wish, book, rak, notice)
    return Siap(making, found, len(said.diabaikan), beside)


def _rak(wish: Wish, buku: Buku) -> Rak:
    """Return the shelf of a book, shut if nothing is to be taken from it."""
    return Rak.of(wish.output, buku.id, buku.tahun, shut=wish.ulang)


def _refused(
    wish: Wish, made: Book, found: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...] | None:
    """Return what is told of a book that must not be built; None if it may be."""
    if withheld(found):
        return ()
    refused = refusals(made.buku, found) if wish.final else ()
    if not refused and not any(jobs_of(wish, made)):
        return (nothing_to_do(wish, made.buku),)
    return tuple(map(vocabulary(wish.folder).said, refused)) or None


def with_saved(wish: Wish, result: Result) -> Result:
    """Return a result with what is told of a workbook that is open elsewhere."""
    saved = _open_elsewhere(wish.folder)
    findings, told_ = (*result.findings, *saved), (*result.told, *saved)
    return replace(result, findings=findings, told=told_)


def _open_elsewhere(place: Path) -> tuple[Diagnostic, ...]:
    """Return the note for a workbook that another program has open."""
    saved = last_saved(place)
    return () if saved is None else (saved,)
