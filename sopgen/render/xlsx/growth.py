"""How tall the rows of a chart's page are on a sheet, where programs set text wider.

Rows are as laid out, and taller where text would be cut off; a row's symbols and arrows
grow with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sopgen.model.chart import Cell, Chart, ChartPage
from sopgen.model.ingatan import remembered
from sopgen.render.cells import edges_of, flowed, nearest
from sopgen.render.xlsx.words import INDENT, TOLERANCE, standing, word_room
from sopgen.typeface import set_runs

#: Text that stands too high is set smaller by such steps, down to a size, points.
STEP_PT, SMALLEST_PT = 0.5, 5.5
#: White space above and below a cell's text together, mm.
WHITE = 0.8


def row_edges(page: ChartPage) -> tuple[float, ...]:
    """Return the edges of a page's rows, those of its heading too, mm."""
    return edges_of(v for c in page.cells for v in (c.box.y, c.box.y1))


def indented(chart: Chart, room: float) -> bool:
    """Return whether text may be indented: pages keep in room mm, no word is cut."""
    return all(
        page.frame.y1 + sum(_lacks(page, INDENT)) <= room
        and all(_whole(cell, INDENT) for cell in page.cells)
        for page in chart.pages
    )


def _whole(cell: Cell, indent: float) -> bool:
    """Return whether no word of a cell is cut for an indent that it could do without.

    A word that is too wide in any case does not count.
    """
    block = cell.text
    if block is None or block.turned or block.align != "left":
        return True
    text = set_runs(flowed(block, TOLERANCE), bold=block.bold)
    word, width = text.longest_word(block.size_pt), cell.box.w
    return word <= word_room(width - indent) or word > word_room(width)


def row_heights(page: ChartPage, room: float, *, indent: bool) -> Sequence[float]:
    """Return the heights of a page's rows in mm; they grow as far as there is room."""
    lacks = _lacks(page, INDENT if indent else 0.0)
    spare = max(room - page.frame.y1, 0.0)
    part = min(1.0, spare / sum(lacks)) if any(lacks) else 0.0
    planned = (b - a for a, b in pairwise(row_edges(page)))
    return [h + part * lack for h, lack in zip(planned, lacks, strict=True)]


def _lacks(page: ChartPage, indent: float) -> Sequence[float]:
    """Return what each row lacks in mm so that its texts are whole."""
    edges = row_edges(page)
    lacks = [0.0] * (len(edges) - 1)
    for cell in sorted(page.cells, key=lambda c: c.box.h):
        rows = slice(nearest(edges, cell.box.y), nearest(edges, cell.box.y1))
        lack = _height(cell, indent) - cell.box.h - sum(lacks[rows])
        lacks[rows.stop - 1] += max(lack, 0.0)
    return lacks


def fitting_size(cell: Cell, indent: float, room: float) -> float:
    """Return the size in points in which a cell's text is whole, room mm high.

    It is the text's own unless rows could not grow, and then never too small to read.
    """
    block = cell.text
    if block is None:
        return SMALLEST_PT
    size_pt = block.size_pt
    while size_pt > SMALLEST_PT and _height(cell, indent, size_pt) > room + WHITE:
        size_pt -= STEP_PT
    return size_pt


@remembered(8192)
def _height(cell: Cell, indent: float, size_pt: float = 0.0) -> float:
    """Return how high a cell's text stands; turned text keeps its own room.

    It is set in its own size, if no other is given.
    """
    block = cell.text
    if block is None or block.turned:
        return 0.0
    text = set_runs(flowed(block, TOLERANCE), bold=block.bold)
    width = cell.box.w - (indent if block.align == "left" else 0.0)
    return standing(text, size_pt or block.size_pt, width) + WHITE
