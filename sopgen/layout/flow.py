"""Draw the alur of a SOP into a given grid of rows and lanes, page by page.

The grid is given by the table: rows are kegiatan, lanes are pelaksana.  What is
left to decide is where pages break (``paginate``), how arrows go on over a break
(``connectors``, ``bands``), how large symbols are (``place``) and where arrows run
(``route``); ``sheet`` puts one page together.
"""

from __future__ import annotations

from sopgen.layout.bands import band_height
from sopgen.layout.connectors import PagePlan, plan_pages
from sopgen.layout.findings import find_faults, find_in_spec
from sopgen.layout.grid import Flow, FlowPage, Grid
from sopgen.layout.paginate import Room, break_pages, given_pages
from sopgen.layout.place import Placer, row_heights
from sopgen.layout.sheet import Sheet
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop

__all__ = ["Flow", "FlowPage", "Grid", "draw_flow"]

#: How often rows may grow for arrows that found no way, and by how much each time.
GROWTHS = 3
GROWTH = 3.6


def draw_flow(sop: Sop, grid: Grid, symbols: Symbols) -> Flow:
    """Return every symbol and arrow of the SOP in its place."""
    placer = Placer(sop, grid, symbols)
    heights = row_heights(sop, grid, placer.sizes)
    sheets = draw_sheets(sop, grid, placer, heights)
    for _ in range(GROWTHS if grid.growing else 0):
        tight = {row for sheet in sheets for row in sheet.tight_rows()}
        if not tight:
            break
        heights = tuple(h + GROWTH * (n in tight) for n, h in enumerate(heights))
        sheets = draw_sheets(sop, grid, placer, heights)
    findings = [*find_in_spec(sop, grid, heights)]
    for sheet in sheets:
        findings += find_faults(sop, sheet)
    return Flow(tuple(sheet.page for sheet in sheets), tuple(findings))


def draw_sheets(
    sop: Sop, grid: Grid, placer: Placer, heights: tuple[float, ...]
) -> tuple[Sheet, ...]:
    """Return the pages for rows of these heights."""
    plans = plan(sop, grid, heights)
    return tuple(Sheet(p, grid, placer, heights) for p in plans)


def plan(sop: Sop, grid: Grid, heights: tuple[float, ...]) -> tuple[PagePlan, ...]:
    """Return what is drawn on each page."""
    if grid.breaks is not None:
        pages = given_pages(grid.breaks, len(heights))
    else:
        pages = break_pages(sop, heights, Room(grid.room, band_height()))
    return plan_pages(sop, pages)
