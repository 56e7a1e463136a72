"""A surface with a grid of cells and drawings over it, the same for Excel and Word.

A worksheet is a board; so is a table of a document, and so is the text between two
tables.  Millimetres from the top-left corner of the grid.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field, replace

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell or merged area; ``rows`` and ``columns`` are how far it reaches."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1

    @property
    def bottom(self) -> int:
        """Return the first row below it."""
        return self.row + self.rows

    @property
    def right(self) -> int:
        """Return the first column behind it."""
        return self.column + self.columns


@dataclass(frozen=True, slots=True)
class Figure:
    """A symbol: ``doubt`` says why it may be another than it is read as.

    It may be ``typed`` into a cell instead of drawn.
    """

    simbol: str
    box: Box
    teks: str = ""
    id: str = ""
    doubt: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn, from its first point to its last.

    ``tail`` and ``head`` are whether an arrowhead is at the first and last point,
    ``glue`` are the ids of the figures that its ends are tied to.  A ``block`` is a
    shape that points; ``doubt`` says why a line may mean other symbols.
    """

    points: tuple[Point, ...]
    tail: bool = False
    head: bool = False
    dashed: bool = False
    glue: tuple[str, str] = ("", "")
    block: bool = False
    doubt: str = ""

    def turned(self) -> Line:
        """Return the line as if it were drawn from its other end."""
        first, last = self.glue
        points = tuple(reversed(self.points))
        return replace(
            self, points=points, tail=self.head, head=self.tail, glue=(last, first)
        )


@dataclass(frozen=True, slots=True)
class Words:
    """Text without a symbol round it; ``typed`` where it stands in a cell."""

    teks: str
    box: Box
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Loose:
    """Something drawn that is not read, and why."""

    why: str
    at: Point


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn over a board."""

    figures: tuple[Figure, ...] = ()
    lines: tuple[Line, ...] = ()
    words: tuple[Words, ...] = ()
    loose: tuple[Loose, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Cells by their top-left place, edges of the grid in mm, and what is drawn.

    ``sheet`` is the name of a worksheet; for a document it is empty and ``nama``
    says where the board stands.  ``known`` is whether row heights are facts; where
    they are not, the order of symbols counts more than their place.  ``number`` tells
    the boards of one file apart; ``sides`` are width and height of the sheet that it
    is printed on, 0 where nobody says.
    """

    source: Source
    nama: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], Cell]
    drawing: Drawing = Drawing()
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    known: bool = True
    areas: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False)
    number: int = 0
    sides: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        for cell in self.cells.values():
            if cell.rows > 1 or cell.columns > 1:
                self.areas.update(dict.fromkeys(_covered(cell), cell))

    @property
    def is_grid(self) -> bool:
        """Return whether it is a worksheet or a table, no running text."""
        return bool(self.sheet) or self.nama.startswith("tabel")

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return len(self.ys) - 1

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a place, or the merged area that covers it."""
        place = (row, column)
        return self.areas.get(place) or self.cells.get(place) or Cell(row, column, "")

    def in_row(self, row: int) -> Iterator[Cell]:
        """Yield the cells with text that begin in a row, from the left."""
        for column in range(len(self.xs) - 1):
            cell = self.cells.get((row, column))
            if cell is not None and cell.text:
                yield cell

    def box(self, cell: Cell) -> Box:
        """Return where a cell lies."""
        x, y = self.xs[cell.column], self.ys[cell.row]
        right = self.xs[min(cell.right, len(self.xs) - 1)]
        bottom = self.ys[min(cell.bottom, len(self.ys) - 1)]
        return Box(x, y, right - x, bottom - y)

    def place(self, point: Point) -> tuple[int, int]:
        """Return row and column under a point; the nearest where it lies outside."""
        row = bisect_right(self.ys, point.y) - 1
        column = bisect_right(self.xs, point.x) - 1
        return (
            min(max(row, 0), max(len(self.ys) - 2, 0)),
            min(max(column, 0), max(len(self.xs) - 2, 0)),
        )

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell as it is shown to the user."""
        if not self.sheet:
            return Span(self.source)
        return Span(self.source, cell=f"{self.sheet}!{letters(column)}{row + 1}")

    def finding(
        self, code: str, message: str, at: Point | Cell, saran: str = ""
    ) -> Diagnostic:
        """Return a finding about a place of this board."""
        point = isinstance(at, Point)
        row, column = self.place(at) if isinstance(at, Point) else (at.row, at.column)
        if not self.sheet:
            where = f", baris {row + 1}" if not point or self.rows > 1 else ""
            message = f"{self.nama}{where}: {message}"
        span = self.span(row, column)
        return diagnose(code, message, span, saran)


def _covered(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.bottom):
        for column in range(cell.column, cell.right):
            yield row, column


def letters(column: int) -> str:
    """Return the name of a column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
