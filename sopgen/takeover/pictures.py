"""Pictures over a chart: those that arrows lead to or from stand for symbols."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sopgen.model.geometry import Box, Point
from sopgen.takeover.board import Drawing, Figure, Line, Loose

PICTURE = "gambar di ujung panah dibaca sebagai `proses`"
NOT_READ = "gambar tidak dibaca"
#: No symbol is larger, mm; so near is the end of an arrow that means a picture.
LARGEST, TOUCH = 60.0, 2.5


def with_pictures(drawing: Drawing, pictures: Sequence[Figure]) -> Drawing:
    """Return a drawing, pictures at the ends of arrows as symbols, others as loose."""
    symbols = [one for one in pictures if _is_symbol(one, drawing.lines)]
    rest = [
        Loose(NOT_READ, Point(one.box.cx, one.box.cy))
        for one in pictures
        if one not in symbols
    ]
    return Drawing(
        (*drawing.figures, *symbols),
        drawing.lines,
        drawing.words,
        (*drawing.loose, *rest),
    )


def _is_symbol(picture: Figure, lines: Sequence[Line]) -> bool:
    if max(picture.box.w, picture.box.h) > LARGEST:
        return False
    return any(
        (picture.id and picture.id in line.glue)
        or min(_away(picture.box, line.points[-at]) for at in (0, 1)) <= TOUCH
        for line in lines
    )


def _away(box: Box, point: Point) -> float:
    """Return how far a point is from a box, 0 within it."""
    dx = max(box.x - point.x, 0, point.x - box.x1)
    dy = max(box.y - point.y, 0, point.y - box.y1)
    return math.hypot(dx, dy)
