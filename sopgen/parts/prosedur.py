"""Prosedur: the chart table of a SOP, a section a page."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import ChartFigure, Section
from sopgen.model.sop import Sop
from sopgen.parts.bahan import Bahan
from sopgen.parts.styles import chart_sheet


def compose(bahan: Bahan, bagian: Bagian, sop: Sop) -> tuple[Section, ...]:
    """Return the pages of the chart; none where there is no kegiatan."""
    chart = bahan.figures.charts.get(sop.id)
    if chart is None:
        return ()
    sheet = chart_sheet(bahan.buku, sop, lying=chart.lying)
    return tuple(
        bahan.section(bagian, sheet, (ChartFigure(chart, number),), sop.status)
        for number in range(len(chart.pages))
    )
