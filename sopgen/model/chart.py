"""A SOP's chart, ready to be drawn: every line, symbol and text has its place.

One geometry, many writers: PDF, SVG, DOCX and XLSX draw this and decide nothing.
Millimetres from the top-left corner of the chart's own frame on each page, text
sizes in points.
"""

from __future__ import annotations

from dataclasses import field

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.gaya import Lines, Run, looks_of, texts_of
from sopgen.model.geometry import Box, Point, Side
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Jenis


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Broken lines of one size, set in a box: the writer only puts them down.

    ``align`` is the horizontal place of the lines, they stand in the middle of the
    box vertically unless ``top``; ``turned`` text reads upwards.  Where some of it is
    italic or bold, ``runs`` are the same lines in their runs.  Of text that is known to
    be ``whole`` no word is broken between lines.
    """

    box: Box
    lines: tuple[str, ...]
    size_pt: float
    leading: float
    align: str = "left"
    bold: bool = False
    top: bool = False
    turned: bool = False
    runs: Lines = field(default=(), hash=False)
    whole: bool = False

    @property
    def in_runs(self) -> Lines:
        """Return the runs of each line: one where nothing is italic or bold."""
        return self.runs or tuple((Run(line),) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Cell:
    """A ruled cell of the chart table, spanning its box, with its text."""

    box: Box
    text: TextBlock | None = field(hash=False)
    header: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in its cell.

    ``id`` is the langkah's id, or that of an off-page connector; ``ref`` is such a
    connector's letter, ``page`` the sheet of the chart that its other half is on (the
    first of several), and ``note`` the words beside it that say so.  ``tanda`` is the
    sign of what changed in it (+, –, ~): it is drawn with more weight.  A further box
    of a langkah that several do has an id of its own and ``langkah``, the id of that.
    ``sop`` is the id of the SOP that it names: a link leads there.
    """

    id: str
    simbol: str
    box: Box
    text: TextBlock | None
    ref: str = ""
    page: int = 0
    span: Span | None = None
    note: TextBlock | None = None
    tanda: str = ""
    langkah: str = ""
    sop: str = ""


@dataclass(frozen=True, slots=True)
class Ikatan:
    """The plain line between two boxes of a langkah that several pelaksana do.

    ``points`` run from the right side of ``source`` to the left side of ``target``,
    which are ids of symbols; arrows meet the box with the id of the ``langkah``.
    """

    langkah: str
    source: str
    target: str
    points: tuple[Point, ...]
    tanda: str = ""


@dataclass(frozen=True, slots=True)
class Port:
    """Where an arrow meets a symbol: the side, and how far along it (0 to 1)."""

    side: Side
    at: float = 0.5


@dataclass(frozen=True, slots=True)
class Label:
    """The text of a decision's exit, beside its arrow.

    Its box is no larger than the text; no table line is seen through it.  ``runs`` are
    its lines where there are several, or where some of it is italic or bold.
    """

    text: str
    box: Box
    size_pt: float
    runs: Lines = ()

    @property
    def block(self) -> TextBlock:
        """Return the text set in its box."""
        lines = texts_of(self.runs) or (self.text,)
        leading = self.box.h / len(lines)
        return TextBlock(
            self.box, lines, self.size_pt, leading, "center", runs=looks_of(self.runs)
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow, or one piece of an arrow that goes over a page break.

    ``alur`` are the indexes in Sop.alur that this piece draws (several arrows with
    the same target may share an entry connector).  ``points`` run from the border
    of ``source`` to that of ``target``, each leg horizontal or vertical.  ``tanda``
    is the sign of what changed in it, as a symbol's.
    """

    source: str
    target: str
    jenis: Jenis
    alur: tuple[int, ...]
    points: tuple[Point, ...]
    ports: tuple[Port, Port]
    label: Label | None = None
    tanda: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """The height of a row, that of a kegiatan by its index."""

    kegiatan: int
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class ChartPage:
    """One page of the chart; the frame is its table, header included.

    ``lanes`` are the x-ranges of the pelaksana columns.  ``marks`` are the signs on
    symbols and arrows that changed, each in a little frame above all else.  ``uraian``
    tells what it shows in words, for those who do not see it.
    """

    frame: Box
    lanes: tuple[tuple[float, float], ...]
    rows: tuple[ChartRow, ...]
    cells: tuple[Cell, ...]
    symbols: tuple[Symbol, ...]
    edges: tuple[Edge, ...]
    title: TextBlock | None = None
    marks: tuple[TextBlock, ...] = ()
    ikatan: tuple[Ikatan, ...] = ()
    uraian: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """All pages of one SOP's chart, and what the layout found (codes 5xx).

    ``size`` is what it is drawn in as a part of the usual size.  A ``lying`` chart is
    drawn for sheets that lie, although upright ones are wanted: it is too wide.
    """

    sop: str
    judul: str
    pages: tuple[ChartPage, ...]
    findings: tuple[Diagnostic, ...] = ()
    size: float = 1.0
    lying: bool = False
