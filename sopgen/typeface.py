"""Measure and break text with the fonts' own metrics.

Two families, each with regular, bold, italic and bold italic: ``arial`` (Arimo) and
``bookman`` (TeX Gyre Bonum).  What is measured here is what the PDF embeds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from sopgen.assets import asset
from sopgen.model.geometry import MM_PER_PT

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
        lines: list[str] = []
        for paragraph in text.split("\n"):
            lines += self._wrap_line(paragraph, size_pt, room)
        return tuple(lines)

    def _wrap_line(self, text: str, size_pt: float, room: float) -> list[str]:
        lines, line = [], ""
        for piece in BREAKS.findall(text):
            if self.width((line + piece).rstrip(), size_pt) <= room:
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            *full, line = self.chop(piece.lstrip(), size_pt, room)
            lines += full
        return [*lines, line.rstrip()]

    def chop(self, word: str, size_pt: float, room: float) -> list[str]:
        """Return a word in pieces no wider than room mm, each at least a letter."""
        pieces, start = [], 0
        for end in range(1, len(word) + 1):
            if end - start > 1 and self.width(word[start:end], size_pt) > room:
                pieces.append(word[start : end - 1])
                start = end - 1
        return [*pieces, word[start:]]

    def longest_word(self, text: str, size_pt: float) -> float:
        """Return the width in mm of the widest piece that no break divides."""
        pieces = (p.strip() for p in BREAKS.findall(text))
        return max((self.width(p, size_pt) for p in pieces), default=0.0)


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
