"""Set tables: rows as strips, rows that a cell spans tied into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from sopgen.model.document import Block, Cell, Table
from sopgen.model.geometry import Box
from sopgen.model.page import Item
from sopgen.typeset.strip import Strip, frame, height_of, stacked

#: Width of a table's lines, mm.
LINE = 0.2

SetBlocks = Callable[[tuple[Block, ...], float], tuple[Strip, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row and column, with its content set to its width."""

    cell: Cell
    row: int
    column: int
    content: tuple[Strip, ...]


def table_strips(table: Table, set_blocks: SetBlocks) -> tuple[Strip, ...]:
    """Return a strip for each group of rows that no page break may divide."""
    placed = tuple(_place(table, set_blocks))
    heights = _heights(table, placed)
    groups = list(_groups(len(table.rows), placed))
    strips = [_strip(table, placed, heights, group) for group in groups]
    head = tuple(
        strip
        for strip, group in zip(strips, groups, strict=True)
        if group.stop <= table.header
    )
    return tuple(
        replace(strip, keep=True)
        if group.stop <= table.header
        else replace(strip, header=head)
        for strip, group in zip(strips, groups, strict=True)
    )


def _place(table: Table, set_blocks: SetBlocks) -> Iterator[Placed]:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            width = sum(table.columns[column : column + cell.span])
            content = set_blocks(cell.blocks, width - 2 * table.padding[0])
            yield Placed(cell, number, column, content)
            taken.update(
                (number + down, column + across)
                for down in range(cell.down)
                for across in range(cell.span)
            )
            column += cell.span


def _heights(table: Table, placed: tuple[Placed, ...]) -> list[float]:
    """Return the rows' heights: their content, then what spanning cells still need."""
    heights = [row.least for row in table.rows]
    for p in sorted(placed, key=lambda p: p.cell.down):
        rows = range(p.row, min(p.row + p.cell.down, len(heights)))
        need = height_of(p.content) + 2 * table.padding[1]
        lack = need - sum(heights[r] for r in rows)
        if lack > 0:
            heights[rows[-1]] += lack
    return heights


def _groups(count: int, placed: tuple[Placed, ...]) -> Iterator[range]:
    """Yield ranges of rows that spanning cells hold together."""
    start, end = 0, 1
    for row in range(count):
        if row >= end:
            yield range(start, end)
            start, end = row, row + 1
        reach = [p.row + p.cell.down for p in placed if p.row == row]
        end = min(count, max([end, *reach]))
    if count:
        yield range(start, end)


def _strip(
    table: Table, placed: tuple[Placed, ...], heights: list[float], rows: range
) -> Strip:
    tops = dict(
        zip(rows, accumulate([heights[r] for r in rows], initial=0), strict=False)
    )
    items: list[Item] = []
    for p in placed:
        if p.row in rows:
            x = table.indent + sum(table.columns[: p.column])
            width = sum(table.columns[p.column : p.column + p.cell.span])
            height = sum(heights[r] for r in range(p.row, p.row + p.cell.down))
            items += _cell_items(table, p, Box(x, tops[p.row], width, height))
    return Strip(sum(heights[r] for r in rows), tuple(items))


def _cell_items(table: Table, placed: Placed, box: Box) -> tuple[Item, ...]:
    across, down = table.padding
    spare = box.h - 2 * down - height_of(placed.content)
    y = box.y + down + (max(spare, 0) / 2 if placed.cell.middle else 0)
    content = stacked(placed.content, box.x + across, y)
    return (*frame(box, LINE, placed.cell.borders), *content)
