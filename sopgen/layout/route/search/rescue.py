"""Find a place for a label that got none while routing, now that all lines are known.

While routing a label keeps whole tracks free; here only the lines that are really
there count, and the label may stand beside any run of its arrow, finely slid.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from sopgen.layout.route.ways.costs import LABEL_PAD
from sopgen.layout.route.ways.labels import (
    CLEARER,
    Labeller,
    Run,
    is_upright,
    nearest_run,
    overlap,
    rect_beside,
)
from sopgen.layout.route.ways.way import Rect
from sopgen.model.geometry import Point

#: How finely a label slides along a run, mm.
FINE = 0.8
#: How much farther from its run than usual a label may stand.
LIFTS = (0.0, 0.7, 1.5)
#: How far along its arrow a label may stand, mm; near ones first.
REACHES = (20.0, 45.0, 75.0, 150.0)


def rescue(
    labeller: Labeller,
    points: tuple[Point, ...],
    sizes: tuple[tuple[float, float], ...],
    taken: tuple[list[Run], list[Rect], list[Rect]],
) -> Rect | None:
    """Return a free place beside an arrow, as near to its exit as can be.

    ``taken`` are the runs of the other arrows, the other labels, and the room of the
    connectors.
    """
    runs, labels, rooms = taken
    own = list(pairwise(points))
    places = chain.from_iterable(
        _places(own, size, reach) for reach in REACHES for size in sizes
    )
    for rect in places:
        if not labeller.fits(rect):
            continue
        if any(overlap(rect, other) for other in (*labels, *rooms)):
            continue
        near = nearest_run(rect, own)
        if near >= LABEL_PAD - 0.02 and nearest_run(rect, runs) >= near + CLEARER:
            return rect
    return None


def _places(runs: list[Run], size: tuple[float, float], reach: float) -> Iterator[Rect]:
    """Yield places along the runs from the exit on, on both sides."""
    gone = 0.0
    for a, b in runs:
        vertical = is_upright(a, b)
        way = (b.y > a.y) - (b.y < a.y) if vertical else (b.x > a.x) - (b.x < a.x)
        long = abs(b.y - a.y) + abs(b.x - a.x)
        far = -size[vertical]
        while far <= long and gone + far < reach:
            for lift in LIFTS:
                for side in (1, -1):
                    x0, y0, x1, y1 = rect_beside(
                        a, far * way, (vertical, way, side), size
                    )
                    dx, dy = (side * lift, 0.0) if vertical else (0.0, side * lift)
                    yield x0 + dx, y0 + dy, x1 + dx, y1 + dy
            far += FINE
        gone += long
