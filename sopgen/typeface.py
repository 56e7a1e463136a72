"""Measure and break text with the fonts' own metrics.

Two families, each with regular, bold, italic and bold italic: ``arial`` (Arimo) and
``bookman`` (TeX Gyre Bonum).  What is measured here is what the PDF embeds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

from sopgen.assets import asset
from sopgen.model.gaya import Run, runs_of, slices
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

FILES = {"arial": "sans", "bookman": "bookman"}
STYLES = ("regular", "bold", "italic", "bolditalic")
#: A line may break after a space, and after a hyphen or slash between letters.
BREAKS = re.compile(r"[^ \t\r\n/-]+[/-]*|[/-]+|[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a font: its name in a PDF and the widths of its characters.

    ``widths`` are per character in thousandths of the size; ascent and descent too.
    """

    name: str
    file: Path
    widths: dict[str, float]
    missing: float
    ascent: float
    descent: float

    def width(self, text: str, size_pt: float) -> float:
        """Return the width of a text in mm."""
        get, missing = self.widths.get, self.missing
        total = sum([get(c, missing) for c in text])
        return total * size_pt * MM_PER_PT / 1000

    def wrap(self, text: str, size_pt: float, room: float) -> tuple[str, ...]:
        """Return the text in lines no wider than room mm.

        A word that is wider than the room is cut; newlines are kept.
        """

        def width(start: int, end: int) -> float:
            return self.width(text[start:end], size_pt)

        return tuple(text[a:b] for a, b in break_text(text, width, room))

    def chop(self, word: str, size_pt: float, room: float) -> list[str]:
        """Return a word in pieces no wider than room mm, each at least a letter."""

        def width(start: int, end: int) -> float:
            return self.width(word[start:end], size_pt)

        return [word[a:b] for a, b in _chopped((0, len(word)), width, room)]

    def longest_word(self, text: str, size_pt: float) -> float:
        """Return the width in mm of the widest piece that no break divides."""
        pieces = (p.strip() for p in BREAKS.findall(text))
        return max((self.width(p, size_pt) for p in pieces), default=0.0)


Part = tuple[int, int]
#: Returns the width in mm of a text from one letter to another.
Width = Callable[[int, int], float]


class Piece(NamedTuple):
    """Part of a text that no break divides, from one letter to another.

    What stands before it ends at ``stop`` when the blanks at its end are left out.
    """

    begin: int
    end: int
    stop: int


def break_text(text: str, width: Width, room: float) -> Iterator[Part]:
    """Yield the lines of a text, from which letter to which, no wider than room mm."""
    for start, pieces in _paragraphs(text):
        first = stop = start
        for piece in pieces:
            if width(first, max(first, piece.stop)) <= room:
                stop = max(first, piece.stop)
                continue
            if stop > first:
                yield first, stop
            *full, (first, _) = _chopped((piece.begin, piece.end), width, room)
            yield from ((a, _stripped(text, a, b)) for a, b in full)
            stop = max(first, piece.stop)
        yield first, stop


@remembered(8192)
def _paragraphs(text: str) -> tuple[tuple[int, tuple[Piece, ...]], ...]:
    """Return the paragraphs of a text: where each starts, and its pieces."""
    made, start = [], 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        made.append((start, tuple(_pieces(text, start, end))))
        start = end + 1
    return tuple(made)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    stop = start
    for found in BREAKS.finditer(text, start, end):
        letters = found[0].rstrip()
        stop = found.start() + len(letters) if letters else stop
        yield Piece(found.end() - len(found[0].lstrip()), found.end(), stop)


def _stripped(text: str, start: int, end: int) -> int:
    """Return where a part of a text ends without the blanks at its end."""
    return start + len(text[start:end].rstrip())


def _chopped(word: Part, width: Width, room: float) -> list[Part]:
    """Return a word in parts no wider than room mm, each at least a letter."""
    parts, start = [], word[0]
    for end in range(word[0] + 1, word[1] + 1):
        if end - start > 1 and width(start, end) > room:
            parts.append((start, end - 1))
            start = end - 1
    return [*parts, (start, word[1])]


