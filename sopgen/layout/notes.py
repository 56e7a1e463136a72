"""The notes that say on which sheet of the chart an arrow goes on: "lembar 2".

A note stands under or over its connector.  Where several connectors stand beside each
other in a lane their notes are broken into lines and moved aside as far as they must
be; none reaches into another or onto a line of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.layout.writing import NOTE_SIZE, note_width, pitch, wrap_note
from sopgen.model.geometry import Interval

#: White space between two notes at least, and where there is room: more than between
#: words; and between a note and its lane's lines, mm.
APART, APART_GOOD, SIDES = 0.5, 1.1, 0.3
#: A note moved further from the middle of its connector is broken into lines first, mm;
#: where all say the same none can be taken for another's.
ASIDE, ASIDE_SAME = 1.6, 5.0

Lines = tuple[str, ...]


def sheet_words(pages: tuple[int, ...]) -> str:
    """Return the sheets with these indexes: ``lembar 1, 2 dan 4``."""
    *rest, last = (str(page + 1) for page in pages)
    return f"lembar {', '.join(rest)} dan {last}" if rest else f"lembar {last}"


def capacity(lane: Interval) -> int:
    """Return how many notes may stand beside each other in a lane, at least one."""
    one = note_width(("lembar",)) + APART
    return max(1, int((lane.length - 2 * SIDES + APART) / one))


def broken(text: str, lane: Interval, *, crowded: bool) -> Lines:
    """Return a note in lines: as few as the lane allows, or as narrow as can be."""
    room = 0.0 if crowded else lane.length - 2 * SIDES
    return wrap_note(text, room)


def note_height(lines: int) -> float:
    """Return the height of a note."""
    return lines * pitch(NOTE_SIZE)


def layouts(
    texts: Sequence[str], middles: Sequence[float], lane: Interval
) -> Iterator[list[tuple[Lines, float]]]:
    """Yield ways to set notes beside each other, the best first: lines and middles.

    The connectors are in order from the left.  Notes keep one line while there is room
    and none has to be moved far.
    """
    whole = [broken(text, lane, crowded=False) for text in texts]
    if len(texts) == 1 or _roomy(whole, middles, lane):
        yield list(zip(whole, _placed(whole, middles, lane, APART_GOOD), strict=True))
    narrow = [broken(text, lane, crowded=True) for text in texts]
    for apart in (APART_GOOD, APART):
        placed = _placed(narrow, middles, lane, apart)
        yield list(zip(narrow, placed, strict=True))


def _roomy(notes: Sequence[Lines], middles: Sequence[float], lane: Interval) -> bool:
    """Return whether notes find their places in a lane near their connectors."""
    needed = sum(note_width(lines) + APART for lines in notes) - APART
    moved = zip(_placed(notes, middles, lane, APART_GOOD), middles, strict=True)
    most = ASIDE_SAME if len(set(notes)) == 1 else ASIDE
    near = all(abs(a - b) <= most for a, b in moved)
    return near and needed <= lane.length - 2 * SIDES


def _placed(
    notes: Sequence[Lines], middles: Sequence[float], lane: Interval, apart: float
) -> list[float]:
    """Return the middles of notes pushed apart, and back into the lane.

    They are so far ``apart`` if the lane is wide enough.
    """
    start, end = lane
    widths = [note_width(lines) for lines in notes]
    spare = end - start - 2 * SIDES - sum(widths)
    apart = max(APART, min(apart, spare / max(1, len(widths) - 1)))
    made: list[float] = []
    least = start + SIDES
    for width, middle in zip(widths, middles, strict=True):
        made.append(max(middle, least + width / 2))
        least = made[-1] + width / 2 + apart
    most = end - SIDES
    for k in reversed(range(len(made))):
        made[k] = min(made[k], most - widths[k] / 2)
        most = made[k] - widths[k] / 2 - apart
    return made
