"""The ground that a page's arrows run over: its rows, bands among them, its symbols."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from sopgen.layout.bands import Band, Offer
from sopgen.layout.connectors import PagePlan
from sopgen.layout.grid import Grid
from sopgen.layout.place import Berdiri, Placer
from sopgen.layout.route.ways.task import Stop, Tie
from sopgen.model.geometry import Interval
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Langkah


@dataclass(frozen=True, slots=True)
class End:
    """Where a band of connectors belongs: its end of the page, its distance from it."""

    foot: bool
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the page: that of a kegiatan, by its index, or a band at an end."""

    reach: Interval
    content: int | End

    @property
    def kegiatan(self) -> int | None:
        """Return the index of the kegiatan; a band has none."""
        return None if isinstance(self.content, End) else self.content

    @property
    def at_foot(self) -> bool:
        """Tell whether it is a band at the foot of the page."""
        return isinstance(self.content, End) and self.content.foot


@dataclass(frozen=True, slots=True)
class Placed:
    """A langkah, and its symbol, or a further box of it, as the router sees it."""

    langkah: Langkah
    stop: Stop

    @property
    def further(self) -> bool:
        """Tell whether it is a box that no arrow meets."""
        return self.stop.id != self.langkah.id


@dataclass(frozen=True, slots=True)
class Tied:
    """A langkah, and a line between two boxes of it."""

    langkah: Langkah
    tie: Tie


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands still on a page while its arrows look for their ways."""

    rows: tuple[Row, ...]
    symbols: tuple[Placed, ...]
    ties: tuple[Tied, ...]

    @property
    def bands(self) -> tuple[Band, ...]:
        """Return the rows that are for connectors."""
        return tuple(
            Band(k, row.reach, row.content.foot, row.content.level)
            for k, row in enumerate(self.rows)
            if isinstance(row.content, End)
        )


def lay_ground(
    plan: PagePlan,
    grid: Grid,
    placer: Placer,
    heights: tuple[float, ...],
    bands: Offer,
) -> Ground:
    """Return the rows of a page with the bands it may need, its symbols in them."""
    order = _order(plan.rows, grid.continued, bands)
    tall = (bands.height if isinstance(c, End) else heights[c] for c in order)
    edges = pairwise(accumulate(tall, initial=0.0))
    rows = tuple(
        Row(Interval(*edge), content)
        for edge, content in zip(edges, order, strict=True)
    )
    standing = tuple(_standing(rows, placer))
    return Ground(
        rows,
        tuple(Placed(one.langkah, stop) for one in standing for stop in one.stops),
        tuple(Tied(one.langkah, tie) for one in standing for tie in one.ties),
    )


def _order(kegiatan: range, continued: frozenset[int], bands: Offer) -> list[int | End]:
    """Return what stands below each other on a page: kegiatan, and bands at its ends.

    A row that goes on from the page before stands above the bands.
    """
    above = next((k for k, n in enumerate(kegiatan) if n not in continued), 0)
    head = bands.levels * bands.head
    return [
        *kegiatan[:above],
        *(End(foot=False, level=k) for k in reversed(range(head))),
        *kegiatan[above:],
        *(End(foot=True, level=k) for k in range(bands.levels)),
    ]


def _standing(rows: tuple[Row, ...], placer: Placer) -> Iterator[Berdiri]:
    for k, row in enumerate(rows):
        if row.kegiatan is not None:
            yield from placer.row(row.kegiatan, k, row.reach)
