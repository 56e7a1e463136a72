"""Route one page: lay tracks, list ways, choose among them, read off the lines."""

from __future__ import annotations

from sopgen.layout.route import costs
from sopgen.layout.route.board import Board, Choice
from sopgen.layout.route.improve import Improver
from sopgen.layout.route.labels import Labeller
from sopgen.layout.route.ports import PortBook
from sopgen.layout.route.shapes import Shaper
from sopgen.layout.route.task import Arrow, Field, Route
from sopgen.layout.route.tracks import DENSITIES, Density, lay_tracks
from sopgen.model.chart import Port

#: Steps of the search for a page, and for each of its arrows.
STEPS = 4000
STEPS_EACH = 2500


def route_page(field: Field, arrows: tuple[Arrow, ...]) -> tuple[Route, ...]:
    """Return a route for every arrow, on as few tracks as will do."""
    best: tuple[Route, ...] = ()
    for density in DENSITIES:
        routes = Page(field, arrows, density).route()
        if not best or faults(routes) < faults(best):
            best = routes
        if not faults(best):
            break
    return best


def faults(routes: tuple[Route, ...]) -> int:
    """Return how many faults the routes have."""
    return sum(len(route.faults) for route in routes)


class Page:
    """The routing of one page at one density of tracks."""

    def __init__(self, field: Field, arrows: tuple[Arrow, ...], density: Density) -> None:
        self.arrows = arrows
        self.tracks = lay_tracks(field, density)
        self.shaper = Shaper(self.tracks, PortBook(self.tracks))
        self.board = Board(arrows, self.tracks, Labeller(self.tracks, field))
        self.extended = [2] * len(arrows)

    def route(self) -> tuple[Route, ...]:
        """Return the routes of all arrows."""
        for e, arrow in enumerate(self.arrows):
            self.board.pools[e] = self.shaper.ways(arrow, range(3))
            while len(self.board.pools[e]) < 3 and self.extend(e):
                pass
        Improver(self.board, self.extend, STEPS + STEPS_EACH * len(self.arrows)).run()
        return tuple(self.read(e) for e in range(len(self.arrows)))

    def extend(self, e: int) -> bool:
        """Add the ways of arrow e with one bend more; tell whether there can be any."""
        if self.extended[e] >= costs.MOST_BENDS:
            return False
        self.extended[e] += 1
        bends = range(self.extended[e], self.extended[e] + 1)
        pool = self.board.pools[e]
        limit = pool[0].price + costs.SLACK if pool else float("inf")
        more = self.shaper.ways(self.arrows[e], bends, limit)
        pool += more
        pool.sort(key=lambda way: way.price)
        del pool[2 * costs.POOL :]
        return True

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
            label=choice.spot.box if choice.spot else None,
            faults=self.judge(e, choice),
        )

    def judge(self, e: int, choice: Choice) -> tuple[str, ...]:
        """Return the faults that a choice has among the others."""
        now = self.board.weigh(choice.way, self.board.others(e), float("inf"))
        extra = (now.price if now else 0.0) - choice.way.price
        found = []
        if extra >= costs.CONFLICT * 0.9:
            found.append("tumpang")
        if self.arrows[e].label and choice.spot is None:
            found.append("label")
        return tuple(found)
