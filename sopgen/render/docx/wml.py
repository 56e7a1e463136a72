"""Write WordprocessingML: paragraphs, runs, fields, tables, sections.

This module knows Word and nothing of SOP.  Lengths come in mm and leave as twips,
sizes in points leave as half-points; children stand in the order of the schema.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.escaping import Ready, escaped, quoted
from sopgen.render.markup import Node

#: What every part of a file declares.
PREFIXES = ("w", "r", "wp", "a", "pic", "mc", "wps", "wpg", "wpc", "v", "o", "w10")
TWIPS_PER_MM = 1440 / 25.4
JUSTIFY = {"justify": "both"}
#: Word writes these in one order.
SIDES = {"t": "top", "l": "left", "b": "bottom", "r": "right"}


def twips(mm: float) -> int:
    """Return mm in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def add(parent: Node, tag: str, value: object = None, /, **more: object) -> Node:
    """Add an element of the w: namespace, with its w:val and other w: attributes."""
    made = "" if value is None else f' w:val="{quoted(value)}"'
    for name, content in more.items():
        if content is not None:
            made += f' w:{name}="{quoted(content)}"'
    node = Node(f"w:{tag}", made)
    parent.inside.append(node)
    return node


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, in mm from the column's left edge."""

    at: float
    align: str = "left"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A border of a paragraph, a cell or a page: kind, width and distance in points."""

    side: str
    width_pt: float
    kind: str = "single"
    space_pt: float = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What is set directly on a paragraph; None is left to its style.

    Lengths in mm; ``line`` is an exact line height, or 0 for that of its content;
    ``first`` indents the first line, or lets it hang where it is negative;
    ``listed`` is its ``list_place``;
    ``frame`` is x and width of a paragraph that stands beside the next one, or so far
    below the edge of its page as ``foot`` says.
    """

    style: str = ""
    keep_next: bool = False
    frame: tuple[float, float] | None = None
    foot: float | None = None
    listed: str = ""
    borders: tuple[Line, ...] = ()
    tabs: tuple[Tab, ...] = ()
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    align: str | None = None
    outline: int | None = None


def paragraph(parent: Node, look: Look) -> Node:
    """Add a paragraph without text."""
    return prepared(parent, properties(look))


def said(look: Look, runs: str = "") -> str:
    """Return a paragraph as XML, with runs that are."""
    return f"<w:p><w:pPr>{properties(look)}</w:pPr>{runs}</w:p>"


def prepared(parent: Node, properties: str) -> Node:
    """Add a paragraph whose properties are XML already."""
    node = Node("w:p")
    parent.inside.append(node)
    add(node, "pPr").inside.append(properties)
    return node


def properties_of(node: Node) -> Node:
    """Return the place of a paragraph's properties, to add to them at their end."""
    first = node.inside[0]
    assert isinstance(first, Node)
    return first


@remembered(1024)
def properties(look: Look) -> str:
    """Return a paragraph's properties as XML: most looks are those of many."""
    pr = Node("w:pPr")
    _kind(pr, look)
    if look.borders:
        lines(add(pr, "pBdr"), look.borders)
    if look.tabs:
        tab_stops(pr, look.tabs)
    _spacing(pr, look)
    _indent(pr, look)
    if look.align:
        add(pr, "jc", JUSTIFY.get(look.align, look.align))
    if look.outline is not None:
        add(pr, "outlineLvl", look.outline)
    return pr.content()


def _kind(pr: Node, look: Look) -> None:
    """Write style, keeping, frame and list."""
    if look.style:
        add(pr, "pStyle", look.style)
    if look.keep_next:
        add(pr, "keepNext")
    if look.frame:
        _frame(pr, *look.frame, look.foot)
    if look.listed:
        add(pr, "numPr").inside.append(look.listed)


def list_place(level: int, number: int) -> str:
    """Return as XML which level of which list a paragraph is in."""
    node = Node("w:numPr")
    add(node, "ilvl", level)
    add(node, "numId", number)
    return node.content()


def _frame(pr: Node, x: float, width: float, foot: float | None) -> None:
    anchor, y = ("text", 1) if foot is None else ("page", twips(foot))
    add(
        pr, "framePr", w=twips(width), hSpace=0, wrap="around", vAnchor=anchor,
        hAnchor="margin", x=max(twips(x), 1), y=y,
    )  # fmt: skip


def tab_stops(pr: Node, tabs: Sequence[Tab]) -> None:
    """Write tab stops."""
    node = add(pr, "tabs")
    for tab in sorted(tabs, key=lambda t: t.at):
        add(node, "tab", tab.align, leader=tab.leader or None, pos=twips(tab.at))


