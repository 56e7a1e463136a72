"""What is on a page besides one arrow, and how a way fits into that."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.ways.labels import APART
from sopgen.layout.route.ways.way import Spot, Way


class Others(NamedTuple):
    """All ways but some: what they take, what their labels take, and the mates.

    Mates have the same target or are of one fan: they may be joined, so they are kept
    apart; ``near`` is whatever they take, and that turned.
    """

    taken: int
    turned: int
    labels: int
    spots: tuple[tuple[Spot, Way], ...]
    mates: tuple[Way, ...] = ()
    near: int = 0


NOTHING = Others(0, 0, 0, ())


def lonely(way: Way, others: Others) -> bool:
    """Tell whether a way goes beside a middle that nobody takes."""
    return way.excuse & ~others.taken & ~others.near != 0


def labels_hit(way: Way, others: Others) -> int:
    """Return through how many labels a way passes before it joins their arrow."""
    taken = way.taken
    return sum(1 for spot, owner in others.spots if spot.taken & taken & ~owner.taken)


def is_free(spot: Spot, way: Way, others: Others) -> bool:
    """Tell whether no other arrow and no label is in the place of a way's label."""
    if spot.taken & others.taken:
        return False
    if spot.taken & others.near:
        for mate in others.mates:
            if spot.taken & mate.taken & ~way.taken:
                return False
    x0, y0, x1, y1 = spot.rect
    x0, y0, x1, y1 = x0 - APART, y0 - APART, x1 + APART, y1 + APART
    for other, _ in others.spots:
        a0, b0, a1, b1 = other.rect
        if y0 < b1 and b0 < y1 and x0 < a1 and a0 < x1:
            return False
    return True
