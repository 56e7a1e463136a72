"""Read the naskah dialect: what staff type in a text file, turned into blocks.

Paragraphs are parted by blank lines; ``#`` and ``##`` begin headings; ``a.``, ``1.``
and ``-`` begin items, nested by indentation; ``*miring*``, ``**tebal**``.  CommonMark
knows no ``a.`` lists, which official texts are full of, hence this small reader.
Items are numbered anew, so that nobody has to renumber a list by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.model.bahasa import huruf
from sopgen.model.document import Block, Heading, Label, Paragraph
from sopgen.model.gaya import runs_of, unmarked
from sopgen.parts.styles import ANAK_BAB, BAB, BUTIR, ISI

HEADING = re.compile(r"(#{1,2})\s+(.*)")
ITEM = re.compile(r"(\s*)(?:([a-z]{1,2})\.|(\d{1,3})\.|([-•]))\s+(.*)")
#: How far the text of an item stands right of its mark, mm.
HANG = 8.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the source: plain text, a heading (1, 2), or an item.

    ``kind`` is "", "#", or the style of an item's mark: "a", "1" or "-"; ``depth``
    is the nesting of an item, or the level of a heading.
    """

    kind: str
    depth: int
    text: str


@dataclass(slots=True)
class Reader:
    """Collect lines into pieces."""

    pieces: list[Piece] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    open: bool = False

    def read(self, text: str) -> list[Piece]:
        """Return the pieces of a text."""
        for line in text.expandtabs(4).splitlines():
            self._line(line)
        return self.pieces

    def _line(self, line: str) -> None:
        if not line.strip():
            self.open = False
        elif heading := HEADING.fullmatch(line.strip()):
            self._begin("#", len(heading[1]), heading[2])
            self.open = False
        elif item := ITEM.fullmatch(line):
            kind = "a" if item[2] else "1" if item[3] else "-"
            self._begin(kind, self._depth(len(item[1])), item[5])
        elif self.open:
            last = self.pieces.pop()
            self.pieces.append(
                Piece(last.kind, last.depth, f"{last.text} {line.strip()}")
            )
        else:
            self._begin("", 0, line.strip())

    def _begin(self, kind: str, depth: int, text: str) -> None:
        if kind in ("", "#"):
            self.indents.clear()
        self.pieces.append(Piece(kind, depth, text.strip()))
        self.open = True

    def _depth(self, indent: int) -> int:
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents) - 1


class Count(NamedTuple):
    """How far the items of a kind have counted."""

    kind: str
    last: int


@dataclass(slots=True)
class Marks:
    """Count the items of each depth."""

    counts: list[Count] = field(default_factory=list)

    def next(self, piece: Piece) -> str:
        """Return the mark of an item: ``a.``, ``1.`` or ``-``."""
        if piece.kind in ("", "#"):
            self.counts.clear()
            return ""
        del self.counts[piece.depth + 1 :]
        while len(self.counts) <= piece.depth:
            self.counts.append(Count(piece.kind, 0))
        kind, count = self.counts[piece.depth]
        count = count + 1 if kind == piece.kind else 1
        self.counts[piece.depth] = Count(piece.kind, count)
        return {"a": f"{huruf(count).lower()}.", "1": f"{count}.", "-": "–"}[piece.kind]


def read_pieces(text: str) -> list[tuple[str, Piece]]:
    """Return the pieces of a text, each with its mark."""
    marks = Marks()
    return [(marks.next(piece), piece) for piece in Reader().read(text)]


def chapter(text: str, anchor: str) -> tuple[Block, ...]:
    """Return the blocks of a running chapter."""
    blocks: list[Block] = []
    for number, (mark, piece) in enumerate(read_pieces(text)):
        if piece.kind == "#":
            level = piece.depth
            label, title = split_label(piece.text)
            heading = Heading(level, unmarked(title), f"{anchor}-{number}", label)
            style = BAB if level == 1 else ANAK_BAB
            labels = (Label(label, 0),) if label and level > 1 else ()
            indent = HANG if labels else 0
            words = title if labels else piece.text
            blocks.append(
                Paragraph(runs_of(words), style, indent, labels=labels, heading=heading)
            )
        else:
            blocks.append(_paragraph(mark, piece))
    return tuple(blocks)


def _paragraph(mark: str, piece: Piece) -> Paragraph:
    if not mark:
        follows = piece.text.rstrip().endswith(":")
        return Paragraph(runs_of(piece.text), ISI, keep_next=follows)
    x = HANG * (piece.depth + 1)
    labels = (Label(mark, x - HANG),)
    return Paragraph(runs_of(piece.text), BUTIR, indent=x, labels=labels)


def split_label(text: str) -> tuple[str, str]:
    """Return ``("A.", "LATAR BELAKANG")`` for ``A. LATAR BELAKANG``."""
    match = re.fullmatch(r"([A-Z]{1,2}\.)\s+(.*)", text)
    return (match[1], match[2]) if match else ("", text)
