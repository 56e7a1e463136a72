"""The ways chosen so far, and what any other way would cost among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sopgen.layout.route import costs
from sopgen.layout.route.labels import Labeller, Spot, overlap
from sopgen.layout.route.merge import Joiner
from sopgen.layout.route.task import Arrow
from sopgen.layout.route.tracks import Tracks
from sopgen.layout.route.way import Way


class Others(NamedTuple):
    """All ways but some: nodes passed, nodes of labels, labels, and the mates.

    Mates have the same target and may be joined, so they are kept apart.
    """

    across: int
    down: int
    label_across: int
    label_down: int
    labels: list[Spot]
    mates: list[Way]


class Choice(NamedTuple):
    """A way for an arrow with its label, and what the two cost where they are."""

    price: float
    way: Way
    spot: Spot | None


class Board:
    """Hold one choice for each arrow of a page, and the pool it was taken from."""

    def __init__(self, arrows: tuple[Arrow, ...], tracks: Tracks, labeller: Labeller) -> None:
        self.arrows = arrows
        self.tracks = tracks
        self.labeller = labeller
        self.joiner = Joiner(tracks)
        self.pools: list[list[Way]] = [[] for _ in arrows]
        self.chosen: list[Choice | None] = [None for _ in arrows]
        marks = [arrow.mark for arrow in arrows]
        self.mates = [
            frozenset(k for k, m in enumerate(marks) if m == mark and k != e)
            for e, mark in enumerate(marks)
        ]
        self.steps = 0

    def others(self, e: int) -> Others:
        """Return what is on the page besides arrow e."""
        across = down = label_across = label_down = 0
        labels: list[Spot] = []
        mates: list[Way] = []
        friends = self.mates[e]
        for k, choice in enumerate(self.chosen):
            if choice is None or k == e:
                continue
            _, way, spot = choice
            if k in friends:
                mates.append(way)
            else:
                across |= way.across
                down |= way.down
            if spot is not None:
                labels.append(spot)
                label_across |= spot.across
                label_down |= spot.down
        return Others(across, down, label_across, label_down, labels, mates)

    def best(self, e: int) -> Choice:
        """Return the cheapest choice for arrow e among the others."""
        others = self.others(e)
        best: Choice | None = None
        for way in self.pools[e]:
            if best is not None and way.price >= best.price:
                break
            choice = self.weigh(way, others, best.price if best else float("inf"))
            if choice is not None and (best is None or choice.price < best.price):
                best = choice
        if best is None:
            raise LookupError("an arrow without any way")
        return best

    def weigh(self, way: Way, others: Others, limit: float) -> Choice | None:
        """Return what a way costs among the others, unless it reaches the limit."""
        self.steps += 1
        if way.across < 0:
            way.fill(self.tracks)
        price = way.price + self._meeting(way, others)
        if price >= limit:
            return None
        if way.arrow.label is None:
            return Choice(price, way, None)
        spot, extra = self._label(way, others)
        return Choice(price + extra, way, spot) if price + extra < limit else None

    def _meeting(self, way: Way, others: Others) -> float:
        """Return the price of meeting others: conflicts, crossings, labels, trunks."""
        across, down, price = way.across, way.down, 0.0
        taken = others.across
        for mate in others.mates:
            taken |= mate.across
            if not (across & mate.across or down & mate.down):
                price += costs.CROSSING * _crossings(across, down, mate.across, mate.down)
                continue
            join = self.joiner.join(way, mate)
            if join is None:
                price += costs.CONFLICT
                continue
            price += join.price
            across &= ~join.across
            down &= ~join.down
            price += costs.CROSSING * _crossings(across, down, mate.across, mate.down)
        if across & others.across or down & others.down:
            price += costs.CONFLICT
        price += costs.CROSSING * _crossings(across, down, others.across, others.down)
        if across & others.label_across or down & others.label_down:
            price += costs.LABEL_HIT
        if way.excuse & ~taken:
            price += costs.NO_EXCUSE
        return price

    def _label(self, way: Way, others: Others) -> tuple[Spot | None, float]:
        """Return the best place of the label, and its price."""
        best: Spot | None = None
        least = costs.LABEL_NOWHERE
        across, down = others.across, others.down
        for mate in others.mates:
            across |= mate.across
            down |= mate.down
        for spot in self.labeller.spots(way):
            if spot.price >= least:
                break
            if spot.across & across or spot.down & down:
                continue
            if not any(overlap(spot.box, other.box, 0.3) for other in others.labels):
                best, least = spot, spot.price
        return best, least

    def remove(self, arrows: Iterable[int]) -> list[Choice | None]:
        """Take arrows off the page; return what they were."""
        old = []
        for e in arrows:
            old.append(self.chosen[e])
            self.chosen[e] = None
        return old

    def restore(self, arrows: Iterable[int], old: Iterable[Choice | None]) -> None:
        """Put arrows back as they were."""
        for e, choice in zip(arrows, old, strict=True):
            self.chosen[e] = choice

    def met_by(self, e: int, way: Way) -> list[int]:
        """Return the arrows that a way would meet, cross, or whose label it hits."""
        found = []
        across, down = way.across, way.down
        for k, choice in enumerate(self.chosen):
            if choice is None or k == e:
                continue
            _, other, spot = choice
            if (
                (across | down) & (other.across | other.down)
                or (spot is not None and (across & spot.across or down & spot.down))
            ):  # fmt: skip
                found.append(k)
        return found


def _crossings(across: int, down: int, across2: int, down2: int) -> int:
    return (across & down2 | down & across2).bit_count()
