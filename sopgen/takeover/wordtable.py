"""A table of Word as a grid: merged cells, widths, and heights as far as known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import accumulate

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Cell
from sopgen.takeover.wordtext import TWIP, Usual, cell_text, height_of, paragraphs
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

#: Larger tables are cut.
MOST_ROWS, MOST_COLUMNS = 2000, 120
#: A row is at least so high, and a column so wide if nothing is said, mm.
LEAST, WIDE = 4.0, 20.0


@dataclass(slots=True)
class Spot:
    """A cell of the file: its element and its place in the grid."""

    node: Element
    row: int
    column: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A table while it is read."""

    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    #: Whether every height is a fact.
    exact: bool = True
    #: Which limit the table goes beyond: 2000 baris.
    cut: str = ""


def read_grid(table: Element, usual: Usual) -> Grid:
    """Return a table's grid."""
    grid = Grid()
    rows = list(_parts(table, "tr"))
    if len(rows) > MOST_ROWS:
        grid.cut = f"{MOST_ROWS} baris"
        del rows[MOST_ROWS:]
    for index, row in enumerate(rows):
        _spots(grid, row, index)
    _cells(grid)
    grid.xs = _edges(table, grid)
    heights = [_height(grid, row, n, usual) for n, row in enumerate(rows)]
    grid.ys = tuple(accumulate(heights, initial=0.0))
    return grid


def _parts(node: Element, kind: str) -> Iterator[Element]:
    """Yield rows or cells, also those in content controls."""
    for part in children(node):
        if name(part) == kind:
            yield part
        elif name(part) in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
            yield from _parts(part, kind)


def _spots(grid: Grid, row: Element, index: int) -> None:
    column = int(number(attr(child(row, "trPr", "gridBefore"), "val")))
    for node in _parts(row, "tc"):
        span = int(number(attr(child(node, "tcPr", "gridSpan"), "val"), 1))
        span = min(max(span, 1), MOST_COLUMNS)
        if column + span <= MOST_COLUMNS:
            grid.spots.append(Spot(node, index, column, span))
        else:
            grid.cut = grid.cut or f"{MOST_COLUMNS} kolom"
        column += span


def _cells(grid: Grid) -> None:
    """Fill in the cells; what goes on from above makes that one taller."""
    open_cells: dict[int, tuple[int, int]] = {}
    for spot in grid.spots:
        merge = child(spot.node, "tcPr", "vMerge")
        above = open_cells.get(spot.column)
        goes_on = merge is not None and attr(merge, "val") in ("", "continue")
        if goes_on and above is not None:
            cell = grid.cells[above]
            grid.cells[above] = replace(cell, rows=spot.row - cell.row + 1)
            continue
        place = (spot.row, spot.column)
        text = cell_text(spot.node)
        grid.cells[place] = Cell(spot.row, spot.column, text, 1, spot.columns)
        if merge is not None:
            open_cells[spot.column] = place
        else:
            open_cells.pop(spot.column, None)


def _edges(table: Element, grid: Grid) -> tuple[float, ...]:
    """Return the edges of the columns, mm: of the grid, else of the cells."""
    columns = max((s.column + s.columns for s in grid.spots), default=1)
    given = [
        number(attr(col, "w")) * TWIP
        for col in children(child(table, "tblGrid"), "gridCol")
    ]
    widths = [w if w > 0 else WIDE for w in given[:columns]]
    widths += [WIDE] * (columns - len(widths))
    for spot in grid.spots:
        own = child(spot.node, "tcPr", "tcW")
        given_width = number(attr(own, "w")) * TWIP
        dxa = attr(own, "type") in ("", "dxa")
        if not any(given) and dxa and spot.columns == 1 and given_width > 0:
            widths[spot.column] = given_width
    return tuple(accumulate(widths, initial=0.0))


def _height(grid: Grid, row: Element, index: int, usual: Usual) -> float:
    """Return the height of a row, mm; it is estimated where it depends on text."""
    told = child(row, "trPr", "trHeight")
    given = number(attr(told, "val")) * TWIP
    if attr(told, "hRule") == "exact" and given > 0:
        return given
    grid.exact = False
    return max(_needed(grid, index, usual), given, LEAST)


def _needed(grid: Grid, index: int, usual: Usual) -> float:
    needed = 0.0
    for spot in grid.spots:
        if spot.row != index or child(spot.node, "tcPr", "vMerge") is not None:
            continue
        width = grid.xs[spot.column + spot.columns] - grid.xs[spot.column] - 3.8
        inside = sum(height_of(p, width, usual) for p in paragraphs(spot.node))
        needed = max(needed, inside)
    return needed
