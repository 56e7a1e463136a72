"""Break paragraphs into lines and set the words of each line in place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.document import Paragraph, Run, Style
from sopgen.model.geometry import MM_PER_PT, Point
from sopgen.model.nilai import dataclass
from sopgen.model.page import Item, Stroke, TextPiece
from sopgen.typeface import BREAKS, Face, face_name, read_face

#: A justified line whose spaces would grow by more than this many times is left ragged.
STRETCH_MAX = 8.0
#: Rounding must not push a word off the line that it just fills, mm.
EPS = 1e-6
#: What sums of the same widths in another order differ by at most, mm.
SLACK = 1e-3
SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that no line break divides, and the space after it in mm.

    A ``tied`` piece may not be parted from the next: a bracket before italics, say.
    """

    text: str
    face: Face
    width: float
    space: float
    underline: bool
    ends_line: bool = False
    tied: bool = False


Cluster = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line; ``last`` lines of a paragraph are not justified."""

    words: tuple[Word, ...]
    last: bool

    @property
    def width(self) -> float:
        """Return its natural width in mm, without the space at its end."""
        if not self.words:
            return 0.0
        return sum(w.width + w.space for w in self.words) - self.words[-1].space


def line_height(style: Style) -> float:
    """Return the distance of baselines in mm."""
    return style.size_pt * MM_PER_PT * style.leading


def baseline(style: Style) -> float:
    """Return how far the baseline lies below the top of its line, mm."""
    face = read_face(face_name(style.font))
    total = face.ascent + face.descent
    spare = line_height(style) - total * style.size_pt * MM_PER_PT / 1000
    return spare / 2 + face.ascent * style.size_pt * MM_PER_PT / 1000


def break_lines(paragraph: Paragraph, room: float) -> tuple[Line, ...]:
    """Return the lines of a paragraph that has room mm, its indents taken off.

    There is always a line: an empty paragraph may still carry labels.
    """
    style = paragraph.style
    words = _clusters(_fitting(_words(paragraph.runs, style), room))
    lines: list[Line] = []
    first = style.first
    for piece in _until_newline(words):
        broken = _first_fit(piece, room, first)
        if style.align == "justify" and len(broken) > 1:
            broken = _evenly(piece, room, first, len(broken))
        lines += (Line(line, last=False) for line in broken[:-1])
        lines.append(Line(broken[-1], last=True))
        first = 0.0
    return tuple(lines) or (Line((), last=True),)


def _until_newline(clusters: Iterator[Cluster]) -> Iterator[list[Cluster]]:
    """Yield the words up to each newline."""
    piece: list[Cluster] = []
    for cluster in clusters:
        piece.append(cluster)
        if cluster[-1].ends_line:
            yield piece
            piece = []
    if piece:
        yield piece


def _first_fit(clusters: list[Cluster], room: float, first: float) -> list[Cluster]:
    """Return lines filled one after the other, the first shorter by an indent."""
    lines: list[Cluster] = []
    line: list[Word] = []
    used, free = 0.0, room - first
    for words in clusters:
        width = sum(w.width for w in words)
        if line and used + width > free + EPS:
            lines.append(tuple(line))
            line, used, free = [], 0.0, room
        line += words
        used += width + words[-1].space
    return [*lines, tuple(line)]


def _evenly(
    clusters: list[Cluster], room: float, first: float, count: int
) -> list[Cluster]:
    """Return count lines whose spaces are as even as they can be.

    Filling line after line leaves single lines with wide gaps; of all ways to make
    the same number of lines, this is the one with the least sum of squared stretches.
    """
    widths = [sum(w.width for w in c) for c in clusters]
    blanks = [c[-1].space for c in clusters]
    total = len(clusters)
    earliest = _earliest(widths, blanks, room, count)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for number in range(count):
        free = room - first if number == 0 else room
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            if start < earliest[number]:
                continue
            used = words = 0.0
            for end in range(start + 1, total + 1):
                used += widths[end - 1]
                words += widths[end - 1]
                if used > free + EPS and end > start + 1:
                    break
                spaces = used - words
                last = number == count - 1
                price = cost + (0.0 if last else _badness(free - used, spaces))
                if end not in reached or price < reached[end][0]:
                    reached[end] = (price, start)
                used += blanks[end - 1]
        best.append(reached)
    return _traced(clusters, best)


def _earliest(
    widths: list[float], blanks: list[float], room: float, count: int
) -> list[int]:
    """Return where each of count lines may begin at the earliest: the rest must fit.

    Filled from the end, a little too full, so that rounding forbids nothing.
    """
    starts: list[int] = []
    start = len(widths)
    for _ in range(count):
        used, end = 0.0, start
        while start and (
            start == end or used + widths[start - 1] + blanks[start - 1] <= room + SLACK
        ):
            start -= 1
            used += widths[start] + (blanks[start] if start < end - 1 else 0.0)
        starts.append(start)
    return starts[::-1]


def _badness(spare: float, spaces: float) -> float:
    """Return how bad a line is whose spaces have to take up what is to spare."""
    return (spare / spaces) ** 2 if spaces > 0 else (spare * 10) ** 2


def _traced(
    clusters: list[Cluster], best: list[dict[int, tuple[float, int]]]
) -> list[Cluster]:
    end, lines = len(clusters), []
    for reached in reversed(best[1:]):
        start = reached[end][1]
        lines.append(tuple(w for c in clusters[start:end] for w in c))
        end = start
    return lines[::-1]


def _clusters(words: Iterator[Word]) -> Iterator[Cluster]:
    """Yield the words that one line must hold together."""
    cluster: list[Word] = []
    for word in words:
        cluster.append(word)
        if not word.tied:
            yield tuple(cluster)
            cluster = []
    if cluster:
        yield tuple(cluster)


def _words(runs: tuple[Run, ...], style: Style) -> Iterator[Word]:
    for number, run in enumerate(runs):
        bold, italic = run.bold or style.bold, run.italic or style.italic
        face = read_face(face_name(style.font, bold=bold, italic=italic))
        blank = face.width(" ", style.size_pt)
        pieces = list(_pieces(run.text))
        following = runs[number + 1].text if number + 1 < len(runs) else " "
        for k, (text, space, ends) in enumerate(pieces):
            width = face.width(text, style.size_pt)
            final = k == len(pieces) - 1 and not space and not ends
            breakable = text.endswith(("-", "/")) or not following[:1].strip()
            tied = final and not breakable
            yield Word(text, face, width, blank * space, run.underline, ends, tied)


def _pieces(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield the unbreakable pieces: text, spaces behind it, newline behind it."""
    paragraphs = text.split("\n")
    for number, line in enumerate(paragraphs):
        pieces = BREAKS.findall(line)
        ends = number < len(paragraphs) - 1
        words = [k for k, piece in enumerate(pieces) if not SPACES.fullmatch(piece)]
        if pieces and (not words or words[0] != 0):
            yield "", 1, ends and not words
        elif ends and not words:
            yield "", 0, True
        for k in words:
            spaced = k + 1 < len(pieces) and SPACES.fullmatch(pieces[k + 1]) is not None
            yield pieces[k], int(spaced), ends and k == words[-1]


