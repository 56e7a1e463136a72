"""Read a chart's table as cells of Word or Excel: its edges, and running text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sopgen.model.chart import TextBlock
from sopgen.render.ink import HEAD_GREY
from sopgen.typeface import face_name, read_face

HEAD_FILL = f"{round(HEAD_GREY * 255):02X}" * 3
#: How near two edges lie that are one, mm.
NEAR = 0.01


def edges_of(values: Iterable[float]) -> tuple[float, ...]:
    """Return places in order, those that are nearly equal once."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > NEAR:
            made.append(value)
    return tuple(made)


def nearest(edges: Sequence[float], value: float) -> int:
    """Return the number of the edge that is at a place."""
    return bisect_left(edges, value - NEAR)


def flowed(block: TextBlock, tolerance: float, cut: str = "") -> str:
    """Return broken lines as running text; a break stays where no space was broken at.

    A column may be wider by twice the tolerance in mm before it holds more words.
    ``cut`` stands where a word was broken.  The lines of turned text run along the
    height of their box.
    """
    room = block.box.h if block.turned else block.box.w
    face = read_face(face_name("arial", bold=block.bold))
    made = block.lines[0]
    for before, line in zip(block.lines, block.lines[1:], strict=False):
        first = line.split(" ", 1)[0]
        width = face.width(f"{before} {first}", block.size_pt)
        forced = not before or not line or width <= room - 2 * tolerance
        broken = before.endswith(("-", "/")) or (
            " " not in before and face.width(before + line[:1], block.size_pt) > room
        )
        made += ("\n" if forced else cut if broken else " ") + line
    return made
