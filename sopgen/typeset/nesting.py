"""Find which lists the blocks of a column stand in, by their marks and edges.

A paragraph with a mark is an item; one that begins where the text of an item does, goes
on with it.  An item further to the right is of a list within the item before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.model.document import (
    Block,
    ColumnBreak,
    Label,
    Paragraph,
    Rule,
    Space,
    Table,
    TocLine,
)
from sopgen.model.nilai import dataclass
from sopgen.model.page import Item
from sopgen.model.struktur import END, Element, Path, Role
from sopgen.typeset.strip import Strip

#: Marks that stand so near to each other are of one list, mm.
NEAR = 0.1
COLON = ":"


class Kind(NamedTuple):
    """A kind of list: what the first item stands in, the next, and what goes on."""

    first: Path
    further: Path
    rest: Path


def _kind(*roles: Role) -> Kind:
    first = tuple(map(Element, roles))
    rest = tuple(Element(role, goes_on=True) for role in roles)
    return Kind(first, (rest[0], *first[1:]), rest)


LISTS = _kind(Role.LIST, Role.ITEM, Role.BODY)
CONTENTS = _kind(Role.CONTENTS, Role.ENTRY)
LABEL, LINK = Element(Role.LABEL), Element(Role.LINK)
LINK_ON = Element(Role.LINK, goes_on=True)


@dataclass(frozen=True, slots=True)
class Level:
    """A list that is open: where its marks stand, and the text of its last item, mm."""

    mark: float
    text: float


class Nesting:
    """The lists that are open while blocks follow each other."""

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.kind = LISTS

    def placed(self, block: Block, strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """Return the strips of the next block, in the lists that it stands in."""
        match block:
            case Paragraph(labels=(_, *_), heading=None):
                return self._item(block, strips)
            case TocLine():
                return self._entry(block, strips)
            case Paragraph(heading=None, indent=x) | Table(indent=x) if self.levels:
                return self._body(x, strips)
            case Space() | Rule() | ColumnBreak():
                return strips
            case _:
                self.levels.clear()
                return strips

    def _body(self, x: float, strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """Return what goes on with the item whose text begins at x, if one does."""
        fits = [n for n, one in enumerate(self.levels) if abs(one.text - x) < NEAR]
        del self.levels[fits[-1] + 1 if fits and self.kind is LISTS else 0 :]
        if not self.levels:
            return strips
        before = LISTS.rest * len(self.levels)
        return tuple(strip.within((*before, *strip.path)) for strip in strips)

    def _item(self, block: Paragraph, strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """Return an item, its marks apart from its text."""
        groups = _grouped(block.labels)
        first = self._open(LISTS, groups[0][0].x, block.indent)
        for group in groups[1:]:
            self.levels.append(Level(group[0].x, block.indent))
        on = LISTS.rest * len(self.levels)
        head, *rest = strips
        head = head.within(first[:-1], _marked(groups, head.items))
        return (head, *(strip.within(on) for strip in rest))

    def _entry(self, block: TocLine, strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """Return a line of the daftar isi."""
        mark = block.label.x if block.label else block.indent
        first = self._open(CONTENTS, mark, block.indent)
        on = (*CONTENTS.rest * len(self.levels), LINK_ON)
        head, *rest = strips
        head = head.within((*first, LINK))
        return (head, *(strip.within(on) for strip in rest))

    def _open(self, kind: Kind, mark: float, text: float) -> Path:
        """Return what an item stands in whose mark is there; its list is open then."""
        if kind is not self.kind:
            self.levels, self.kind = [], kind
        while self.levels and self.levels[-1].mark > mark + NEAR:
            self.levels.pop()
        same = bool(self.levels) and abs(self.levels[-1].mark - mark) < NEAR
        if same:
            self.levels.pop()
        before = kind.rest * len(self.levels)
        self.levels.append(Level(mark, text))
        return (*before, *(kind.further if same else kind.first))


def _grouped(labels: Sequence[Label]) -> list[list[Label]]:
    """Return marks, each with the colon behind it."""
    made: list[list[Label]] = []
    for label in labels:
        if made and label.text == COLON:
            made[-1].append(label)
        else:
            made.append([label])
    return made


def _marked(groups: list[list[Label]], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of an item's first line, its marks first, in their elements."""
    made: list[Item] = []
    start = ends = 0
    for number, group in enumerate(groups):
        end = start + len(group)
        outer = LISTS.first[:-1] if number else ()
        made += (*outer, LABEL, *items[start:end], END, LISTS.first[-1])
        start, ends = end, ends + len(outer) + 1
    return (*made, *items[start:], *(END,) * ends)
