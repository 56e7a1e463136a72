"""Tell of a chart whose kegiatan all landed with one pelaksana, though it has more."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.takeover.board import Figure
from sopgen.takeover.chart import Chart, belongs

WHY = "semua kegiatan jatuh pada satu pelaksana `{}`, padahal {}"
COLUMNS = "tabel punya {} kolom pelaksana"
SPREAD = "simbolnya berdiri di beberapa kolom"


def crowded(chart: Chart, doers: Sequence[str]) -> str:
    """Return what is wrong if all kegiatan have one pelaksana; doers are of each."""
    if len(doers) < 2 or len(set(doers)) > 1:
        return ""
    lanes = max((len(table.lanes) for table in chart.tables), default=0)
    if lanes > 1:
        return WHY.format(doers[0], COLUMNS.format(lanes))
    spread = any(_spread(chart, number) for number in range(len(chart.tables)))
    return WHY.format(doers[0], SPREAD) if spread else ""


def _spread(chart: Chart, number: int) -> bool:
    """Return whether symbols of a table stand beside each other in several columns."""
    table = chart.tables[number]
    figures = [
        figure
        for figure in table.board.drawing.figures
        if belongs(table, figure.box.cy) and figure.simbol != "penghubung"
    ]
    return len(_columns(table.board.xs, figures)) > 1 and _reach(figures) > 1


def _columns(xs: Sequence[float], figures: Sequence[Figure]) -> set[int]:
    return {sum(x <= figure.box.cx for x in xs) for figure in figures}


def _reach(figures: Sequence[Figure]) -> float:
    """Return how far middles lie apart, in widths of the widest symbol."""
    middles = [figure.box.cx for figure in figures]
    return (max(middles) - min(middles)) / max(figure.box.w for figure in figures)
