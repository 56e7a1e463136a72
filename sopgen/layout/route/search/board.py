"""The ways chosen so far, and what any other way would cost among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopgen.layout.route.search.others import (
    NOTHING,
    Others,
    is_free,
    labels_hit,
)
from sopgen.layout.route.search.stand import Choice, Stand
from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.labels import Labeller
from sopgen.layout.route.ways.merge import Join, Joiner, split
from sopgen.layout.route.ways.pools import Pools
from sopgen.layout.route.ways.tracks import Tracks, count_few
from sopgen.layout.route.ways.way import Spot, Way


class Base:
    """What all arrows outside a group of members take, while none of these moves.

    For each member that is asked about it is kept with what may be joined apart.
    """

    def __init__(self, stand: Stand, members: Sequence[int]) -> None:
        self.stand = stand
        self.members = sorted(members)
        self.left_out = frozenset(members)
        self.known: dict[int, Others] = {}

    def others(self, e: int, friends: frozenset[int]) -> Others:
        """Return what a member's others take, members and all."""
        if e not in self.known:
            self.known[e] = self.stand.all_but(self.left_out, friends)
        rest = [k for k in self.members if k != e]
        return self.stand.add(self.known[e], rest, friends)


class Lifted:
    """Arrows taken off a board, until all are placed anew or put back as they were.

    ::

        lifted = board.lift(arrows)
        lifted.place(e, choice)         for each of them, in any order
        lifted.put_back()               if that did not pay

    Nobody else changes what stands on a board.
    """

    def __init__(self, stand: Stand, arrows: Sequence[int]) -> None:
        self.stand = stand
        self.arrows = arrows
        self.before = [stand.chosen[e] for e in arrows]
        for e in arrows:
            stand.put(e, None)

    @property
    def placed(self) -> bool:
        """Tell whether all arrows are on the board."""
        return all(self.stand.chosen[e] is not None for e in self.arrows)

    def place(self, e: int, choice: Choice | None) -> None:
        """Put an arrow on the board; nothing takes it off again."""
        self.stand.put(e, choice)

    def place_all(self, choices: Iterable[Choice | None]) -> None:
        """Put all arrows on the board, in their order."""
        for e, choice in zip(self.arrows, choices, strict=True):
            self.place(e, choice)

    def put_back(self) -> None:
        """Put all arrows back where they were."""
        self.place_all(self.before)


#: With more members than this the arrows outside of a group are no help.
SMALL = 12
#: Steps for parting arrows that share a long trunk.
STEPS_FOR_TRUNKS = 6000
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
        self.every_site = (1 << tracks.sites) - 1
        ground = NOTHING._replace(taken=tracks.tied, turned=tracks.turn(tracks.tied))
        self._stand = Stand(ground, len(arrows))
        self.mates = [
            frozenset(k for k, b in enumerate(arrows) if k != e and a.may_join(b))
            for e, a in enumerate(arrows)
        ]
        self.steps = 0
        self.budget = budget
        self.trunks_cost = False

    @property
    def chosen(self) -> Sequence[Choice | None]:
        """Return what each arrow takes; nothing, while it is off the board."""
        return self._stand.chosen

    @property
    def spent(self) -> bool:
        """Tell whether the search has used the steps that the page may cost."""
        return self.steps + self.pools.effort >= self.budget

    def price_trunks(self) -> None:
        """Let long trunks cost what they do from now on, and give steps for that."""
        self.trunks_cost = True
        self.budget += STEPS_FOR_TRUNKS

    def lift(self, arrows: Sequence[int]) -> Lifted:
        """Take arrows off the board, to be placed anew."""
        return Lifted(self._stand, arrows)

    def base(self, group: Sequence[int]) -> Base:
        """Return what all arrows outside a group take, to be used several times."""
        return Base(self._stand, group)

    def others(self, e: int, base: Base | None = None) -> Others:
        """Return what is on the page besides arrow e."""
        if base is None or len(base.members) > SMALL:
            return self._stand.all_but(frozenset((e,)), self.mates[e])
        return base.others(e, self.mates[e])

    def best(self, e: int, base: Base | None = None) -> Choice:
        """Return the cheapest choice for arrow e among the others."""
        return self.best_among(e, self.others(e, base))

    def best_among(self, e: int, others: Others) -> Choice:
        """Return the cheapest choice for arrow e among these others."""
        best = self.best_of(self.pools[e], others)
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
        taken, turned, near = others.taken, others.turned, others.near
        free = ~(taken | near) & self.every_site
        for way in pool:
            if way.price - (SAVED if way.arrow.fan else 0.0) >= least:
                break
            if way.taken < 0:
                way.fill(self.tracks)
            if not meeting and (way.excuse & free or way.taken & taken):
                continue
            if (
                way.price + costs.CROSSING >= least
                and way.taken & turned
                and not way.taken & near
            ):
                self.steps += 1
                continue
            choice = self.weigh(way, others, least)
            if choice is not None:
                best, least = choice, choice.price
        return best

    def fill(self, way: Way) -> None:
        """Work out what a way passes, once."""
        if way.taken < 0:
            way.fill(self.tracks)

    def weigh(self, way: Way, others: Others, limit: float) -> Choice | None:
        """Return what a way costs among the others, unless it reaches the limit."""
        self.steps += 1
        price = self._meeting(way, others, limit)
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
        price = self._meeting(way, others, float("inf"))
        if not way.arrow.label:
            return price
        if spot is None:
            return price + costs.LABEL_NOWHERE
        return price + spot.price + costs.LABEL_HIT * (not is_free(spot, way, others))

    def unexcused(self) -> int:
        """Return how many arrows are beside a middle that nobody takes."""
        chosen = self._stand.chosen
        wanted = [c.way.excuse for c in chosen if c is not None and c.way.excuse]
        if not wanted:
            return 0
        taken = self._stand.all_but(frozenset(), frozenset()).taken
        return sum(1 for excuse in wanted if excuse & ~taken)

    def _meeting(self, way: Way, others: Others, limit: float) -> float:
        """Return the price of a way with what it meets: arrows, labels, trunks.

        What is above the limit may be less than all.
        """
        taken, price = way.taken, way.price
        if taken & others.near or (way.arrow.fan and others.mates):
            extra, taken = self._among_mates(way, others.mates)
            price += extra
        if way.taken & others.taken:
            price += costs.CONFLICT
        crossed = taken & others.turned
        if crossed:
            price += costs.CROSSING * count_few(crossed)
        if price < limit and way.taken & others.labels:
            price += costs.LABEL_HIT * labels_hit(way, others)
        return price

    def _among_mates(self, way: Way, mates: tuple[Way, ...]) -> tuple[float, int]:
        """Return the price of meeting mates, and what is left outside the trunks."""
        taken, price, joined = way.taken, 0.0, 0.0
        for mate in mates:
            if way.taken & mate.taken:
                join = self.joiner.join(way, mate)
                if join is None:
                    price += costs.CONFLICT
                    continue
                joined = min(joined, join.price) if joined else join.price
                price += self.hidden(join)
                taken &= ~join.taken
        for mate in mates:
            crossed = taken & mate.turned
            if crossed:
                price += costs.CROSSING * count_few(crossed)
            if way.arrow.fan:
                price += split(way, mate)
        return price + joined, taken

    def hidden(self, join: Join) -> float:
        """Return what a long trunk costs, if such do already."""
        return join.hidden if self.trunks_cost else 0.0

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
        return self._stand.met_by(e, way)