def lines(parent: Node, borders: Sequence[Line]) -> None:
    """Write borders in the order of the schema."""
    for letter, name in SIDES.items():
        for line in borders:
            if line.side == letter:
                add(
                    parent, name, line.kind, sz=round(line.width_pt * 8),
                    space=round(line.space_pt), color="000000",
                )  # fmt: skip


def _spacing(pr: Node, look: Look) -> None:
    if look.before is None and look.after is None and look.line is None:
        return
    node = add(pr, "spacing")
    if look.before is not None:
        node.set("w:before", twips(look.before))
    if look.after is not None:
        node.set("w:after", twips(look.after))
    if look.line is not None:
        node.set("w:line", max(twips(look.line), 1) if look.line else 240)
        node.set("w:lineRule", "exact" if look.line else "auto")


def _indent(pr: Node, look: Look) -> None:
    if look.left is None and look.right is None and look.first is None:
        return
    node = add(pr, "ind")
    if look.left is not None:
        node.set("w:left", twips(look.left))
    if look.right is not None:
        node.set("w:right", twips(look.right))
    if look.first is not None:
        name = "hanging" if look.first < 0 else "firstLine"
        node.set(f"w:{name}", twips(abs(look.first)))


@dataclass(frozen=True, slots=True)
class Letters:
    """What is set directly on letters; ``colour`` is RRGGBB."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    hidden: bool = False
    colour: str = ""


PLAIN = Letters()
HIDDEN = Letters(hidden=True)


def run(parent: Node, letters: Letters = PLAIN) -> Node:
    """Add a run without text."""
    node = add(parent, "r")
    if letters != PLAIN:
        node.inside.append(properties_of_run(letters))
    return node


@remembered(16)
def properties_of_run(letters: Letters) -> str:
    """Return as XML what is set on letters."""
    pr = Node("w:rPr")
    for tag, on in (("b", letters.bold), ("i", letters.italic)):
        if on is not None:
            add(pr, tag, None if on else 0)
    if letters.hidden:
        add(pr, "vanish")
    if letters.colour:
        add(pr, "color", letters.colour)
    if letters.underline:
        add(pr, "u", "single")
    return pr.written() if pr.inside else ""


def text(parent: Node, words: str, letters: Letters = PLAIN) -> None:
    """Add a run of text; a newline begins a new line, a tab goes to the next stop."""
    parent.inside.append(spoken(words, letters))


def spoken(words: str, letters: Letters = PLAIN) -> str:
    """Return such a run as XML."""
    lines = words.split("\n")
    every = ("<w:tab/>".join(map(_words, line.split("\t"))) for line in lines)
    return f"<w:r>{properties_of_run(letters)}{'<w:br/>'.join(every)}</w:r>"


def _words(words: str, tag: str = "t") -> str:
    words = escaped(words)
    if not words:
        return ""
    blank = words[0] == " " or words[-1] == " " or "  " in words
    space = ' xml:space="preserve"' if blank else ""
    return f"<w:{tag}{space}>{words}</w:{tag}>"


def field(parent: Node, code: str, shown: str, letters: Letters = PLAIN) -> None:
    """Add a field with the result it shows until somebody updates it."""
    begin_field(parent, code, letters)
    text(parent, shown, letters)
    end_field(parent, letters)


def begin_field(parent: Node, code: str, letters: Letters = PLAIN) -> None:
    """Add a field's code; its result follows."""
    add(run(parent, letters), "fldChar", fldCharType="begin")
    run(parent, letters).inside.append(_words(f" {code} ", "instrText"))
    add(run(parent, letters), "fldChar", fldCharType="separate")


def end_field(parent: Node, letters: Letters = PLAIN) -> None:
    """End a field's result."""
    add(run(parent, letters), "fldChar", fldCharType="end")


def hidden_field(parent: Node, code: str) -> None:
    """Add a field that shows nothing, such as an entry for a table of contents.

    Word shows its code unless that is hidden; LibreOffice forgets it where the end is.
    """
    add(run(parent, HIDDEN), "fldChar", fldCharType="begin")
    run(parent, HIDDEN).inside.append(_words(f" {code} ", "instrText"))
    add(run(parent), "fldChar", fldCharType="end")


def column_break(parent: Node) -> None:
    """Add a break after which the text goes on in the next column."""
    add(run(parent), "br", type="column")


def bookmark(parent: Node, number: int | Ready, name: str) -> None:
    """Add an empty bookmark."""
    add(parent, "bookmarkStart", id=number, name=name)
    add(parent, "bookmarkEnd", id=number)


def link(parent: Node, name: str) -> Node:
    """Add a link to a bookmark, without text."""
    return add(parent, "hyperlink", anchor=name, history=1)
