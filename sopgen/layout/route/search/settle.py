"""Let arrows take turns to choose their best way, until none gains."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.layout.route.search.balance import EPS, Balance
from sopgen.layout.route.search.board import Base

#: Turns at choosing again.
PASSES = 6


def settle(balance: Balance, arrows: Sequence[int], base: Base | None = None) -> None:
    """Let arrows choose again, with ``base`` as what is outside of them."""
    for _ in range(PASSES):
        gained = [e for e in arrows if choose_again(balance, e, base)]
        if not gained or balance.board.spent:
            break


def choose_again(balance: Balance, e: int, base: Base | None) -> bool:
    """Give arrow e its best way if the page gains by it."""
    board = balance.board
    old = board.chosen[e]
    if old is None:
        return False
    others = board.others(e, base)
    new = board.best_among(e, others)
    gain = board.cost(old, others) - new.price
    if gain < EPS and not (old.way.excuse and new.way is not old.way):
        return False
    lonely = balance.lonely()
    lifted = board.lift([e])
    lifted.place(e, new)
    if gain > balance.lonely() - lonely + EPS:
        return True
    lifted.put_back()
    return False
