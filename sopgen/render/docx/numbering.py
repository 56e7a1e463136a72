"""Find the lists that hand-set labels such as ``a.`` and ``1.`` make, as Word's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.model.document import Label
from sopgen.render.docx.wml import Look, add, properties
from sopgen.render.markup import Element

KINDS = (
    ("lowerLetter", re.compile(r"([a-z])\1?\.")),
    ("upperLetter", re.compile(r"([A-Z])\1?\.")),
    ("decimal", re.compile(r"([1-9][0-9]{0,2})\.")),
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
    for kind, pattern in KINDS:
        match = pattern.fullmatch(text)
        if match and kind == "decimal":
            return Mark(kind, int(match[1]))
        if match:
            place = ord(match[1].lower()) - ord("a") + 1
            return Mark(kind, place + 26 * (len(text) - 2))
    return None


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
class Lists:
    """The lists of a document: kinds by their look, each with a count of its own."""

    kinds: dict[Kind, int] = field(default_factory=dict)
    begun: list[Begun] = field(default_factory=list)
    reached: dict[Kind, Reached] = field(default_factory=dict)

    def number(self, mark: Mark, label: Label, indent: float) -> int:
        """Return the number of the list that a label goes on with, or begins."""
        kind = Kind(mark.kind, mark.text, round(label.x, 2), round(indent, 2))
        number = self.kinds.setdefault(kind, len(self.kinds))
        last = self.reached.get(kind)
        if last is None or not _follows(mark, last):
            self.begun.append(Begun(number, mark.value))
            last = Reached(len(self.begun), mark.value)
        self.reached[kind] = Reached(last.number, mark.value)
        return last.number

    def write(self, root: Element) -> None:
        """Write all lists into numbering.xml."""
        for (form, text, x, indent), number in self.kinds.items():
            node = add(root, "abstractNum", abstractNumId=number)
            add(node, "multiLevelType", "singleLevel")
            level = add(node, "lvl", ilvl=0)
            add(level, "start", 1)
            add(level, "numFmt", form)
            add(level, "lvlText", text)
            add(level, "lvlJc", "left")
            look = Look(left=indent, first=x - indent)
            properties(add(level, "pPr"), look)
        for number, (kind, start) in enumerate(self.begun, 1):
            node = add(root, "num", numId=number)
            add(node, "abstractNumId", kind)
            override = add(node, "lvlOverride", ilvl=0)
            add(override, "startOverride", start)


def _follows(mark: Mark, last: Reached) -> bool:
    """Return whether a mark goes on with a list that has counted so far."""
    return mark.kind == "bullet" or mark.value == last.value + 1
