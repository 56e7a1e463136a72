"""Where things lie on a worksheet: its columns and rows in pixels, shapes in EMU.

A pixel is 9525 EMU or 0.75 pt; whole pixels are exact in Excel and in LibreOffice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.render.connector import XY
from sopgen.render.drawingml import Frame, emu

EMU_PER_PX = 9525
PX_PER_MM = 96 / 25.4


def px(mm: float) -> int:
    """Return a length in whole pixels."""
    return round(mm * PX_PER_MM)


@cache
def column_name(number: int) -> str:
    """Return the letters by which a column is called, counted from 0."""
    before, letter = divmod(number, 26)
    return (column_name(before - 1) if before else "") + chr(ord("A") + letter)


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, both counted from 0."""
    return f"{column_name(column)}{row + 1}"


def marker(edges: Sequence[int], at: int) -> XY:
    """Return the column or row (from 0) that holds a place, and how far into it.

    ``edges`` and ``at`` are EMU; what lies before the first edge is in it.
    """
    number = max(min(bisect_right(edges, at), len(edges)) - 1, 0)
    return number, max(at - edges[number], 0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Map mm of a chart's page to EMU of a sheet, cell by cell.

    Edges fall on whole pixels; what lies between is spread evenly, so that arrows
    stay on their symbols and straight lines stay straight.
    """

    mm: tuple[float, ...]
    emu: tuple[int, ...]

    def at(self, value: float) -> int:
        """Return a place in EMU; beyond the edges a mm is a mm."""
        if value <= self.mm[0]:
            return self.emu[0] + emu(value - self.mm[0])
        if value >= self.mm[-1]:
            return self.emu[-1] + emu(value - self.mm[-1])
        k = bisect_right(self.mm, value) - 1
        part = (value - self.mm[k]) / (self.mm[k + 1] - self.mm[k])
        return self.emu[k] + round(part * (self.emu[k + 1] - self.emu[k]))


@dataclass(frozen=True, slots=True)
class Field:
    """A chart's page on the sheet: how x and y are mapped."""

    x: Scale
    y: Scale

    def point(self, point: Point) -> XY:
        """Return a place in EMU from the sheet's corner."""
        return self.x.at(point.x), self.y.at(point.y)

    def box(self, box: Box) -> Frame:
        """Return a frame in EMU, its sides at least one unit."""
        x, y = self.point(Point(box.x, box.y))
        x1, y1 = self.point(Point(box.x1, box.y1))
        return Frame(x, y, max(x1 - x, 1), max(y1 - y, 1))
