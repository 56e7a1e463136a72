"""Lay out charts that are to stand beside each other, all in the same size.

They are drawn a little smaller where that makes them clearer or saves sheets, but never
so small that some of their text cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.layout.arrange import draw_chart
from sopgen.layout.fitted import Flaws, flaws_of, is_legible
from sopgen.layout.room import SIZES, Room
from sopgen.model.chart import Chart
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop


def arrange_alike(
    sops: Sequence[Sop], room: Room, symbols: Symbols
) -> tuple[Chart, ...] | None:
    """Return the charts of some SOP in one size; None where no size can be read.

    Of the sizes that can, it is the largest with the fewest flaws and sheets.
    """
    made = [tuple(draw_chart(s, room, symbols, size) for s in sops) for size in SIZES]
    legible = [charts for charts in made if all(map(is_legible, charts))]
    return min(legible, key=_cost, default=None)


def _cost(charts: tuple[Chart, ...]) -> Flaws:
    findings, sheets, narrow = zip(*map(flaws_of, charts), strict=True)
    return Flaws(sum(findings), max(sheets), any(narrow))
