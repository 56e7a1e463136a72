"""Route one page: lay tracks, list ways, choose among them, read off the lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopgen.layout.route.search.board import Board
from sopgen.layout.route.search.improve import Improver
from sopgen.layout.route.search.others import is_free
from sopgen.layout.route.search.rescue import rescue
from sopgen.layout.route.search.stand import Choice
from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.labels import Labeller, Run, nearest_run, overlap
from sopgen.layout.route.ways.pools import list_ways
from sopgen.layout.route.ways.ports import PortBook
from sopgen.layout.route.ways.shapes import Shaper
from sopgen.layout.route.ways.task import (
    CONFLICT,
    NO_LABEL,
    Arrow,
    Field,
    Route,
    Routing,
)
from sopgen.layout.route.ways.tracks import DENSITIES, Density, lay_tracks
from sopgen.layout.route.ways.way import Rect
from sopgen.model.chart import Port
from sopgen.model.geometry import Box

#: Steps of the search for a page, and for each of its arrows.
STEPS = 9000
STEPS_EACH = 1400


def route_page(
    field: Field, arrows: tuple[Arrow, ...], *, quick: bool = False
) -> Routing:
    """Return a route for every arrow, on as few tracks as will do.

    If it is to be ``quick`` more tracks are not tried.
    """
    best = Routing()
    least = float("inf")
    for density in DENSITIES[:1] if quick else DENSITIES:
        page = Page(field, arrows, density)
        routing = page.route()
        price = page.price()
        if price < least:
            best, least = routing, price
        if not best.conflicts:
            break
    return best


class Page:
    """The routing of one page at one density of tracks."""

    def __init__(
        self, field: Field, arrows: tuple[Arrow, ...], density: Density
    ) -> None:
        self.arrows = arrows
        self.ties = [tie.ends for tie in field.ties]
        self.tracks = lay_tracks(field, density)
        pools = list_ways(arrows, Shaper(self.tracks, PortBook(self.tracks)))
        labeller = Labeller(self.tracks, field)
        steps = (STEPS + STEPS_EACH * len(arrows)) * density.effort
        self.board = Board(pools, self.tracks, labeller, steps)
        self.unplaced: set[int] = set()
        self.improver = Improver(self.board)

    def route(self) -> Routing:
        """Return the routes of all arrows."""
        self.improver.run()
        self.rescue()
        routes = tuple(self.read(e) for e in range(len(self.arrows)))
        if not self.board.spent:
            return Routing(routes)
        return Routing(routes, tuple(self.improver.balance.troubled()))

    def rescue(self) -> None:
        """Find places for the labels that have none, or that an arrow runs through."""
        board = self.board
        for e, choice in enumerate(board.chosen):
            sizes = self.arrows[e].label
            if choice is None or not sizes or self.rests(e, choice):
                continue
            rest = [c for k, c in enumerate(board.chosen) if c is not None and k != e]
            taken = (
                [*self.ties, *(run for c in rest for run in self.runs(c))],
                [c.spot.rect for c in rest if c.spot is not None],
                [room for c in (choice, *rest) for room in c.way.claimed],
            )
            points = choice.way.points(self.tracks)
            rect = rescue(board.labeller, points, sizes, taken)
            if rect is None:
                self.unplaced.add(e)
            else:
                spot = board.labeller.spot(rect, costs.LABEL_NOWHERE / 2, 0.0)
                board.lift([e]).place(e, choice._replace(spot=spot))

    def runs(self, choice: Choice) -> Iterator[Run]:
        """Yield the runs of an arrow, from border to border."""
        return pairwise(choice.way.points(self.tracks))

    def rests(self, e: int, choice: Choice) -> bool:
        """Tell whether the label of arrow e has a place of its own."""
        spot, board = choice.spot, self.board
        if spot is None or not is_free(spot, choice.way, board.others(e)):
            return False
        ways = (one.way for one in board.chosen if one is not None)
        if any(overlap(spot.rect, room) for w in ways for room in w.claimed):
            return False
        own = nearest_run(spot.rect, self.runs(choice))
        return all(
            nearest_run(spot.rect, self.runs(one)) >= own
            for k, one in enumerate(board.chosen)
            if one is not None and k != e and k not in board.mates[e]
        )

    def price(self) -> float:
        """Return what the routes cost together."""
        return self.improver.balance.page()

    def read(self, e: int) -> Route:
        """Return the route of an arrow, with what is wrong with it."""
        choice = self.board.chosen[e]
        if choice is None:
            raise LookupError("an arrow without a way")
        way = choice.way
        ports = (
            Port(way.rays[0].site.side, way.rays[0].site.at),
            Port(way.rays[1].site.side, way.rays[1].site.at),
        )
        return Route(
            source=way.rays[0].stop,
            target=way.rays[1].stop,
            points=way.points(self.tracks),
            ports=ports,
            label=_box(choice.spot.rect) if choice.spot else None,
            faults=self.judge(e, choice),
        )

    def judge(self, e: int, choice: Choice) -> tuple[str, ...]:
        """Return the faults that a choice has among the others."""
        now = self.board.weigh(choice.way, self.board.others(e), float("inf"))
        extra = (now.price if now else 0.0) - choice.way.price
        found = []
        if max(extra, choice.way.price) >= costs.CONFLICT * 0.9:
            found.append(CONFLICT)
        if e in self.unplaced:
            found.append(NO_LABEL)
        return tuple(found)


def _box(rect: Rect) -> Box:
    x0, y0, x1, y1 = rect
    return Box(x0, y0, x1 - x0, y1 - y0)
