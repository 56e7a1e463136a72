"""The chart's table: its heading, its cells, and how tall its rows must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sopgen.layout.columns import HEAD_PT, PADDING, TEXT_PT, Column, Columns
from sopgen.layout.kelompok import group_height, groups_of
from sopgen.layout.names import are_turned, line_pitch, turned_height
from sopgen.layout.rows import Filled, Part
from sopgen.model.chart import Cell, TextBlock
from sopgen.model.gaya import Lines, looks_of, texts_of
from sopgen.model.geometry import Box, Interval
from sopgen.model.sop import Sop
from sopgen.typeface import read_face, script

#: White space above and below a cell's text, mm.
PADDING_V = 1.0
#: Height of the heading's upper row (Pelaksana, Mutu Baku), mm.
GROUP_HEIGHT = 6.0

TEXT_PITCH = line_pitch(TEXT_PT)


def text_height(lines: int) -> float:
    """Return the height in mm that a cell with so many lines needs."""
    return lines * TEXT_PITCH + 2 * PADDING_V


def row_lines(sop: Sop, columns: Columns) -> tuple[int, ...]:
    """Return for each kegiatan how many lines the longest of its texts takes."""
    counts = [1] * len(sop.kegiatan)
    for column, span in columns.texts:
        for row, text in enumerate(column.texts):
            lines = script(text).count(TEXT_PT, span.length - 2 * PADDING)
            counts[row] = max(counts[row], lines)
    return tuple(counts)


def row_heights(lines: Iterable[int], least: float) -> tuple[float, ...]:
    """Return the heights that rows of so many lines need, each at least least mm."""
    return tuple(max(least, text_height(n)) for n in lines)


def head_cells(sop: Sop, columns: Columns, top: float) -> tuple[Cell, ...]:
    """Return the heading: Pelaksana and Mutu Baku over their columns.

    Where pelaksana are in groups, these are a row of their own between.
    """
    whole = Interval(top, top + head_height(sop, columns))
    upper = Interval(top, top + GROUP_HEIGHT)
    lower = Interval(upper.end, whole.end)
    mutu = [column.across for column in columns.mutu if column.text.group]
    cells = [_head("No", columns.number, whole), _column_head(columns.kegiatan, whole)]
    if columns.lanes:
        across = Interval(columns.lanes[0].start, columns.lanes[-1].end)
        cells.append(_head("Pelaksana", across, upper))
    if mutu:
        across = Interval(mutu[0].start, mutu[-1].end)
        cells.append(_head("Mutu Baku", across, upper))
    cells += _name_cells(sop, columns, lower)
    for column in columns.mutu:
        cells.append(_column_head(column, lower if column.text.group else whole))
    return tuple(cells)


def _name_cells(sop: Sop, columns: Columns, lower: Interval) -> Iterator[Cell]:
    """Yield the names of groups, and those of the pelaksana below them or alone."""
    turned = names_turned(sop, columns)
    middle = lower.start + group_height(sop, columns.lanes)
    for group in groups_of(sop, columns.lanes):
        down = Interval(lower.start, middle)
        yield _head(group.nama, group.across, down, turned=group.turned)
    for pelaksana, lane in zip(sop.pelaksana, columns.lanes, strict=True):
        down = Interval(middle, lower.end) if pelaksana.kelompok else lower
        yield _head(pelaksana.nama, lane, down, turned=turned)


def names_turned(sop: Sop, columns: Columns) -> bool:
    """Return whether the pelaksana's names read upwards."""
    return are_turned([p.nama for p in sop.pelaksana], columns.lanes)


def head_height(sop: Sop, columns: Columns) -> float:
    """Return the height of the heading in mm."""
    groups = group_height(sop, columns.lanes)
    return GROUP_HEIGHT + groups + names_height(sop, columns)


def names_height(sop: Sop, columns: Columns) -> float:
    """Return the height of the heading's lowest row, that of the names, in mm."""
    face = read_face("arial-bold")
    names = [p.nama for p in sop.pelaksana]
    if names_turned(sop, columns):
        upwards = [c for c in columns.texts if c.upwards]
        heads = [*names, *(c.text.judul for c in upwards)]
        reaches = [*columns.lanes, *(c.across for c in upwards)]
        return turned_height(heads, reaches)
    lines = [
        len(face.wrap(nama, HEAD_PT, lane.length - 1.5 * PADDING))
        for nama, lane in zip(names, columns.lanes, strict=True)
    ]
    return max(lines, default=1) * line_pitch(HEAD_PT) + 2 * PADDING_V


def _column_head(column: Column, rows: Interval) -> Cell:
    return _head(column.text.judul, column.across, rows, turned=column.upwards)


def _head(text: str, across: Interval, down: Interval, *, turned: bool = False) -> Cell:
    box = Box(across.start, down.start, across.length, down.length)
    room = (down.length if turned else across.length) - 1.5 * PADDING
    block = TextBlock(
        box=box,
        lines=read_face("arial-bold").wrap(text, HEAD_PT, room),
        size_pt=HEAD_PT,
        leading=line_pitch(HEAD_PT),
        align="center",
        bold=True,
        turned=turned,
    )
    return Cell(box, block, header=True)


def row_cells(sop: Sop, columns: Columns, rows: tuple[Filled, ...]) -> tuple[Cell, ...]:
    """Return the cells of a page's rows."""
    cells: list[Cell] = []
    for row, part in rows:
        down = Interval(row.y0, row.y1)
        first, *mutu = (
            _text_cell(column, down, part, n) for n, column in enumerate(columns.texts)
        )
        cells += (_number_cell(sop, columns.number, down, part), first)
        cells += (Cell(_box(lane, down), None) for lane in columns.lanes)
        cells += mutu
    return tuple(cells)


def _number_cell(sop: Sop, across: Interval, down: Interval, part: Part) -> Cell:
    lines = script(sop.kegiatan[part.kegiatan].nomor).wrap(
        TEXT_PT, across.length - 2 * PADDING
    )
    return _cell(_box(across, down), lines, centered=True, top=not part.first)


def _text_cell(column: Column, down: Interval, part: Part, n: int) -> Cell:
    text, across = column
    cell = _cell(
        _box(across, down),
        part.texts[n],
        centered=text.times,
        top=part.open[n] or not part.first,
    )
    if cell.text is None:
        return cell
    word = script(text.texts[part.kegiatan]).longest_word(TEXT_PT)
    whole = word <= across.length - 2 * PADDING
    return replace(cell, text=replace(cell.text, whole=whole))


def _box(across: Interval, down: Interval) -> Box:
    return Box(across.start, down.start, across.length, down.length)


def _cell(box: Box, lines: Lines, *, centered: bool, top: bool) -> Cell:
    if not any(lines):
        return Cell(box, None)
    white = PADDING_V if top else 0.0
    block = TextBlock(
        box=Box(box.x + PADDING, box.y + white, box.w - 2 * PADDING, box.h - 2 * white),
        lines=texts_of(lines),
        size_pt=TEXT_PT,
        leading=TEXT_PITCH,
        align="center" if centered else "left",
        top=top,
        runs=looks_of(lines),
    )
    return Cell(box, block)
