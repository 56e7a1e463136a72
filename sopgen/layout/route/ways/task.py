"""What the router is asked: the table of one page, its symbols and its arrows."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from sopgen.model.chart import Port
from sopgen.model.geometry import Box, Interval, Point, Side
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Jenis


class Site(NamedTuple):
    """A place where an arrow may meet a symbol; ``middle`` is the side's best one."""

    side: Side
    at: float
    point: Point
    middle: bool


#: The faults a route may have: it meets others, or its label has no place.
CONFLICT, NO_LABEL = "tumpang", "label"


@dataclass(frozen=True, slots=True)
class Stop:
    """A symbol as the router sees it; ``key`` tells places of one connector apart.

    ``price`` is what it costs to choose this place of a connector, and ``note`` the
    room for the words beside it; a ``sloped`` symbol leaves the corners of its box
    empty, as a diamond does.  It stands over so many ``lanes``, from ``lane`` on.
    """

    id: str
    key: str
    box: Box
    row: int
    lane: int
    sites: tuple[Site, ...]
    price: float = 0.0
    sloped: bool = False
    note: Box | None = None
    lanes: int = 1

    @property
    def slot(self) -> bool:
        """Tell whether it is one of the places of a connector."""
        return self.key != self.id

    @property
    def last_lane(self) -> int:
        """Return the last lane that it stands over."""
        return self.lane + self.lanes - 1


class Tie(NamedTuple):
    """The plain line between two boxes of one step: their ids, from where to where."""

    boxes: tuple[str, str]
    ends: tuple[Point, Point]


class Keluar(Enum):
    """How an exit of a decision is drawn, alike through the book.

    What goes on leaves downwards, what comes back to a side.
    """

    MAJU = "maju"
    BALIK = "balik"


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow, or its piece on this page.

    A connector's end has several stops to choose from, any other end has one.
    ``label`` are the sizes that the label beside its first run may have, the one it
    should have first.  Arrows with the same ``fan`` leave as one line; ``keluar`` is
    where an exit of a decision should.
    """

    source: tuple[Stop, ...]
    target: tuple[Stop, ...]
    jenis: Jenis
    label: tuple[tuple[float, float], ...] = ()
    fan: str = ""
    keluar: Keluar | None = None

    def may_join(self, other: Arrow) -> bool:
        """Tell whether two arrows may share a trunk, at their ends or beginnings."""
        if self.fan and self.fan == other.fan:
            return True
        return (self.target[0].id, self.jenis) == (other.target[0].id, other.jenis)


@dataclass(frozen=True, slots=True)
class Field:
    """The table of a page: lanes and rows from the top of the page's first row.

    ``symbols`` stand still; ``slots`` are the places that connectors may take, in
    the rows that are ``bands``.  No arrow runs along one of the ``ties``, and none
    crosses one without need.
    """

    lanes: tuple[Interval, ...]
    rows: tuple[Interval, ...]
    bands: frozenset[int]
    symbols: tuple[Stop, ...]
    slots: tuple[Stop, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """The way an arrow takes, and the faults it could not avoid."""

    source: Stop
    target: Stop
    points: tuple[Point, ...]
    ports: tuple[Port, Port]
    label: Box | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routing:
    """The routes of a page, in the order of the arrows.

    ``unsettled`` are the arrows that still met others when the search had to end,
    worst first; it is empty when the search came to its own end.
    """

    routes: tuple[Route, ...] = ()
    unsettled: tuple[int, ...] = ()

    @property
    def conflicts(self) -> int:
        """Return how many arrows found no way of their own."""
        return sum(CONFLICT in route.faults for route in self.routes)
