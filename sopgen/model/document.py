"""A document in blocks, before lines and pages are broken.

A part of the book is written once, in these blocks, and every format prints it.
Lengths in mm, type sizes in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Numbering
from sopgen.model.chart import Chart
from sopgen.model.gaya import Run as Run  # a paragraph's pieces belong to it
from sopgen.model.kotak import FootNote, SignBox
from sopgen.model.nilai import dataclass
from sopgen.model.page import BERKAS, Item

Align = Literal["left", "center", "right", "justify"]


#: What is said of a lambang to those who do not see it.
LAMBANG = "Lambang daerah"
#: What every file of a book is about.
SUBJEK = "Standar Operasional Prosedur Administrasi Pemerintahan"


@dataclass(frozen=True, slots=True)
class Style:
    """A named kind of paragraph.

    ``leading`` is the line pitch in sizes; ``before`` and ``after`` are spaces in mm;
    ``first`` indents the first line in mm.
    """

    nama: str
    font: str = field(default="arial", hash=False)
    size_pt: float = 11
    bold: bool = field(default=False, hash=False)
    italic: bool = field(default=False, hash=False)
    align: Align = field(default="left", hash=False)
    leading: float = field(default=1.15, hash=False)
    before: float = 0
    after: float = field(default=0, hash=False)
    first: float = field(default=0, hash=False)

    def but(self, **changes: object) -> Style:
        """Return the style with some properties changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Label:
    """A mark that hangs left of a paragraph's first line, such as ``Menimbang``.

    ``x`` is its left edge in mm from the column's left edge; ``level`` is the nesting
    of the list whose item it marks.
    """

    text: str
    x: float
    bold: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """What makes a paragraph a heading: its line in the daftar isi and the outline.

    ``anchor`` is unique in the document; level 1 is a chapter.  ``listed`` says
    whether it is in the daftar isi; ``label`` is its letter there.
    """

    level: int
    text: str
    anchor: str
    label: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Isian:
    """The end of a paragraph that staff may fill in, in a file that they go on writing.

    ``tanda`` is by what it is found again, ``nama`` what it is called, ``teks`` what it
    says, or dots if it is ``kosong``; ``tanggal`` is the day that a date says.
    """

    tanda: str
    nama: str
    teks: str
    kosong: bool = False
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.

    ``indent`` and ``indent_right`` are mm from the column's edges; ``keep_next`` keeps
    its last lines on the page of the following block.  It may end with an ``isian``.
    """

    runs: tuple[Run, ...]
    style: Style = field(hash=False)
    indent: float = 0
    indent_right: float = 0
    labels: tuple[Label, ...] = field(default=(), hash=False)
    keep_next: bool = False
    heading: Heading | None = None
    isian: Isian | None = field(default=None, hash=False)

    @property
    def text(self) -> str:
        """Return its plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Space:
    """White space of a height; ``stretch`` shares out what is left on the page."""

    height: float = 0
    stretch: float = 0


@dataclass(frozen=True, slots=True)
class SignRoom:
    """White space that a signer fills, by pen or otherwise; it prints as ``Space``.

    ``nama`` is the signer's place in the book, the same every year and in no file
    twice.  ``indent`` and ``indent_right`` are mm from the column's edges.
    """

    nama: str
    height: float
    indent: float = 0
    indent_right: float = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line over the column; ``double`` is that of a kop surat."""

    double: bool = False
    after: float = 0


@dataclass(frozen=True, slots=True)
class Emblem:
    """The lambang of the daerah, or a neutral box where there is no picture."""

    file: Path | None
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SymbolFigure:
    """A symbol or line of the legend, drawn in the middle of its cell."""

    simbol: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in the middle of the column; ``alt`` says what it shows."""

    file: Path
    width: float
    height: float
    alt: str = ""


