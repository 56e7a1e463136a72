"""The rows at the head and foot of a page that hold its off-page connectors.

    row of the table
    ----------------------------------
        v            foot band: CLEAR, the connector, its note
       |A|
     ke hal. 2
    ----------------------------------

A connector may stand in the band at either end of the page, in the middle of its
lane, or beside it when the lane has several; the router chooses.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sopgen.layout.connectors import Connector
from sopgen.layout.route.costs import HUG, SLOT_ASIDE
from sopgen.layout.route.task import Site, Stop
from sopgen.layout.writing import NOTE_SIZE, note_lines, pitch
from sopgen.model.chart import TextBlock
from sopgen.model.geometry import Box, Interval
from sopgen.model.shape import SIDES, Shape

#: The side of a connector, mm.
CONNECTOR = 5.0
#: Between the connector and the rows; an arrow's stub begins in the row's gutter.
CLEAR = 1.4
#: Round the note.
NOTE_PAD = 0.3
#: Connectors of one lane that stand beside each other in a band.
SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True)
class Band:
    """A connector band: its row on the page, where it lies, and which end it is."""

    row: int
    reach: Interval
    foot: bool
    lines: int
    level: int = 0

    @property
    def top(self) -> float:
        """Return the y of the connectors' upper edge."""
        if self.foot:
            return self.reach.start + CLEAR
        return self.reach.end - CLEAR - CONNECTOR

    def note_box(self, box: Box, width: float) -> Box:
        """Return the room for the note of the connector in a box."""
        h = self.lines * pitch(NOTE_SIZE)
        y = box.y1 + NOTE_PAD if self.foot else box.y - NOTE_PAD - h
        return Box(box.cx - width / 2, y, width, h)


def note_count(connectors: tuple[Connector, ...]) -> int:
    """Return how many lines the notes need: two where a lane has several connectors."""
    lanes = Counter(c.lajur for c in connectors)
    return 2 if any(n > 1 for n in lanes.values()) else 1


def band_height(lines: int = 1) -> float:
    """Return the height of a connector band."""
    return CLEAR + CONNECTOR + 2 * NOTE_PAD + lines * pitch(NOTE_SIZE)


def level_count(connectors: tuple[Connector, ...]) -> int:
    """Return how many bands each end of the page offers: none is kept empty."""
    lanes = Counter(c.lajur for c in connectors)
    return max((-(-n // SIDE_BY_SIDE) for n in lanes.values()), default=0)


class Slots:
    """List the places that the connectors of a page may take."""

    def __init__(
        self,
        lanes: tuple[Interval, ...],
        bands: tuple[Band, ...],
        shape: Shape,
        width: float,
    ) -> None:
        self.lanes = lanes
        self.bands = bands
        self.shape = shape
        self.width = width

    def offset(self, lajur: int) -> float:
        """Return how far beside the middle of a lane a connector stands."""
        room = self.lanes[lajur].length / 2 - CONNECTOR / 2 - 0.9
        return min(room, max(self.width / 2, CONNECTOR / 2 + 0.5))

    def of(self, connector: Connector, several: bool) -> tuple[Stop, ...]:
        """Return the places for a connector, the one it belongs in first."""
        off = self.offset(connector.lajur)
        beside = (0.0, -off, off) if several else (0.0,)
        return tuple(
            self._stop(connector, band, k, dx)
            for band in self.bands
            for k, dx in enumerate(beside)
        )

    def _stop(self, connector: Connector, band: Band, k: int, dx: float) -> Stop:
        x = self.lanes[connector.lajur].middle + dx
        box = Box(x - CONNECTOR / 2, band.top, CONNECTOR, CONNECTOR)
        closed = "bottom" if band.foot else "top"
        sites = tuple(
            Site(side, 0.5, self.shape.port(side, box), True)
            for side in SIDES
            if side != closed
        )
        key = f"{connector.id}@{band.row}.{k}"
        price = SLOT_ASIDE * ((k > 0) + 2 * band.level)
        return Stop(connector.id, key, box, band.row, connector.lajur, sites, price)

    def _pitch(self, lajur: int) -> float:
        """Return the distance of connectors that stand beside each other in a lane."""
        off = self.offset(lajur)
        return off if off > CONNECTOR + HUG - 0.1 else 2 * off

    def note(self, connector: Connector, stop: Stop, several: bool) -> TextBlock | None:
        """Return "ke hal. 2" under or over a connector."""
        band = next(b for b in self.bands if b.row == stop.row)
        lane = self.lanes[connector.lajur]
        width = self._pitch(connector.lajur) if several else lane.length
        pages = ", ".join(str(n + 1) for n in connector.others)
        text = f"{'dari' if connector.entry else 'ke'} hal. {pages}"
        lines = note_lines(text, width - 2 * NOTE_PAD)
        if len(lines) > band.lines:
            return None
        return TextBlock(
            band.note_box(stop.box, width - 2 * NOTE_PAD),
            lines,
            NOTE_SIZE,
            pitch(NOTE_SIZE),
            align="center",
            top=band.foot,
        )
