"""Share out what a page has to spare among the rows of a table that is to fill it.

A form whose rows are as low as their text ends anywhere on its page; one that is as
full as the page stands on the page number.  Both are brought to the same end.
"""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.document import Block, Table
from sopgen.typeset.blocks import strips_of
from sopgen.typeset.strip import height_of
from sopgen.typeset.table import row_heights

#: No table grows by more: what is nearly empty would look lost.
MOST = 1.5
#: Room above and below the text of a cell that is tried until the rest fits, mm.
TIGHTER = (1.2, 1.0, 0.8, 0.6)


def balanced(blocks: tuple[Block, ...], width: float, room: float) -> tuple[Block, ...]:
    """Return the blocks, their table that is to fill the page as high as room mm allow.

    The type stays as it is; what fits in no way is left as it is, too.
    """
    place = next((n for n, b in enumerate(blocks) if isinstance(b, Table)), None)
    table = None if place is None else blocks[place]
    if place is None or not isinstance(table, Table) or not table.fill:
        return blocks
    rest = (*blocks[:place], *blocks[place + 1 :])
    own = room - height_of(strips_of(rest, width))
    made = _filling(_fitting(table, own), own)
    return (*blocks[:place], made, *blocks[place + 1 :])


def _fitting(table: Table, room: float) -> Table:
    """Return the table with as much white in its cells as leaves it within room mm."""
    across, down = table.padding
    looser = (replace(table, padding=(across, min(down, v))) for v in TIGHTER)
    every = (table, *looser)
    return next((t for t in every if sum(_heights(t)) <= room), table)


def _filling(table: Table, room: float) -> Table:
    """Return the table with its rows as much higher as it may be, each by its share."""
    heights = _heights(table)
    by = min(room / sum(heights), MOST) if heights else 1.0
    if by <= 1:
        return table
    pairs = zip(table.rows, heights, strict=True)
    return replace(table, rows=tuple(replace(r, least=h * by) for r, h in pairs))


def _heights(table: Table) -> list[float]:
    return row_heights(table, strips_of)
