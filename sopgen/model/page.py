"""Pages ready to be printed: every line of text and every stroke has its place.

Millimetres from the page's top-left corner, y down; y of text is its baseline.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sopgen.model.bagian import BagianId
from sopgen.model.chart import ChartPage
from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.model.struktur import Element, End

#: The day that a file bears which belongs to no book.
BERKAS = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Words of one face and size, on one line, beginning at x.

    After a ``spaced`` piece comes white space before what is read next.
    """

    x: float
    y: float
    text: str
    face: str
    size_pt: float
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page where an anchor is, right-aligned at x."""

    x: float
    y: float
    anchor: str
    face: str
    size_pt: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a width in mm."""

    start: Point
    end: Point
    width: float


@dataclass(frozen=True, slots=True)
class Curve:
    """An arrow along Bézier curves: a start, then three points for each curve."""

    points: tuple[Point, ...]
    dashed: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture fitted into a box with its proportions kept."""

    file: Path
    box: Box


@dataclass(frozen=True, slots=True)
class SymbolDrawing:
    """A symbol or line of the legend, drawn in a box."""

    simbol: str
    box: Box


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A page of a chart, its frame's corner at x, y."""

    page: ChartPage
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and the outline lead to."""

    name: str
    y: float
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to an anchor."""

    box: Box
    anchor: str


@dataclass(frozen=True, slots=True)
class SignatureArea:
    """Where a signer signs; nothing is drawn there.  ``name`` is that of his place."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR that says a text, its quiet zone within the box."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class TagText:
    """A character that a program looks for: text by itself, in grey, middle at x."""

    x: float
    y: float
    text: str
    face: str
    size_pt: float


@dataclass(frozen=True, slots=True)
class FootText:
    """A line at the foot of whichever page it comes to stand on, its middle at x.

    ``y`` is measured from the edge of the page: only x moves with what it belongs to.
    """

    x: float
    y: float
    text: str
    face: str
    size_pt: float
    spaced: bool = False


Item = (
    TextPiece
    | PageNumber
    | Stroke
    | Curve
    | Picture
    | SymbolDrawing
    | ChartDrawing
    | Anchor
    | Link
    | Element
    | End
    | SignatureArea
    | QrCode
    | TagText
    | FootText
)


def moved(item: Item, dx: float, dy: float) -> Item:  # noqa: C901, PLR0911 (one case a kind)
    """Return an item moved by dx, dy mm."""
    match item:
        case TextPiece(x=x, y=y):  # most are text or lines: ``replace`` takes longer
            return TextPiece(
                x + dx, y + dy, item.text, item.face, item.size_pt, item.spaced
            )
        case Stroke(start=a, end=b, width=width):
            a, b = Point(a.x + dx, a.y + dy), Point(b.x + dx, b.y + dy)
            return Stroke(a, b, width)
        case Element() | End():
            return item
        case PageNumber() | ChartDrawing() | TagText():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case FootText():
            return replace(item, x=item.x + dx)
        case Curve(points=points):
            return replace(item, points=tuple(Point(x + dx, y + dy) for x, y in points))
        case (
            Picture(box=box)
            | SymbolDrawing(box=box)
            | Link(box=box)
            | SignatureArea(box=box)
            | QrCode(box=box)
        ):
            return replace(item, box=box.moved(dx, dy))
        case Anchor():
            return replace(item, y=item.y + dy)


class Urutan(NamedTuple):
    """Which page of how many it is."""

    nomor: int
    dari: int


def halaman(urutan: Urutan, count: int = 1) -> str:
    """Return what the head of a page says, or of some that follow each other."""
    nomor, dari = urutan
    last = nomor + count - 1
    pages = f"{nomor}–{last}" if count > 1 else str(nomor)
    return f"Halaman {pages} dari {dari}"


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page.

    ``body`` is what its document says there, ``own`` what this file adds to it: its
    number and what stands at its head.  ``label`` is its number as printed and as a
    reader shows it (iv, 12), ``style`` how it counts (romawi, arab, tanpa), ``count``
    its place in that count; ``mark`` is the light word across it.  ``urutan`` is which
    of how many of its part it is, where its head says so.  A ``kosong`` page was put in
    so that the next one is the front of a sheet.
    """

    width: float
    height: float
    body: tuple[Item, ...]
    bagian: BagianId
    style: str
    count: int
    label: str
    own: tuple[Item, ...] = ()
    mark: str = ""
    urutan: Urutan | None = None
    kosong: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Return everything on it, in the order of drawing."""
        return (*self.body, *self.own)


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a document and what its file says about itself."""

    judul: str
    penulis: str
    subjek: str
    pages: tuple[Page, ...]
    tanggal: date = BERKAS

    @property
    def labels(self) -> dict[str, str]:
        """Return the page label of every anchor."""
        return {
            item.name: page.label
            for page in self.pages
            for item in page.body
            if isinstance(item, Anchor)
        }