def _fitting(words: Iterator[Word], room: float) -> Iterator[Word]:
    """Cut words wider than the room, so that nothing ever runs out of its column."""
    for word in words:
        if word.width <= room:
            yield word
            continue
        size = word.width / max(word.face.width(word.text, 1), 1e-9)
        *pieces, last = word.face.chop(word.text, size, room)
        for piece in pieces:
            width = word.face.width(piece, size)
            yield Word(piece, word.face, width, 0, word.underline)
        width = word.face.width(last, size)
        yield Word(last, word.face, width, word.space, word.underline, word.ends_line)


def set_line(line: Line, style: Style, left: float, room: float) -> tuple[Item, ...]:
    """Return a line's words in place: left edge and room in mm, baseline at y 0."""
    spare = room - line.width
    shift = {"center": spare / 2, "right": spare}.get(style.align, 0.0)
    stretch = _stretch(line, spare) if style.align == "justify" else 1.0
    items: list[Item] = []
    x = left + shift
    final = line.words[-1] if line.words else None
    for text, word, start, end in _joined(line, x, stretch):
        spaced = word is final and (word.space > 0 or word.ends_line)
        items.append(TextPiece(start, 0, text, word.face.name, style.size_pt, spaced))
        if word.underline:
            drop = style.size_pt * MM_PER_PT * 0.12
            width = style.size_pt * MM_PER_PT * 0.06
            items.append(Stroke(Point(start, drop), Point(end, drop), width))
    return tuple(items)


def _stretch(line: Line, spare: float) -> float:
    """Return the factor for the spaces of a justified line."""
    spaces = sum(w.space for w in line.words[:-1])
    if line.last or spaces <= 0 or spare <= 0:
        return 1.0
    factor = 1 + spare / spaces
    return factor if factor <= STRETCH_MAX else 1.0


def _joined(
    line: Line, x: float, stretch: float
) -> Iterator[tuple[str, Word, float, float]]:
    """Yield text, style, start and end of each piece; unstretched words are joined."""
    text, start = "", x
    before: Word | None = None
    for word in line.words:
        same = (
            before and before.face is word.face and before.underline == word.underline
        )
        if before and (not same or (stretch != 1.0 and text.endswith(" "))):
            yield text, before, start, x
            text, start = "", x
        text += word.text + (" " if word.space else "")
        x += word.width + word.space * stretch
        before = word
    if before:
        yield text.rstrip(" "), before, start, x - before.space * stretch