@dataclass(frozen=True, slots=True)
class TocLine:
    """A line of the daftar isi: the page number of its anchor is found later.

    ``keep_next`` keeps it on the page of the following line.
    """

    text: str
    anchor: str
    style: Style
    indent: float = 0
    label: Label | None = None
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: blocks over ``span`` columns and ``down`` rows.

    ``borders`` are the sides that are ruled, of "tblr" (top, bottom, left, right).
    """

    blocks: tuple[Block, ...]
    span: int = 1
    down: int = 1
    middle: bool = False
    borders: str = "tblr"

    @property
    def empty(self) -> bool:
        """Return whether nothing but its row's height makes the room in it."""
        return all(isinstance(block, SignRoom) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its height is at least ``least`` mm.

    ``keep_next`` keeps it on the page of the row below it.
    """

    cells: tuple[Cell, ...]
    least: float = 0
    keep_next: bool = False


def kept_ends(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows of a table, none at either end left alone on a page."""
    made = tuple(rows)
    last = len(made) - 1
    return tuple(
        replace(row, keep_next=n < last and n in (0, last - 1))
        for n, row in enumerate(made)
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A table with columns of fixed width in mm; ``header`` rows repeat.

    ``padding`` is horizontal and vertical room inside a cell, ``indent`` mm left of it.
    One that is to ``fill`` its page shares out among its rows what that has to spare.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    header: int = 0
    padding: tuple[float, float] = (1.5, 0.8)
    indent: float = 0
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page, with ``lines`` lines of what stands before.

    A signature block is never alone on a page.
    """

    blocks: tuple[Block, ...]
    lines: int = 2


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """One page of a SOP's chart, filling the column."""

    chart: Chart
    page: int


@dataclass(frozen=True, slots=True)
class ColumnBreak:
    """What follows begins in the next column of the page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A ready-made drawing, in the middle of the column; ``alt`` says what it shows."""

    width: float
    height: float
    items: tuple[Item, ...]
    alt: str = ""


Block = (
    Paragraph
    | Space
    | SignRoom
    | SignBox
    | FootNote
    | Rule
    | Emblem
    | SymbolFigure
    | Figure
    | TocLine
    | Table
    | Together
    | ChartFigure
    | ColumnBreak
    | Drawing
)


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings in blocks, also those inside tables."""
    for block in blocks:
        match block:
            case Paragraph(heading=Heading() as heading):
                yield heading
            case Together(blocks=inner):
                yield from headings(inner)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from headings(cell.blocks)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Margins:
    """The white edges of a page in mm."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page setup: width and height as it is turned, margins, page number.

    On the backs of sheets ``mirrored`` margins change sides, left and right.
    ``number_at`` is where the page number stands, or nowhere; a ``framed`` page has a
    double line round its margins, as covers have.  Text fills one of its ``columns``
    after the other, ``gutter`` mm apart.
    """

    width: float
    height: float
    margins: Margins
    number_at: Literal["foot", "head", "none"] = "foot"
    framed: bool = False
    columns: int = 1
    gutter: float = 0
    mirrored: bool = False

    @property
    def column(self) -> tuple[float, float]:
        """Return width and height of a text column."""
        m = self.margins
        width, height = self.width - m.left - m.right, self.height - m.top - m.bottom
        if self.columns > 1:
            width = (width - self.gutter * (self.columns - 1)) / self.columns
        return width, height


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that begin on a new page of their own setup.

    ``bagian`` is the part it belongs to; ``numbering`` counts on
    from the section before unless ``restart``; ``mark`` is a light word such as DRAF
    across each page; where ``hitung``, the pages of its part are also counted by
    themselves and say so at the head.  ``smaller`` make the same blocks in smaller
    type: where ``blocks`` take more than a page, the first that do not are printed.
    A ``recto`` section begins on the front of a sheet, which has an odd number.
    """

    bagian: BagianId
    sheet: Sheet
    blocks: tuple[Block, ...]
    numbering: Numbering = "arab"
    restart: bool = False
    mark: str = ""
    smaller: tuple[Callable[[], tuple[Block, ...]], ...] = field(
        default=(), compare=False
    )
    hitung: bool = False
    recto: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be printed, with what its file says about itself.

    Its file bears ``tanggal`` instead of the time at which it was made.
    """

    judul: str
    penulis: str
    subjek: str
    sections: tuple[Section, ...]
    tanggal: date = BERKAS
