"""Choose anew for a few neighbouring arrows at once: the best of all combinations.

Arrows that hold each other in a bad place can often only move together.  Branch and
bound: the arrows get their options one after the other, cheapest first; a branch
ends when it meets what is placed, or cannot beat the best combination known.
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.search.board import Base, Board
from sopgen.layout.route.search.others import lonely
from sopgen.layout.route.search.stand import Choice
from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.merge import split
from sopgen.layout.route.ways.tracks import count_few

#: Options of one arrow, and nodes of the search for one cluster.
OPTIONS = 20
NODES = 200


class Placed(NamedTuple):
    """What the arrows placed so far take together."""

    taken: int
    turned: int
    labels: int


NOTHING = Placed(0, 0, 0)


class Cluster:
    """The search for one group of arrows; the rest of the page stands still."""

    def __init__(self, board: Board, group: list[int], base: Base) -> None:
        self.board = board
        self.group = group
        self.options = [self._options(e, base) for e in group]
        self.rest = [0.0] * (len(group) + 1)
        for k in range(len(group) - 1, -1, -1):
            least = self.options[k][0].price if self.options[k] else float("inf")
            self.rest[k] = self.rest[k + 1] + least
        self.best: list[Choice] = []
        self.least = float("inf")
        self.nodes = 0

    def _options(self, e: int, base: Base) -> list[Choice]:
        """Return the cheapest choices of an arrow that do not meet the rest."""
        board, found = self.board, []
        others = board.others(e, base)
        for way in board.pools[e]:
            board.fill(way)
            if way.taken & others.taken or lonely(way, others):
                continue
            choice = board.weigh(way, others, float("inf"))
            if choice is not None and choice.price < costs.CONFLICT:
                found.append(choice)
                if len(found) == OPTIONS:
                    break
        found.sort(key=lambda choice: choice.price)
        return found

    def solve(self, limit: float) -> list[Choice]:
        """Return the choices of the best combination below the limit, or nothing."""
        self.least = limit
        self._branch(0, 0.0, [], NOTHING)
        self.board.steps += self.nodes // 4
        return self.best

    def _branch(
        self, k: int, price: float, chosen: list[Choice], placed: Placed
    ) -> None:
        if k == len(self.group):
            self.best, self.least = list(chosen), price
            return
        for choice in self.options[k]:
            bound = price + choice.price + self.rest[k + 1]
            if bound >= self.least or self.nodes >= NODES:
                return
            self.nodes += 1
            extra = self._meeting(k, choice, chosen, placed)
            if bound + extra < self.least:
                chosen.append(choice)
                total = price + choice.price + extra
                self._branch(k + 1, total, chosen, _with(placed, choice))
                chosen.pop()

    def _meeting(
        self, k: int, choice: Choice, chosen: list[Choice], placed: Placed
    ) -> float:
        """Return what a choice costs among those placed, infinity if they overlap."""
        taken, price = choice.way.taken, 0.0
        if taken & placed.taken:
            price, taken = self._join(k, choice, chosen)
        crossed = taken & placed.turned
        if crossed:
            price += costs.CROSSING * count_few(crossed)
        if taken & placed.labels:
            price += costs.LABEL_HIT
        for other in chosen:
            price += split(choice.way, other.way)
        spot = choice.spot
        if spot and spot.taken & placed.taken:
            price += costs.LABEL_HIT
        return price

    def _join(self, k: int, choice: Choice, chosen: list[Choice]) -> tuple[float, int]:
        """Return the price of joining mates, and what is left outside the trunks."""
        way, price, hidden = choice.way, 0.0, 0.0
        taken = way.taken
        for e, other in zip(self.group, chosen, strict=False):
            mate = other.way
            if not way.taken & mate.taken:
                continue
            join = None
            if e in self.board.mates[self.group[k]]:
                join = self.board.joiner.join(way, mate)
            if join is None:
                return float("inf"), 0
            price = min(price, join.price) if price else join.price
            hidden += self.board.hidden(join)
            taken &= ~join.taken
        return price + hidden, taken


def _with(placed: Placed, choice: Choice) -> Placed:
    way, spot = choice.way, choice.spot
    taken, turned = placed.taken | way.taken, placed.turned | way.turned
    labels = placed.labels if spot is None else placed.labels | spot.taken
    return Placed(taken, turned, labels)
