"""The names of pelaksana in the table's heading: across their columns, or upwards."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.layout.columns import HEAD_PT, PADDING
from sopgen.model.geometry import MM_PER_PT, Interval
from sopgen.typeface import read_face

#: The least and most height of names that read upwards, mm.
TURNED_MIN, TURNED_MAX = 12.0, 42.0
#: Lines that such a name has at best, and white space at their sides, mm.
FEW, SIDES = 2, 0.4
LEADING = 1.18


def line_pitch(size_pt: float) -> float:
    """Return the distance of two lines in mm."""
    return size_pt * MM_PER_PT * LEADING


def are_turned(names: Sequence[str], lanes: Sequence[Interval]) -> bool:
    """Return whether names read upwards: one has a word too long for its column."""
    face = read_face("arial-bold")
    return any(
        face.longest_word(nama, HEAD_PT) > lane.length - 1.5 * PADDING
        for nama, lane in zip(names, lanes, strict=True)
    )


def turned_height(names: Sequence[str], lanes: Sequence[Interval]) -> float:
    """Return the least height in which all names read upwards in a few lines.

    Where there is none they may have as many lines as their columns hold.
    """
    heights = [TURNED_MIN + n for n in range(int(TURNED_MAX - TURNED_MIN) + 1)]
    pairs = list(zip(names, lanes, strict=True))
    for most in (FEW, max(map(len, names), default=0)):
        for height in heights:
            if all(_fits(nama, lane, height, most) for nama, lane in pairs):
                return height
    return TURNED_MAX


def clipped(nama: str, lane: Interval, height: float) -> bool:
    """Return whether a name that reads upwards has no room in its heading."""
    return not _fits(nama, lane, height, len(nama))


def _fits(nama: str, lane: Interval, height: float, most: int) -> bool:
    """Return whether a name fits a height in so many lines, no word of it cut."""
    face, along = read_face("arial-bold"), height - 2 * PADDING
    if face.longest_word(nama, HEAD_PT) > along:
        return False
    lines = len(face.wrap(nama, HEAD_PT, along))
    return lines <= most and lines * line_pitch(HEAD_PT) <= lane.length - 2 * SIDES
