"""The search among groups: arrows that hold each other in a bad place move together.

``Regrouper`` finds the best combination of a small group (``cluster``); when that
brings nothing more, it takes larger groups off the page and places them in another
order.
"""

from __future__ import annotations

from sopgen.layout.route.search.balance import EPS, Balance
from sopgen.layout.route.search.board import Board
from sopgen.layout.route.search.cluster import Cluster
from sopgen.layout.route.search.dice import Dice
from sopgen.layout.route.search.settle import settle
from sopgen.layout.route.search.trial import Trial
from sopgen.layout.route.ways import costs

#: Arrows in a cluster, and clusters tried round one arrow.
CLUSTER = 8
TRIED = 6
#: Other ways of an arrow looked at for a group, and what each arrow in them costs.
RIVALS = 60
RIVAL = 60.0
#: Shakes of a page in trouble, and arrows taken off at least.
SHAKES = 50
SHAKEN = 6


class Regrouper:
    """Choose anew for groups of arrows on a board."""

    def __init__(self, balance: Balance) -> None:
        self.board = balance.board
        self.balance = balance
        self.dice = Dice()
        self.near = _neighbours(balance.board)

    def run(self) -> None:
        """Free arrows in trouble as far as that goes, then shake the page."""
        while self.regroup_all(self.balance.troubled()):
            settle(self.balance, range(len(self.board.arrows)))
        self.shake()

    def regroup_all(self, arrows: list[int]) -> bool:
        """Choose anew for the neighbourhood of each of these arrows."""
        gained = False
        for e in arrows:
            if self.board.spent:
                break
            gained = any(self.regroup(group) for group in self.groups(e)) or gained
        return gained

    def regroup(self, group: list[int]) -> bool:
        """Give a group its best combination of ways; tell whether the page gains."""
        for e in group:
            self.board.pools.extend(e, costs.MOST_BENDS - 1)
        trial = Trial(self.balance, group)
        choices = Cluster(self.board, group, trial.base).solve(trial.old - EPS)
        if choices:
            trial.place_all(choices)
        return trial.pays()

    def groups(self, e: int) -> list[list[int]]:
        """Return groups round an arrow: its neighbours, and those in its ways."""
        met = self.met(e)
        found = []
        for first in [[e, *met[:3]], *([e, m] for m in met[:3] if len(met) > 1)]:
            found.append(self.with_near(first)[:CLUSTER])
        for others in self.rivals(e):
            group = [e, *others, *(m for m in met if m not in others)][:CLUSTER]
            if group not in found:
                found.append(group)
        return found[:TRIED]

    def rivals(self, e: int) -> list[list[int]]:
        """Return the arrows in each of the best other ways of an arrow."""
        board, found = self.board, []
        for way in board.pools[e][:RIVALS]:
            board.fill(way)
            others = board.met_by(e, way)
            found.append((way.price + RIVAL * len(others), others))
        found.sort(key=lambda r: r[0])
        return [others for _, others in found[:TRIED]]

    def met(self, e: int) -> list[int]:
        """Return the arrows that arrow e meets where it is."""
        choice = self.board.chosen[e]
        return self.board.met_by(e, choice.way) if choice else []

    def with_near(self, group: list[int]) -> list[int]:
        """Return a group with the arrows that begin or end at the same symbols."""
        found = list(group)
        for k in group:
            found += [n for n in self.near[k] if n not in found]
        return found

    def shake(self) -> None:
        """Take arrows in trouble off with those round them, and place them anew."""
        trouble = self.balance.troubled()
        for _ in range(SHAKES):
            if not trouble or self.board.spent:
                break
            e = trouble[self.dice.throw(len(trouble))]
            group = self.with_near([e, *self.met(e)])
            if self.replace(group[: SHAKEN + self.dice.throw(SHAKEN)]):
                trouble = self.balance.troubled()

    def replace(self, group: list[int]) -> bool:
        """Place a group in another order; tell whether the page gains."""
        trial = Trial(self.balance, group)
        left = list(group)
        while left:
            e = left.pop(self.dice.throw(len(left)))
            trial.choose(e)
        trial.settle()
        for e in group:
            if self.balance.in_trouble(e, trial.base):
                self.regroup(self.together(e, group))
                break
        return trial.pays()

    def together(self, e: int, group: list[int]) -> list[int]:
        """Return an arrow with those of a group that it has most to do with."""
        first = [e, *(k for k in self.met(e) if k in group)]
        found = [k for k in self.with_near(first) if k in group]
        found += [k for k in group if k not in found]
        return found[:CLUSTER]


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
