"""Draw one page of the flow: place its symbols, route its arrows, set its texts."""

from __future__ import annotations

from dataclasses import replace

from sopgen.layout.bands import NOTE_PAD, Band
from sopgen.layout.connectors import Connector, PagePlan, Piece
from sopgen.layout.grid import FlowPage, Grid
from sopgen.layout.place import Placer
from sopgen.layout.route.page import CONFLICT, route_page
from sopgen.layout.route.task import Arrow, Field, Route, Routing, Stop
from sopgen.layout.slots import Slots
from sopgen.layout.writing import (
    LETTER_SIZE,
    centred,
    label_of,
    label_size,
    symbol_text,
)
from sopgen.model.chart import ChartRow, Edge, Symbol, TextBlock
from sopgen.model.geometry import Box, Interval, Point
from sopgen.model.sop import Langkah

#: Bands of a page, counted as rows that no kegiatan has.
HEAD, FOOT = -1, -1001


class Sheet:
    """One page on its way from plan to drawing."""

    def __init__(
        self, plan: PagePlan, grid: Grid, placer: Placer, heights: tuple[float, ...]
    ) -> None:
        self.plan = plan
        self.grid, self.lanes = grid, grid.lanes
        self.placer = placer
        self.connectors = {c.id: c for c in plan.connectors}
        width = placer.sizes.by_kind["proses"][0]
        shape = placer.shapes["penghubung"]
        self.slots = Slots(grid.lanes, plan.connectors, shape, width)
        self.rows = self._rows(heights)
        self.langkah: dict[str, Langkah] = {}
        self.stops: dict[str, Stop] = {}
        self.bands = self._bands()
        self.routing = Routing()
        self.cramped: list[Langkah] = []
        self.page = self.draw()

    def _rows(self, heights: tuple[float, ...]) -> list[tuple[int, Interval]]:
        """Return the rows of the page with the bands its connectors may need.

        A row that goes on from the page before stands above them.
        """
        y, rows = 0.0, []
        later = self.grid.continued
        above = next((k for k, n in enumerate(self.plan.rows) if n not in later), 0)
        band, levels = self.slots.height, range(self.slots.levels)
        numbers = [*self.plan.rows[:above], *(HEAD - k for k in reversed(levels))]
        numbers += self.plan.rows[above:]
        numbers += [FOOT - k for k in levels]
        for n in numbers:
            h = heights[n] if n >= 0 else band
            rows.append((n, Interval(y, y + h)))
            y += h
        return rows

    def _bands(self) -> tuple[Band, ...]:
        return tuple(
            Band(k, reach, n <= FOOT, (FOOT if n <= FOOT else HEAD) - n)
            for k, (n, reach) in enumerate(self.rows)
            if n < 0
        )

    def draw(self) -> FlowPage:
        """Place and route everything on the page."""
        for k, (n, reach) in enumerate(self.rows):
            if n >= 0:
                for langkah, stop in self.placer.row(n, k, reach):
                    self.langkah[langkah.id] = langkah
                    self.stops[langkah.id] = stop
        self.routing = self._routed()
        if self.slots.overfull(self.routes):
            self.slots = replace(self.slots, near=True)
            self.routing = self._routed()
        return self._page()

    def _routed(self) -> Routing:
        """Return the ways of all arrows."""
        places = {c.id: self.slots.of(c, self.bands) for c in self.plan.connectors}
        ends = {**{i: (s,) for i, s in self.stops.items()}, **places}
        field = Field(
            lanes=self.lanes,
            rows=tuple(reach for _, reach in self.rows),
            bands=frozenset(band.row for band in self.bands),
            symbols=tuple(self.stops.values()),
            slots=tuple(stop for stops in places.values() for stop in stops),
        )
        arrows = tuple(
            Arrow(
                ends[p.source],
                ends[p.target],
                p.jenis,
                label_size(p.label) if p.label else None,
            )
            for p in self.plan.pieces
        )
        return route_page(field, arrows)

    @property
    def _taken(self) -> dict[str, Stop]:
        """Return the places that the connectors have taken."""
        ends = (s for route in self.routes for s in (route.source, route.target))
        return {stop.id: stop for stop in ends if stop.id in self.connectors}

    @property
    def routes(self) -> tuple[Route, ...]:
        """Return a route for every piece of the plan."""
        return self.routing.routes

    @property
    def height(self) -> float:
        """Return how high the page has become."""
        return self.page.rows[-1].y1

    @property
    def breakable(self) -> bool:
        """Tell whether fewer rows would make it lower."""
        return len(self.plan.rows) > 1

    @property
    def conflicts(self) -> int:
        """Return how many arrows found no way of their own."""
        return sum(CONFLICT in route.faults for route in self.routes)

    def tight_rows(self) -> set[int]:
        """Return the kegiatan whose rows are too narrow for their arrows."""
        rows = set()
        for route in self.routes:
            if route.faults:
                rows |= {route.source.row, route.target.row}
        return {self.rows[k][0] for k in rows if self.rows[k][0] >= 0}

    def _page(self) -> FlowPage:
        """Return the page without the bands that no connector took."""
        taken = self._taken
        used = {stop.row for stop in taken.values()}
        kept = [(n, r) for k, (n, r) in enumerate(self.rows) if n >= 0 or k in used]
        notes = self.slots.notes(self.routes, self.bands)
        if notes:
            kept = _trimmed(kept, [note.box for note in notes.values()])
        top = kept[0][1].start
        rows = tuple(
            ChartRow(n if n >= 0 else None, r.start - top, r.end - top) for n, r in kept
        )
        symbols = [self._symbol(k, self.stops[i], top) for i, k in self.langkah.items()]
        symbols += [
            self._connector(c, taken[i], notes[i], top)
            for i, c in self.connectors.items()
        ]
        edges = (
            self._edge(piece, route, top)
            for piece, route in zip(self.plan.pieces, self.routes, strict=True)
        )
        return FlowPage(rows, tuple(symbols), tuple(edges))

    def _symbol(self, langkah: Langkah, stop: Stop, top: float) -> Symbol:
        box = stop.box.moved(0, -top)
        shape = self.placer.shapes[langkah.simbol]
        text, fits = symbol_text(langkah.teks, shape.text_box(box))
        if not fits:
            self.cramped.append(langkah)
        return Symbol(langkah.id, langkah.simbol, box, text, span=langkah.span)

    def _connector(
        self, connector: Connector, stop: Stop, note: TextBlock, top: float
    ) -> Symbol:
        shape = self.placer.shapes["penghubung"]
        box = stop.box.moved(0, -top)
        return Symbol(
            id=connector.id,
            simbol="penghubung",
            box=box,
            text=centred((connector.ref,), LETTER_SIZE, shape.text_box(box)),
            ref=connector.ref,
            page=connector.others[0] + 1,
            note=_moved(note, -top),
        )

    def _edge(self, piece: Piece, route: Route, top: float) -> Edge:
        label = None
        if piece.label:
            label = label_of(piece.label, _label_box(piece, route).moved(0, -top))
        return Edge(
            source=piece.source,
            target=piece.target,
            jenis=piece.jenis,
            alur=piece.alur,
            points=tuple(Point(p.x, p.y - top) for p in route.points),
            ports=route.ports,
            label=label,
        )


def _trimmed(
    rows: list[tuple[int, Interval]], notes: list[Box]
) -> list[tuple[int, Interval]]:
    """Return the rows without what the outermost bands have beyond their notes."""
    made = list(rows)
    (first, head), (last, foot) = rows[0], rows[-1]
    if first < 0:
        top = min(note.y for note in notes) - NOTE_PAD
        made[0] = (first, Interval(top, head.end))
    if last < 0:
        bottom = max(note.y1 for note in notes) + NOTE_PAD
        made[-1] = (last, Interval(foot.start, bottom))
    return made


def _moved(text: TextBlock, dy: float) -> TextBlock:
    return replace(text, box=text.box.moved(0, dy))


def _label_box(piece: Piece, route: Route) -> Box:
    """Return the label's place; beside its exit if the router found none."""
    if route.label is not None:
        return route.label
    w, h = label_size(piece.label)
    start = route.points[0]
    return Box(start.x + 0.5, start.y - h - 0.5, w, h)
