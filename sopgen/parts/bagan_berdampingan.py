"""Bagan berdampingan: the charts of a SOP before and after, two beside each other.

Each has half a sheet of A3, old left and new right; page after page of the one stands
beside the same page of the other.  A chart that stands alone, or that half a sheet
leaves no room for, has sheets of its own paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart
from sopgen.model.document import (
    Block,
    ChartFigure,
    ColumnBreak,
    Heading,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
)
from sopgen.model.nilai import dataclass
from sopgen.parts.styles import CATATAN

#: Both halves of a sheet that is folded to A4.
SPREAD = Sheet(420, 297, Margins(12, 11, 16, 11), columns=2, gutter=8)
#: The year over a chart.
TAHUN = Style(
    "Tahun Bagan", size_pt=13, bold=True, align="center", leading=1.2, after=2
)
#: What that takes of a sheet's height, mm.
HEAD = 8.0
HABIS, TANPA = "Bagan ini hanya sampai lembar {}.", "Tidak ada bagan."


@dataclass(frozen=True, slots=True)
class Separuh:
    """One side of what is compared: its heading, and its chart if there is one.

    ``sheet`` is that of a chart that does not stand beside another.
    """

    judul: str
    sheet: Sheet
    bagan: Chart | None = None

    @property
    def lembar(self) -> int:
        """Return how many sheets its chart has."""
        return len(self.bagan.pages) if self.bagan else 0


@dataclass(frozen=True, slots=True)
class Bagan:
    """The charts of a SOP, its changes marked: those of a pair are drawn for halves.

    ``sisi`` are one or two; ``judul`` is its line in the list of charts.
    """

    id: BagianId
    judul: str
    sisi: tuple[Separuh, ...]
    berdampingan: bool = False

    @property
    def lembar(self) -> int:
        """Return how many sheets there are of all its charts."""
        return sum(one.lembar for one in self.sisi)

    @property
    def anchor(self) -> str:
        """Return where links to its first page lead."""
        return f"{self.id.anchor}-bagan"


def half_room() -> tuple[float, float]:
    """Return width and height in mm that a chart may fill beside another."""
    width, height = SPREAD.column
    return width, height - HEAD


def compose_bagan(bagan: Bagan) -> Iterator[Section]:
    """Yield a section for each page of the charts."""
    for number, (sheet, blocks) in enumerate(_pages(bagan)):
        first, *rest = blocks
        if number == 0 and isinstance(first, Paragraph):
            heading = Heading(2, bagan.judul, bagan.anchor)
            first = replace(first, heading=heading)
        yield Section(bagan.id, sheet, (first, *rest))


def _pages(bagan: Bagan) -> Iterator[tuple[Sheet, tuple[Block, ...]]]:
    each = [[_sheet(sisi, n) for n in range(sisi.lembar)] for sisi in bagan.sisi]
    if not bagan.berdampingan:
        for sisi, pages in zip(bagan.sisi, each, strict=True):
            yield from ((sisi.sheet, page) for page in pages)
        return
    for left, right in zip_longest(*each):
        halves = zip((left, right), bagan.sisi, strict=True)
        old, new = (half or _nothing(sisi) for half, sisi in halves)
        yield SPREAD, (*old, ColumnBreak(), *new)


def _sheet(sisi: Separuh, number: int) -> tuple[Block, ...]:
    assert sisi.bagan is not None
    return _head(sisi), ChartFigure(sisi.bagan, number)


def _nothing(sisi: Separuh) -> tuple[Block, ...]:
    """Return half a sheet that says why it has no chart."""
    words = HABIS.format(sisi.lembar) if sisi.lembar else TANPA
    note = CATATAN.but(nama="Catatan Bagan", align="center")
    return _head(sisi), Paragraph((Run(words),), note)


def _head(sisi: Separuh) -> Paragraph:
    return Paragraph((Run(sisi.judul),), TAHUN)
