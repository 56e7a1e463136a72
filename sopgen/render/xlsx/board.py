"""A sheet that is filled from the top: columns are fixed, rows are added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from sopgen.model.nilai import dataclass
from sopgen.render.xlsx.content import EMPTY, Content, content_of
from sopgen.render.xlsx.grid import EMU_PER_PX
from sopgen.render.xlsx.look import Letters, Look, Style, Words

#: The tallest row that Excel knows, in whole pixels.
TALLEST_PX = 540


class Area(NamedTuple):
    """Cells from a row and column (from 0) to others that are not in it."""

    top: int
    left: int
    bottom: int
    right: int


#: The row and column of a cell, from 0.
Place = tuple[int, int]


class Filled(NamedTuple):
    """A cell: its style's place in the list of them, and what stands in it."""

    style: int
    content: Content = EMPTY


@dataclass(slots=True)
class Board:
    """A sheet in the making: widths of columns and heights of rows are pixels.

    ``styles`` are those of its cells, each with its place in their list; ``merged`` are
    the areas that are one cell; before the rows in ``breaks`` a page ends.  What is
    ruled at some of its sides only is known by how all of its area looks.
    """

    widths: tuple[int, ...]
    heights: list[int] = field(default_factory=list)
    cells: dict[Place, Filled] = field(default_factory=dict)
    styles: dict[Style, int] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    _ruled: dict[tuple[Letters, Look], dict[str, int]] = field(default_factory=dict)

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
        return range(start, len(self.heights))

    @property
    def pages(self) -> int:
        """Return on how many pages it is printed."""
        return len(self.breaks) + 1

    def break_before(self, row: int) -> None:
        """Begin a new page with a row."""
        self.breaks.append(row)

    def fill(self, area: Area, words: Words, look: Look) -> None:
        """Put text into an area, its cells merged and ruled round their edge."""
        known = self._ruled.setdefault((words.letters, look), {})
        for place, sides in _places(area):
            style = known.get(sides)
            if style is None:
                own = replace(look, borders="".join(_both(look.borders, sides)))
                style = known[sides] = self._number(Style(words.letters, own))
            self.cells[place] = Filled(style)
        content = content_of(words)
        if content.inside:
            self._write(area, content)
        if area.bottom - area.top > 1 or area.right - area.left > 1:
            self.merged.append(area)

    def _write(self, area: Area, content: Content) -> None:
        """Put content into the first cell of an area that has its look."""
        place = area.top, area.left
        style = self.cells[place].style
        if content.quoted:
            plain = tuple(self.styles)[style]
            style = self._number(plain._replace(quoted=True))
        self.cells[place] = Filled(style, content)

    def _number(self, style: Style) -> int:
        return self.styles.setdefault(style, len(self.styles))


def _places(area: Area) -> Iterator[tuple[Place, str]]:
    """Yield the cells of an area, each with those sides of it that are the area's."""
    across = _ends(range(area.left, area.right), "l", "r")
    for row, upright in _ends(range(area.top, area.bottom), "t", "b"):
        for column, beside in across:
            yield (row, column), upright + beside


def _ends(numbers: range, first: str, last: str) -> list[tuple[int, str]]:
    """Return numbers, each with the side that it lies at, or both sides."""
    return [
        (n, (first if n == numbers[0] else "") + (last if n == numbers[-1] else ""))
        for n in numbers
    ]


def _both(borders: str, sides: str) -> Iterator[str]:
    """Yield the sides that are ruled and at the edge."""
    return (side for side in borders if side in sides)
