"""The path of a freeform: its points, and whether it comes back to its start."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

from sopgen.model.nilai import dataclass
from sopgen.takeover.turning import ANGLE
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

XY: TypeAlias = tuple[float, float]

#: More points than this are not read; a curve is broken into so many pieces.
MOST_POINTS, PIECES = 2000, 6
#: What share of a path's size its ends may be apart when it is closed.
TOUCH = 0.02


@dataclass(frozen=True, slots=True)
class Path:
    """A path in the coordinates of its shape."""

    points: tuple[XY, ...]
    closed: bool


def path_of(node: Element, w: float, h: float) -> Path | None:
    """Return the first path of a freeform that is as large as w and h."""
    path = child(node, "spPr", "custGeom", "pathLst", "path")
    if path is None:
        return None
    pw, ph = number(attr(path, "w")) or w, number(attr(path, "h")) or h
    kx, ky = (w / pw if pw else 1), (h / ph if ph else 1)
    measure = _guides(w, h)
    made: list[XY] = []
    for step in children(path):
        made += _reached(step, made, measure)
        if len(made) > MOST_POINTS:
            break
    points = tuple((x * kx, y * ky) for x, y in made)
    if len(points) < 2:
        return None
    closed = child(path, "close") is not None or _meets(points)
    return Path(points, closed and len(points) > 2)


def _meets(points: tuple[XY, ...]) -> bool:
    (ax, ay), (bx, by) = points[0], points[-1]
    spread = max(abs(x - ax) + abs(y - ay) for x, y in points)
    return len(points) > 3 and abs(ax - bx) + abs(ay - by) <= TOUCH * spread


def _guides(w: float, h: float) -> Callable[[str], float]:
    """Return how a coordinate is read: a number, or the name of a side."""
    named = {
        "l": 0.0, "t": 0.0, "r": w, "b": h, "w": w, "h": h,
        "hc": w / 2, "vc": h / 2, "wd2": w / 2, "hd2": h / 2,
    }  # fmt: skip

    def measure(text: str) -> float:
        return named[text] if text in named else number(text)

    return measure


def _reached(
    step: Element, before: list[XY], measure: Callable[[str], float]
) -> Iterator[XY]:
    """Yield the points that a step of a path adds."""
    points = [
        (measure(attr(pt, "x")), measure(attr(pt, "y"))) for pt in children(step, "pt")
    ]
    if name(step) in ("cubicBezTo", "quadBezTo") and before:
        hull = [before[-1], *points[:3]]
        yield from (_on_curve(hull, k / PIECES) for k in range(1, PIECES + 1))
    elif name(step) == "arcTo" and before:
        yield from _arc(step, before[-1], measure)
    else:
        yield from points[-1:]


def _arc(step: Element, start: XY, measure: Callable[[str], float]) -> Iterator[XY]:
    """Yield points of an arc of an ellipse that begins where the path is."""
    rx, ry = measure(attr(step, "wR")), measure(attr(step, "hR"))
    first, sweep = (
        math.radians(number(attr(step, key)) / ANGLE) for key in ("stAng", "swAng")
    )
    cx, cy = start[0] - rx * math.cos(first), start[1] - ry * math.sin(first)
    for k in range(1, PIECES + 1):
        angle = first + sweep * k / PIECES
        yield cx + rx * math.cos(angle), cy + ry * math.sin(angle)


def _on_curve(hull: list[XY], t: float) -> XY:
    """Return a point of a Bézier curve (de Casteljau)."""
    while len(hull) > 1:
        hull = [
            (ax + (bx - ax) * t, ay + (by - ay) * t)
            for (ax, ay), (bx, by) in pairwise(hull)
        ]
    return hull[0]
