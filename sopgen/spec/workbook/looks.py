"""How a workbook looks and helps: colours, widths, choices, comments, protection."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.celltext import FORMULA_SIGNS
from sopgen.model.bahasa import tanggal
from sopgen.model.nilai import dataclass

FACE, SIZE = "Arial", 10
#: Height of a line of text in points, and of the lowest row.
LINE, LOWEST = 13.0, 16.0
MOST_LINES = 30
#: Letters of text are a little narrower than the digits that Excel counts widths in.
FIT = 0.95
#: The format of cells that Excel leaves as they are typed.
AS_TYPED = "@"
#: The format of dates: ``12 Januari 2026``, in Indonesian wherever it is opened.
DATED = "[$-421]d mmmm yyyy"
AUTHOR = "sopgen"
LAST_COLUMN = 16384

GREY = Side(style="thin", color="BFBFBF")
GRID = Border(left=GREY, right=GREY, top=GREY, bottom=GREY)
TEXT = Alignment(wrap_text=True, vertical="top")
TEXT_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")
MIDDLE = Alignment(wrap_text=True, vertical="center", horizontal="center")
HEAD = PatternFill("solid", fgColor="D9E2F3")
LABEL = PatternFill("solid", fgColor="F2F2F2")
OPEN = Protection(locked=False)
BOLD, PLAIN = Font(FACE, SIZE, bold=True), Font(FACE, SIZE)
FAINT = Font(FACE, SIZE, italic=True, color="808080")

#: How cells look, by their names; what is not named is as Excel has it.
LOOKS: dict[str, dict[str, Any]] = {
    "judul": {"font": Font(FACE, 14, bold=True)},
    "perintah": {"font": Font("Courier New", SIZE, bold=True), "alignment": TEXT},
    "bagian": {"font": BOLD, "alignment": TEXT},
    "teks": {"font": PLAIN, "alignment": TEXT},
    "kepala": {"font": BOLD, "alignment": MIDDLE, "fill": HEAD, "border": GRID},
    "nama": {"font": BOLD, "alignment": TEXT, "fill": LABEL, "border": GRID},
    "contoh": {"font": FAINT, "alignment": TEXT, "border": GRID},
    "isian": {
        "font": PLAIN, "alignment": TEXT, "border": GRID, "protection": OPEN,
        "number_format": AS_TYPED,
    },
    "tanggal": {
        "font": PLAIN, "alignment": TEXT_LEFT, "border": GRID, "protection": OPEN,
        "number_format": DATED,
    },
}  # fmt: skip


def painter_of(book: Workbook) -> Painter:
    """Return the painter of a workbook, each look made once."""
    scratch = book.create_sheet("gaya")
    styles = {}
    for name, look in LOOKS.items():
        cell = scratch.cell(1, 1)
        for key, value in look.items():
            setattr(cell, key, value)
        styles[name] = copy(cell._style)
        del scratch._cells[1, 1]
    book.remove(scratch)
    return Painter(styles)


@dataclass(frozen=True, slots=True)
class Painter:
    """Writes text into the cells of a workbook in the looks that it has."""

    styles: Mapping[str, StyleArray]

    def write(
        self, sheet: Worksheet, place: tuple[int, int], text: str, look: str = "teks"
    ) -> Cell:
        """Write text that stays text, whatever it begins with."""
        cell: Cell = sheet.cell(*place)
        text = text.strip("\n").rstrip()
        if text:
            cell.value = text
            cell.data_type = "s"
        cell._style = copy(self.styles[look])
        if text.startswith(FORMULA_SIGNS):
            cell.quotePrefix = True
        return cell

    def fill_in(self, sheet: Worksheet, place: tuple[int, int], isi: str | date) -> str:
        """Write what staff may change, a date as Excel knows one; return its text."""
        if not isinstance(isi, date):
            self.write(sheet, place, str(isi), "isian")
            return str(isi)
        cell: Cell = sheet.cell(*place)
        cell.value = isi
        cell._style = copy(self.styles["tanggal"])
        return tanggal(isi)

    def head(
        self, sheet: Worksheet, place: tuple[int, int], text: str, help_text: str
    ) -> None:
        """Write a heading with its help in a comment."""
        note(self.write(sheet, place, text, "kepala"), help_text)

    def label(
        self, sheet: Worksheet, place: tuple[int, int], text: str, help_text: str
    ) -> None:
        """Write the label of a form's line with its help in a comment."""
        note(self.write(sheet, place, text, "nama"), help_text if text else "")


def note(cell: Cell, text: str) -> None:
    """Put a comment on a cell, large enough to read."""
    if text:
        cell.comment = Comment(text, AUTHOR)
        resize(cell.comment)


def resize(comment: Comment) -> None:
    """Make a comment as large as its text."""
    comment.width, comment.height = size_of(comment.text)


def size_of(text: str) -> tuple[int, int]:
    """Return width and height of a comment in pixels."""
    lines = sum(math.ceil(len(line) / 45) or 1 for line in text.split("\n"))
    return 320, 30 + 18 * lines


def fit_row(sheet: Worksheet, row: int, texts: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its texts need in columns of these widths."""
    sheet.row_dimensions[row].height = height_of(texts)


def height_of(texts: Sequence[tuple[str, float]]) -> float:
    """Return the height of a row whose texts stand in columns of these widths."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines, MOST_LINES) * LINE + LOWEST - LINE


def _lines(text: str, width: float) -> int:
    room = max(width / FIT, 1)
    return sum(max(math.ceil(len(line) / room), 1) for line in text.split("\n"))


def widths(sheet: Worksheet, columns: Sequence[float]) -> None:
    """Set the widths of columns; all cells below them may be filled in."""
    for number, width in enumerate(columns, 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.protection = width, OPEN
    beyond = get_column_letter(len(columns) + 1)
    rest = sheet.column_dimensions[beyond]
    rest.min, rest.max, rest.protection = len(columns) + 1, LAST_COLUMN, OPEN


def protect(sheet: Worksheet) -> None:
    """Guard the headings against slips; there is no password."""
    guard = sheet.protection
    guard.sheet = True
    for name in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows",
        "sort", "autoFilter",
    ):  # fmt: skip
        setattr(guard, name, False)


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen in cells: a formula of Excel for the list."""

    formula: str
    strict: bool = False


def words(*options: str) -> Choice:
    """Return a choice among a few words."""
    return Choice('"' + ",".join(options) + '"', strict=True)


def offered(*options: str) -> Choice:
    """Return a choice among a few words where others may stand as well."""
    return Choice('"' + ",".join(options) + '"')


def choose(sheet: Worksheet, choice: Choice, *areas: str) -> None:
    """Offer a list in some areas; other values are asked about, not refused."""
    rule = DataValidation(
        type="list",
        formula1=choice.formula,
        allow_blank=True,
        showErrorMessage=choice.strict,
        errorStyle="warning",
        errorTitle="Periksa isian",
        error="Nilai ini tidak ada dalam daftar pilihan. Tetap pakai?",
    )
    for area in areas:
        rule.add(area)
    sheet.add_data_validation(rule)
