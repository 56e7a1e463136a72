"""The places that the connectors of a page may take, and the notes they get there.

A connector may stand in a free cell near its symbol, or in the band at either end of
the page, in the middle of its lane, or beside it when the lane has several; the router
chooses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from sopgen.layout.bands import CONNECTOR, Band, Offer, band_height, note_box
from sopgen.layout.cells import Cell, has_room
from sopgen.layout.connectors import Connector
from sopgen.layout.covered import is_crossed
from sopgen.layout.notes import (
    broken,
    capacity,
    layouts,
    note_height,
    sheet_words,
)
from sopgen.layout.route.ways.costs import HUG, SLOT_ASIDE
from sopgen.layout.route.ways.task import Route, Site, Stop
from sopgen.layout.writing import NOTE_SIZE, note_width, pitch
from sopgen.model.chart import TextBlock
from sopgen.model.geometry import Box, Interval
from sopgen.model.nilai import dataclass
from sopgen.model.shape import SIDES, Shape

#: Room for a note's letters at its sides, mm.
SLACK = 0.2
#: What a connector in a band costs, mm: a row of the table that says nothing.
BAND = 60.0
#: Connectors of one lane that stand beside each other in a band.
SIDE_BY_SIDE = 2


@dataclass(frozen=True)
class Slots:
    """The places that the connectors of a page may take.

    Those beside the middle of a lane are ``width`` apart, as wide as its symbols, or so
    ``near`` to the middle that the router never fills all places of a band.  Not all
    pages have good places in ``cells``.
    """

    lanes: tuple[Interval, ...]
    connectors: tuple[Connector, ...]
    shape: Shape
    width: float
    near: bool = False
    cells: bool = True

    @cached_property
    def crowd(self) -> Counter[int]:
        """Return how many connectors each lane has."""
        return Counter(c.lajur for c in self.connectors)

    def lines(self, connector: Connector) -> tuple[str, ...]:
        """Return the note of a connector, as narrow as a crowd in its lane asks."""
        lajur = connector.lajur
        text, crowded = sheet_words(connector.others), self.crowd[lajur] > 1
        return broken(text, self.lanes[lajur], crowded=crowded)

    @property
    def bands(self) -> Offer:
        """Return the bands that the page offers, each for any of the connectors."""
        counts = (len(self.lines(c)) for c in self.connectors)
        each = (-(-n // self.beside(k)) for k, n in self.crowd.items())
        return Offer(max(each, default=0), band_height(max(counts, default=1)))

    def beside(self, lajur: int) -> int:
        """Return how many connectors may stand beside each other in a lane."""
        return min(SIDE_BY_SIDE, capacity(self.lanes[lajur]))

    def offset(self, lajur: int) -> float:
        """Return how far beside the middle of a lane a connector stands."""
        room = self.lanes[lajur].length / 2 - CONNECTOR / 2 - 0.9
        off = min(room, max(self.width / 2, CONNECTOR / 2 + 0.5))
        return min(off, CONNECTOR + HUG - 0.02) if self.near else off

    def overfull(self, routes: Sequence[Route]) -> bool:
        """Return whether a lane has no room for all the notes of the places taken."""
        groups = self.groups(routes).items()
        return any(len(group) > capacity(self.lanes[k]) for (_, k), group in groups)

    def of(
        self,
        connector: Connector,
        bands: tuple[Band, ...],
        cells: Iterable[tuple[Cell, Interval]],
    ) -> tuple[Stop, ...]:
        """Return the places for a connector in cells, each with its row, and bands."""
        free = tuple(self._in_cells(connector, cells)) if self.cells else ()
        if free:
            bands = tuple(band for band in bands if band.foot != connector.entry)
        return (*free, *self._in_bands(connector, bands))

    def _in_cells(
        self, connector: Connector, cells: Iterable[tuple[Cell, Interval]]
    ) -> Iterator[Stop]:
        text = sheet_words(connector.others)
        for cell, row in cells:
            lane = self.lanes[cell.lane]
            box = cell.box(lane)
            lines = broken(text, lane, crowded=False)
            note = note_box(box, box.cx, _size(lines), below=not connector.entry)
            stop = Stop(
                id=connector.id,
                key=f"{connector.id}@{cell.row}/{cell.lane}",
                box=box,
                row=cell.row,
                lane=cell.lane,
                sites=self._sites(box, below=not connector.entry),
                price=cell.price,
                note=note,
            )
            if has_room(stop, row, lane):
                yield stop

    def _in_bands(
        self, connector: Connector, bands: tuple[Band, ...]
    ) -> tuple[Stop, ...]:
        lajur = connector.lajur
        several = self.crowd[lajur] > 1 and self.beside(lajur) > 1
        off = self.offset(lajur)
        beside = (0.0, -off, off) if several else (0.0,)
        return tuple(
            self._stop(connector, band, k, dx)
            for band in bands
            for k, dx in enumerate(beside)
        )

    def _stop(self, connector: Connector, band: Band, k: int, dx: float) -> Stop:
        x = self.lanes[connector.lajur].middle + dx
        box = Box(x - CONNECTOR / 2, band.top, CONNECTOR, CONNECTOR)
        size = _size(self.lines(connector))
        return Stop(
            id=connector.id,
            key=f"{connector.id}@{band.row}.{k}",
            box=box,
            row=band.row,
            lane=connector.lajur,
            sites=self._sites(box, below=band.foot),
            price=BAND + SLOT_ASIDE * ((k > 0) + 2 * band.level),
            note=note_box(box, x, size, below=band.foot),
        )

    def _sites(self, box: Box, *, below: bool) -> tuple[Site, ...]:
        """Return where arrows may meet a connector: not where its note is."""
        closed = "bottom" if below else "top"
        return tuple(
            Site(side, 0.5, self.shape.port(side, box), True)
            for side in SIDES
            if side != closed
        )

    def notes(
        self, routes: Sequence[Route], bands: tuple[Band, ...]
    ) -> dict[str, TextBlock]:
        """Return the note of each connector, by its id, for the routes chosen."""
        made: dict[str, TextBlock] = {}
        others = {c.id: c.others for c in self.connectors}
        exits = {c.id for c in self.connectors if not c.entry}
        lines = [route.points for route in routes]
        by_row = {band.row: band.foot for band in bands}
        for (row, lajur), group in self.groups(routes).items():
            texts = [sheet_words(others[s.id]) for s in group]
            middles = [s.box.cx for s in group]
            for layout in layouts(texts, middles, self.lanes[lajur]):
                blocks = [
                    _block(stop.box, *note, below=by_row.get(row, stop.id in exits))
                    for stop, note in zip(group, layout, strict=True)
                ]
                if not any(is_crossed(b.box, line) for b in blocks for line in lines):
                    break
            made |= zip((s.id for s in group), blocks, strict=True)
        return made

    def groups(self, routes: Sequence[Route]) -> dict[tuple[int, int], list[Stop]]:
        """Return the places taken in each lane of each band, from the left."""
        own = {c.id for c in self.connectors}
        ends = (s for route in routes for s in (route.source, route.target))
        found: dict[tuple[int, int], list[Stop]] = defaultdict(list)
        for stop in {s.id: s for s in ends if s.id in own}.values():
            found[stop.row, stop.lane].append(stop)
        for group in found.values():
            group.sort(key=lambda stop: stop.box.x)
        return found


def _size(lines: tuple[str, ...]) -> tuple[float, float]:
    return note_width(lines), note_height(len(lines))


def _block(
    box: Box, lines: tuple[str, ...], middle: float, *, below: bool
) -> TextBlock:
    w, h = _size(lines)
    room = note_box(box, middle, (w + 2 * SLACK, h), below=below)
    leading = pitch(NOTE_SIZE)
    return TextBlock(room, lines, NOTE_SIZE, leading, align="center", top=below)
