"""Which columns of a table are those of the pelaksana, whatever their heading says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board
from sopgen.takeover.leaves import Leaf
from sopgen.takeover.marks import is_mark
from sopgen.takeover.roles import MUTU, may_be_pelaksana, role_of
from sopgen.takeover.xmlread import unbroken

#: So many rows below a heading tell what a column holds.
LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Lane:
    """A pelaksana column: its name, and the columns of the board from and up to.

    ``kelompok`` is the group that it stands below, if any.
    """

    nama: str
    left: int
    right: int
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The pelaksana columns; or the one ``column`` that names the pelaksana in words.

    ``guessed`` is whether no heading stands over them.
    """

    leaves: tuple[Leaf, ...] = ()
    column: Leaf | None = None
    guessed: bool = False

    def named(self, groups: Sequence[str]) -> tuple[Lane, ...]:
        """Return the columns with their names, each in its group."""
        return tuple(
            Lane(unbroken(one.cell.text), one.left, one.right, group)
            for one, group in zip(self.leaves, groups, strict=True)
        )


def lanes_of(board: Board, leaves: Sequence[Leaf], bottom: int) -> Lanes:
    """Return the pelaksana columns below a heading that ends before a row."""
    finder = _Finder(board, leaves, bottom)
    return (
        finder.named()
        or finder.in_words(sure=True)
        or finder.in_groups()
        or finder.bare()
        or finder.in_words(sure=False)
        or Lanes()
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    board: Board
    leaves: Sequence[Leaf]
    bottom: int

    def named(self) -> Lanes | None:
        """Return what stands below the heading Pelaksana, and groups beside it."""
        below = [
            n
            for n, leaf in enumerate(self.leaves)
            if leaf.grouped
            and role_of(leaf.head.text) == "pelaksana"
            and role_of(leaf.cell.text) in ("", "pelaksana")
        ]
        if not below:
            return None
        first, last = below[0], below[-1]
        while first > 0 and self._joins(self.leaves[first - 1]):
            first -= 1
        while last + 1 < len(self.leaves) and self._joins(self.leaves[last + 1]):
            last += 1
        chosen = self.leaves[first : last + 1]
        kept = (c for c in chosen if role_of(c.cell.text) in ("", "pelaksana"))
        return Lanes(tuple(kept))

    def in_groups(self) -> Lanes | None:
        """Return what stands below another heading over two columns or more."""
        best: list[Leaf] = []
        for run in self._runs():
            drawn = [leaf for leaf in run if not self._says(leaf)]
            grouped = [leaf for leaf in drawn if leaf.grouped]
            if len(grouped) > 1 and len(drawn) > len(best):
                best = drawn
        return Lanes(tuple(best)) if best else None

    def bare(self) -> Lanes | None:
        """Return names that stand in the heading itself, between known columns."""
        first = self._kegiatan
        for run in self._runs():
            behind = any(leaf.left >= run[-1].right for leaf in self._known)
            drawn = tuple(leaf for leaf in run if not self._says(leaf))
            named = any(role_of(leaf.cell.text) for leaf in drawn)
            if run[0].left > first and drawn and (behind or named or len(drawn) > 1):
                return Lanes(drawn, guessed=not named)
        return None

    def in_words(self, *, sure: bool) -> Lanes | None:
        """Return the column in which words say who does it."""
        for leaf in self.leaves:
            text = leaf.cell.text
            named = role_of(text) == "pelaksana"
            maybe = not role_of(text) and may_be_pelaksana(text)
            fits = named if sure else maybe and leaf.left > self._kegiatan
            if fits and not leaf.grouped and self._says(leaf):
                return Lanes(column=leaf, guessed=not sure)
        return None

    @property
    def _kegiatan(self) -> int:
        """Return where the column of kegiatan begins."""
        found = (one for one in self.leaves if role_of(one.cell.text) == "kegiatan")
        return next((one.left for one in found), 0)

    @property
    def _known(self) -> list[Leaf]:
        return [leaf for leaf in self.leaves if not self._is_free(leaf)]

    def _runs(self) -> Iterator[list[Leaf]]:
        """Yield the columns side by side that may be those of pelaksana."""
        for free, run in groupby(self.leaves, self._is_free):
            if free:
                yield list(run)

    def _is_free(self, leaf: Leaf) -> bool:
        """Return whether a column is no other one that we know."""
        role = role_of(leaf.cell.text)
        if role == "pelaksana":
            return True
        return not role and not self._in_mutu(leaf)

    def _in_mutu(self, leaf: Leaf) -> bool:
        """Return whether a column belongs to mutu baku."""
        if role_of(leaf.head.text) == "mutu":
            return True
        beside = (one for one in self.leaves if one.head == leaf.head and one != leaf)
        known = any(role_of(one.cell.text) in MUTU and one.below_head for one in beside)
        return known and leaf.below_head

    def _joins(self, leaf: Leaf) -> bool:
        """Return whether a column beside those of the pelaksana is one of theirs.

        It is another group of names, a name beside a heading that was not merged, or
        symbols stand in it.
        """
        if role_of(leaf.cell.text) or self._in_mutu(leaf):
            return False
        return self._is_drawn(leaf) or (leaf.grouped and not self._says(leaf))

    def _is_drawn(self, leaf: Leaf) -> bool:
        """Return whether symbols stand in a column."""
        xs, ys = self.board.xs, self.board.ys
        top = ys[min(self.bottom, len(ys) - 1)]
        boxes = (figure.box for figure in self.board.drawing.figures)
        return any(
            xs[leaf.left] <= box.cx < xs[leaf.right] and box.cy > top for box in boxes
        )

    def _says(self, leaf: Leaf) -> bool:
        """Return whether a column holds text in most rows, and no symbols."""
        if self._is_drawn(leaf):
            return False
        rows = range(self.bottom, min(self.bottom + LOOKED_AT, self.board.rows))
        filled = texts = 0
        for row in rows:
            cells = list(self.board.in_row(row))
            inside = [c for c in cells if leaf.left <= c.column < leaf.right]
            filled += bool(cells)
            texts += any(not is_mark(cell.text) for cell in inside)
        return filled > 0 and texts * 2 > filled
