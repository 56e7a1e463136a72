"""Find the lists that hand-set labels such as ``a.`` and ``1.`` make, as Word's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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


Key = tuple[str, str, float, float]


@dataclass(slots=True)
class Lists:
    """The lists of a document: kinds by their look, each with a count of its own."""

    kinds: dict[Key, int] = field(default_factory=dict)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    counts: dict[Key, tuple[int, int]] = field(default_factory=dict)

    def number(self, mark: Mark, label: Label, indent: float) -> int:
        """Return the number of the list that a label goes on with, or begins."""
        key = (mark.kind, mark.text, round(label.x, 2), round(indent, 2))
        kind = self.kinds.setdefault(key, len(self.kinds))
        number, last = self.counts.get(key, (0, 0))
        follows = mark.kind == "bullet" or mark.value == last + 1 > 1
        if not number or not follows:
            self.numbers.append((kind, mark.value))
            number = len(self.numbers)
        self.counts[key] = (number, mark.value)
        return number

    def write(self, root: Element) -> None:
        """Write all lists into numbering.xml."""
        for (form, text, x, indent), kind in self.kinds.items():
            node = add(root, "abstractNum", abstractNumId=kind)
            add(node, "multiLevelType", "singleLevel")
            level = add(node, "lvl", ilvl=0)
            add(level, "start", 1)
            add(level, "numFmt", form)
            add(level, "lvlText", text)
            add(level, "lvlJc", "left")
            look = Look(left=indent, first=x - indent)
            properties(add(level, "pPr"), look)
        for number, (kind, start) in enumerate(self.numbers, 1):
            node = add(root, "num", numId=number)
            add(node, "abstractNumId", kind)
            override = add(node, "lvlOverride", ilvl=0)
            add(override, "startOverride", start)
