"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from sopgen.model.document import Paragraph, Row
from sopgen.typeface import set_runs

#: A column whose content is no wider than this, such as that of numbers, stays so, mm.
SEMPIT = 16.0
#: Rounding, and what other programs may need more, mm.
SPARE = 1.2


def table_columns(
    rows: tuple[Row, ...], room: float, padding: float
) -> tuple[float, ...]:
    """Return the widths of a table's columns that fill room mm.

    What fits on one line does; else no word is cut, if the paper lets it be.
    """
    columns = range(len(rows[0].cells))
    full = [max(_width(row, n) for row in rows) + 2 * padding + SPARE for n in columns]
    least = [max(_word(row, n) for row in rows) + 2 * padding + SPARE for n in columns]
    if sum(full) <= room:
        return _widened(full, room)
    if sum(least) >= room:
        return tuple(one * room / sum(least) for one in least)
    more = [a - b for a, b in zip(full, least, strict=True)]
    share = (room - sum(least)) / sum(more)
    return tuple(b + share * m for b, m in zip(least, more, strict=True))


def least_width(rows: tuple[Row, ...], padding: float) -> float:
    """Return the width in mm in which no word of a table is cut."""
    columns = range(len(rows[0].cells))
    return sum(
        max(_word(row, n) for row in rows) + 2 * padding + SPARE for n in columns
    )


def _widened(full: list[float], room: float) -> tuple[float, ...]:
    """Return columns that share out the room to spare; narrow ones stay narrow."""
    wide = [one for one in full if one > SEMPIT] or full
    spare = room - sum(full)
    grown = len(wide) < len(full)
    return tuple(
        one if grown and one <= SEMPIT else one * (1 + spare / sum(wide))
        for one in full
    )


def _width(row: Row, n: int) -> float:
    paragraph = _of(row, n)
    style = paragraph.style
    text = set_runs(paragraph.runs, style.font, bold=style.bold)
    return text.width(style.size_pt)


def _word(row: Row, n: int) -> float:
    paragraph = _of(row, n)
    style = paragraph.style
    text = set_runs(paragraph.runs, style.font, bold=style.bold)
    return text.longest_word(style.size_pt)


def _of(row: Row, n: int) -> Paragraph:
    block = row.cells[n].blocks[0]
    assert isinstance(block, Paragraph)
    return block
