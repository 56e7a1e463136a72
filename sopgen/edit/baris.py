"""The lines of a text, and the entries of a block with the comments that are theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sopgen.edit.pohon import SPACE, Node
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import SuntinganError

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list, that stands on lines of its own.

    ``lead`` is its first line together with the comments over it, ``last`` its last one
    with the comments that are further in.  ``alone`` tells that nothing stands before
    it on its line.
    """

    start: int
    label: int
    node: Node
    indent: int
    alone: bool
    lead: int
    first: int
    last: int


def lines_of(text: str) -> Lines:
    """Return a text by its lines."""
    lines = tuple(LINES.findall(text))
    found = BREAK.search(text)
    starts = tuple(accumulate(map(len, lines), initial=0))
    return Lines(text, lines, starts, found[0] if found else "\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text by its lines, each with its line break and where it starts."""

    text: str
    lines: Sequence[str]
    starts: Sequence[int]
    newline: str

    def number(self, offset: int) -> int:
        """Return the line that a letter stands on."""
        return min(bisect_right(self.starts, offset) - 1, max(len(self.lines) - 1, 0))

    def bare(self, number: int) -> str:
        """Return a line without its break."""
        return str(self.lines[number].rstrip("\r\n"))

    def blank(self, number: int) -> bool:
        """Tell whether there is such a line and nothing on it."""
        return 0 <= number < len(self.lines) and not self.lines[number].strip(SPACE)

    def remark(self, number: int) -> bool:
        """Tell whether there is such a line and it is a comment."""
        inside = 0 <= number < len(self.lines)
        return inside and self.lines[number].lstrip(SPACE).startswith("#")

    def column(self, offset: int) -> int:
        """Return the column of a letter, from 0."""
        return offset - self.starts[self.number(offset)]

    def end(self, number: int) -> int:
        """Return where a line ends, before its break."""
        return self.starts[number] + len(self.bare(number))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the letters of some lines begin and end, with their breaks."""
        return self.starts[first], self.starts[last + 1]

    def entries(self, node: Node) -> list[Entry]:
        """Return the entries of a block, in their order."""
        made: list[Entry] = []
        for start, label, value in self._places(node):
            floor = made[-1].last + 1 if made else 0
            made.append(self._entry(start, label, value, floor))
        return made

    def _places(self, node: Node) -> Iterator[tuple[int, int, Node]]:
        """Yield where each entry begins and where its value may, and the value."""
        if node.pairs is not None:
            for key, value in node.pairs:
                yield key.start, self._colon(key.end), value
            return
        at = node.start
        for item in node.items or ():
            dash = self._dash(at)
            if self.text[dash : dash + 1] != "-":
                raise SuntinganError("susunan daftar ini tidak dikenal penyunting")
            yield dash, dash + 1, item
            at = max(item.end, dash + 1)

    def _dash(self, at: int) -> int:
        """Return the first letter from a place on that is no space and no comment."""
        while at < len(self.text):
            if self.text[at] == "#":
                at = self.end(self.number(at))
            elif self.text[at] not in SPACE:
                break
            else:
                at += 1
        return at

    def _colon(self, at: int) -> int:
        colon = self.text.find(":", at)
        if colon < 0 or self.text[at:colon].strip(SPACE):
            raise SuntinganError("kunci ini ditulis dengan cara yang tidak dikenal")
        return colon + 1

    def _entry(self, start: int, label: int, node: Node, floor: int) -> Entry:
        first, indent = self.number(start), self.column(start)
        alone = not self.bare(first)[:indent].strip(SPACE)
        last = self.number(max(label, node.end) - 1)
        while self.remark(last + 1) and self._margin(last + 1) > indent:
            last += 1
        lead = first
        while alone and lead > floor and self.remark(lead - 1):
            lead -= 1
        if lead == 0:
            lead = first
        return Entry(start, label, node, indent, alone, lead, first, last)

    def _margin(self, number: int) -> int:
        line = self.lines[number]
        return len(line) - len(line.lstrip(SPACE))
