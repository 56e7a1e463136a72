"""The last row of a chart's table: what the waktu of all its rows come to.

|            Jumlah waktu: | 2 hari kerja 45 menit          |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.layout.columns import PADDING, TEXT_PT, Columns
from sopgen.layout.table import TEXT_PITCH, text_height
from sopgen.model.chart import Cell, ChartPage, TextBlock
from sopgen.model.geometry import Box, Interval
from sopgen.model.jumlah_waktu import jumlah_of
from sopgen.model.sop import Sop
from sopgen.typeface import read_face

JUMLAH = "Jumlah waktu:"
#: The least height of the row, mm.
LEAST = 6.0


def sum_height(sop: Sop, columns: Columns) -> float:
    """Return the height of the row in mm; a chart that shows no waktu has none."""
    across = _waktu(columns)
    if across is None or not sop.jumlah_waktu:
        return 0.0
    return max(LEAST, text_height(len(_lines(sop, columns.width - across.start))))


def with_sum(page: ChartPage, sop: Sop, columns: Columns) -> ChartPage:
    """Return the last page of a chart with that row below its table."""
    height, across = sum_height(sop, columns), _waktu(columns)
    if across is None or not height:
        return page
    frame = page.frame
    down = Interval(frame.y1, frame.y1 + height)
    cells = tuple(_cells(sop, columns, across.start, down))
    return replace(
        page,
        frame=Box(frame.x, frame.y, frame.w, frame.h + height),
        cells=(*page.cells, *cells),
    )


def _cells(sop: Sop, columns: Columns, x: float, down: Interval) -> Iterator[Cell]:
    yield _cell(Box(0, down.start, x, down.length), (JUMLAH,), "right")
    room = columns.width - x
    yield _cell(Box(x, down.start, room, down.length), _lines(sop, room), "left")


def _cell(box: Box, lines: tuple[str, ...], align: str) -> Cell:
    inner = Box(box.x + PADDING, box.y, box.w - 2 * PADDING, box.h)
    block = TextBlock(inner, lines, TEXT_PT, TEXT_PITCH, align=align, bold=True)
    return Cell(box, block)


def _lines(sop: Sop, width: float) -> tuple[str, ...]:
    text = str(jumlah_of(sop))
    return read_face("arial-bold").wrap(text, TEXT_PT, width - 2 * PADDING)


def _waktu(columns: Columns) -> Interval | None:
    """Return where the column of waktu lies, if there is one."""
    return next((across for text, across in columns.mutu if text.times), None)
