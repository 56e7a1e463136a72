"""The search: choose a way for every arrow, then better and better ones.

First every arrow takes the best way among those placed before it, in several orders.
Then arrows take turns to choose again (``settle``).  An arrow that is still unhappy is
given the way it wants, and those it meets choose again after it; if the page as a
whole gains the change stays.  Last, groups of arrows move together (``regroup``).
Fans move as one, before that and after it (``fans``).

Long trunks cost nothing while arrows still meet or cross: parted too early, they take
the room that others need.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.layout.route.search.balance import EPS, Balance
from sopgen.layout.route.search.board import Board
from sopgen.layout.route.search.dice import Dice
from sopgen.layout.route.search.fans import Fans
from sopgen.layout.route.search.regroup import Regrouper
from sopgen.layout.route.search.settle import settle
from sopgen.layout.route.search.stand import Choice
from sopgen.layout.route.search.trial import Trial
from sopgen.layout.route.ways import costs
from sopgen.layout.route.ways.way import Way

#: Mixed orders to begin in.
STARTS = 6
#: Rounds of freeing single arrows.
ROUNDS = 3
#: Ways that an arrow is forced onto, one after the other, and arrows moved by one.
FORCED = 40
MOVED = 7


class Improver:
    """Improve the choices on a board until its budget is spent.

    ``tried`` are the ways that arrows were forced onto, each with those that it met
    and its own arrow's: none is tried again while these stand as they did.
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        self.balance = Balance(board)
        self.every = range(len(board.arrows))
        self.tried: set[tuple[Way, ...]] = set()

    def run(self) -> None:
        """Choose a way for every arrow."""
        fans = Fans(self.balance)
        self.start()
        if not self.balance.troubled():
            self.board.price_trunks()
            settle(self.balance, self.every)
        fans.move_all()
        self.free_in_rounds()
        Regrouper(self.balance).run()
        if not self.board.trunks_cost:
            self.board.price_trunks()
            self.tried.clear()
            self.free_in_rounds()
        fans.move_all()

    def free_in_rounds(self) -> None:
        """Free unhappy arrows until that gains nothing more."""
        for _ in range(ROUNDS):
            if not self.free_all():
                break

    def start(self) -> None:
        """Begin in several orders while there is trouble; keep the best page."""
        best: list[Choice | None] = []
        least = float("inf")
        for order in self.orders():
            self.begin(order)
            settle(self.balance, self.every)
            price = self.balance.page()
            if price < least - EPS:
                best, least = list(self.board.chosen), price
            if not self.balance.troubled():
                break
        self.board.lift(self.every).place_all(best)

    def orders(self) -> Iterator[list[int]]:
        """Yield orders to begin in: short arrows first, long first, and mixed."""
        price = [self.board.pools[e][0].price for e in self.every]
        dice = Dice()
        yield sorted(self.every, key=lambda e: price[e])
        yield sorted(self.every, key=lambda e: -price[e])
        for _ in range(STARTS):
            mixed = [p * (0.5 + dice.throw(1000) / 1000) for p in price]
            yield sorted(self.every, key=mixed.__getitem__)

    def begin(self, order: list[int]) -> None:
        """Give each arrow its best way among those before it."""
        lifted = self.board.lift(order)
        for e in order:
            lifted.place(e, self.board.best(e))

    def free_all(self) -> bool:
        """Try to give every unhappy arrow a better way; tell whether any gained."""
        gained = False
        for e in self.balance.unhappy():
            if self.board.spent:
                break
            now = self.balance.price(e)
            if now - self.board.pools[e][0].price > costs.CROSSING / 2:
                self.board.pools.extend(e, costs.MOST_BENDS - (now < costs.CONFLICT))
            gained = self.free(e, now) or gained
        return gained

    def free(self, e: int, now: float) -> bool:
        """Give arrow e a cheaper way if those in that way can make room."""
        pool = self.board.pools[e]
        for way in pool if now > costs.CONFLICT else pool[:FORCED]:
            if way.price >= now - EPS or self.board.spent:
                return False
            if self.force(e, way):
                return True
        return False

    def force(self, e: int, way: Way) -> bool:
        """Put arrow e on a way and let those it meets choose again; keep a gain."""
        board, old = self.board, self.board.chosen[e]
        board.fill(way)
        group = [e, *board.met_by(e, way)]
        if not self.is_new(way, group):
            return False
        if old is not None:
            group += [k for k in board.met_by(e, old.way) if k not in group]
        if len(group) > MOVED:
            return False
        trial = Trial(self.balance, group)
        choice = board.weigh(way, board.others(e, trial.base), float("inf"))
        trial.place(e, choice)
        new = choice.price if choice else float("inf")
        for k in group[1:]:
            if new >= trial.old - EPS:
                break
            new += trial.choose(k).price
        return trial.pays(new)

    def is_new(self, way: Way, group: list[int]) -> bool:
        """Tell whether a way was not tried yet while a group stands as it does."""
        now = (self.board.chosen[k] for k in group)
        ways = (way, *(choice.way for choice in now if choice is not None))
        known = ways in self.tried
        self.tried.add(ways)
        return not known
