"""A change of some arrows that is kept only if the page gains."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.layout.route.search.balance import EPS, Balance
from sopgen.layout.route.search.board import Lifted
from sopgen.layout.route.search.settle import settle
from sopgen.layout.route.search.stand import Choice


class Trial:
    """A group of arrows is taken off the board, placed anew, and stays if that pays.

    ::

        trial = Trial(balance, group)
        trial.place(e, choice)          or choose(e), for each of them
        trial.settle()                  if they are to look again
        if trial.pays(): ...            else all is as it was

    ``base`` is what all other arrows take, ``old`` what the group did cost.
    """

    def __init__(self, balance: Balance, group: list[int]) -> None:
        self.balance = balance
        self.group = group
        self.base = balance.board.base(group)
        self.old = balance.total(group, self.base)
        self.lonely = balance.lonely()
        self.lifted: Lifted = balance.board.lift(group)

    def place(self, e: int, choice: Choice | None) -> None:
        """Place an arrow of the group."""
        self.lifted.place(e, choice)

    def place_all(self, choices: Iterable[Choice]) -> None:
        """Place the whole group, in its order."""
        self.lifted.place_all(choices)

    def choose(self, e: int) -> Choice:
        """Place an arrow of the group where it is best for it."""
        best = self.balance.board.best(e, self.base)
        self.place(e, best)
        return best

    def settle(self) -> None:
        """Let the arrows of the group choose again, in turns."""
        settle(self.balance, self.group, self.base)

    def pays(self, new: float | None = None) -> bool:
        """Tell whether the page gains; undo the change if not.

        ``new`` is what the group costs now, if that is known.
        """
        if self.lifted.placed:
            if new is None:
                new = self.balance.total(self.group, self.base)
            if new + self.balance.lonely() < self.old + self.lonely - EPS:
                return True
        self.lifted.put_back()
        return False
