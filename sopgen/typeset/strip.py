"""Strips: horizontal slices of a page, the pieces that page breaks fall between."""

from __future__ import annotations

from dataclasses import field, replace

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.model.page import Item, SignatureArea, Stroke, moved
from sopgen.model.struktur import END, Element, Path, passage

#: Width of a table's lines, mm.
LINE = 0.2


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice that is never cut: a line of text, a row of a table, a figure.

    ``space`` is white space before it, dropped at the top of a page; ``keep`` ties it
    to the strip after it; ``stretch`` is its share in what a page has to spare;
    ``header`` are the strips to repeat when a page begins with it; ``cells`` are those
    of a table's row, which is divided when no page could hold it; ``ends`` a column
    below what stands before it.  ``path`` are the elements that it stands in.
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
    path: Path = field(default=(), compare=False)

    def within(self, path: Path, items: tuple[Item, ...] | None = None) -> Strip:
        """Return it in other elements, with other items if any are given."""
        return Strip(  # most strips are made anew: ``replace`` takes longer
            self.height,
            self.items if items is None else items,
            self.space,
            self.keep,
            self.stretch,
            self.header,
            self.tail,
            self.cells,
            self.ends,
            path,
        )

    @property
    def white(self) -> bool:
        """Return whether nothing is drawn in it."""
        return all(isinstance(item, SignatureArea) for item in self.items)


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell of a row: its box in the strip, its content, its padding and borders.

    It is an ``element`` of that ``row``, unless the table is none: what its one
    paragraph says is then its own.
    """

    box: Box
    content: tuple[Strip, ...]
    padding: tuple[float, float]
    borders: str
    middle: bool
    element: Element
    row: Element | None = None
    bare: bool = False

    def items(self) -> tuple[Item, ...]:
        """Return the cell's frame and content in place."""
        across, down = self.padding
        spare = self.box.h - 2 * down - height_of(self.content)
        y = self.box.y + down + (max(spare, 0) / 2 if self.middle else 0)
        at = self.box.x + across, y
        content = stacked(self.content, *at, bare=self.bare)
        return (*frame(self.box, LINE, self.borders), self.element, *content, END)


def row_strip(height: float, cells: tuple[CellBox, ...], path: Path) -> Strip:
    """Return the strip of cells that page breaks do not divide, if it can be helped."""
    items: list[Item] = []
    row: Element | None = None
    for cell in cells:
        if cell.row != row:
            items += (END,) if row else ()
            items += (cell.row,) if cell.row else ()
            row = cell.row
        items += cell.items()
    items += (END,) if row else ()
    return Strip(height, tuple(items), cells=cells, path=path)


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


def stacked(
    strips: tuple[Strip, ...], x: float, y: float, *, bare: bool = False
) -> tuple[Item, ...]:
    """Return the items of strips set one below the other from x, y.

    Each is in its elements, or they are ``bare``.
    """
    items: list[Item] = []
    before: Path = ()
    for number, strip in enumerate(strips):
        y += strip.space if number else 0
        if not (bare or strip.white):
            items += passage(before, strip.path)
            before = strip.path
        items += [moved(item, x, y) for item in strip.items]
        y += strip.height
    return (*items, *(END,) * len(before))


def frame(box: Box, width: float, sides: str = "tblr") -> tuple[Stroke, ...]:
    """Return the strokes of a box's sides, named by their letters."""
    corners = {
        "t": (Point(box.x, box.y), Point(box.x1, box.y)),
        "b": (Point(box.x, box.y1), Point(box.x1, box.y1)),
        "l": (Point(box.x, box.y), Point(box.x, box.y1)),
        "r": (Point(box.x1, box.y), Point(box.x1, box.y1)),
    }
    return tuple(Stroke(*corners[side], width) for side in "tblr" if side in sides)