@dataclass(frozen=True, slots=True)
class Script:
    """A text in runs, each in a face of its own; its lines are runs as well."""

    runs: tuple[Run, ...]
    faces: tuple[Face, ...]

    @property
    def text(self) -> str:
        """Return its letters."""
        return "".join(run.text for run in self.runs)

    def width(self, size_pt: float) -> float:
        """Return its width on one line in mm."""
        pairs = zip(self.runs, self.faces, strict=True)
        return sum(face.width(run.text, size_pt) for run, face in pairs)

    def wrap(self, size_pt: float, room: float) -> tuple[tuple[Run, ...], ...]:
        """Return its lines, no wider than room mm; an empty one has no run."""
        text, width = self.text, self._width(size_pt)
        return tuple(slices(self.runs, a, b) for a, b in break_text(text, width, room))

    def count(self, size_pt: float, room: float) -> int:
        """Return how many lines it takes, no wider than room mm."""
        names = tuple(face.name for face in self.faces)
        return _count(self.runs, names, size_pt, room)

    def longest_word(self, size_pt: float) -> float:
        """Return the width in mm of the widest piece that no break divides."""
        text, width = self.text, self._width(size_pt)
        words = (m.span() for m in BREAKS.finditer(text) if not m[0].isspace())
        return max((width(a, b) for a, b in words), default=0.0)

    def _width(self, size_pt: float) -> Width:
        scale = size_pt * MM_PER_PT / 1000
        edges = _edges(self.runs, tuple(face.name for face in self.faces))
        return lambda start, end: (edges[end] - edges[start]) * scale


@remembered(4096)
def _edges(runs: tuple[Run, ...], names: tuple[str, ...]) -> tuple[float, ...]:
    """Return where the letters of runs begin, and their end, per mille of the size."""
    steps: list[float] = []
    for run, name in zip(runs, names, strict=True):
        face = read_face(name)
        get, missing = face.widths.get, face.missing
        steps += [get(letter, missing) for letter in run.text]
    return tuple(accumulate(steps, initial=0.0))


@remembered(8192)
def _count(
    runs: tuple[Run, ...], names: tuple[str, ...], size_pt: float, room: float
) -> int:
    whole = Script(runs, tuple(map(read_face, names)))
    return sum(1 for _ in break_text(whole.text, whole._width(size_pt), room))


@remembered(4096)
def script(text: str, family: str = "arial", *, bold: bool = False) -> Script:
    """Return a text as its marks want it: italic, bold, or plain."""
    return set_runs(runs_of(text), family, bold=bold)


def set_runs(
    runs: tuple[Run, ...], family: str = "arial", *, bold: bool = False
) -> Script:
    """Return runs in the faces of a family; all are bold if the text is."""
    names = (face_name(family, bold=bold or r.bold, italic=r.italic) for r in runs)
    return Script(runs, tuple(read_face(name) for name in names))


@cache
def read_face(name: str) -> Face:
    """Return a face by name, such as ``arial`` or ``bookman-italic``."""
    family, _, style = name.partition("-")
    file = asset("fonts") / f"{FILES[family]}-{style or 'regular'}.ttf"
    with TTFont(file, lazy=True) as font:
        unit = 1000 / font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        widths = {
            chr(code): advances[glyph][0] * unit
            for code, glyph in font.getBestCmap().items()
        }
        line = font["hhea"]
        return Face(
            name=f"{family}-{style or 'regular'}",
            file=file,
            widths=widths,
            missing=advances[".notdef"][0] * unit,
            ascent=line.ascent * unit,
            descent=-line.descent * unit,
        )


def face_name(family: str, *, bold: bool = False, italic: bool = False) -> str:
    """Return the name of a family's face."""
    style = ("bold" if bold else "") + ("italic" if italic else "")
    return f"{family}-{style or 'regular'}"
