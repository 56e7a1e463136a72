"""Find the lists that hand-set labels such as ``a.`` and ``1.`` make, as Word's own."""

from __future__ import annotations

import re
from dataclasses import field
from typing import NamedTuple

from sopgen.model.document import Label
from sopgen.model.nilai import dataclass
from sopgen.render.docx.wml import Look, add, properties
from sopgen.render.markup import Node

#: How Word counts, by the letter or digit of a mark.
COUNTS = {"a": "lowerLetter", "A": "upperLetter", "1": "decimal"}
#: What stands before and behind that in a mark.
MARK = re.compile(
    r"(?P<before>\(?)(?:(?P<a>[a-z])(?P=a)?|(?P<A>[A-Z])(?P=A)?|[1-9][0-9]{0,2})"
    r"(?P<behind>[.)])"
)
BULLETS = ("-", "–", "•")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label that Word can count: its kind, and its place in the count."""

    kind: str
    value: int
    text: str = "%1."


def read_mark(text: str) -> Mark | None:
    """Return what a label counts, if Word would print the same."""
    if text in BULLETS:
        return Mark("bullet", 1, text)
    match = MARK.fullmatch(text)
    if match is None or (match["before"] and match["behind"] == "."):
        return None
    before, behind = match["before"], match["behind"]
    inner = text[len(before) : len(text) - 1]
    if inner.isdigit():
        return Mark(COUNTS["1"], int(inner), f"{before}%1{behind}")
    place = ord(inner[0].lower()) - ord("a") + 1 + 26 * (len(inner) - 1)
    kind = COUNTS["a" if inner.islower() else "A"]
    return Mark(kind, place, f"{before}%1{behind}")


class Kind(NamedTuple):
    """Lists that look alike: how they count, their marks, where these and texts are."""

    form: str
    text: str
    x: float
    indent: float


class Begun(NamedTuple):
    """A list: the number of its kind, and what it begins to count from."""

    kind: int
    start: int


class Reached(NamedTuple):
    """The last list of a kind: its number, and how far it has counted."""

    number: int
    value: int


@dataclass(slots=True)
class Outline:
    """The levels of a list as Word has them: the outermost, and those inside it."""

    levels: dict[int, Kind]


class Open(NamedTuple):
    """A list of some level to which lists inside it belong, and its last count."""

    kind: Kind
    number: int
    value: int


class Place(NamedTuple):
    """Where a paragraph stands among the lists: the number of one, its level there."""

    number: int
    level: int


@dataclass(slots=True)
class Lists:
    """The lists of a document: kinds by their look, each with a count of its own.

    A list inside the item of another is a level of that one, as far as its items count
    from one and look like those of other lists there.
    """

    kinds: dict[Kind, int] = field(default_factory=dict)
    outlines: dict[Kind, Outline] = field(default_factory=dict)
    begun: list[Begun] = field(default_factory=list)
    reached: dict[Kind, Reached] = field(default_factory=dict)
    open: dict[int, Open] = field(default_factory=dict)

    def number(self, mark: Mark, label: Label, indent: float) -> Place:
        """Return the list that a label goes on with, or begins."""
        kind = Kind(mark.kind, mark.text, round(label.x, 2), round(indent, 2))
        last = self.open.get(label.level)
        for level in [one for one in self.open if one >= label.level]:
            del self.open[level]
        return self._inside(mark, label.level, kind, last) or self._apart(
            mark, label.level, kind
        )

    def _inside(
        self, mark: Mark, level: int, kind: Kind, last: Open | None
    ) -> Place | None:
        """Return the place of an item as one of a level of the list around it."""
        outer = self.open.get(level - 1)
        if outer is None:
            return None
        expected = last.value + 1 if last and last.number == outer.number else 1
        levels = self.outlines[outer.kind].levels
        if mark.kind != "bullet" and mark.value != expected:
            return None
        if levels.setdefault(level, kind) != kind:
            return None
        self.open[level] = Open(outer.kind, outer.number, mark.value)
        return Place(outer.number, level - min(levels))

    def _apart(self, mark: Mark, level: int, kind: Kind) -> Place:
        """Return the place of an item in a list that is in no other."""
        number = self.kinds.setdefault(kind, len(self.kinds))
        self.outlines.setdefault(kind, Outline({level: kind}))
        last = self.reached.get(kind)
        if last is None or not _follows(mark, last):
            self.begun.append(Begun(number, mark.value))
            last = Reached(len(self.begun), mark.value)
        self.reached[kind] = Reached(last.number, mark.value)
        if level == min(self.outlines[kind].levels):
            self.open[level] = Open(kind, last.number, mark.value)
        return Place(last.number, 0)

    def write(self, root: Node) -> None:
        """Write all lists into numbering.xml."""
        for kind, number in self.kinds.items():
            levels = self.outlines[kind].levels
            node = add(root, "abstractNum", abstractNumId=number)
            several = len(levels) > 1
            add(node, "multiLevelType", "multilevel" if several else "singleLevel")
            for n, own in enumerate(levels[k] for k in sorted(levels)):
                _level(node, n, own)
        for number, (kind_number, start) in enumerate(self.begun, 1):
            node = add(root, "num", numId=number)
            add(node, "abstractNumId", kind_number)
            override = add(node, "lvlOverride", ilvl=0)
            add(override, "startOverride", start)


def _level(node: Node, n: int, kind: Kind) -> None:
    """Write how the items of a level look."""
    level = add(node, "lvl", ilvl=n)
    add(level, "start", 1)
    add(level, "numFmt", kind.form)
    add(level, "lvlText", kind.text.replace("%1", f"%{n + 1}"))
    add(level, "lvlJc", "left")
    look = Look(left=kind.indent, first=kind.x - kind.indent)
    add(level, "pPr").inside.append(properties(look))


def _follows(mark: Mark, last: Reached) -> bool:
    """Return whether a mark goes on with a list that has counted so far."""
    return mark.kind == "bullet" or mark.value == last.value + 1
