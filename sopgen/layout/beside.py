"""Lay out charts that are to stand beside each other, all in the same size.

They are drawn a little smaller where that makes them clearer or saves sheets, but never
so small that some of their text cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.layout.arrange import arrange
from sopgen.layout.legible import PELAKSANA_BANYAK
from sopgen.layout.scaled import scaled
from sopgen.model.chart import Chart
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop

#: The sizes that are tried: the text of the table is 8, 7.5 or 7 points then.
SIZES = (1.0, 0.9375, 0.875)
#: No text may be smaller, points.
LEAST_PT = 6.0


@dataclass(frozen=True, slots=True)
class Room:
    """The room for each chart in mm, and whether it has the column keterangan."""

    width: float
    height: float
    keterangan: bool = False


def arrange_alike(
    sops: Sequence[Sop], room: Room, symbols: Symbols
) -> tuple[Chart, ...] | None:
    """Return the charts of some SOP in one size; None where no size can be read.

    Of the sizes that can, it is the largest with the fewest flaws and sheets.
    """
    made = [_arranged(sops, room, symbols, size) for size in SIZES]
    legible = [charts for charts in made if all(map(_legible, charts))]
    return min(legible, key=_cost, default=None)


def _arranged(
    sops: Sequence[Sop], room: Room, symbols: Symbols, size: float
) -> tuple[Chart, ...]:
    inner = room.width / size, room.height / size
    made = (arrange(s, inner, symbols, keterangan=room.keterangan) for s in sops)
    return tuple(scaled(chart, size) for chart in made)


def _legible(chart: Chart) -> bool:
    crowded = any(f.code == PELAKSANA_BANYAK for f in chart.findings)
    return not crowded and min(type_sizes(chart), default=LEAST_PT) >= LEAST_PT


def _cost(charts: tuple[Chart, ...]) -> tuple[int, int]:
    flaws = sum(len(chart.findings) for chart in charts)
    return flaws, max(len(chart.pages) for chart in charts)


def type_sizes(chart: Chart) -> Iterator[float]:
    """Yield the sizes of all text of a chart, in points."""
    for page in chart.pages:
        texts = [page.title, *(cell.text for cell in page.cells)]
        texts += [text for s in page.symbols for text in (s.text, s.note)]
        yield from (text.size_pt for text in texts if text)
        yield from (edge.label.size_pt for edge in page.edges if edge.label)
