"""Strips: horizontal slices of a page, the pieces that page breaks fall between."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.model.page import Item, SignatureArea, Stroke, moved

#: Width of a table's lines, mm.
LINE = 0.2


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice that is never cut: a line of text, a row of a table, a figure.

    ``space`` is white space before it, dropped at the top of a page; ``keep`` ties it
    to the strip after it; ``stretch`` is its share in what a page has to spare;
    ``header`` are the strips to repeat when a page begins with it; ``cells`` are those
    of a table's row, which is divided when no page could hold it; ``ends`` a column
    below what stands before it.
    """

    height: float
    items: tuple[Item, ...] = ()
    space: float = 0.0
    keep: bool = False
    stretch: float = 0.0
    header: tuple[Strip, ...] = ()
    tail: float = 0.0
    cells: tuple[CellBox, ...] = ()
    ends: bool = False

    @property
    def white(self) -> bool:
        """Return whether nothing is drawn in it."""
        return all(isinstance(item, SignatureArea) for item in self.items)


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell of a row: its box in the strip, its content, its padding and borders."""

    box: Box
    content: tuple[Strip, ...]
    padding: tuple[float, float]
    borders: str
    middle: bool

    def items(self) -> tuple[Item, ...]:
        """Return the cell's frame and content in place."""
        across, down = self.padding
        spare = self.box.h - 2 * down - height_of(self.content)
        y = self.box.y + down + (max(spare, 0) / 2 if self.middle else 0)
        content = stacked(self.content, self.box.x + across, y)
        return (*frame(self.box, LINE, self.borders), *content)


def row_strip(height: float, cells: tuple[CellBox, ...]) -> Strip:
    """Return the strip of cells that page breaks do not divide, if it can be helped."""
    items = tuple(item for cell in cells for item in cell.items())
    return Strip(height, items, cells=cells)


def kept(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Return the strips tied to each other, the last one free."""
    return (*(replace(s, keep=True) for s in strips[:-1]), *strips[-1:])


def height_of(strips: tuple[Strip, ...]) -> float:
    """Return the height of the strips on one page, in mm."""
    spaces = sum(s.space for s in strips[1:])
    return spaces + sum(s.height for s in strips)


def need_of(strips: tuple[Strip, ...]) -> float:
    """Return the height that strips need on a page: white space may hang over."""
    return height_of(strips) - (strips[-1].tail if strips else 0.0)


def stacked(strips: tuple[Strip, ...], x: float, y: float) -> tuple[Item, ...]:
    """Return the items of strips set one below the other from x, y."""
    items: list[Item] = []
    for number, strip in enumerate(strips):
        y += strip.space if number else 0
        items += [moved(item, x, y) for item in strip.items]
        y += strip.height
    return tuple(items)


def frame(box: Box, width: float, sides: str = "tblr") -> tuple[Stroke, ...]:
    """Return the strokes of a box's sides, named by their letters."""
    corners = {
        "t": (Point(box.x, box.y), Point(box.x1, box.y)),
        "b": (Point(box.x, box.y1), Point(box.x1, box.y1)),
        "l": (Point(box.x, box.y), Point(box.x, box.y1)),
        "r": (Point(box.x1, box.y), Point(box.x1, box.y1)),
    }
    return tuple(Stroke(*corners[side], width) for side in "tblr" if side in sides)
