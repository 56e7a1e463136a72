"""Write a document's blocks into cells: paragraphs as rows, tables as merged areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import combinations, pairwise
from typing import TypeGuard

from sopgen.model.document import (
    Block,
    Paragraph,
    Row,
    SignRoom,
    Space,
    Style,
    Table,
    Together,
)
from sopgen.model.gaya import Run
from sopgen.model.ingatan import remembered
from sopgen.model.kotak import FootNote, SignBox
from sopgen.model.nilai import dataclass
from sopgen.render.xlsx.board import Area, Board
from sopgen.render.xlsx.grid import px
from sopgen.render.xlsx.look import Look, Words
from sopgen.render.xlsx.pieces import HANG, NEAR, is_item, middle_of
from sopgen.render.xlsx.table import Emplaced, Hung, TablePlan
from sopgen.render.xlsx.words import Type

#: Edges nearer than this are one on a sheet, mm.
CLOSE = 8.0
#: How much of its wanted width a column may lose before it counts tenfold.
ENOUGH = 0.85
#: The row of white space before what stands together.
SPACE = 1
#: The note at the foot of a page that is signed electronically.
KAKI = Style("Kaki TTE", align="center")
#: White over that note, mm.
ABOVE_NOTE = 1.5
#: How much the text of a sheet may shrink so that it stays on its page.
FACTORS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
#: How much of their height the rows of a table that fills its page keep, tried in turn.
SHARES = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5)


@remembered(256)
def snapped(wanted: tuple[float, ...], edges: tuple[float, ...]) -> tuple[int, ...]:
    """Return the numbers of the edges that are nearest to the wanted ones.

    A table shares the columns of the sheet with others; its own columns give way.
    """
    inner = combinations(range(1, len(edges) - 1), len(wanted) - 2)
    choices = ((0, *chosen, len(edges) - 1) for chosen in inner)
    return min(choices, key=lambda chosen: _cost(chosen, wanted, edges))


def _cost(
    chosen: tuple[int, ...], wanted: Sequence[float], edges: Sequence[float]
) -> float:
    got = [edges[k] for k in chosen]
    cost = sum(abs(a - b) for a, b in zip(got, wanted, strict=True))
    for (a, b), (c, d) in zip(pairwise(got), pairwise(wanted), strict=True):
        cost += 10 * max(0.0, ENOUGH * (d - c) - (b - a))
    return cost


def table_edges(table: Table) -> tuple[float, ...]:
    """Return the edges of a table's columns, mm."""
    made = [table.indent]
    for width in table.columns:
        made.append(made[-1] + width)
    return tuple(made)


def edges_for(blocks: tuple[Block, ...], width: float) -> tuple[float, ...]:
    """Return column edges for blocks: those of tables first, then of paragraphs."""
    tables = [b for b in blocks if isinstance(b, Table)]
    made = [0.0, width]
    wanted = [edge for table in tables for edge in table_edges(table)]
    for paragraph in _inner(blocks):
        wanted += [*(label.x for label in paragraph.labels), paragraph.indent]
    for place in wanted:
        if min(abs(place - edge) for edge in made) >= CLOSE:
            made.append(place)
    return tuple(sorted(made))


def marked_edges(
    blocks: tuple[Block, ...], edges: tuple[float, ...]
) -> tuple[float, ...]:
    """Return edges with those added at which the items of lists in tables begin."""
    made = list(edges)
    for table in (b for b in blocks if isinstance(b, Table)):
        columns = snapped(table_edges(table), edges)
        for row in table.rows:
            for start in _list_starts(row, columns, edges):
                made += [start] if start not in made else []
                if all(abs(start + HANG - edge) > NEAR for edge in made):
                    made.append(start + HANG)
    return tuple(sorted(made))


def _list_starts(
    row: Row, columns: tuple[int, ...], edges: tuple[float, ...]
) -> Iterator[float]:
    """Yield where lists begin in the cells of a row, mm."""
    column = 0
    for cell in row.cells:
        left, right = edges[columns[column]], edges[columns[column + cell.span]]
        halves = any(isinstance(block, Table) for block in cell.blocks)
        if halves or any(is_item(block) for block in cell.blocks):
            yield left
        if halves:
            yield middle_of(edges, left, right)
        column += cell.span


def _inner(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Together):
            yield from _inner(block.blocks)


def _note(note: FootNote) -> Paragraph:
    """Return the note at the foot of a page as what stands below all else."""
    style = KAKI.but(size_pt=note.size_pt)
    return Paragraph((Run("\n".join(note.lines)),), style)


def _fills(block: Block) -> TypeGuard[Table]:
    return isinstance(block, Table) and block.fill


@remembered(256)
def _planned(
    table: Table, edges: tuple[float, ...], own: tuple[float, ...], letters: Type
) -> TablePlan:
    chosen = snapped(table_edges(table), own)
    columns = tuple(edges.index(own[k]) for k in chosen)
    return TablePlan(table, columns, edges, own, letters)


