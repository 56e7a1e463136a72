"""A section as it is drawn: once, with blanks that each file fills in its own way.

Ids, styles, lists, bookmarks and page numbers are those of a file, not of a section:
book and single file number their shapes and lists from one, and name what they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

from sopgen.model.document import Label, Style
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.render.docx.blanks import Bookmark, ListPlace, ShapeId, StyleId
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.numbering import Mark
from sopgen.render.docx.wml import Look
from sopgen.render.drawingml import Tag
from sopgen.render.escaping import Ready
from sopgen.render.markup import Node

#: What stands at both sides of a blank's number: no text of XML may hold it.
MARK = "\0"
#: The blank of the page setup, which the last paragraph carries; others follow.
SETUP = Ready(f"{MARK}0{MARK}")


class Blank(Protocol):
    """What a file fills in; the same blank is filled once in a section."""

    def filled(self, ledger: Ledger) -> str:
        """Return what stands there in a file, as XML."""


@dataclass(slots=True)
class Draft:
    """The blanks of a section in the making, in the order in which they are asked for.

    ``last`` is the last id of its shapes, counted from one.
    """

    symbols: Symbols
    blanks: dict[Blank, Ready] = field(default_factory=dict)
    styles: dict[Style, Ready] = field(default_factory=dict)
    last: int = 0
    items: int = 0

    def blank(self, blank: Blank) -> Ready:
        """Return the mark of a blank, to stand in an attribute or between elements."""
        mark = self.blanks.get(blank)
        if mark is None:
            mark = Ready(f"{MARK}{len(self.blanks) + 1}{MARK}")
            self.blanks[blank] = mark
        return mark

    def id(self) -> Ready:
        """Return an id that no shape has yet."""
        self.last += 1
        return self.blank(ShapeId(self.last))

    def tag(self, name: str, descr: str = "") -> Tag:
        """Return a shape's tag with an id of its own."""
        return Tag(self.id(), name, descr)

    def bookmark(self, anchor: str) -> Ready:
        """Return the bookmark of an anchor."""
        return self.blank(Bookmark(anchor))

    def item(self, mark: Mark, label: Label, indent: float) -> Ready:
        """Return the place of an item among the lists: never that of another."""
        self.items += 1
        return self.blank(ListPlace(self.items, mark, label, indent))

    def look(self, style: Style, **more: Any) -> Look:
        """Return the paragraph properties of a text: its style, and what is set."""
        mark = self.styles.get(style)
        if mark is None:
            mark = self.styles[style] = self.blank(StyleId(style))
        return Look(style=mark, **more)

    def drawn(self, body: Node, styles: Mapping[Style, int]) -> Drawn:
        """Return what was drawn into a body, its blanks found."""
        pieces = body.content().split(MARK)
        places = tuple(int(number) for number in pieces[1::2])
        return Drawn(tuple(pieces[::2]), places, tuple(self.blanks), self.last, styles)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn section: pieces of XML, which blank stands between each and the next.

    ``ids`` is how many its shapes have, ``styles`` how many texts have which.
    """

    pieces: tuple[str, ...]
    places: tuple[int, ...]
    blanks: tuple[Blank, ...]
    ids: int
    styles: Mapping[Style, int]

    def answers(self, ledger: Ledger) -> tuple[str, ...]:
        """Return what a file fills in, blank after blank."""
        made = tuple(blank.filled(ledger) for blank in self.blanks)
        ledger.last += self.ids
        return made

    def filled(self, answers: Sequence[str], setup: str) -> str:
        """Return the section as it stands in a file."""
        every = (setup, *answers)
        made = [""] * (len(self.pieces) + len(self.places))
        made[::2] = self.pieces
        made[1::2] = [every[place] for place in self.places]
        return "".join(made)
