"""Fans: arrows that leave one symbol as one line are moved from place to place as one.

An arrow of a fan cannot leave where the others do not, so none moves alone.
"""

from __future__ import annotations

from sopgen.layout.route.search.balance import Balance
from sopgen.layout.route.search.trial import Trial


class Fans:
    """The fans of a board, each the numbers of its arrows."""

    def __init__(self, balance: Balance) -> None:
        self.balance = balance
        self.board = balance.board
        groups: dict[str, list[int]] = {}
        for e, arrow in enumerate(balance.board.arrows):
            if arrow.fan:
                groups.setdefault(arrow.fan, []).append(e)
        self.groups = [group for group in groups.values() if len(group) > 1]

    def move_all(self) -> None:
        """Let every fan leave where that is best for the page."""
        for group in self.groups:
            ways = (way for e in group for way in self.board.pools[e])
            for place in dict.fromkeys(way.rays[0].bit for way in ways):
                if self.board.spent:
                    return
                self.move(group, place)

    def move(self, group: list[int], place: int) -> bool:
        """Let a fan leave at a place; tell whether the page gains."""
        board, trial = self.board, Trial(self.balance, group)
        for e in group:
            pool = [way for way in board.pools[e] if way.rays[0].bit == place]
            trial.place(e, board.best_of(pool, board.others(e, trial.base)))
        if trial.lifted.placed:
            trial.settle()
        return trial.pays()