@dataclass(slots=True)
class BlockWriter:
    """Write blocks below each other on a board whose column edges are mm.

    Tables take their columns from ``own`` of them, the others are for lists.
    ``emblems`` and ``kept`` are gathered on the way: pictures to be drawn, and rows
    that a page break must not part.  ``notes`` are for the foot: below all else.
    """

    board: Board
    edges: tuple[float, ...]
    own: tuple[float, ...]
    emblems: list[Hung] = field(default_factory=list)
    kept: list[range] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    titles: range = range(0)

    def fit(self, blocks: tuple[Block, ...], room: float) -> None:
        """Write blocks in the largest type that leaves them within room mm.

        What no type makes short enough is written as planned, on several pages.  Rows
        that fill a page take nothing from the type: they are as high as it leaves them.
        """
        fitting = (f for f in FACTORS if self._height(blocks, Type(f), 0.0) <= room)
        letters = Type(next(fitting, 1.0))
        planned = sum(row.least for t in blocks if _fills(t) for row in t.rows)
        most = min(planned + SPACE, room)
        filled = (s for s in SHARES if self._height(blocks, letters, s) <= most)
        self.write(blocks, letters, next(filled, 0.0) if planned else 0.0)
        for note in self.notes:
            self.board.add(px(ABOVE_NOTE))
            self._paragraph(note, letters)
        self.notes.clear()

    def _height(self, blocks: tuple[Block, ...], letters: Type, share: float) -> float:
        total = 0.0
        for block in blocks:
            match block:
                case Table():
                    total += self._plan(block, letters).height(share)
                case Space() | SignRoom() | SignBox():
                    total += block.height
                case FootNote():
                    total += self._row_height(_note(block), letters) + ABOVE_NOTE
                case Paragraph():
                    total += self._row_height(block, letters)
                case Together():
                    total += self._height(block.blocks, letters, share)
                case _:
                    pass
        return total

    def _row_height(self, paragraph: Paragraph, letters: Type) -> float:
        own = self._own(paragraph)
        width = self.edges[-1] - self.edges[self._column(own.indent)]
        return letters.height((own,), width) + own.style.after

    def _own(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph with the marks that stand in its own cell."""
        start = self._column(paragraph.indent)
        inside = (k for k in paragraph.labels if self._column(k.x) == start)
        return replace(paragraph, labels=tuple(inside))

    def _plan(self, table: Table, letters: Type) -> TablePlan:
        return _planned(table, self.edges, self.own, letters)

    def write(self, blocks: tuple[Block, ...], letters: Type, share: float) -> None:
        """Write blocks; those that belong into no cell are left out.

        Of the height that rows which fill a page should have they get a ``share``.
        """
        for block in blocks:
            match block:
                case Paragraph():
                    self._paragraph(block, letters)
                case Space() | SignRoom():
                    self.board.add(max(px(block.height), 1))
                case SignBox():
                    self._box(block)
                case FootNote():
                    self.notes.append(_note(block))
                case Table():
                    self._table(block, letters, share)
                case Together():
                    start = max(len(self.board.heights) - block.lines - SPACE, 0)
                    self.write(block.blocks, letters, share)
                    self.kept.append(range(start, len(self.board.heights)))
                case _:
                    pass

    def _table(self, table: Table, letters: Type, share: float) -> None:
        placed: Emplaced = self._plan(table, letters).write(self.board, share)
        self.emblems += placed.emblems
        self.kept += placed.kept
        if table.header:
            self.titles = placed.header

    def _box(self, box: SignBox) -> None:
        """Keep a row for a box, which is hung over it from where its text would be."""
        (row, *_) = self.board.add(max(px(box.height), 1))
        start = self._column(box.left(self.edges[-1]))
        area = Area(row, start, row + 1, len(self.edges) - 1)
        self.emblems.append(Hung(area, replace(box, x=0.0)))

    def _column(self, place: float) -> int:
        inner = self.edges[:-1]
        return min(range(len(inner)), key=lambda k: abs(inner[k] - place))

    def _paragraph(self, paragraph: Paragraph, letters: Type) -> None:
        """Write a row: its text, and the marks before it where they stand."""
        start, own = self._column(paragraph.indent), self._own(paragraph)
        marks: dict[int, list[str]] = {}
        for label in paragraph.labels:
            if label not in own.labels:
                marks.setdefault(self._column(label.x), []).append(label.text)
        (row, *_) = self.board.add(max(px(self._row_height(paragraph, letters)), 1))
        look = Look(valign="top", borders="", align=paragraph.style.align)
        area = Area(row, start, row + 1, len(self.edges) - 1)
        self.board.fill(area, letters.words((own,)), look)
        for column, end in pairwise([*sorted(marks), start]):
            mark = Run(" ".join(marks[column]))
            words = Words((mark,), letters.letters(paragraph.style))
            self.board.fill(Area(row, column, row + 1, end), words, look)
