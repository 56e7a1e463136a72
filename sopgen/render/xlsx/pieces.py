"""Divide a cell of a table into the cells that its pieces get on a sheet.

Ink, names of fields and each item of a list have cells of their own, an item two: its
number, and its text beside it, so that a second line begins under the first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.document import Block, Cell, Emblem, Paragraph, SignRoom, Space, Table
from sopgen.model.gaya import Run
from sopgen.model.kotak import SignBox
from sopgen.model.nilai import dataclass
from sopgen.render.cells import nearest
from sopgen.render.xlsx.look import Look, Words
from sopgen.render.xlsx.words import INDENT, TALLEST, Type, paragraphs

#: White space of at least so many mm is a cell of its own: room for ink.
INK = 5.0
#: Where the text of an item begins, and how near to it an edge must be, mm.
HANG, NEAR = 8.5, 2.6
#: So near to the middle an edge is taken for a list in two columns, mm.
ASIDE = 12.0
#: Longer marks need all of their cell.
SHORT_MARK = 3
#: What stands in a cell and is no text of it.
ROOMY = Space | SignRoom | SignBox | Emblem
#: Rounding parts no pieces, mm.
EPS = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in cells of its own: between which edges of the sheet, and how far down.

    ``top`` and ``bottom`` are mm below the top of the table's row; the ``last`` below
    each other reaches down to the row's end.
    """

    words: Words
    look: Look
    across: tuple[int, int]
    top: float
    bottom: float
    last: bool = False

    def stands_over(self, other: Piece) -> bool:
        """Return whether another piece stands below it."""
        beside = max(self.across[0], other.across[0]) < min(
            self.across[1], other.across[1]
        )
        return beside and other.top >= self.bottom - EPS


