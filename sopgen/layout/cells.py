"""The cells of the table in which a connector may stand, instead of in a band.

A person draws a short arrow into a free cell beside the symbol and a connector there,
with its note below it (or above it, where the arrow comes from another page).  The
connector stands on the symbols' line, so that the arrow is straight.

                lembar 1
        |          |A|----|-> [ proses ]    |            |
        |                 |        |        |            |
    ------------------------------------------------------
        |                 |   [ proses ]----|--->|B|     |
        |                 |                 |  lembar 3  |
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sopgen.layout.bands import CONNECTOR, NOTE_PAD
from sopgen.layout.connectors import Connector
from sopgen.layout.ground import Ground
from sopgen.layout.route.ways.task import Stop
from sopgen.model.geometry import Box, Interval, Side
from sopgen.model.nilai import dataclass

#: What a cell costs that is not in the row of its symbol, mm; and one on the side on
#: which an arrow that comes is read as one that goes, or the other way round.
FAR, OTHER_SIDE = 12.0, 4.0
#: What the next free cell but one costs: the first may be too near for a label, mm.
FARTHER = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A free cell: its row of the page and its lane, and the line of the symbols.

    ``price`` is what it costs to stand in it instead of beside the symbol.
    """

    row: int
    lane: int
    line: float
    price: float = 0.0

    def box(self, lane: Interval) -> Box:
        """Return the place of the connector in a lane."""
        x, y = lane.middle - CONNECTOR / 2, self.line - CONNECTOR / 2
        return Box(x, y, CONNECTOR, CONNECTOR)


@dataclass(frozen=True, slots=True)
class Cells:
    """Finds the free cells of a page, with so many lanes, for its connectors."""

    ground: Ground
    lanes: int

    def of(self, connector: Connector) -> Iterator[tuple[Cell, Interval]]:
        """Yield the cells that a connector may stand in, each with its row's reach."""
        symbols = (placed.stop for placed in self.ground.symbols)
        stop = next((s for s in symbols if s.id == connector.langkah), None)
        if stop is not None:
            for cell in (*self._aside(connector, stop), *self._ahead(connector, stop)):
                yield cell, self.ground.rows[cell.row].reach

    def _aside(self, connector: Connector, stop: Stop) -> Iterator[Cell]:
        """Yield the nearest free cells of the symbol's own row, two for an exit."""
        taken = self._taken(stop.row)
        sides: tuple[tuple[Side, range], ...] = (
            ("left", range(stop.lane - 1, -1, -1)),
            ("right", range(stop.last_lane + 1, self.lanes)),
        )
        for side, lanes in sides:
            usual = (side == "left") == connector.entry
            sites = (s for s in stop.sites if s.side == side and s.middle)
            line = next((site.point.y for site in sites), stop.box.cy)
            free = (n for n in lanes if n not in taken)
            for n, lane in enumerate(islice(free, 1 if connector.entry else 2)):
                price = n * FARTHER + (0.0 if usual else OTHER_SIDE)
                yield Cell(stop.row, lane, line, price)

    def _ahead(self, connector: Connector, stop: Stop) -> Iterator[Cell]:
        """Yield the cells before the symbol, or behind it, where arrows come and go.

        They are in the connector's lane, in the next row and in the outermost one.
        """
        rows = sorted({placed.stop.row for placed in self.ground.symbols})
        if connector.entry:
            rows = [row for row in rows if row < stop.row]
        else:
            rows = [row for row in reversed(rows) if row > stop.row]
        for row in dict.fromkeys((*rows[-1:], *rows[:1])):
            if connector.lajur not in self._taken(row):
                line = self.ground.rows[row].reach.middle
                yield Cell(row, connector.lajur, line, FAR)

    def _taken(self, row: int) -> frozenset[int]:
        """Return the lanes of a row with symbols, or ties between them."""
        own: dict[str, list[int]] = {}
        for placed in self.ground.symbols:
            if placed.stop.row == row:
                lanes = own.setdefault(placed.langkah.id, [])
                lanes += (placed.stop.lane, placed.stop.last_lane)
        return frozenset(
            lane for lanes in own.values() for lane in range(min(lanes), max(lanes) + 1)
        )


def has_room(stop: Stop, row: Interval, lane: Interval) -> bool:
    """Tell whether a connector and its note are inside their cell."""
    note = stop.note or stop.box
    top, foot = min(stop.box.y, note.y), max(stop.box.y1, note.y1)
    across = min(stop.box.x, note.x) - lane.start, lane.end - max(stop.box.x1, note.x1)
    down = top - row.start, row.end - foot
    return min(down) >= NOTE_PAD and min(across) >= NOTE_PAD
