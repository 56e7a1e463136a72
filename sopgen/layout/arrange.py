"""Lay out the chart of a SOP: its table, and the flow drawn into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sopgen.layout.bands import band_height
from sopgen.layout.columns import Columns, share_columns
from sopgen.layout.flow import Flow, FlowPage, Grid, draw_flow
from sopgen.layout.grid import Patience
from sopgen.layout.jumlah import sum_height, with_sum
from sopgen.layout.legible import find_illegible
from sopgen.layout.paginate import Room as Page
from sopgen.layout.paginate import break_pages, early_breaks
from sopgen.layout.room import LEAST_PT, Room
from sopgen.layout.rows import Filled, Part, parts_of
from sopgen.layout.scaled import scaled
from sopgen.layout.table import (
    head_cells,
    head_height,
    row_cells,
    row_heights,
    row_lines,
)
from sopgen.layout.tall import draw_pages
from sopgen.model.chart import (
    Chart,
    ChartPage,
    ChartRow,
    Edge,
    Symbol,
    TextBlock,
)
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.model.uraian_bagan import uraian_bagan
from sopgen.typeface import read_face

#: Heading over the table: size, and white space below it in mm.
TITLE_PT = 11.0
TITLE_AFTER = 3.0
#: The most sheets that the title is kept room for.
MOST_SHEETS = 99
#: Heights that a row without much text may have, mm: the first at which all rows fit
#: on one page is taken, so that a short chart is roomy and a long one still whole.
ROOMY = (20.0, 18.5, 17.0, 15.5, 14.5, 13.5, 12.5, 12.0, 11.5)
#: The same where the chart takes several pages anyway: the first with which it takes
#: the fewest is taken, so that its pages are full.
PAGED = (20.0, 19.0, 18.0, 17.0, 16.2, 15.5)
#: What each end of a page keeps free for connectors: nothing, as cells hold them, or a
#: band where that takes more pages than were planned, mm.
BANDS = (0.0, band_height())
#: Lanes that are not wider have small symbols, for which lower rows do, mm.
NARROW, PAGED_NARROW = 14.5, (*PAGED, 14.5, 13.5)


def draw_chart(
    sop: Sop,
    room: Room,
    symbols: Symbols,
    size: float = 1.0,
    patience: Patience | None = None,
) -> Chart:
    """Return the chart of a SOP on pages that have room for it, in a size.

    A SOP without kegiatan has no pages.  The ``patience`` with it is that of a chart,
    if none is said.
    """
    if not sop.kegiatan or not sop.pelaksana:
        return Chart(sop.id, sop.judul_prosedur, ())
    width, height = room.scaled(size)
    columns = share_columns(sop, width, keterangan=room.keterangan)
    top = _title(sop, width, MOST_SHEETS, MOST_SHEETS).box.y1 + TITLE_AFTER
    below = height - top - head_height(sop, columns) - sum_height(sop, columns)
    grid = Grid(
        columns.lanes,
        (),
        below,
        least_pt=LEAST_PT / size,
        patience=patience or Patience(),
    )
    flow, parts = _draw(sop, columns, grid, symbols)
    count = len(flow.pages)
    pages = tuple(
        _page(sop, columns, parts, _title(sop, width, number, count), page)
        for number, page in enumerate(flow.pages, 1)
    )
    pages = (*pages[:-1], with_sum(pages[-1], sop, columns))
    pages = tuple(map(_told, pages, uraian_bagan(sop, pages)))
    findings = (*find_illegible(sop, columns, size), *flow.findings)
    return scaled(Chart(sop.id, sop.judul_prosedur, pages, findings), size)


def _draw(
    sop: Sop, columns: Columns, grid: Grid, symbols: Symbols
) -> tuple[Flow, tuple[Part, ...]]:
    """Return the flow in the roomiest rows that keep it on one page, if any do.

    The grid has no rows yet.  What the rows say is returned with the flow.
    """
    lines = row_lines(sop, columns)
    for least in ROOMY:
        heights = row_heights(lines, least)
        if sum(heights) <= grid.room:
            flow = draw_flow(sop, replace(grid, heights=heights), symbols)
            if len(flow.pages) == 1:
                return flow, parts_of(sop, columns)
    made = []
    for band in BANDS:
        paged = _paged(sop, lines, grid, band)
        made.append(draw_pages(sop, columns, grid, paged.least, symbols))
        if len(made[-1][0].pages) <= paged.pages:
            break
    return min(made, key=lambda one: len(one[0].pages))


class Paged(NamedTuple):
    """The least height of the rows of several pages, and how many these are."""

    least: float
    pages: int


def _paged(sop: Sop, lines: Sequence[int], grid: Grid, band: float) -> Paged:
    """Return the height of a row without much text, of several pages.

    ``lines`` are how many the text of each row takes.  Of those with the fewest pages
    the highest is taken that leaves no page with room for the row that begins the next.
    Each end of a page keeps a ``band`` free.
    """
    narrow = min(lane.length for lane in grid.lanes) <= NARROW
    page = Page(grid.room, band)

    def price(least: float) -> tuple[int, int]:
        heights = row_heights(lines, least)
        pages = break_pages(sop, heights, page)
        return len(pages), early_breaks(pages, heights, page)

    least = min(PAGED_NARROW if narrow else PAGED, key=price)
    return Paged(least, price(least)[0])


def _title(sop: Sop, width: float, number: int, count: int) -> TextBlock:
    """Return the heading of a sheet; the only one of a chart is not numbered.

    The number is not broken: what does not fit goes onto a line of its own.
    """
    face = read_face("arial-bold")
    words = f"(lembar {number} dari {count})" if count > 1 else ""
    lines = face.wrap(f"{sop.judul_prosedur} {words}".strip(), TITLE_PT, width)
    if not lines[-1].endswith(words):
        lines = (*face.wrap(sop.judul_prosedur, TITLE_PT, width), words)
    pitch = TITLE_PT * MM_PER_PT * 1.2
    box = Box(0, 0, width, pitch * len(lines))
    return TextBlock(box, lines, TITLE_PT, pitch, align="center", bold=True)


def _page(
    sop: Sop,
    columns: Columns,
    parts: tuple[Part, ...],
    title: TextBlock,
    page: FlowPage,
) -> ChartPage:
    top = title.box.y1 + TITLE_AFTER
    below = top + head_height(sop, columns)
    bottom = below + max(row.y1 for row in page.rows)
    rows = tuple(_row(row, parts, below) for row in page.rows)
    return ChartPage(
        frame=Box(0, top, title.box.w, bottom - top),
        lanes=tuple((lane.start, lane.end) for lane in columns.lanes),
        rows=tuple(row for row, _ in rows),
        cells=(*head_cells(sop, columns, top), *row_cells(sop, columns, rows)),
        symbols=tuple(_moved_symbol(s, below) for s in page.symbols),
        edges=tuple(_moved_edge(e, below) for e in page.edges),
        ikatan=tuple(
            replace(k, points=_moved_points(k.points, below)) for k in page.ikatan
        ),
        title=title,
    )


def _told(page: ChartPage, uraian: str) -> ChartPage:
    return replace(page, uraian=uraian)


def _row(row: ChartRow, parts: tuple[Part, ...], below: float) -> Filled:
    """Return a row of the page, and what it says."""
    part = parts[row.kegiatan]
    return Filled(ChartRow(part.kegiatan, row.y0 + below, row.y1 + below), part)


def _moved_text(text: TextBlock | None, dy: float) -> TextBlock | None:
    return text and replace(text, box=text.box.moved(0, dy))


def _moved_symbol(symbol: Symbol, dy: float) -> Symbol:
    return replace(
        symbol,
        box=symbol.box.moved(0, dy),
        text=_moved_text(symbol.text, dy),
        note=_moved_text(symbol.note, dy),
    )


def _moved_edge(edge: Edge, dy: float) -> Edge:
    label = edge.label
    if label:
        label = replace(label, box=label.box.moved(0, dy))
    return replace(edge, points=_moved_points(edge.points, dy), label=label)


def _moved_points(points: Iterable[Point], dy: float) -> tuple[Point, ...]:
    return tuple(Point(x, y + dy) for x, y in points)
