"""What the arrows of a page cost where they are."""

from __future__ import annotations

from sopgen.layout.route.search.board import Base, Board
from sopgen.layout.route.search.others import lonely
from sopgen.layout.route.ways import costs

EPS = 1e-6
#: An arrow is content when it pays less than this above the best it could have.
CONTENT = 3.0


class Balance:
    """Count up the prices of a board."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def price(self, e: int, base: Base | None = None) -> float:
        """Return what arrow e costs where it is."""
        choice = self.board.chosen[e]
        if choice is None:
            return float("inf")
        others = self.board.others(e, base)
        extra = costs.NO_EXCUSE if lonely(choice.way, others) else 0.0
        return self.board.cost(choice, others) + extra

    def total(self, group: list[int], base: Base) -> float:
        """Return what a group of arrows costs together among the others."""
        board, total = self.board, 0.0
        lifted = board.lift(group)
        for e, choice in zip(group, lifted.before, strict=True):
            if choice is not None:
                total += board.cost(choice, board.others(e, base))
                lifted.place(e, choice)
        return total

    def page(self) -> float:
        """Return what all arrows cost together."""
        every = list(range(len(self.board.arrows)))
        return self.total(every, self.board.base(every)) + self.lonely()

    def lonely(self) -> float:
        """Return the price of the arrows beside a middle that nobody takes."""
        return costs.NO_EXCUSE * self.board.unexcused()

    def losses(self) -> list[tuple[float, int]]:
        """Return what each arrow pays above the best it could have, most first."""
        pools, every = self.board.pools, range(len(self.board.arrows))
        loss = [(pools[e][0].price - self.price(e), e) for e in every]
        return [(-over, e) for over, e in sorted(loss)]

    def unhappy(self) -> list[int]:
        """Return the arrows that would like to be elsewhere, worst first."""
        return [e for over, e in self.losses() if over > CONTENT]

    def troubled(self) -> list[int]:
        """Return the arrows in a conflict or crossing, worst first."""
        return [e for over, e in self.losses() if over > 0.9 * costs.CROSSING]

    def in_trouble(self, e: int, base: Base) -> bool:
        """Tell whether an arrow is in a conflict or crossing."""
        loss = self.price(e, base) - self.board.pools[e][0].price
        return loss > 0.9 * costs.CROSSING
