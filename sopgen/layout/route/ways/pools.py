"""The ways listed so far for each arrow of a page."""

from __future__ import annotations

from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.shapes import Shaper
from sopgen.layout.route.ways.task import Arrow
from sopgen.layout.route.ways.way import Way

#: Bends of the ways listed at first, and how many ways there should be at least.
FIRST_BENDS, LEAST = 2, 3
#: Steps that listing the ways of one arrow with three or four bends takes.
EFFORT = {3: 150, 4: 400}


class Pools:
    """The pool of each arrow: its ways, cheapest first.

    Those with many bends are listed when somebody asks for them; ``effort`` are the
    steps that took.
    """

    def __init__(self, arrows: tuple[Arrow, ...], shaper: Shaper) -> None:
        self.arrows = arrows
        self.shaper = shaper
        self.pools: list[list[Way]] = []
        self.extended = [FIRST_BENDS] * len(arrows)
        self.effort = 0

    def __getitem__(self, e: int) -> list[Way]:
        """Return the ways of arrow e."""
        return self.pools[e]

    def extend(self, e: int, most: int) -> bool:
        """Add the ways of arrow e with one bend more, if it has not the most yet."""
        if self.extended[e] >= most:
            return False
        self.extended[e] += 1
        bends = range(self.extended[e], self.extended[e] + 1)
        pool = self.pools[e]
        limit = pool[0].price + costs.SLACK if pool else float("inf")
        pool += self.shaper.ways(self.arrows[e], bends, limit)
        pool.sort(key=lambda way: way.price)
        del pool[2 * costs.POOL :]
        self.effort += EFFORT[self.extended[e]]
        return True


def list_ways(arrows: tuple[Arrow, ...], shaper: Shaper) -> Pools:
    """Return the ways of each arrow with few bends; one through all if none is free."""
    pools = Pools(arrows, shaper)
    for e, arrow in enumerate(arrows):
        pools.pools.append(shaper.ways(arrow, range(FIRST_BENDS + 1)))
        while len(pools[e]) < LEAST and pools.extend(e, costs.MOST_BENDS):
            pass
        if not pools[e]:
            pools.pools[e] = [shaper.through(arrow)]
    return pools
