"""Read the worksheets of an Excel file: cells with their places in mm."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import field
from itertools import accumulate

from lxml import etree

from sopgen.celltext import from_serial, is_moment, unescaped, visible
from sopgen.celltext import number as shown_number
from sopgen.kertas import read_kertas
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.ooxml import Package
from sopgen.takeover import findings as codes
from sopgen.takeover.anchors import read_anchors
from sopgen.takeover.board import Board, Cell, letters
from sopgen.takeover.looks import GENERAL, read_looks
from sopgen.takeover.turning import EMU
from sopgen.takeover.xmlread import Element, attr, child, children, number, on

#: A pixel in mm; pixels of a digit in the usual fonts; points in a pixel.
PX, DIGIT, PT_PER_PX = 9525 / EMU, 7, 0.75
#: What a column without width has, pixels, and a row without height, points.
COLUMN_PX, ROW_PT = 64, 15.0
#: Cells that are not looked at, for no SOP is so large.
MOST_ROWS, MOST_COLUMNS = 3000, 120
#: Rows and columns that are kept beyond the last with text, for shapes over them.
BEYOND = 40
#: Days that Excel knows as dates: up to the end of the year 9999.
LAST_DAY = 2_958_466
#: The sides of a sheet that Excel does not number, and the units that they may have.
SIDES = ("Width", "Height")
MEASURE = re.compile(r"(\d+(?:\.\d+)?)(mm|cm|in|pt)")
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
BROKEN = "buka di Excel, lalu simpan ulang sebagai .xlsx"


@dataclass(slots=True)
class _Grid:
    """What a sheet says of its columns and rows, from 0, in mm."""

    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    width: float = COLUMN_PX * PX
    height: float = ROW_PT / PT_PER_PX * PX

    def edges(self, count: int, *, down: bool) -> tuple[float, ...]:
        """Return the edges of so many rows or columns."""
        sizes, usual = (
            (self.heights, self.height) if down else (self.widths, self.width)
        )
        each = (sizes.get(k, usual) for k in range(count))
        return tuple(accumulate(each, initial=0.0))


def read_sheets(package: Package, found: list[Diagnostic]) -> Iterator[Board]:
    """Yield every worksheet that is shown, adding to what was found."""
    book = package.xml("xl/workbook.xml")
    parts = package.relations("xl/workbook.xml")
    values = _Values(_strings(package, found), read_looks(package))
    for entry in book.iter("{*}sheet"):
        kind, part = parts.get(attr(entry, "id"), ("", ""))
        nama = attr(entry, "name") or part
        if kind == "chartsheet" or attr(entry, "state") in ("hidden", "veryHidden"):
            message = (
                f"lembar `{codes.short(nama)}` tersembunyi atau berupa grafik; dilewati"
            )
            found.append(codes.noted(package.source, codes.NO_CHART, message))
            continue
        try:
            root = package.xml(part)
        except (KeyError, etree.XMLSyntaxError):
            message = f"lembar `{codes.short(nama)}` rusak atau tidak ada"
            found.append(
                codes.about_file(package.source, codes.BROKEN_PART, message, BROKEN)
            )
            continue
        board = _board(package, root, nama, values)
        found += _too_much(root, board)
        yield read_anchors(package, part, root, board, found)


def _strings(package: Package, found: list[Diagnostic]) -> tuple[str, ...]:
    """Return the texts that cells share."""
    targets = package.relations("xl/workbook.xml").values()
    part = next((p for kind, p in targets if kind == "sharedStrings"), "")
    if not part:
        return ()
    try:
        root = package.xml(part)
    except (KeyError, etree.XMLSyntaxError):
        message = "tabel teks berkas rusak; isi sel tidak terbaca"
        found.append(
            codes.about_file(package.source, codes.BROKEN_PART, message, BROKEN)
        )
        return ()
    return tuple(_words(item) for item in children(root, "si"))


def _words(node: Element) -> str:
    """Return the text of a cell without its phonetic hints."""
    pieces = [*children(node, "t")]
    pieces += [t for run in children(node, "r") for t in children(run, "t")]
    return "".join(piece.text or "" for piece in pieces)


def _board(package: Package, root: Element, nama: str, values: _Values) -> Board:
    """Return a sheet with its cells and nothing drawn."""
    grid = _grid(root)
    texts = dict(_texts(root, values))
    cells = {
        (row, column): Cell(row, column, text) for (row, column), text in texts.items()
    }
    for cell in _merged(root, texts):
        cells[cell.row, cell.column] = cell
    rows = min(max((c.bottom for c in cells.values()), default=0), MOST_ROWS) + BEYOND
    columns = max((c.right for c in cells.values()), default=0)
    columns = min(columns, MOST_COLUMNS) + BEYOND
    return Board(
        package.source,
        f"lembar {nama}",
        grid.edges(columns, down=False),
        grid.edges(rows, down=True),
        cells,
        sheet=nama,
        hidden=frozenset(grid.hidden),
        sides=_sides(root),
    )


def _sides(root: Element) -> tuple[float, float]:
    """Return width and height of the sheet that is printed, mm; 0 for an unknown one.

    Excel gives a number, or the sides of the standing sheet.
    """
    setup = child(root, "pageSetup")
    known = {str(one.excel): one for one in read_kertas().values() if one.excel}
    kertas = known.get(attr(setup, "paperSize"))
    if kertas is not None:
        short, long = float(kertas.lebar), float(kertas.tinggi)
    else:
        short, long = sorted(_measure(attr(setup, f"paper{s}")) for s in SIDES)
    lying = attr(setup, "orientation") == "landscape"
    return (long, short) if lying else (short, long)


def _measure(text: str) -> float:
    """Return a measure with its unit in mm."""
    match = MEASURE.fullmatch(text)
    return float(match[1]) * UNITS[match[2]] if match else 0.0


def _grid(root: Element) -> _Grid:
    grid = _Grid()
    usual = child(root, "sheetFormatPr")
    if attr(usual, "defaultRowHeight"):
        points = number(attr(usual, "defaultRowHeight"), ROW_PT)
        grid.height = min(max(points, 0), 409) / PT_PER_PX * PX
    if attr(usual, "defaultColWidth"):
        grid.width = _width(attr(usual, "defaultColWidth"))
    for column in children(child(root, "cols"), "col"):
        first = int(number(attr(column, "min"), 1))
        last = min(int(number(attr(column, "max"), 1)), MOST_COLUMNS + BEYOND)
        hidden = on(attr(column, "hidden"))
        width = 0.0 if hidden else _width(attr(column, "width"))
        grid.widths.update({k - 1: width for k in range(max(first, 1), last + 1)})
    for index, row in _rows(root):
        if on(attr(row, "hidden")):
            grid.hidden.add(index)
            grid.heights[index] = 0.0
        elif attr(row, "ht"):
            points = min(max(number(attr(row, "ht"), ROW_PT), 0), 409)
            grid.heights[index] = points / PT_PER_PX * PX
    return grid


def _width(text: str) -> float:
    """Return the width of a column in mm; Excel counts it in digits."""
    digits = min(max(number(text, COLUMN_PX / DIGIT), 0), 255)
    return int(digits * DIGIT + 0.5) * PX


def _rows(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows that are looked at, with their numbers from 0."""
    for index, row in _all_rows(root):
        if 0 <= index < MOST_ROWS:
            yield index, row


