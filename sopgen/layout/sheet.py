"""Draw one page of the flow: place its symbols, route its arrows, set its texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sopgen.layout.cells import Cells
from sopgen.layout.connectors import Connector, PagePlan, Piece
from sopgen.layout.grid import FlowPage, Grid
from sopgen.layout.ground import Ground, Placed, Tied, lay_ground
from sopgen.layout.kept import merged, trimmed
from sopgen.layout.place import ENDS_CLEAR, Placer
from sopgen.layout.route.page import route_page
from sopgen.layout.route.ways.task import Arrow, Field, Route, Routing, Stop
from sopgen.layout.slots import Slots
from sopgen.layout.writing import (
    LETTER_SIZE,
    centred,
    label_of,
    label_size,
    label_sizes,
    symbol_text,
)
from sopgen.model.chart import ChartRow, Edge, Ikatan, Symbol, TextBlock
from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Shape
from sopgen.model.sop import Langkah

#: The part of a terminator's height over which its round ends give text room.
ENDS = 0.7


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is drawn, and what could not be drawn cleanly on it.

    ``tight`` are the kegiatan whose rows are too narrow for their arrows, ``cramped``
    the langkah whose texts do not fit into their symbols.
    """

    plan: PagePlan
    routing: Routing
    page: FlowPage
    tight: frozenset[int]
    cramped: tuple[Langkah, ...]

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
        return self.routing.conflicts


def draw_sheet(
    plan: PagePlan, grid: Grid, placer: Placer, heights: tuple[float, ...]
) -> Sheet:
    """Return a page with everything placed and routed that its plan has."""
    slots = Slots(
        grid.lanes,
        plan.connectors,
        shape=placer.shapes["penghubung"],
        width=placer.sizes.by_kind["proses"][0],
    )
    lay = partial(lay_ground, plan, grid, placer, heights)
    quick = grid.patience.lost
    best = _best(plan, lay(slots.bands), slots, quick=quick)
    if best.parted:
        less = lay(slots.bands._replace(head=False))
        best = _best(plan, less, slots, quick=quick)
    ground, slots, routing = best
    grid.patience.lose(routing.conflicts)
    rows, notes = _kept(ground, slots, routing)
    pen = Pen(placer.shapes, rows[0].y0, grid.least_pt)
    lettered = [pen.symbol(placed) for placed in ground.symbols]
    taken = _taken(plan, routing)
    connectors = (pen.connector(c, taken[c.id], notes[c.id]) for c in plan.connectors)
    pairs = zip(plan.pieces, routing.routes, strict=True)
    page = FlowPage(
        rows=tuple(pen.row(row) for row in rows),
        symbols=(*(symbol for symbol, _ in lettered), *connectors),
        edges=tuple(pen.edge(piece, route) for piece, route in pairs),
        ikatan=tuple(pen.tie(tied) for tied in ground.ties),
    )
    symbols = zip(ground.symbols, lettered, strict=True)
    cramped = tuple(
        placed.langkah
        for placed, (_, fits) in symbols
        if not fits and not placed.further
    )
    return Sheet(plan, routing, page, _tight(ground, routing), cramped)


class Settled(NamedTuple):
    """The ways of all arrows, and the places among which connectors chose."""

    ground: Ground
    slots: Slots
    routing: Routing

    @property
    def parted(self) -> bool:
        """Tell whether bands part the rest of a row from the next, and hold nothing."""
        used = {row for row, _ in self.slots.groups(self.routing.routes)}
        head = {band.row for band in self.ground.bands if not band.foot}
        return bool(head) and 0 not in head and not head & used

    @property
    def faults(self) -> int:
        """Return how much could not be drawn cleanly."""
        return sum(len(route.faults) for route in self.routing.routes)


def _best(plan: PagePlan, ground: Ground, slots: Slots, *, quick: bool) -> Settled:
    """Return the ways of all arrows; no connector is in a cell if that is cleaner."""
    made = _settled(plan, ground, slots, quick=quick)
    bare = replace(slots, cells=False)
    if made.faults and _places(plan, ground, slots) != _places(plan, ground, bare):
        other = _settled(plan, ground, bare, quick=quick)
        return min(made, other, key=lambda one: one.faults)
    return made


def _settled(plan: PagePlan, ground: Ground, slots: Slots, *, quick: bool) -> Settled:
    """Return the ways of all arrows, with room for the notes of all connectors."""
    routing = _routed(plan, ground, slots, quick=quick)
    if not slots.overfull(routing.routes):
        return Settled(ground, slots, routing)
    slots = replace(slots, near=True)
    return Settled(ground, slots, _routed(plan, ground, slots, quick=quick))


def _places(
    plan: PagePlan, ground: Ground, slots: Slots
) -> Mapping[str, tuple[Stop, ...]]:
    """Return the places among which each connector may choose."""
    bands, cells = ground.bands, Cells(ground, len(slots.lanes))
    return {c.id: slots.of(c, bands, cells.of(c)) for c in plan.connectors}


