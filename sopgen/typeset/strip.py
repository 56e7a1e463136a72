"""Strips: horizontal slices of a page, the pieces that page breaks fall between."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sopgen.model.geometry import Box, Point
from sopgen.model.page import Item, Stroke, moved


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice that is never cut: a line of text, a row of a table, a figure.

    ``space`` is white space before it, dropped at the top of a page; ``keep`` ties it
    to the strip after it; ``stretch`` is its share in what a page has to spare;
    ``header`` are the strips to repeat when a page begins with it.
    """

    height: float
    items: tuple[Item, ...] = ()
    space: float = 0.0
    keep: bool = False
    stretch: float = 0.0
    header: tuple[Strip, ...] = ()


def kept(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Return the strips tied to each other, the last one free."""
    return (*(replace(s, keep=True) for s in strips[:-1]), *strips[-1:])


def height_of(strips: tuple[Strip, ...]) -> float:
    """Return the height of the strips on one page, in mm."""
    spaces = sum(s.space for s in strips[1:])
    return spaces + sum(s.height for s in strips)


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
