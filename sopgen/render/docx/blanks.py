"""What a drawn section leaves blank, since each file has it differently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sopgen.model.document import Heading, Label, Style
from sopgen.model.nilai import dataclass
from sopgen.render.docx.contents import entry_of
from sopgen.render.docx.imagefile import known
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.numbering import Mark
from sopgen.render.docx.styles import heading_name, style_id
from sopgen.render.docx.wml import (
    Look,
    field,
    hidden_field,
    link,
    list_place,
    properties,
)
from sopgen.render.markup import Node

#: What lies in front of the text is stacked from here on.
FRONT = 251658240


@dataclass(frozen=True, slots=True)
class ShapeId:
    """The id of a shape, by its number in the section."""

    number: int

    def filled(self, ledger: Ledger) -> str:
        """Return the id: those of the sections before come first."""
        return str(ledger.last + self.number)


@dataclass(frozen=True, slots=True)
class Depth:
    """How far a drawing lies in front of the text, by the number of its shape."""

    number: int

    def filled(self, ledger: Ledger) -> str:
        """Return the place among those of the file."""
        return str(FRONT + ledger.last + self.number)


@dataclass(frozen=True, slots=True)
class StyleId:
    """The style of a text."""

    style: Style

    def filled(self, ledger: Ledger) -> str:
        """Return the id of the style as the file has it."""
        return ledger.style(self.style)


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """The style of a heading: Word's own where it is listed by its own words."""

    heading: Heading
    style: Style

    def filled(self, ledger: Ledger) -> str:
        """Return the id of the style as the file has it."""
        heading, known = self.heading, ledger.headings
        if heading.anchor in known.own:
            return style_id(heading_name(heading.level))
        return ledger.style(self.style, known.outline(heading))


@dataclass(frozen=True, slots=True)
class HeadingEntry:
    """The field that lists a heading in words of its own, where it has to."""

    heading: Heading

    def filled(self, ledger: Ledger) -> str:
        """Return the field, or nothing."""
        if self.heading.anchor in ledger.headings.own:
            return ""
        return _inside(lambda node: hidden_field(node, entry_of(self.heading)))


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The name of an anchor's bookmark."""

    anchor: str

    def filled(self, ledger: Ledger) -> str:
        """Return the name as the file has it."""
        return ledger.bookmark(self.anchor)


@dataclass(frozen=True, slots=True)
class Linked:
    """Runs that lead to an anchor, where the file has it."""

    anchor: str
    runs: str

    def filled(self, ledger: Ledger) -> str:
        """Return the link, or the runs alone."""
        if self.anchor not in ledger.levels:
            return self.runs
        node = link(Node("w:p"), ledger.bookmark(self.anchor))
        node.inside.append(self.runs)
        return node.written()


@dataclass(frozen=True, slots=True)
class PageField:
    """The field that shows the page of an anchor."""

    anchor: str

    def filled(self, ledger: Ledger) -> str:
        """Return the field, with the page as it is printed."""
        code = f"PAGEREF {ledger.bookmark(self.anchor)} \\h"
        label = ledger.labels.get(self.anchor, "")
        return _inside(lambda node: field(node, code, label))


@dataclass(frozen=True, slots=True)
class TocProperties:
    """The properties of a line of the daftar isi; its first line defines a style."""

    anchor: str
    style: Style
    look: Look
    before: float | None
    keep_next: bool

    def filled(self, ledger: Ledger) -> str:
        """Return the properties of the line's paragraph."""
        level = ledger.levels.get(self.anchor, 1)
        look = ledger.styles.entry(level, self.style, self.look)
        return properties(replace(look, before=self.before, keep_next=self.keep_next))


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of an item among the lists; ``number`` tells it from others like it."""

    number: int
    mark: Mark
    label: Label
    indent: float

    def filled(self, ledger: Ledger) -> str:
        """Return its level and its list."""
        place = ledger.lists.number(self.mark, self.label, self.indent)
        return list_place(place.level, place.number)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the file holds."""

    file: Path

    def filled(self, ledger: Ledger) -> str:
        """Return the relation that leads to it."""
        rid, _ = ledger.part.get_or_add_image(known(self.file))
        return str(rid)


def _inside(write: Callable[[Node], None]) -> str:
    """Return as XML what is written into a paragraph."""
    node = Node("w:p")
    write(node)
    return node.content()
