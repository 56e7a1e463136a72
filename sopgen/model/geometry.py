"""Points and boxes in millimetres, y downwards."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.model.nilai import dataclass

MM_PER_PT = 25.4 / 72

Side = Literal["top", "right", "bottom", "left"]


class Point(NamedTuple):
    """A place on a page."""

    x: float
    y: float


class Interval(NamedTuple):
    """A stretch of one axis: a row's height or a column's width."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Return how far it reaches."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """Return its centre."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-parallel rectangle; x, y is its top-left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.x + self.w

    @property
    def y1(self) -> float:
        """Return the lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """Return the centre's x."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """Return the centre's y."""
        return self.y + self.h / 2

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box moved by dx, dy."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def scaled(self, factor: float) -> Box:
        """Return the box in another size, as the page's corner sees it."""
        return Box(self.x * factor, self.y * factor, self.w * factor, self.h * factor)
