"""The ways chosen so far, and what any other way would cost among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.labels import APART, Labeller
from sopgen.layout.route.ways.merge import Joiner, split
from sopgen.layout.route.ways.pools import Pools
from sopgen.layout.route.ways.tracks import Tracks
from sopgen.layout.route.ways.way import Spot, Way


class Others(NamedTuple):
    """All ways but some: nodes passed, nodes of labels, labels, and the mates.

    Mates have the same target or are of one fan: they may be joined, so they are kept
    apart.
    """

    across: int
    down: int
    label_across: int
    label_down: int
    labels: list[tuple[Spot, Way]]
    mates: list[Way]


class Base(NamedTuple):
    """What all arrows outside a group of members take."""

    members: frozenset[int]
    others: Others


class Choice(NamedTuple):
    """A way for an arrow with its label, and what the two cost where they are."""

    price: float
    way: Way
    spot: Spot | None


class Lifted:
    """Arrows taken off a board, until all are placed anew or put back as they were.

    ::

        lifted = board.lift(arrows)
        lifted.place(e, choice)         for each of them, in any order
        lifted.put_back()               if that did not pay

    Nobody else changes what stands on a board.
    """

    def __init__(self, chosen: list[Choice | None], arrows: Sequence[int]) -> None:
        self.chosen = chosen
        self.arrows = arrows
        self.before = [chosen[e] for e in arrows]
        for e in arrows:
            chosen[e] = None

    @property
    def placed(self) -> bool:
        """Tell whether all arrows are on the board."""
        return all(self.chosen[e] is not None for e in self.arrows)

    def place(self, e: int, choice: Choice | None) -> None:
        """Put an arrow on the board; nothing takes it off again."""
        self.chosen[e] = choice

    def place_all(self, choices: Iterable[Choice | None]) -> None:
        """Put all arrows on the board, in their order."""
        for e, choice in zip(self.arrows, choices, strict=True):
            self.place(e, choice)

    def put_back(self) -> None:
        """Put all arrows back where they were."""
        self.place_all(self.before)


NOTHING = Others(0, 0, 0, 0, [], [])
#: Ways looked at when each meets another arrow.
HOPELESS = 30
#: What a way of a fan may save by its trunk, and so still be the cheapest, mm.
SAVED = 12.0


class Board:
    """Hold one choice for each arrow of a page, and the pool it was taken from.

    Whoever changes a choice lifts its arrow from the board (``lift``).  Every look at a
    way is a step; the search ends when ``budget`` steps are taken.
    """

    def __init__(
        self, pools: Pools, tracks: Tracks, labeller: Labeller, budget: float
    ) -> None:
        arrows = pools.arrows
        self.arrows = arrows
        self.pools = pools
        self.tracks = tracks
        self.labeller = labeller
        self.joiner = Joiner(tracks)
        self.ground = NOTHING._replace(across=tracks.tied)
        self._chosen: list[Choice | None] = [None for _ in arrows]
        self.mates = [
            frozenset(k for k, b in enumerate(arrows) if k != e and a.may_join(b))
            for e, a in enumerate(arrows)
        ]
        self.steps = 0
        self.budget = budget

    @property
    def chosen(self) -> Sequence[Choice | None]:
        """Return what each arrow takes; nothing, while it is off the board."""
        return self._chosen

    @property
    def spent(self) -> bool:
        """Tell whether the search has used the steps that the page may cost."""
        return self.steps + self.pools.effort >= self.budget

    def lift(self, arrows: Sequence[int]) -> Lifted:
        """Take arrows off the board, to be placed anew."""
        return Lifted(self._chosen, arrows)

    def base(self, group: list[int]) -> Base:
        """Return what all arrows outside a group take, to be used several times."""
        members = frozenset(group)
        rest = [k for k in range(len(self.arrows)) if k not in members]
        return Base(members, self._gather(self.ground, rest, frozenset()))

    def others(self, e: int, base: Base | None = None) -> Others:
        """Return what is on the page besides arrow e."""
        friends = self.mates[e]
        if base is not None and friends <= base.members:
            return self._gather(base.others, sorted(base.members - {e}), friends)
        rest = [k for k in range(len(self.arrows)) if k != e]
        return self._gather(self.ground, rest, friends)

    def _gather(
        self, start: Others, group: list[int], friends: frozenset[int]
    ) -> Others:
        """Add the choices of a group to others; those of friends as mates."""
        across, down, label_across, label_down, old, _ = start
        labels, mates = list(old), []
        chosen = self._chosen
        for k in group:
            choice = chosen[k]
            if choice is None:
                continue
            _, way, spot = choice
            if k in friends:
                mates.append(way)
            else:
                across |= way.across
                down |= way.down
            if spot is not None:
                labels.append((spot, way))
                label_across |= spot.across
                label_down |= spot.down
        return Others(across, down, label_across, label_down, labels, mates)

    def best(self, e: int, base: Base | None = None) -> Choice:
        """Return the cheapest choice for arrow e among the others."""
        best = self.best_of(self.pools[e], self.others(e, base))
        if best is None:
            raise LookupError("an arrow without any way")
        return best

    def best_of(self, pool: list[Way], others: Others) -> Choice | None:
        """Return the cheapest choice of a pool, if it has any."""
        best = self._first(pool, others, False)
        if best is None or best.price > costs.CONFLICT:
            best = self._first(pool[:HOPELESS], others, True)
        return best

    def _first(self, pool: list[Way], others: Others, meeting: bool) -> Choice | None:
        """Return the cheapest choice of a pool; ways that meet others if told so."""
        best: Choice | None = None
        least = float("inf")
        taken_across, taken_down = others.across, others.down
        for way in pool:
            if way.price - (SAVED if way.arrow.fan else 0.0) >= least:
                break
            if way.across < 0:
                way.fill(self.tracks)
            meets = way.across & taken_across or way.down & taken_down
            if not meeting and (meets or (way.excuse and lonely(way, others))):
                continue
            choice = self.weigh(way, others, least)
            if choice is not None:
                best, least = choice, choice.price
        return best

    def fill(self, way: Way) -> None:
        """Work out what a way passes, once."""
        if way.across < 0:
            way.fill(self.tracks)

    def weigh(self, way: Way, others: Others, limit: float) -> Choice | None:
        """Return what a way costs among the others, unless it reaches the limit."""
        self.steps += 1
        price = way.price + self._meeting(way, others)
        if price >= limit:
            return None
        if not way.arrow.label:
            return Choice(price, way, None)
        spot, extra = self._label(way, others)
        return Choice(price + extra, way, spot) if price + extra < limit else None

    def cost(self, choice: Choice, others: Others) -> float:
        """Return what a choice costs as it is among the others."""
        self.steps += 1
        way, spot = choice.way, choice.spot
        price = way.price + self._meeting(way, others)
        if not way.arrow.label:
            return price
        if spot is None:
            return price + costs.LABEL_NOWHERE
        return price + spot.price + costs.LABEL_HIT * (not is_free(spot, way, others))

    def unexcused(self) -> int:
        """Return how many arrows are beside a middle that nobody takes."""
        wanted = [c.way.excuse for c in self._chosen if c is not None and c.way.excuse]
        if not wanted:
            return 0
        every = list(range(len(self.arrows)))
        taken = self._gather(NOTHING, every, frozenset()).across
        return sum(1 for excuse in wanted if excuse & ~taken)

    def _meeting(self, way: Way, others: Others) -> float:
        """Return the price of meeting others: conflicts, crossings, labels, trunks."""
        across, down, price = way.across, way.down, 0.0
        joined = 0.0
        for mate in others.mates:
            if across & mate.across or down & mate.down:
                join = self.joiner.join(way, mate)
                if join is None:
                    price += costs.CONFLICT
                    continue
                joined = min(joined, join.price) if joined else join.price
                across &= ~join.across
                down &= ~join.down
        for mate in others.mates:
            price += costs.CROSSING * crossings(across, down, mate.across, mate.down)
            price += split(way, mate)
        if across & others.across or down & others.down:
            price += costs.CONFLICT
        price += costs.CROSSING * crossings(across, down, others.across, others.down)
        if way.across & others.label_across or way.down & others.label_down:
            price += costs.LABEL_HIT * _labels_hit(way, others)
        return price + joined

    def _label(self, way: Way, others: Others) -> tuple[Spot | None, float]:
        """Return the best place of the label, and its price."""
        best: Spot | None = None
        least = costs.LABEL_NOWHERE
        for spot in self.labeller.spots(way):
            if spot.price >= least:
                break
            if is_free(spot, way, others):
                best, least = spot, spot.price
                break
        return best, least

    def met_by(self, e: int, way: Way) -> list[int]:
        """Return the arrows that a way would meet, cross, or whose label it hits."""
        found = []
        across, down = way.across, way.down
        for k, choice in enumerate(self._chosen):
            if choice is None or k == e:
                continue
            _, other, spot = choice
            if (
                (across | down) & (other.across | other.down)
                or (spot is not None and (across & spot.across or down & spot.down))
            ):  # fmt: skip
                found.append(k)
        return found


def lonely(way: Way, others: Others) -> bool:
    """Tell whether a way goes beside a middle that nobody takes."""
    excuse = way.excuse & ~others.across
    for mate in others.mates:
        excuse &= ~mate.across
    return excuse != 0


def crossings(across: int, down: int, across2: int, down2: int) -> int:
    """Return how often ways with these nodes cross."""
    return (across & down2 | down & across2).bit_count()


def _labels_hit(way: Way, others: Others) -> int:
    """Return through how many labels a way passes before it joins their arrow."""
    across, down = way.across, way.down
    return sum(
        1
        for spot, owner in others.labels
        if spot.across & across & ~owner.across or spot.down & down & ~owner.down
    )


def is_free(spot: Spot, way: Way, others: Others) -> bool:
    """Tell whether no other arrow and no label is in the place of a way's label."""
    across, down = others.across, others.down
    for mate in others.mates:
        across |= mate.across & ~way.across
        down |= mate.down & ~way.down
    if spot.across & across or spot.down & down:
        return False
    x0, y0, x1, y1 = spot.rect
    for other, _ in others.labels:
        a0, b0, a1, b1 = other.rect
        if x0 < a1 + APART and a0 < x1 + APART and y0 < b1 + APART and b0 < y1 + APART:
            return False
    return True
