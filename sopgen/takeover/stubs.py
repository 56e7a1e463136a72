"""Very short arrows: shorter than hands are steady, so that sense tells their way.

The ends of an arrow that is 2 mm long may have changed places when somebody moved a
symbol.  Such an arrow is turned where it makes no sense the way it lies.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.takeover.arrows import Arrow
from sopgen.takeover.hops import Hop

#: Two ends that may each be 3 mm off, mm.
STUB = 6.0
#: Connectors in one band stand level, mm.
BAND = 4.0
TURNED = "panah sangat pendek; arahnya ditebak"
BESIDE = "penghubung berdekatan; panahnya ditebak"


def turned_stores(arrows: Sequence[Arrow], stores: set[int]) -> Iterator[Arrow]:
    """Yield arrows, those that lead up out of an archive nothing is put into turned."""
    filled = {arrow.target for arrow in arrows}
    for arrow in arrows:
        upward = arrow.path[-1].y < arrow.path[0].y
        senseless = arrow.source in stores and arrow.source not in filled
        yield turned(arrow) if senseless and upward and is_stub(arrow) else arrow


def turned_hops(arrows: Sequence[Arrow], hops: Mapping[int, Hop]) -> Iterator[Arrow]:
    """Yield arrows, one turned where both connectors of a letter face the same way."""
    wrong = set()
    for pair in _pairs(hops):
        wrong |= _wrong(arrows, pair)
    for number, arrow in enumerate(arrows):
        yield turned(arrow) if number in wrong else arrow


def claimed_by_hops(
    arrows: Sequence[Arrow], hops: Mapping[int, Hop]
) -> tuple[Arrow, ...]:
    """Return arrows, one given to a connector without any from the one beside it.

    Connectors stand so close that an end may lie nearer to the neighbour; a connector
    that is both left and entered has one arrow too many.
    """
    made = list(arrows)
    for pair in _pairs(hops):
        for idle, partner in (pair, pair[::-1]):
            if not any(idle in (a.source, a.target) for a in made):
                entered = any(a.target == partner for a in made)
                _claim(made, idle, entered, hops)
    return tuple(made)


def _claim(
    arrows: list[Arrow], idle: int, leaving: bool, hops: Mapping[int, Hop]
) -> None:
    """Give a connector the arrow that its neighbour has too many."""
    for other in _beside(idle, hops):
        ins = [n for n, a in enumerate(arrows) if a.target == other]
        outs = [n for n, a in enumerate(arrows) if a.source == other]
        if ins and outs:
            n = min(outs if leaving else ins, key=lambda n: length(arrows[n]))
            arrow = replace(arrows[n], doubt=arrows[n].doubt or BESIDE)
            if leaving:
                arrows[n] = replace(arrow, source=idle)
            else:
                arrows[n] = replace(arrow, target=idle)
            return


def _pairs(hops: Mapping[int, Hop]) -> Iterator[tuple[int, int]]:
    """Yield the connectors of each letter that two of them have."""
    letters: dict[str, list[int]] = {}
    for number, hop in hops.items():
        letters.setdefault(hop.letter, []).append(number)
    for letter, pair in letters.items():
        if letter and len(pair) == 2:
            yield pair[0], pair[1]


def _beside(number: int, hops: Mapping[int, Hop]) -> Iterator[int]:
    """Yield the connectors that stand in the same band of the same page."""
    page, y = hops[number].place
    for other, hop in hops.items():
        same = hop.place[0] == page and abs(hop.place[1] - y) < BAND
        if other != number and same:
            yield other


def _wrong(arrows: Sequence[Arrow], pair: Sequence[int]) -> set[int]:
    """Return the arrow to turn so that one of two connectors is left, one entered."""
    leaving = [n for n, a in enumerate(arrows) if a.source in pair]
    entering = [n for n, a in enumerate(arrows) if a.target in pair]
    if len(leaving) + len(entering) != 2 or (leaving and entering):
        return set()
    shortest = min(leaving + entering, key=lambda n: length(arrows[n]))
    return {shortest} if is_stub(arrows[shortest]) else set()


def is_stub(arrow: Arrow) -> bool:
    """Tell whether an arrow is so short that its ends may have changed places."""
    return length(arrow) < STUB


def length(arrow: Arrow) -> float:
    """Return how long an arrow is, in mm."""
    return sum(math.dist(a, b) for a, b in pairwise(arrow.path))


def turned(arrow: Arrow) -> Arrow:
    """Return an arrow the other way round, with the doubt that this is worth."""
    return replace(
        arrow,
        source=arrow.target,
        target=arrow.source,
        path=arrow.path[::-1],
        doubt=arrow.doubt or TURNED,
    )
