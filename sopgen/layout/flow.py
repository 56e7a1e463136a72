"""Draw the alur of a SOP into a given grid of rows and lanes, page by page.

The grid is given by the table: rows are kegiatan, lanes are pelaksana.  What is
left to decide is where pages break (``paginate``), how arrows go on over a break
(``connectors``, ``cells``, ``bands``), how large symbols are (``place``) and where
arrows run (``route``); ``sheet`` puts one page together.
"""

from __future__ import annotations

from dataclasses import field, replace

from sopgen.layout.connectors import PagePlan, plan_pages
from sopgen.layout.covered import find_covered
from sopgen.layout.findings import find_faults, find_in_spec
from sopgen.layout.grid import Flow, FlowPage, Grid
from sopgen.layout.paginate import Room, break_pages, given_pages
from sopgen.layout.place import Placer, prepare_placer, row_heights
from sopgen.layout.sheet import Sheet, draw_sheet
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.model.sop import Langkah, Sop

__all__ = ["Flow", "FlowPage", "Grid", "draw_flow"]

#: How often rows may grow for arrows that found no way, and by how much each time.
GROWTHS = 3
GROWTH = 3.6
#: With more arrows without a way than this, rows grow again only if it helped.
HOPELESS = 8
#: Arrows without a way that other sizes of symbols may free, and what such sizes leave
#: of a lane.
FEW, OTHER_PARTS = 3, (0.44, 0.5, 0.54)
#: How often pages are broken again when their connector bands did not fit.
REBREAKS = 9


def draw_flow(sop: Sop, grid: Grid, symbols: Symbols) -> Flow:
    """Return every symbol and arrow of the SOP in its place."""
    placeable = replace(sop, langkah=placeable_langkah(sop, grid, symbols))
    press = Press(grid, prepare_placer(placeable, grid, symbols))
    heights = row_heights(placeable, grid, press.placer.sizes)
    sheets = draw_sheets(placeable, press, heights)
    before = float("inf")
    for _ in range(GROWTHS if grid.growing else 0):
        tight = {row for sheet in sheets for row in sheet.tight}
        conflicts = sum(sheet.conflicts for sheet in sheets)
        if not tight or (conflicts > HOPELESS and conflicts >= before):
            break
        before = conflicts
        heights = tuple(h + GROWTH * (n in tight) for n, h in enumerate(heights))
        sheets = draw_sheets(placeable, press, heights)
    if 0 < sum(sheet.conflicts for sheet in sheets) <= FEW:
        sheets = other_sizes(placeable, grid, symbols, heights) or sheets
    findings = [*find_in_spec(sop, placeable, grid, heights)]
    for sheet in sheets:
        findings += find_faults(sop, sheet)
        findings += find_covered(sop, sheet.page)
    return Flow(tuple(sheet.page for sheet in sheets), tuple(findings))


def other_sizes(
    sop: Sop, grid: Grid, symbols: Symbols, heights: tuple[float, ...]
) -> tuple[Sheet, ...]:
    """Return the pages with symbols a bit larger or smaller, if that frees all arrows.

    A way that was just too narrow is often wide enough then.
    """
    for free in OTHER_PARTS:
        press = Press(grid, prepare_placer(sop, grid, symbols, free))
        sheets = draw_sheets(sop, press, heights)
        if not any(sheet.conflicts for sheet in sheets):
            return sheets
    return ()


def placeable_langkah(sop: Sop, grid: Grid, symbols: Symbols) -> tuple[Langkah, ...]:
    """Return the langkah that the table and the symbols have a place for."""
    found: dict[str, Langkah] = {}
    for langkah in sop.langkah:
        lanes = langkah.lajur, langkah.semua_lajur[-1]
        inside = 0 <= langkah.baris < len(grid.heights) and (
            0 <= lanes[0] <= lanes[1] < len(grid.lanes)
        )
        if inside and langkah.simbol in symbols.shapes:
            found.setdefault(langkah.id, langkah)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Press:
    """Draws pages, one that is wanted again only once."""

    grid: Grid
    placer: Placer
    drawn: dict[tuple[PagePlan, tuple[float, ...]], Sheet] = field(default_factory=dict)

    def sheet(self, plan: PagePlan, heights: tuple[float, ...]) -> Sheet:
        """Return the page of a plan with the rows of a chart as high as they are."""
        key = plan, tuple(heights[row] for row in plan.rows)
        if key not in self.drawn:
            self.drawn[key] = draw_sheet(plan, self.grid, self.placer, heights)
        return self.drawn[key]


def draw_sheets(
    sop: Sop, press: Press, heights: tuple[float, ...]
) -> tuple[Sheet, ...]:
    """Return the pages for rows of these heights, broken so that the bands fit too."""
    band, grid = 0.0, press.grid
    for n in range(REBREAKS):
        plans = plan(sop, grid, heights, band)
        sheets = tuple(press.sheet(p, heights) for p in plans)
        over = max((s.height - grid.room for s in sheets if s.breakable), default=0.0)
        if over <= 0 or grid.breaks is not None:
            break
        band += 0.6 * over + 0.8 + 0.4 * n
    return sheets


def plan(
    sop: Sop, grid: Grid, heights: tuple[float, ...], band: float
) -> tuple[PagePlan, ...]:
    """Return what is drawn on each page."""
    if grid.breaks is not None:
        pages = given_pages(grid.breaks, len(heights))
    else:
        pages = break_pages(sop, heights, Room(grid.room, band))
    return plan_pages(sop, pages)
