"""The straight line through what was measured, and how far from it anything lies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple


class Point(NamedTuple):
    """So many things, and what they took."""

    size: float
    taken: float


class Line(NamedTuple):
    """What one thing more takes, and what is taken with none."""

    slope: float
    start: float

    def at(self, size: float) -> float:
        """Return what the line says that so many things take."""
        return self.start + self.slope * size

    def off(self, point: Point) -> float:
        """Return by what part of itself the line lies below a point."""
        return point.taken / self.at(point.size) - 1


def fit(points: Sequence[Point]) -> Line:
    """Return the line through points that lies nearest to them, by least squares.

    Through points of the same count it goes from nothing.
    """
    n = len(points)
    mean_x = sum(p.size for p in points) / n
    mean_y = sum(p.taken for p in points) / n
    wide = sum((p.size - mean_x) ** 2 for p in points)
    if not wide:
        return Line(mean_y / mean_x, 0.0)
    slope = sum((p.size - mean_x) * (p.taken - mean_y) for p in points) / wide
    return Line(slope, mean_y - slope * mean_x)


def farthest(line: Line, points: Sequence[Point]) -> Point:
    """Return the point that lies farthest from a line, as a part of the line."""
    return max(points, key=lambda point: abs(line.off(point)))


def steps(points: Sequence[Point]) -> tuple[float, ...]:
    """Return what one thing more took, from each point to the next."""
    pairs = pairwise(points)
    return tuple((b.taken - a.taken) / (b.size - a.size) for a, b in pairs)


def doubled(one: Point, other: Point) -> float:
    """Return how often what twice as many take is what so many take: 2 is a line."""
    power = log(other.taken / one.taken) / log(other.size / one.size)
    return float(2**power)
