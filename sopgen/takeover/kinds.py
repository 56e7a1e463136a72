"""Which symbol a drawn shape is: by the name of its preset, else by its outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sopgen.model.geometry import Box, Point
from sopgen.model.shape import Shape
from sopgen.symbols import read_symbols

UMUM = "bentuk umum dibaca sebagai {}"
MIRIP = "bentuk tidak baku dibaca sebagai {}"
#: Block arrows by the way they point.
ARROWS = {
    "rightArrow": ((0, 0.5), (1, 0.5)),
    "notchedRightArrow": ((0, 0.5), (1, 0.5)),
    "stripedRightArrow": ((0, 0.5), (1, 0.5)),
    "leftArrow": ((1, 0.5), (0, 0.5)),
    "downArrow": ((0.5, 0), (0.5, 1)),
    "upArrow": ((0.5, 1), (0.5, 0)),
}
#: Squares across a shape when outlines are compared, and how many may differ (parts).
#: An odd number: the edges of a diamond or triangle then pass beside their middles.
GRID, UNLIKE = 17, 0.09
#: A circle no larger than this, mm, is a connector and no terminator.
SMALL = 9.0

Polygon = Sequence[tuple[float, float]]


@cache
def own_presets() -> dict[str, str]:
    """Return our symbols by the names of their presets."""
    return {s.preset: s.nama for s in read_symbols().shapes.values() if s.preset}


@cache
def like_presets() -> dict[str, str]:
    """Return our symbols by the presets that are none of them but used as one."""
    shapes = read_symbols().shapes.values()
    return {preset: shape.nama for shape in shapes for preset in shape.mirip}


def kind_of(preset: str, box: Box, rot: float) -> tuple[str, str]:
    """Return symbol and doubt of a preset shape; no symbol if it is none."""
    if preset in own_presets():
        return own_presets()[preset], ""
    nama = like_presets().get(preset, "")
    if preset == "rect" and 35 <= rot % 90 <= 55:
        nama = "keputusan"
    if preset in ("ellipse", "flowChartConnector") and _small_circle(box):
        nama = "penghubung"
    return (nama, UMUM.format(f"`{nama}`")) if nama else ("", "")


def _small_circle(box: Box) -> bool:
    wide, narrow = max(box.w, box.h), min(box.w, box.h)
    return wide <= SMALL and wide <= 1.3 * narrow


def kind_of_outline(polygon: Polygon) -> tuple[str, str]:
    """Return the symbol that looks most like a polygon, and doubt where it differs."""
    squares = _squares(polygon)
    if squares is None:
        return "", ""
    unlike = {
        nama: len(squares ^ own) / GRID**2 for nama, own in _own_squares().items()
    }
    nama = min(unlike, key=lambda n: unlike[n])
    if unlike[nama] > UNLIKE:
        return "", ""
    doubt = "" if unlike[nama] < UNLIKE / 4 else MIRIP.format(f"`{nama}`")
    return nama, doubt


def _told_by_outline() -> Iterator[tuple[str, Shape]]:
    """Yield the symbols without lines inside: by these alone others may differ."""
    for nama, shape in read_symbols().shapes.items():
        if not shape.strokes:
            yield nama, shape


@cache
def _own_squares() -> dict[str, frozenset[int]]:
    made = {}
    for nama, shape in _told_by_outline():
        polygon = shape.polygon(Box(0, 0, 1, 1))
        made[nama] = _squares(polygon) or frozenset()
    return made


def _squares(polygon: Polygon) -> frozenset[int] | None:
    """Return which squares of a grid over the polygon's box have their middle in it."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    w, h = max(xs) - min(xs), max(ys) - min(ys)
    if w <= 0 or h <= 0:
        return None
    unit = [((x - min(xs)) / w, (y - min(ys)) / h) for x, y in polygon]
    return frozenset(
        row * GRID + column
        for row in range(GRID)
        for column in range(GRID)
        if inside(unit, (column + 0.5) / GRID, (row + 0.5) / GRID)
    )


def inside(polygon: Polygon, x: float, y: float) -> bool:
    """Return whether a point lies within a polygon."""
    within = False
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return within


def outline_of(simbol: str, box: Box) -> tuple[Point, ...]:
    """Return the outline of a symbol that fills a box."""
    return read_symbols().shapes[simbol].polygon(box)
