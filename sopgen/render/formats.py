"""The formats, each with what it can print: a document's pages, or a SOP's chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property

from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.document import Document, Drawing
from sopgen.model.nilai import dataclass
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.render.kept import Kept
from sopgen.render.theme import CETAK, Theme


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A chart to be written by itself, in the colours of a theme."""

    chart: Chart
    sop: Sop
    symbols: Symbols
    theme: Theme = CETAK


@dataclass(frozen=True)
class Printing:
    """A document to be printed: its blocks, and its pages as we break them.

    Some formats take the pages, some the blocks and of the pages the numbers only,
    others the blocks alone: pages are ``typeset`` when they are asked for.  ``kept`` is
    what files of the same build have drawn before; with ``kolom`` a format that has
    fields for signatures gets them.
    """

    document: Document
    typeset: Callable[[], Pages]
    buku: Buku
    symbols: Symbols
    kept: Kept = field(default_factory=Kept)
    kolom: bool = False

    @cached_property
    def pages(self) -> Pages:
        """Return the pages of the document."""
        return self.typeset()


#: What a build makes: the book, its decrees, parts of it, and each SOP.
WHOLE = frozenset({"buku", "keputusan", "bagian", "sop"})
#: What Excel is for.
SHEETS = frozenset({"buku", "sop"})


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it cannot print is None.

    ``prints`` says of what a build makes documents in it; ``built`` whether a build
    writes its charts as files of their own; ``count`` how many pages it prints;
    ``printed`` whether it is made for a printer rather than to go on writing;
    ``titled`` whether its files name other SOP and decrees than those they print.
    ``fields`` are the names of its fields for signatures, which only those have that
    are printed.  ``effort`` is how long a file takes, beside others.
    """

    document: Callable[[Printing], bytes] | None = None
    chart: Callable[[ChartDrawing], bytes] | None = None
    prints: frozenset[str] = WHOLE
    built: bool = True
    count: Callable[[Printing], int] = lambda printing: len(printing.pages.pages)
    printed: bool = False
    titled: bool = False
    fields: Callable[[Printing], tuple[str, ...]] = lambda _: ()
    effort: float = 1.0


def _pdf(printing: Printing) -> bytes:
    from sopgen.render.pdf import write_pdf

    data = write_pdf(printing.pages, printing.symbols, printing.kept)
    if not printing.kolom:
        return data
    from sopgen.render.pdf_field import with_fields

    return with_fields(data, printing.pages)


def _pdf_fields(printing: Printing) -> tuple[str, ...]:
    from sopgen.render.pdf_field import fields_of

    return tuple(one.name for one in fields_of(printing.pages))


def _docx(printing: Printing) -> bytes:
    from sopgen.render.docx import write_docx

    return write_docx(
        printing.document, printing.pages, printing.symbols, printing.kept
    )


def _xlsx(printing: Printing) -> bytes:
    from sopgen.render.xlsx import write_xlsx

    one = printing
    return write_xlsx(one.document, one.buku, one.symbols, one.kept)


def _sheets(printing: Printing) -> int:
    """Return on how many pages the sheets of a workbook are printed."""
    from sopgen.render.xlsx import sheets_of

    one = printing
    sheets = sheets_of(one.document, one.buku, one.symbols, one.kept)
    return sum(sheet.pages for sheet in sheets.values())


def _chart_pdf(drawing: ChartDrawing) -> bytes:
    from sopgen.render.pdf import chart_pages, write_pdf

    return write_pdf(chart_pages(drawing.chart), drawing.symbols)


def _svg(drawing: ChartDrawing) -> bytes:
    from sopgen.render.svg import write_svg

    return write_svg(drawing.chart, drawing.sop, drawing.symbols, drawing.theme)


def _png(drawing: ChartDrawing) -> bytes:
    from sopgen.render.png import write_png

    return write_png(_svg(drawing))


def _json(drawing: ChartDrawing) -> bytes:
    from sopgen.render.json import write_json

    return write_json(drawing.chart)


def _dot(drawing: ChartDrawing) -> bytes:
    from sopgen.render.dot import write_dot

    return write_dot(drawing.sop, drawing.symbols)


#: Every format; a library is loaded only when its format is wanted.
EVERY: Mapping[str, Format] = {
    "pdf": Format(
        document=_pdf, chart=_chart_pdf, printed=True, fields=_pdf_fields, effort=3
    ),
    "docx": Format(document=_docx, effort=3),
    "xlsx": Format(document=_xlsx, prints=SHEETS, count=_sheets, titled=True, effort=4),
    "svg": Format(chart=_svg),
    "png": Format(chart=_png, built=False),
    "json": Format(chart=_json, built=False),
    "dot": Format(chart=_dot, built=False),
}

#: The formats of ``sopgen build`` and those of ``sopgen draw``.
FORMATS = {suffix: kind for suffix, kind in EVERY.items() if kind.built}
DRAWINGS = {suffix: kind.chart for suffix, kind in EVERY.items() if kind.chart}


def _map_pdf(drawing: Drawing, judul: str, symbols: Symbols) -> bytes:
    from sopgen.render.pdf import drawing_page, write_pdf

    return write_pdf(drawing_page(drawing, judul), symbols)


def _map_svg(drawing: Drawing, judul: str, symbols: Symbols) -> bytes:
    from sopgen.render.svg_map import write_map

    return write_map(drawing, judul, symbols)


#: The formats of ``sopgen map``.
MAPS = {"pdf": _map_pdf, "svg": _map_svg}
