"""Find what belongs together in two lists: by likeness, and what kept its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

from sopgen.model.ingatan import remembered

#: Longer texts are compared by their words alone.
LETTERS = 300
#: Pairs of indexes: in the old list, in the new one.
Pairs = dict[int, int]


@remembered(20_000)
def likeness(a: str, b: str) -> float:
    """Return how alike two texts are, from 0 to 1: in letters and in words."""
    one, other = a.casefold().split(), b.casefold().split()
    if one == other:
        return 1.0
    words = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if max(len(a), len(b)) > LETTERS:
        return words
    first, second = " ".join(one), " ".join(other)
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return (words + letters) / 2


def same(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Return the pairs of equal things; of several that are equal, in their order."""
    places: dict[Hashable, list[int]] = {}
    for j, thing in enumerate(new):
        places.setdefault(thing, []).append(j)
    made = {}
    for i, thing in enumerate(old):
        if places.get(thing):
            made[i] = places[thing].pop(0)
    return made


def only_once(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Return the pairs of equal things that stand once in either list."""
    return {
        i: j
        for i, j in same(old, new).items()
        if old.count(old[i]) == new.count(old[i]) == 1
    }


def best(
    old: Sequence[int],
    new: Sequence[int],
    score: Callable[[int, int], float],
    least: float,
) -> Pairs:
    """Return the pairs whose scores add up to the most; none scores under least.

    Ties go to the pair that stands first.
    """
    if not old or not new:
        return {}
    worth = [[score(i, j) for j in new] for i in old]
    fit = [[w if w >= least else 0.0 for w in row] for row in worth]
    size = max(len(old), len(new))
    cost = [
        [-fit[i][j] if i < len(old) and j < len(new) else 0.0 for j in range(size)]
        for i in range(size)
    ]
    chosen = enumerate(_assigned(cost))
    pairs = ((i, j) for i, j in chosen if i < len(old) and j < len(new))
    return {old[i]: new[j] for i, j in pairs if fit[i][j] > 0}


def _assigned(cost: list[list[float]]) -> list[int]:
    """Return for each row of a square the column it gets, at the least total cost.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), row after row.
    """
    size = len(cost)
    rows, columns = [0.0] * size, [0.0] * size
    holder = [-1] * size
    for row in range(size):
        before, column = _path(cost, row, holder, (rows, columns))
        while column >= 0:
            previous = before[column]
            holder[column] = holder[previous] if previous >= 0 else row
            column = previous
    made = [0] * size
    for column, row in enumerate(holder):
        made[row] = column
    return made


def _path(
    cost: list[list[float]],
    row: int,
    holder: list[int],
    potential: tuple[list[float], list[float]],
) -> tuple[list[int], int]:
    """Return the cheapest way from a row to a free column: what precedes each column.

    The potentials are changed so that no cost falls below them.
    """
    rows, columns = potential
    size = len(cost)
    least, before = [float("inf")] * size, [-1] * size
    seen: list[int] = []
    at, column = row, -1
    while True:
        if column >= 0:
            seen.append(column)
        free = [c for c in range(size) if c not in seen]
        for c in free:
            price = cost[at][c] - rows[at] - columns[c]
            if price < least[c]:
                least[c], before[c] = price, column
        step, nearest = min((least[c], c) for c in free)
        rows[row] += step
        for c in seen:
            rows[holder[c]] += step
            columns[c] -= step
        for c in free:
            least[c] -= step
        column, at = nearest, holder[nearest]
        if at < 0:
            return before, column


def moved(pairs: Pairs) -> set[int]:
    """Return the old indexes of the fewest pairs that do not keep the order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    order = sorted(pairs)
    for i in order:
        at = bisect_left(tails, pairs[i])
        tails[at:] = [pairs[i], *tails[at + 1 :]]
        ends[at:] = [i, *ends[at + 1 :]]
        if at:
            before[i] = ends[at - 1]
    kept = set()
    at_end = ends[-1] if ends else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before.get(at_end)
    return set(order) - kept


def rest(size: int, taken: Sequence[int] | set[int]) -> list[int]:
    """Return the indexes of a list that are not taken."""
    return [i for i in range(size) if i not in taken]