def _all_rows(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield all rows with their numbers from 0; one may leave its number out."""
    index = -1
    for row in children(child(root, "sheetData"), "row"):
        given = attr(row, "r")
        index = int(number(given, index + 2)) - 1 if given else index + 1
        yield index, row


def _too_much(root: Element, board: Board) -> Iterator[Diagnostic]:
    """Yield that a sheet has text in more rows or columns than are looked at."""
    lower = right = False
    for index, row in _all_rows(root):
        filled = [c for c in children(row, "c") if len(c)]
        lower = lower or (index >= MOST_ROWS and bool(filled))
        places = (place_of(attr(c, "r")) for c in filled)
        right = right or any(p is not None and p[1] >= MOST_COLUMNS for p in places)
    cuts = ((lower, MOST_ROWS, "baris"), (right, MOST_COLUMNS, "kolom"))
    for cut, most, what in cuts:
        if cut:
            at = Cell(most, 0, "") if what == "baris" else Cell(0, most, "")
            message = f"lebih dari {most} {what}; sisanya tidak dibaca"
            yield board.finding(codes.TOO_MUCH, message, at)


@dataclass(frozen=True, slots=True)
class _Values:
    """What the values of cells refer to: texts, and formats of numbers."""

    strings: tuple[str, ...]
    looks: tuple[str, ...]


def _texts(root: Element, values: _Values) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the text of each cell by its place."""
    for index, row in _rows(root):
        column = -1
        for cell in children(row, "c"):
            place = place_of(attr(cell, "r"))
            column = place[1] if place else column + 1
            text = visible(unescaped(_value(cell, values))).strip()
            if text and column < MOST_COLUMNS:
                yield (index, column), text


def _value(cell: Element, values: _Values) -> str:
    kind = attr(cell, "t")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return "" if inline is None else _words(inline)
    value = child(cell, "v")
    text = "" if value is None else value.text or ""
    if kind == "s":
        at = int(number(text, -1))
        return values.strings[at] if 0 <= at < len(values.strings) else ""
    if kind == "b":
        return "ya" if on(text) else "tidak"
    return text if kind not in ("", "n") else _shown(cell, text, values)


def _shown(cell: Element, text: str, values: _Values) -> str:
    """Return a number, date or time as the sheet shows it."""
    value = number(text, math.nan)
    if not math.isfinite(value):
        return text
    at = int(number(attr(cell, "s"), 0))
    look = values.looks[at] if 0 <= at < len(values.looks) else GENERAL
    if is_moment(look) and 0 <= value < LAST_DAY:
        return from_serial(value, look)
    return shown_number(value, look)


def place_of(word: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of a cell such as B7."""
    match = PLACE.fullmatch(word)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _merged(root: Element, texts: dict[tuple[int, int], str]) -> Iterator[Cell]:
    """Yield the merged areas; one that is too large to be meant is cut."""
    for area in children(child(root, "mergeCells"), "mergeCell"):
        first, _, last = attr(area, "ref").partition(":")
        start, end = place_of(first), place_of(last)
        if start is None or end is None or start > end:
            continue
        row, column = start
        rows, columns = min(end[0], MOST_ROWS), min(end[1], MOST_COLUMNS)
        if row <= rows and column <= columns and rows - row < 200:
            text = texts.get((row, column), "")
            yield Cell(row, column, text, rows - row + 1, columns - column + 1)


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: B7."""
    return f"{letters(column)}{row + 1}"
