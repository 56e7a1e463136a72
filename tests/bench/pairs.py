"""Rounds of the yardsticks and of the thing beside them, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Literal, NamedTuple

from tests.bench.taken import Taken

Measure = Literal["wall", "cpu"]
Yardstick = Literal["imports", "help"]
#: What the thing of a round is called there.
OWN = "own"


class Round(NamedTuple):
    """What the yardsticks took, and at nearly the same time the thing itself."""

    imports: Taken
    help: Taken
    own: Taken

    def ratio(self, beside: Yardstick, what: Measure) -> float:
        """Return how often the thing takes what a yardstick takes."""
        base: Taken = getattr(self, beside)
        return float(getattr(self.own, what) / getattr(base, what))


class Spread(NamedTuple):
    """The middle of some figures, the least and the greatest."""

    middle: float
    least: float
    most: float


def spread(figures: Iterable[float]) -> Spread:
    """Return the middle of figures, and between which they lie."""
    every = sorted(figures)
    return Spread(median(every), every[0], every[-1])


def ratios(rounds: Sequence[Round], beside: Yardstick, what: Measure) -> Spread:
    """Return the spread of the rounds' own ratios."""
    return spread(one.ratio(beside, what) for one in rounds)


def in_turn(number: int, every: Mapping[str, Callable[[], Taken]]) -> dict[str, Taken]:
    """Run everything once, in even rounds from the first, in odd ones from the last."""
    names = [*every]
    order = names if number % 2 == 0 else names[::-1]
    return {name: every[name]() for name in order}
