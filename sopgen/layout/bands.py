"""The room at the head and foot of a page for connectors that no cell holds.

To the arrows a band is a row of its own; it is printed as a part of the row beside it.

row of the table
- - - - - - - - - - - - - - - - -
    v            foot band: CLEAR, the connector, its note
   |A|
 lembar 2
----------------------------------
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.notes import note_height
from sopgen.model.geometry import Box, Interval
from sopgen.model.nilai import dataclass

#: The side of a connector, mm.
CONNECTOR = 5.0
#: Between the connector and the rows; an arrow's stub begins in the row's gutter.
CLEAR = 1.4
#: Round the note.
NOTE_PAD = 0.4


class Offer(NamedTuple):
    """How many bands each end of a page offers, or its foot alone; how high each is."""

    levels: int
    height: float
    head: bool = True


@dataclass(frozen=True, slots=True)
class Band:
    """A connector band: its row on the page, where it lies, and which end it is."""

    row: int
    reach: Interval
    foot: bool
    level: int = 0

    @property
    def top(self) -> float:
        """Return the y of the connectors' upper edge."""
        if self.foot:
            return self.reach.start + CLEAR
        return self.reach.end - CLEAR - CONNECTOR


def note_box(box: Box, middle: float, size: tuple[float, float], *, below: bool) -> Box:
    """Return the room for a note of a size under or over a connector's box."""
    w, h = size
    y = box.y1 + NOTE_PAD if below else box.y - NOTE_PAD - h
    return Box(middle - w / 2, y, w, h)


def band_height(lines: int = 1) -> float:
    """Return the height of a connector band."""
    return CLEAR + CONNECTOR + 2 * NOTE_PAD + note_height(lines)
