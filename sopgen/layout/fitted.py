"""Choose the size of a chart: the usual one, or a smaller one for many pelaksana.

A chart whose pelaksana columns are crowded is drawn in smaller sizes, too; of those
that can be read, the one with the fewest flaws and sheets is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopgen.layout.arrange import draw_chart
from sopgen.layout.columns import LANE_MAX, LANE_MIN
from sopgen.layout.grid import Patience
from sopgen.layout.legible import PELAKSANA_BANYAK
from sopgen.layout.room import LEAST_PT, SIZES, Room
from sopgen.model.chart import Chart
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop

#: Narrower columns hold their symbols, but with little room beside them, mm.
SNUG = 12.0
#: The patience with all smaller sizes of a chart together.
LESS = 8
#: Lengths and sizes that differ less are equal, mm and points.
EPS = 0.01


def arrange(
    sop: Sop,
    room: tuple[float, float],
    symbols: Symbols,
    *,
    keterangan: bool = False,
    sizes: tuple[float, ...] = SIZES,
) -> Chart:
    """Return the chart of a SOP on pages with room mm (width, height) for it.

    With ``keterangan`` it has that column as the other charts of its book have, even
    if it stays empty.  Where no size can be read it is drawn in the smallest.
    """
    whole = Room(*room, keterangan)
    usual, *smaller = sizes
    made = draw_chart(sop, whole, symbols, usual)
    if not _crowded(made):
        return made
    left = Patience(LESS)
    charts = (made, *(draw_chart(sop, whole, symbols, s, left) for s in smaller))
    return min(filter(is_legible, charts), key=flaws_of, default=charts[-1])


def _crowded(chart: Chart) -> bool:
    """Return whether the pelaksana columns are no wider than they must be."""
    return _lane(chart) <= LANE_MIN + EPS


def _lane(chart: Chart) -> float:
    """Return the width of the narrowest column, as if its type were of 8 points, mm."""
    lanes = (b - a for page in chart.pages[:1] for a, b in page.lanes)
    return min(lanes, default=LANE_MAX) / chart.size


def is_legible(chart: Chart) -> bool:
    """Return whether a chart has room for its columns, and no text too small."""
    crowded = any(f.code == PELAKSANA_BANYAK for f in chart.findings)
    least = min(type_sizes(chart), default=LEAST_PT)
    return not crowded and least >= LEAST_PT - EPS


class Flaws(NamedTuple):
    """What is not so good in a chart: its findings, its sheets, and narrow columns."""

    findings: int
    sheets: int
    narrow: bool


def flaws_of(chart: Chart) -> Flaws:
    """Return the flaws of a chart; those are better that come first in order."""
    return Flaws(len(chart.findings), len(chart.pages), _lane(chart) < SNUG)


def type_sizes(chart: Chart) -> Iterator[float]:
    """Yield the sizes of all text of a chart, in points."""
    for page in chart.pages:
        texts = [page.title, *(cell.text for cell in page.cells)]
        texts += [text for s in page.symbols for text in (s.text, s.note)]
        yield from (text.size_pt for text in texts if text)
        yield from (edge.label.size_pt for edge in page.edges if edge.label)
