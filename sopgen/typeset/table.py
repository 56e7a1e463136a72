"""Set tables: rows as strips, rows that a cell spans tied into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from sopgen.model.document import Block, Cell, Paragraph, Table
from sopgen.model.geometry import Box
from sopgen.model.nilai import dataclass
from sopgen.model.struktur import ARTIFACT, Element, Path, Role
from sopgen.typeset.strip import CellBox, Strip, height_of, row_strip

SetBlocks = Callable[[tuple[Block, ...], float], tuple[Strip, ...]]
#: A table, and where it goes on; one without header rows only sets things side by side.
TABLE, TABLE_ON = (Element(Role.TABLE),), (Element(Role.TABLE, goes_on=True),)
ASIDE, ASIDE_ON = (Element(Role.DIVISION),), (Element(Role.DIVISION, goes_on=True),)


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
    by_row: dict[int, list[Placed]] = {}
    for p in placed:
        by_row.setdefault(p.row, []).append(p)
    groups = list(_groups(len(table.rows), by_row))
    strips = [_strip(table, by_row, heights, group) for group in groups]
    head = tuple(
        replace(strip, path=(ARTIFACT,))
        for strip, group in zip(strips, groups, strict=True)
        if group.stop <= table.header
    )
    return tuple(
        replace(strip, keep=True)
        if group.stop <= table.header
        else replace(strip, header=head, keep=table.rows[group[-1]].keep_next)
        for strip, group in zip(strips, groups, strict=True)
    )


def row_heights(table: Table, set_blocks: SetBlocks) -> list[float]:
    """Return how high the rows of a table are, in mm."""
    return _heights(table, tuple(_place(table, set_blocks)))


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


def _groups(count: int, placed: Mapping[int, list[Placed]]) -> Iterator[range]:
    """Yield ranges of rows that spanning cells hold together."""
    start, end = 0, 1
    for row in range(count):
        if row >= end:
            yield range(start, end)
            start, end = row, row + 1
        reach = [row + p.cell.down for p in placed.get(row, ())]
        end = min(count, max([end, *reach]))
    if count:
        yield range(start, end)


def _strip(
    table: Table, placed: Mapping[int, list[Placed]], heights: list[float], rows: range
) -> Strip:
    tops = dict(
        zip(rows, accumulate([heights[r] for r in rows], initial=0), strict=False)
    )
    cells: list[CellBox] = []
    for row in rows:
        element = Element(Role.ROW, key=row + 1) if table.header else None
        for p in placed.get(row, ()):
            x = table.indent + sum(table.columns[: p.column])
            width = sum(table.columns[p.column : p.column + p.cell.span])
            height = sum(heights[r] for r in range(p.row, p.row + p.cell.down))
            box = Box(x, tops[p.row], width, height)
            cell = p.cell
            looks = table.padding, cell.borders, cell.middle
            own, bare = _element(table, p), bool(element) and _is_bare(cell)
            cells.append(CellBox(box, p.content, *looks, own, element, bare))
    return row_strip(sum(heights[r] for r in rows), tuple(cells), _path(table, rows))


def _path(table: Table, rows: range) -> Path:
    """Return what rows stand in."""
    if table.header:
        return TABLE_ON if rows.start else TABLE
    return ASIDE_ON if rows.start else ASIDE


def _element(table: Table, placed: Placed) -> Element:
    """Return what a cell is."""
    key, cell = placed.column + 1, placed.cell
    if not table.header:
        return Element(Role.DIVISION, key=placed.row * len(table.columns) + key)
    role = Role.HEAD if placed.row < table.header else Role.CELL
    return Element(role, key=key, span=cell.span, down=cell.down)


def _is_bare(cell: Cell) -> bool:
    """Return whether a cell has a plain paragraph, whose words are its own."""
    match cell.blocks:
        case (Paragraph(labels=(), heading=None),):
            return True
        case _:
            return False


def split_row(row: Strip, room: float) -> tuple[Strip, Strip] | None:
    """Return a row in two, the upper at most room mm high, or nothing if it cannot be.

    Each cell's lines go on below each other; what has no line to spare moves whole.
    """
    pairs = [_split_cell(cell, room) for cell in row.cells]
    if not any(upper and upper.content for upper, _ in pairs):
        return None
    below = max((lower.box.y1 for _, lower in pairs if lower), default=0.0)
    uppers = tuple(upper for upper, _ in pairs if upper)
    lowers = tuple(
        replace(lower, box=replace(lower.box, h=below - lower.box.y))
        if abs(cell.box.y1 - row.height) < 1e-6
        else lower
        for cell, (_, lower) in zip(row.cells, pairs, strict=True)
        if lower
    )
    on = (*row.path[:-1], row.path[-1]._replace(goes_on=True))
    first, rest = row_strip(room, uppers, row.path), row_strip(below, lowers, on)
    return replace(first, header=row.header), replace(
        rest, header=row.header, keep=row.keep
    )


def _split_cell(cell: CellBox, room: float) -> tuple[CellBox | None, CellBox | None]:
    """Return the part of a cell above a cut and the part below it."""
    box = cell.box
    if box.y1 <= room:
        return cell, None
    if box.y >= room:
        return None, replace(cell, box=replace(box, y=box.y - room))
    inner = room - box.y - 2 * cell.padding[1]
    kept, rest = _split_content(cell.content, inner)
    height = max(box.y1 - room, height_of(rest) + 2 * cell.padding[1])
    upper = replace(box, h=room - box.y)
    lower = replace(box, y=0.0, h=height)
    return (
        replace(cell, box=upper, content=kept, middle=False),
        replace(cell, box=lower, content=rest, middle=False),
    )


def _split_content(
    content: tuple[Strip, ...], room: float
) -> tuple[tuple[Strip, ...], tuple[Strip, ...]]:
    """Return what of a cell fits in room mm, and the rest; tables inside go on too."""
    count = len(content)
    while count and height_of(content[:count]) > room:
        count -= 1
    kept, rest = content[:count], content[count:]
    if rest and rest[0].cells:
        halves = split_row(rest[0], room - height_of(kept) - rest[0].space)
        if halves:
            return (*kept, halves[0]), (halves[1], *rest[1:])
    return kept, rest
