"""How cells look, and their text before it is written."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.model.gaya import Run
from sopgen.model.nilai import dataclass

FONTS = {"arial": "Arial", "bookman": "Bookman Old Style"}


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look."""

    font: str = "arial"
    size_pt: float = 8
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: borders are sides of "tblr", fill is RRGGBB or nothing.

    ``indent`` is white space at the left, of about 2.4 mm each; ``ink`` is the colour
    (RRGGBB) of the borders.
    """

    align: str = "left"
    valign: str = "center"
    borders: str = "tblr"
    fill: str = ""
    turned: bool = False
    indent: int = 0
    ink: str = "000000"


class Words(NamedTuple):
    """Text of a cell: its runs, and the look of all that they leave open."""

    runs: tuple[Run, ...] = ()
    letters: Letters = Letters()


class Style(NamedTuple):
    """All of how a cell looks; ``quoted`` text is text whatever it begins with."""

    letters: Letters
    look: Look
    quoted: bool = False
