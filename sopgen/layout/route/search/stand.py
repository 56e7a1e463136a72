"""Where the arrows of a page stand, and what they take together.

That is asked for again and again, for all arrows but one or a few, so it is kept for
blocks of neighbouring numbers, each counted up anew after one of its arrows moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sopgen.layout.route.search.others import NOTHING, Others
from sopgen.layout.route.ways.way import Spot, Way

#: Arrows in a block.
BLOCK = 7


class Choice(NamedTuple):
    """A way for an arrow with its label, and what the two cost where they are."""

    price: float
    way: Way
    spot: Spot | None


class Stand:
    """The choice of each arrow, on a page where ``ground`` is taken already."""

    def __init__(self, ground: Others, count: int) -> None:
        self.ground = ground
        self.chosen: list[Choice | None] = [None] * count
        self.blocks: list[Others | None] = [None] * (1 + count // BLOCK)
        self.members = range(count)

    def put(self, e: int, choice: Choice | None) -> None:
        """Change what an arrow takes."""
        self.chosen[e] = choice
        self.blocks[e // BLOCK] = None

    def add(
        self, start: Others, arrows: Iterable[int], friends: frozenset[int]
    ) -> Others:
        """Add what arrows take to others; that of friends as mates."""
        taken, turned, labels, old, joined, near = start
        spots, mates = list(old), list(joined)
        chosen = self.chosen
        for k in arrows:
            choice = chosen[k]
            if choice is None:
                continue
            _, way, spot = choice
            if k in friends:
                mates.append(way)
                near |= way.taken | way.turned
            else:
                taken |= way.taken
                turned |= way.turned
            if spot is not None:
                spots.append((spot, way))
                labels |= spot.taken
        return Others(taken, turned, labels, tuple(spots), tuple(mates), near)

    def all_but(self, left_out: frozenset[int], friends: frozenset[int]) -> Others:
        """Return what all arrows take but some; that of friends as mates."""
        taken, turned, labels, spots, _, _ = self.ground
        apart: list[int] = []
        split = {e // BLOCK for e in (*left_out, *friends)}
        for n in range(len(self.blocks)):
            if n in split:
                apart += (k for k in self._block(n) if k not in left_out)
                continue
            block = self.blocks[n] or self._count_up(n)
            taken |= block.taken
            turned |= block.turned
            labels |= block.labels
            spots += block.spots
        return self.add(Others(taken, turned, labels, spots), apart, friends)

    def _block(self, n: int) -> Sequence[int]:
        return self.members[n * BLOCK : (n + 1) * BLOCK]

    def _count_up(self, n: int) -> Others:
        """Return what a block takes, and keep it."""
        block = self.blocks[n] = self.add(NOTHING, self._block(n), frozenset())
        return block

    def met_by(self, e: int, way: Way) -> list[int]:
        """Return the arrows that a way would meet, cross, or whose label it hits."""
        found, taken = [], way.taken
        for n in range(len(self.blocks)):
            block = self.blocks[n] or self._count_up(n)
            if not (
                taken & block.taken or taken & block.turned or taken & block.labels
            ):
                continue
            for k in self._block(n):
                choice = self.chosen[k]
                if choice is None or k == e:
                    continue
                _, other, spot = choice
                if (
                    taken & other.taken
                    or taken & other.turned
                    or (spot is not None and taken & spot.taken)
                ):
                    found.append(k)
        return found
