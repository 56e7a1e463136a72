"""The rows of a page as they are ruled: a band is a part of the row beside it.

|   |    |A|     |        the band that held what comes from another page
| 8 |     v      |
|   | [ proses ] |        the first row of the page
------------------
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sopgen.layout.bands import NOTE_PAD
from sopgen.layout.ground import Row
from sopgen.model.chart import ChartRow
from sopgen.model.geometry import Box, Interval


def trimmed(rows: Sequence[Row], notes: Sequence[Box]) -> list[Row]:
    """Return the rows without what the outermost bands have beyond their notes."""
    made = list(rows)
    head, foot = rows[0], rows[-1]
    if notes and head.kegiatan is None:
        top = min(note.y for note in notes) - NOTE_PAD
        made[0] = replace(head, reach=Interval(top, head.reach.end))
    if notes and foot.kegiatan is None:
        bottom = max(note.y1 for note in notes) + NOTE_PAD
        made[-1] = replace(foot, reach=Interval(foot.reach.start, bottom))
    return made


def merged(rows: Sequence[Row]) -> tuple[ChartRow, ...]:
    """Return the rows of kegiatan: bands before one belong to it, and those behind.

    A band is left out that no connector took; below the rest of a row the next begins
    where that ends all the same.
    """
    made: list[ChartRow] = []
    start = rows[0].reach.start
    for row in rows:
        if row.kegiatan is not None:
            made.append(ChartRow(row.kegiatan, start, row.reach.end))
        elif row.at_foot:
            made[-1] = replace(made[-1], y1=row.reach.end)
        start = made[-1].y1 if made else start
    return tuple(made)
