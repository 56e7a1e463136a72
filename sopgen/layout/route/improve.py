"""The search: choose a way for every arrow, then better and better ones.

First every arrow takes the best way among those placed before it.  Then arrows take
turns to choose again, until none gains.  What is left are arrows in each other's way:
one of them is given the way it wants, and those it meets choose again after it.
If the page as a whole gains the change stays.
"""

from __future__ import annotations

from collections.abc import Callable

from sopgen.layout.route import costs
from sopgen.layout.route.board import Base, Board, Choice
from sopgen.layout.route.way import Way

EPS = 1e-6
#: An arrow is content when it pays less than this above the best it could have.
CONTENT = 3.0


class Dice:
    """A small linear congruential generator: the same page gives the same throws."""

    def __init__(self) -> None:
        self.state = 12345

    def throw(self, sides: int) -> int:
        """Return a number from 0 to sides - 1."""
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % sides


class Improver:
    """Improve the choices on a board within a number of steps."""

    def __init__(self, board: Board, extend: Callable[[int], bool], budget: int) -> None:
        self.board = board
        self.extend = extend
        self.budget = budget
        self.dice = Dice()
        self.version = 0
        self.count = len(board.arrows)

    def run(self) -> None:
        """Choose a way for every arrow."""
        self.begin()
        self.settle(range(self.count))
        for _ in range(3):
            if not self.free_all():
                break
        self.shake()
        self.settle(range(self.count))

    def begin(self) -> None:
        """Give each arrow its best way among those before it, short arrows first."""
        pools = self.board.pools
        order = sorted(range(self.count), key=lambda e: (pools[e][0].price, e))
        for e in order:
            self.board.chosen[e] = self.board.best(e)

    def settle(self, arrows: range) -> None:
        """Let arrows choose again until none gains."""
        gained = True
        while gained and self.board.steps < self.budget:
            gained = False
            for e in arrows:
                gained = self.choose_again(e) or gained

    def choose_again(self, e: int) -> bool:
        """Give arrow e its best way if the page gains by it."""
        board = self.board
        old, new = board.chosen[e], board.best(e)
        gain = self.price(e) - new.price
        if gain < EPS:
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
        """Try to give every unhappy arrow a way it wants more; tell whether any gained."""
        gained = False
        for e in self.unhappy():
            if self.board.steps >= self.budget:
                break
            now = self.price(e)
            if now - self.board.pools[e][0].price > costs.CROSSING / 2:
                self.extend(e)
            gained = self.free(e, now) or gained
        return gained

    def free(self, e: int, now: float) -> bool:
        """Give arrow e a cheaper way if those in that way can make room."""
        for way in self.board.pools[e][:40]:
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
            self.version += 1
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
        """Throw single arrows onto other ways while the page is not content."""
        board, tries = self.board, costs.TRIES
        best, least = list(board.chosen), self.page_price()
        wanting, version = self.troubled(), self.version
        for _ in range(tries * self.count):
            if not wanting or board.steps >= self.budget:
                break
            e = wanting[self.dice.throw(len(wanting))]
            pool = board.pools[e]
            way = pool[self.dice.throw(min(len(pool), 25))]
            self.force(e, way, costs.BEND)
            if self.version != version:
                wanting, version = self.troubled(), self.version
                price = self.page_price()
                if price < least - EPS:
                    best, least = list(board.chosen), price
        board.chosen = best

    def troubled(self) -> list[int]:
        """Return the arrows in a crossing or conflict, and those beside them."""
        limit = costs.CROSSING * 0.9
        return [
            e
            for e in range(self.count)
            if self.price(e) - self.board.pools[e][0].price > limit
        ]

    def page_price(self) -> float:
        """Return what all arrows cost together."""
        every = list(range(self.count))
        lonely = costs.NO_EXCUSE * self.board.unexcused()
        return self.total(every, self.board.base(every)) + lonely


def _price(choice: Choice | None) -> float:
    return choice.price if choice else float("inf")