def _routed(plan: PagePlan, ground: Ground, slots: Slots, *, quick: bool) -> Routing:
    """Return the ways of all arrows."""
    bands, places = ground.bands, _places(plan, ground, slots)
    stops = tuple(placed.stop for placed in ground.symbols)
    ends = {**{stop.id: (stop,) for stop in stops}, **places}
    field = Field(
        lanes=slots.lanes,
        rows=tuple(row.reach for row in ground.rows),
        bands=frozenset(band.row for band in bands),
        symbols=stops,
        slots=tuple(stop for own in places.values() for stop in own),
        ties=tuple(tied.tie for tied in ground.ties),
    )
    arrows = tuple(
        Arrow(
            ends[p.source],
            ends[p.target],
            p.jenis,
            label_sizes(p.label) if p.label else (),
            p.fan,
            p.keluar,
        )
        for p in plan.pieces
    )
    return route_page(field, arrows, quick=quick)


def _taken(plan: PagePlan, routing: Routing) -> dict[str, Stop]:
    """Return the places that the connectors have taken, by their ids."""
    own = {connector.id for connector in plan.connectors}
    ends = (stop for r in routing.routes for stop in (r.source, r.target))
    return {stop.id: stop for stop in ends if stop.id in own}


def _tight(ground: Ground, routing: Routing) -> frozenset[int]:
    """Return the kegiatan whose rows are too narrow for their arrows."""
    faulty = (route for route in routing.routes if route.faults)
    ends = {stop.row for route in faulty for stop in (route.source, route.target)}
    rows = (ground.rows[k].kegiatan for k in ends)
    return frozenset(kegiatan for kegiatan in rows if kegiatan is not None)


def _kept(
    ground: Ground, slots: Slots, routing: Routing
) -> tuple[tuple[ChartRow, ...], dict[str, TextBlock]]:
    """Return the rows with the bands that connectors took in them, and all notes."""
    used = {row for row, _ in slots.groups(routing.routes)}
    rows = [
        row
        for k, row in enumerate(ground.rows)
        if row.kegiatan is not None or k in used
    ]
    notes = slots.notes(routing.routes, ground.bands)
    return merged(trimmed(rows, [note.box for note in notes.values()])), notes


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws what was routed on a page whose first row begins at ``top``, mm.

    No text of a symbol is smaller than ``least_pt``.
    """

    shapes: Mapping[str, Shape]
    top: float
    least_pt: float

    def row(self, row: ChartRow) -> ChartRow:
        """Return a row of the page."""
        return replace(row, y0=row.y0 - self.top, y1=row.y1 - self.top)

    def symbol(self, placed: Placed) -> tuple[Symbol, bool]:
        """Return a langkah's symbol with its text, and whether that fits."""
        langkah, box = placed.langkah, placed.stop.box.moved(0, -self.top)
        room = self.shapes[langkah.simbol].text_box(box)
        text, fits = symbol_text(langkah.tulisan, room, self.least_pt)
        if not fits and langkah.simbol == "terminator":
            text, fits = symbol_text(langkah.tulisan, _between_ends(box), self.least_pt)
        made = Symbol(placed.stop.id, langkah.simbol, box, text, span=langkah.span)
        made = replace(made, sop=langkah.sop)
        return replace(made, langkah=langkah.id) if placed.further else made, fits

    def tie(self, tied: Tied) -> Ikatan:
        """Return the line between two boxes of a langkah."""
        left, right = (Point(p.x, p.y - self.top) for p in tied.tie.ends)
        source, target = tied.tie.boxes
        return Ikatan(tied.langkah.id, source, target, (left, right))

    def connector(self, connector: Connector, stop: Stop, note: TextBlock) -> Symbol:
        """Return a connector at the place that it took, with its note."""
        box = stop.box.moved(0, -self.top)
        room = self.shapes["penghubung"].text_box(box)
        return Symbol(
            id=connector.id,
            simbol="penghubung",
            box=box,
            text=centred((connector.ref,), LETTER_SIZE, room),
            ref=connector.ref,
            page=connector.others[0] + 1,
            note=replace(note, box=note.box.moved(0, -self.top)),
        )

    def edge(self, piece: Piece, route: Route) -> Edge:
        """Return an arrow, or the part of one, with its label."""
        label = None
        if piece.label:
            box = _label_box(piece, route).moved(0, -self.top)
            label = label_of(piece.label, box)
        return Edge(
            source=piece.source,
            target=piece.target,
            jenis=piece.jenis,
            alur=piece.alur,
            points=tuple(Point(p.x, p.y - self.top) for p in route.points),
            ports=route.ports,
            label=label,
        )


def _between_ends(box: Box) -> Box:
    """Return the room for a line in the middle of a terminator, where it is widest."""
    line = box.h * ENDS
    return Box(box.x + ENDS_CLEAR, box.cy - line / 2, box.w - 2 * ENDS_CLEAR, line)


def _label_box(piece: Piece, route: Route) -> Box:
    """Return the label's place; beside its exit if the router found none."""
    if route.label is not None:
        return route.label
    w, h = label_size(piece.label)
    start = route.points[0]
    return Box(start.x + 0.5, start.y - h - 0.5, w, h)
