"""The search: choose a way for every arrow, then better and better ones.

First every arrow takes the best way among those placed before it.  Then arrows take
turns to choose again, until none gains.  What is left are arrows in each other's way:
one of them is given the way it wants, and those it meets choose again after it.
If the page as a whole gains the change stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopgen.layout.route import costs
from sopgen.layout.route.board import Base, Board, Choice
from sopgen.layout.route.cluster import Cluster
from sopgen.layout.route.dice import Dice
from sopgen.layout.route.way import Way

EPS = 1e-6
#: An arrow is content when it pays less than this above the best it could have.
CONTENT = 3.0


#: Other ways of an arrow looked at for a group, and what each arrow in them costs.
RIVALS = 60
RIVAL = 60.0
#: Shakes of a page in trouble, and the loss one may begin with.
SHAKES = 8
SHAKEN = 300.0
#: Ways that an arrow is forced onto, one after the other.
FORCED = 40
#: Turns at choosing again.
PASSES = 6
#: Mixed orders to begin in.
STARTS = 8
#: Arrows in a cluster.
CLUSTER = 9


class Improver:
    """Improve the choices on a board within a number of steps."""

    def __init__(
        self, board: Board, extend: Callable[[int, int], bool], budget: int
    ) -> None:
        self.board = board
        self.extend = extend
        self.budget = budget
        self.dice = Dice()
        self.near = _neighbours(board)
        self.count = len(board.arrows)

    def run(self) -> None:
        """Choose a way for every arrow."""
        self.start()
        for _ in range(3):
            if not self.free_all():
                break
        while self.regroup_all(self.troubled()):
            self.settle(range(self.count))
        self.shake()

    def start(self) -> None:
        """Begin in several orders while there is trouble; keep the best page."""
        best: list[Choice | None] = []
        least = float("inf")
        for order in self.orders():
            self.begin(order)
            self.settle(range(self.count))
            price = self.page_price()
            if price < least - EPS:
                best, least = list(self.board.chosen), price
            if not self.troubled():
                break
        self.board.chosen = best

    def orders(self) -> Iterator[list[int]]:
        """Yield orders to begin in: short arrows first, long first, and mixed."""
        pools = self.board.pools
        price = [pool[0].price for pool in pools]
        every = range(self.count)
        yield sorted(every, key=lambda e: price[e])
        yield sorted(every, key=lambda e: -price[e])
        for _ in range(STARTS):
            mixed = [p * (0.5 + self.dice.throw(1000) / 1000) for p in price]
            yield sorted(every, key=mixed.__getitem__)

    def begin(self, order: list[int]) -> None:
        """Give each arrow its best way among those before it."""
        self.board.remove(range(self.count))
        for e in order:
            self.board.chosen[e] = self.board.best(e)

    def settle(self, arrows: range) -> None:
        """Let arrows choose again until none gains."""
        for _ in range(PASSES):
            gained = [e for e in arrows if self.choose_again(e)]
            if not gained or self.board.steps >= self.budget:
                break

    def choose_again(self, e: int) -> bool:
        """Give arrow e its best way if the page gains by it."""
        board = self.board
        old, new = board.chosen[e], board.best(e)
        if old is None:
            return False
        gain = board.cost(old, board.others(e)) - new.price
        if gain < EPS and not (old.way.excuse and new.way is not old.way):
            return False
        lonely = board.unexcused()
        board.chosen[e] = new
        if gain > costs.NO_EXCUSE * (board.unexcused() - lonely) + EPS:
            return True
        board.chosen[e] = old
        return False

    def price(self, e: int) -> float:
        """Return what arrow e costs where it is."""
        choice = self.board.chosen[e]
        if choice is None:
            return float("inf")
        others = self.board.others(e)
        lonely = choice.way.excuse & ~others.taken
        return self.board.cost(choice, others) + (costs.NO_EXCUSE if lonely else 0.0)

    def unhappy(self) -> list[int]:
        """Return the arrows that pay more than they would alone, worst first."""
        loss = []
        for e in range(self.count):
            over = self.price(e) - self.board.pools[e][0].price
            if over > CONTENT:
                loss.append((-over, e))
        return [e for _, e in sorted(loss)]

    def free_all(self) -> bool:
        """Try to give every unhappy arrow a better way; tell whether any gained."""
        gained = False
        for e in self.unhappy():
            if self.board.steps >= self.budget:
                break
            now = self.price(e)
            if now - self.board.pools[e][0].price > costs.CROSSING / 2:
                self.extend(e, costs.MOST_BENDS - (now < costs.CONFLICT))
            gained = self.free(e, now) or gained
        return gained

    def free(self, e: int, now: float) -> bool:
        """Give arrow e a cheaper way if those in that way can make room."""
        pool = self.board.pools[e]
        for way in pool if now > costs.CONFLICT else pool[:FORCED]:
            if way.price >= now - EPS or self.board.steps >= self.budget:
                return False
            if self.force(e, way, 0.0):
                return True
        return False

    def force(self, e: int, way: Way, leave: float) -> bool:
        """Put arrow e on a way and let those it meets choose again; keep a gain.

        A loss smaller than ``leave`` is kept as well.
        """
        board = self.board
        if way.across < 0:
            way.fill(board.tracks)
        group = [e, *board.met_by(e, way)]
        old_choice = board.chosen[e]
        if old_choice is not None:
            group += [k for k in board.met_by(e, old_choice.way) if k not in group]
        if len(group) > 7:
            return False
        base = board.base(group)
        old = self.total(group, base) + leave
        lonely = board.unexcused()
        before = board.remove(group)
        new = self.place(e, way, base)
        for k in group[1:]:
            if new >= old - EPS:
                break
            board.chosen[k] = board.best(k, base)
            new += _price(board.chosen[k])
        if new < old - EPS:
            new += costs.NO_EXCUSE * (board.unexcused() - lonely)
        if new < old - EPS:
            return True
        board.restore(group, before)
        return False

    def place(self, e: int, way: Way, base: Base) -> float:
        """Put arrow e on a way; return what it costs there."""
        choice = self.board.weigh(way, self.board.others(e, base), float("inf"))
        self.board.chosen[e] = choice
        return _price(choice)

    def total(self, group: list[int], base: Base) -> float:
        """Return what a group of arrows costs together among the others."""
        board = self.board
        before = board.remove(group)
        total = 0.0
        for e, choice in zip(group, before, strict=True):
            if choice is not None:
                total += board.cost(choice, board.others(e, base))
                board.chosen[e] = choice
        board.restore(group, before)
        return total

    def shake(self) -> None:
        """Throw arrows in trouble onto other ways, mend, and keep what is better."""
        board = self.board
        least, best = self.page_price(), list(board.chosen)
        for _ in range(SHAKES):
            trouble = self.troubled()
            if not trouble or board.steps >= self.budget:
                break
            e = trouble[self.dice.throw(len(trouble))]
            pool = board.pools[e]
            if not self.force(e, pool[self.dice.throw(min(len(pool), RIVALS))], SHAKEN):
                continue
            self.settle(range(self.count))
            self.regroup_all([k for k in self.troubled() if k not in trouble or k == e])
            self.settle(range(self.count))
            price = self.page_price()
            if price < least - EPS:
                least, best = price, list(board.chosen)
            else:
                board.chosen = list(best)

    def regroup_all(self, arrows: list[int]) -> bool:
        """Choose anew for the neighbourhood of each of these arrows."""
        gained = False
        for e in arrows:
            if self.board.steps >= self.budget:
                break
            for group in self.groups(e):
                if self.regroup(group):
                    gained = True
                    break
        return gained

    def groups(self, e: int) -> list[list[int]]:
        """Return groups round an arrow: its neighbours, and those in its ways."""
        board, choice = self.board, self.board.chosen[e]
        if choice is None:
            return []
        met = board.met_by(e, choice.way)
        found = []
        for first in [[e, *met[:3]], *([e, m] for m in met[:3] if len(met) > 1)]:
            group = list(first)
            for k in first:
                group += [n for n in self.near[k] if n not in group]
            found.append(group[:CLUSTER])
        rivals = []
        for way in board.pools[e][:RIVALS]:
            board.fill(way)
            others = board.met_by(e, way)
            rivals.append((way.price + RIVAL * len(others), others))
        rivals.sort(key=lambda r: r[0])
        for _, others in rivals[:8]:
            group = [e, *others, *(m for m in met if m not in others)][:CLUSTER]
            if group not in found:
                found.append(group)
        return found[:9]

    def regroup(self, group: list[int]) -> bool:
        """Choose anew for a group; tell whether the page gains."""
        board = self.board
        for e in group:
            self.extend(e, costs.MOST_BENDS - 1)
        base = board.base(group)
        old, lonely = self.total(group, base), board.unexcused()
        before = board.remove(group)
        choices = Cluster(board, group, base).solve(old - EPS)
        if choices:
            board.restore(group, choices)
            new = self.total(group, base)
            new += costs.NO_EXCUSE * (board.unexcused() - lonely)
            if new < old - EPS:
                return True
        board.restore(group, before)
        return False

    def troubled(self) -> list[int]:
        """Return the arrows in a conflict or crossing, worst first."""
        loss = [
            (self.board.pools[e][0].price - self.price(e), e) for e in range(self.count)
        ]
        return [e for over, e in sorted(loss) if -over > costs.CROSSING * 0.9]

    def page_price(self) -> float:
        """Return what all arrows cost together."""
        every = list(range(self.count))
        lonely = costs.NO_EXCUSE * self.board.unexcused()
        return self.total(every, self.board.base(every)) + lonely


def _price(choice: Choice | None) -> float:
    return choice.price if choice else float("inf")


def _neighbours(board: Board) -> list[list[int]]:
    """Return for each arrow those that begin or end at the same symbols."""
    at: dict[str, list[int]] = {}
    for e, arrow in enumerate(board.arrows):
        for stop in (arrow.source[0].id, arrow.target[0].id):
            at.setdefault(stop, []).append(e)
    return [
        sorted({k for stop in (a.source[0].id, a.target[0].id) for k in at[stop]} - {e})
        for e, a in enumerate(board.arrows)
    ]
