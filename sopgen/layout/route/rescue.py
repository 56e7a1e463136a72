"""Find a place for a label that got none while routing, now that all lines are known.

While routing a label keeps whole tracks free; here only the lines that are really
there count, and the label may stand beside any run of its arrow, finely slid.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopgen.layout.route.costs import LABEL_PAD
from sopgen.layout.route.labels import (
    CLEARER,
    Labeller,
    Run,
    nearest_run,
    overlap,
    rect_beside,
)
from sopgen.layout.route.way import Rect
from sopgen.model.geometry import Box, Point

#: How finely a label slides along a run, mm.
FINE = 0.8
#: How much farther from its run than usual a label may stand.
LIFTS = (0.0, 0.7, 1.5)
#: A label may stand this far along its arrow, mm.
FARTHEST = 45.0


def rescue(
    labeller: Labeller,
    points: tuple[Point, ...],
    size: tuple[float, float],
    taken: tuple[list[Run], list[Rect], list[Box]],
) -> Rect | None:
    """Return a free place beside an arrow, as near to its exit as can be.

    ``taken`` are the runs of the other arrows, the other labels and the connectors.
    """
    runs, labels, boxes = taken
    own = list(pairwise(points))
    for rect in _places(own, size):
        if not labeller.fits(rect) or any(overlap(rect, other) for other in labels):
            continue
        if any(overlap(rect, (b.x, b.y, b.x1, b.y1)) for b in boxes):
            continue
        near = nearest_run(rect, own)
        if near >= LABEL_PAD - 0.02 and nearest_run(rect, runs) >= near + CLEARER:
            return rect
    return None


def _places(runs: list[Run], size: tuple[float, float]) -> Iterator[Rect]:
    """Yield places along the runs from the exit on, on both sides."""
    gone = 0.0
    for a, b in runs:
        vertical = a.x == b.x
        way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
        long = abs(b.y - a.y) + abs(b.x - a.x)
        far = -size[vertical]
        while far <= long and gone + far < FARTHEST:
            for lift in LIFTS:
                for side in (1, -1):
                    x0, y0, x1, y1 = rect_beside(
                        a, far * way, (vertical, way, side), size
                    )
                    dx, dy = (side * lift, 0.0) if vertical else (0.0, side * lift)
                    yield x0 + dx, y0 + dy, x1 + dx, y1 + dy
            far += FINE
        gone += long
