"""A worksheet that is filled from the top: columns are fixed, rows are added."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.celltext import FORMULA_SIGNS
from sopgen.model.gaya import Run, slices
from sopgen.render import markup
from sopgen.render.xlsx.grid import EMU_PER_PX

#: Pixels of a digit in Arial 10, the font that column widths are counted in.
DIGIT_PX = 7
POINTS_PER_PX = 0.75
#: The tallest row that Excel knows, in whole pixels.
TALLEST_PX = 540
#: The longest text of a cell.
LONGEST = 32767
#: What is a number and stays itself when Excel shows it.
INTEGER = re.compile("0|[1-9][0-9]{0,8}")
FONTS = {"arial": "Arial", "bookman": "Bookman Old Style"}


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look."""

    font: str = "arial"
    size_pt: float = 8
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: borders are sides of "tblr", fill is RRGGBB or nothing.

    ``indent`` is white space at the left, of about 2.4 mm each; ``ink`` is the colour
    (RRGGBB) of the borders.
    """

    align: str = "left"
    valign: str = "center"
    borders: str = "tblr"
    fill: str = ""
    turned: bool = False
    indent: int = 0
    ink: str = "000000"


class Words(NamedTuple):
    """Text of a cell: its runs, and the look of all that they leave open."""

    runs: tuple[Run, ...] = ()
    letters: Letters = Letters()


class Area(NamedTuple):
    """Cells from a row and column (from 0) to others that are not in it."""

    top: int
    left: int
    bottom: int
    right: int


def begin_board(
    sheet: Worksheet,
    widths: tuple[int, ...],
    styles: dict[tuple[Letters, Look], StyleArray],
) -> Board:
    """Return a board without rows, the columns of its sheet so many pixels wide."""
    for number, width in enumerate(widths, 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = width / DIGIT_PX
    return Board(sheet, widths, styles)


@dataclass(slots=True)
class Board:
    """A worksheet, the widths of its columns and the heights of its rows in pixels.

    ``styles`` are what is known of the workbook's styles; its boards share them.
    """

    sheet: Worksheet
    widths: tuple[int, ...]
    styles: dict[tuple[Letters, Look], StyleArray]
    heights: list[int] = field(default_factory=list)

    @property
    def xs(self) -> tuple[int, ...]:
        """Return the columns' edges in EMU."""
        return tuple(accumulate((w * EMU_PER_PX for w in self.widths), initial=0))

    @property
    def ys(self) -> tuple[int, ...]:
        """Return the rows' edges in EMU."""
        return tuple(accumulate((h * EMU_PER_PX for h in self.heights), initial=0))

    def add(self, height: int) -> range:
        """Add a row, or several where one would be too tall; return their numbers."""
        start = len(self.heights)
        count = max(1, -(-height // TALLEST_PX))
        edges = [round(height * k / count) for k in range(count + 1)]
        for upper, lower in pairwise(edges):
            self.heights.append(max(lower - upper, 1))
            row = self.sheet.row_dimensions[len(self.heights)]
            row.height = self.heights[-1] * POINTS_PER_PX
        return range(start, len(self.heights))

    def break_before(self, row: int) -> None:
        """Begin a new page with a row."""
        self.sheet.row_breaks.append(Break(id=row))

    def fill(self, area: Area, words: Words, look: Look) -> None:
        """Put text into an area, its cells merged and ruled round their edge."""
        for row in range(area.top, area.bottom):
            for column in range(area.left, area.right):
                own = _bordered(look, _outside(area, row, column))
                self._style(self.sheet.cell(row + 1, column + 1), words.letters, own)
        _write(self.sheet.cell(area.top + 1, area.left + 1), words)
        if area.bottom - area.top > 1 or area.right - area.left > 1:
            corners = (area.left + 1, area.top + 1, area.right, area.bottom)
            self.sheet.merged_cells.add(CellRange(None, *corners))

    def _style(self, cell: Cell, letters: Letters, look: Look) -> None:
        """Give a cell its look; openpyxl takes long to find out that it has it."""
        known = self.styles.get((letters, look))
        if known is not None:
            cell._style = copy(known)
            return
        cell.font = _font(letters)
        cell.alignment = _alignment(look)
        cell.border = _border(look.borders, look.ink)
        if look.fill:
            cell.fill = _fill(look.fill)
        self.styles[letters, look] = copy(cell._style)


def _outside(area: Area, row: int, column: int) -> str:
    """Return the sides of a cell that are those of its area."""
    top = "t" if row == area.top else ""
    bottom = "b" if row == area.bottom - 1 else ""
    left = "l" if column == area.left else ""
    right = "r" if column == area.right - 1 else ""
    return top + bottom + left + right


@cache
def _bordered(look: Look, sides: str) -> Look:
    """Return a look with borders only at some sides."""
    return replace(look, borders="".join(s for s in look.borders if s in sides))


def clean(text: str) -> str:
    """Return text without what no cell can hold."""
    return markup.clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def _write(cell: Cell, words: Words) -> None:
    """Write text as text: nothing in it is ever a formula or an error."""
    runs = _trimmed(words.runs)
    text = "".join(run.text for run in runs)
    if not text:
        return
    if INTEGER.fullmatch(text):
        cell.value = int(text)
        return
    cell.value = text if all(run.plain for run in runs) else _rich(runs, words.letters)
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without what no cell can hold, and without blanks at their ends."""
    kept = tuple(replace(run, text=clean(run.text)) for run in runs)
    text = "".join(run.text for run in kept)[:LONGEST]
    start = len(text) - len(text.lstrip())
    return slices(kept, start, len(text.rstrip()))


def _rich(runs: tuple[Run, ...], letters: Letters) -> CellRichText:
    """Return text of several looks; what has the look of its cell says nothing."""
    return CellRichText(
        [
            run.text if run.plain else TextBlock(_inline(run, letters), run.text)
            for run in runs
        ]
    )


def _inline(run: Run, letters: Letters) -> InlineFont:
    return InlineFont(
        rFont=FONTS[letters.font],
        sz=letters.size_pt,
        b=letters.bold or run.bold or None,
        i=letters.italic or run.italic or None,
        u="single" if letters.underline or run.underline else None,
    )


@cache
def _font(letters: Letters) -> Font:
    return Font(
        name=FONTS[letters.font],
        sz=letters.size_pt,
        b=letters.bold or None,
        i=letters.italic or None,
        u="single" if letters.underline else None,
    )


@cache
def _alignment(look: Look) -> Alignment:
    return Alignment(
        horizontal=look.align,
        vertical=look.valign,
        wrap_text=True,
        indent=look.indent,
        text_rotation=90 if look.turned else 0,
    )


@cache
def _border(sides: str, ink: str) -> Border:
    line = Side(style="thin", color=f"FF{ink}")
    names = {"t": "top", "b": "bottom", "l": "left", "r": "right"}
    return Border(**{name: line for letter, name in names.items() if letter in sides})


@cache
def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=f"FF{colour}")
