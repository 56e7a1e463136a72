"""The notes that say on which sheet of the chart an arrow goes on: "lembar 2".

A note stands under or over its connector.  Where several connectors stand beside each
other in a lane their notes are broken into lines and moved aside as far as they must
be; none reaches into another or onto a line of the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.layout.writing import NOTE_SIZE, note_width, pitch, wrap_note
from sopgen.model.geometry import Interval

#: White space between two notes, and between a note and its lane's lines, mm.
APART, SIDES = 0.5, 0.3
#: A note moved further from the middle of its connector is broken into lines first, mm.
ASIDE = 1.6

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


def set_beside(
    texts: Sequence[str], middles: Sequence[float], lane: Interval
) -> list[tuple[Lines, float]]:
    """Return each note's lines and middle, for connectors in order from the left.

    They keep one line while there is room and none has to be moved far.
    """
    notes = [broken(text, lane, crowded=False) for text in texts]
    if len(texts) > 1 and not _roomy(notes, middles, lane):
        notes = [broken(text, lane, crowded=True) for text in texts]
    return list(zip(notes, _placed(notes, middles, lane), strict=True))


def _roomy(notes: Sequence[Lines], middles: Sequence[float], lane: Interval) -> bool:
    """Return whether notes find their places in a lane near their connectors."""
    needed = sum(note_width(lines) + APART for lines in notes) - APART
    moved = zip(_placed(notes, middles, lane), middles, strict=True)
    near = all(abs(a - b) <= ASIDE for a, b in moved)
    return near and needed <= lane.length - 2 * SIDES


def _placed(
    notes: Sequence[Lines], middles: Sequence[float], lane: Interval
) -> list[float]:
    """Return the middles of notes pushed apart, and back into the lane."""
    widths = [note_width(lines) for lines in notes]
    made: list[float] = []
    least = lane.start + SIDES
    for width, middle in zip(widths, middles, strict=True):
        made.append(max(middle, least + width / 2))
        least = made[-1] + width / 2 + APART
    most = lane.end - SIDES
    for k in reversed(range(len(made))):
        made[k] = min(made[k], most - widths[k] / 2)
        most = made[k] - widths[k] / 2 - APART
    return made
