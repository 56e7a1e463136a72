"""Tables inside the cells of a table: a sheet has them as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.document import Block, Paragraph, Row, Section, Table
from sopgen.model.gaya import Run, merged

#: What stands between the cells of a row.
BETWEEN = Run(" – ")


def with_lines(section: Section) -> Section:
    """Return a section whose cells hold no ruled table: each row is a line."""
    blocks = tuple(
        replace(block, rows=tuple(map(_row, block.rows)))
        if isinstance(block, Table)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _row(row: Row) -> Row:
    cells = (replace(cell, blocks=tuple(_lines(cell.blocks))) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _lines(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and all(map(_ruled, block.rows)):
            yield from (_line(row, block.indent) for row in block.rows)
        else:
            yield block


def _ruled(row: Row) -> bool:
    return all(cell.borders for cell in row.cells)


def _line(row: Row, indent: float) -> Paragraph:
    """Return the cells of a row as one paragraph."""
    every = [b for cell in row.cells for b in cell.blocks if isinstance(b, Paragraph)]
    runs: list[Run] = []
    for number, paragraph in enumerate(every):
        runs += [BETWEEN] if number else []
        runs += paragraph.runs
    style = every[0].style.but(align="left")
    return Paragraph(merged(runs), style, indent)