@dataclass(frozen=True, slots=True)
class Divider:
    """Divides the cells of one table; ``edges`` are those of the sheet in mm.

    Those that are not its ``own`` were added for lists.  Text of a ``deep`` table
    stands a bit right of its cells' edges.
    """

    letters: Type
    edges: tuple[float, ...]
    own: tuple[float, ...]
    padding: float
    deep: bool

    def pieces(self, cell: Cell, across: tuple[int, int]) -> tuple[Piece, ...]:
        """Return the pieces of a cell between two edges of the sheet."""
        if cell.empty:
            cell = replace(cell, blocks=())
        groups = tuple(grouped(cell.blocks, self.letters))
        if len(groups) == 1 and not self._apart(groups[0], across):
            return (self._whole(cell, across),)
        made: list[Piece] = []
        y = self.padding
        for number, group in enumerate(groups, 1):
            valign = "top" if number == len(groups) else "center"
            pieces = tuple(self._group(group, across, y, valign))
            y = max(piece.bottom for piece in pieces)
            made += pieces
        return tuple(self._stretched(made))

    def _apart(self, group: tuple[Block, ...], across: tuple[int, int]) -> bool:
        """Return whether text of one look has several cells all the same."""
        if not group:
            return False
        if isinstance(group[0], Table) or is_item(group[0]):
            return True
        return self.letters.height(group, self._width(across)) > TALLEST

    def _whole(self, cell: Cell, across: tuple[int, int]) -> Piece:
        """Return all of a cell as one piece."""
        valign = "center" if cell.middle else "top"
        piece = self._plain(cell.blocks, across, 0.0, valign)
        return replace(piece, bottom=piece.bottom + 2 * self.padding, last=True)

    def _stretched(self, made: list[Piece]) -> Iterator[Piece]:
        """Yield pieces, the uppermost from the row's top, the lowest to its end."""
        for piece in made:
            top = 0.0 if piece.top <= self.padding else piece.top
            if any(piece.stands_over(other) for other in made):
                yield replace(piece, top=top)
            else:
                end = piece.bottom + self.padding
                yield replace(piece, top=top, bottom=end, last=True)

    def _group(
        self, group: tuple[Block, ...], across: tuple[int, int], y: float, valign: str
    ) -> Iterator[Piece]:
        """Yield the pieces of blocks of one look, from y mm down."""
        first = group[0]
        if isinstance(first, Table):
            left, right = across
            ends = self.edges[left], self.edges[right]
            cut = nearest(self.edges, middle_of(self.own, *ends))
            halves = ((left, cut), (cut, right))
            for cell, half in zip(first.rows[0].cells, halves, strict=True):
                yield from self._listed(cell.blocks, half, y)
        elif self._apart(group, across):
            yield from self._listed(group, across, y)
        else:
            yield self._plain(group, across, y, valign)

    def _plain(
        self, blocks: tuple[Block, ...], across: tuple[int, int], y: float, valign: str
    ) -> Piece:
        """Return text of one look, and the white in it, as one piece."""
        white = sum(b.height for b in blocks if isinstance(b, ROOMY))
        height = white + self.letters.height(blocks, self._width(across))
        align = next((p.style.align for p in paragraphs(blocks)), "left")
        indent = self.deep and align == "left"
        look = Look(align, valign, indent=int(indent))
        return Piece(self.letters.words(blocks), look, across, y, y + height)

    def _width(self, across: tuple[int, int]) -> float:
        """Return the width in mm that text has."""
        left, right = (self.edges[k] for k in across)
        return right - left - (INDENT if self.deep else 0.0)

    def _listed(
        self, blocks: tuple[Block, ...], across: tuple[int, int], y: float
    ) -> Iterator[Piece]:
        """Yield paragraphs below each other, each in cells of its own."""
        for paragraph in paragraphs(blocks):
            for piece in self._item(paragraph, across, y):
                yield piece
                y = max(y, piece.bottom)

    def _item(
        self, paragraph: Paragraph, across: tuple[int, int], y: float
    ) -> Iterator[Piece]:
        """Yield an item's number and its text; without room, one text with both.

        Items of a list inside it have theirs in the cell of the text, further in.
        """
        left, right = across
        at = mark_edge(self.edges, left, right) if is_item(paragraph) else None
        if at is None:
            yield from self._lines(paragraph, across, y, indent=int(self.deep))
            return
        level = paragraph.labels[0].level
        if level:
            inner = tuple(self._lines(paragraph, (at, right), y, indent=level))
            blank = Look("left", "top")
            yield Piece(Words(), blank, (left, at), y, inner[-1].bottom)
            yield from inner
            return
        own = replace(paragraph, labels=())
        pieces = tuple(self._lines(own, (at, right), y, indent=0))
        mark = paragraph.labels[0].text
        words = Words((Run(mark),), self.letters.letters(paragraph.style))
        indent = self.deep and len(mark) <= SHORT_MARK
        look = Look("left", "top", indent=int(indent))
        yield Piece(words, look, (left, at), y, pieces[-1].bottom)
        yield from pieces

    def _lines(
        self, paragraph: Paragraph, across: tuple[int, int], y: float, *, indent: int
    ) -> Iterator[Piece]:
        """Yield a paragraph in as many cells as it needs, each of whole lines.

        Lists side by side so have their rows in common.
        """
        left, right = (self.edges[k] for k in across)
        width = right - left - INDENT * indent
        line = self.letters.line(paragraph.style)
        look = Look(paragraph.style.align, "top", indent=indent)
        for part in self.letters.parts(paragraph, width):
            height = self.letters.height((part,), width)
            bottom = y + math.ceil(height / line - 1e-6) * line
            yield Piece(self.letters.words((part,)), look, across, y, bottom)
            y = bottom


def grouped(blocks: tuple[Block, ...], letters: Type) -> Iterator[tuple[Block, ...]]:
    """Yield blocks in groups of one look: text, ink, lists."""
    group: list[Block] = []
    for block in blocks:
        if group and not _alike(group[-1], block, letters):
            yield tuple(group)
            group = []
        group.append(block)
    yield tuple(group)


def _alike(before: Block, block: Block, letters: Type) -> bool:
    """Return whether a block belongs to the one before it."""
    if isinstance(block, Space | SignRoom):
        return block.height < INK
    if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
        return isinstance(before, Space | SignRoom) and before.height < INK
    if is_item(before) or is_item(block):
        return is_item(before) and is_item(block)
    return letters.look(before) == letters.look(block)


def is_item(block: Block) -> bool:
    """Return whether a block is an item of a list: its number hangs before it."""
    if not isinstance(block, Paragraph) or len(block.labels) != 1:
        return False
    return 0 <= block.labels[0].x < block.indent


def middle_of(own: tuple[float, ...], left: float, right: float) -> float:
    """Return where two columns of a list meet, at an own edge that is near, mm."""
    middle = (left + right) / 2
    near = (x for x in own if left < x < right and abs(x - middle) <= ASIDE)
    return min(near, key=lambda x: abs(x - middle), default=middle)


def mark_edge(edges: tuple[float, ...], left: int, right: int) -> int | None:
    """Return the edge at which the text of items begins, if there is one."""
    wanted = edges[left] + HANG
    near = [k for k in range(left + 1, right) if abs(edges[k] - wanted) <= NEAR]
    return min(near, key=lambda k: abs(edges[k] - wanted)) if near else None
