"""Put the symbols in their cells: one size for each kind in the whole SOP.

A symbol leaves room for tracks on all sides, so its size follows from the narrowest
lane and from the rows.  Symbols of one row stand on one line; two in one cell are
stacked in the order of the spec, and the rest of the row lines up with the one of
them that they have most to do with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from sopgen.layout.grid import Grid
from sopgen.layout.route.costs import HUG, LINE_CLEAR, STUB
from sopgen.layout.route.task import Stop
from sopgen.layout.sites import Sites, count_arrows
from sopgen.layout.writing import least_width
from sopgen.model.geometry import Box, Interval
from sopgen.model.shape import Shape, Symbols
from sopgen.model.sop import Langkah, Sop

#: What a lane keeps for the tracks beside its symbols: mm, and part of its width
#: when rows may grow and when they may not (then arrows need more of the lanes).
LANE_FREE = 2 * (STUB + LINE_CLEAR)
LANE_FREE_GROWING, LANE_FREE_FIXED = 0.38, 0.448
#: What a row keeps above and below its symbols, at best and at least.
ROW_FREE_GROWING, ROW_FREE_FIXED = 9.0, 12.0
ROW_FREE_LEAST = 2 * (STUB + LINE_CLEAR) + 0.3
#: The highest and lowest symbol of the SOP: the diamond.
TALLEST, LOWEST = 12.0, 7.6
#: Between two symbols of one cell: an arrow and a bit.
STACK_GAP = 2.7
#: A stack may come this close to the table lines in a fixed cell.
STACK_FREE = 1.9

Size = tuple[float, float]
Cell = tuple[int, int]


class Sizes(NamedTuple):
    """The width and height of every kind of symbol."""

    by_kind: dict[str, Size]

    def of(self, langkah: Langkah) -> Size:
        """Return the size of a langkah's symbol."""
        return self.by_kind[langkah.simbol]

    def stacked(self, stack: list[Langkah]) -> float:
        """Return the height of symbols above each other."""
        return sum(self.of(k)[1] for k in stack) + STACK_GAP * (len(stack) - 1)


def choose_sizes(grid: Grid, symbols: Symbols, free: float | None = None) -> Sizes:
    """Return the sizes that leave room for tracks in the narrowest lane.

    ``free`` is the part of the lane to be left free, if not the usual one.
    """
    lane = min(lane.length for lane in grid.lanes)
    widest = max(shape.size[0] for shape in symbols.shapes.values())
    part = free or (LANE_FREE_GROWING if grid.growing else LANE_FREE_FIXED)
    width = min(widest, max(0.4 * lane, lane - max(LANE_FREE, part * lane)))
    if grid.growing:
        row = median(grid.drawn)
        tallest = min(TALLEST, max(LOWEST, row - ROW_FREE_GROWING))
    else:
        row = min(grid.heights)
        tallest = min(TALLEST, max(LOWEST, row - ROW_FREE_FIXED))
        tallest = min(tallest, max(0.4 * row, row - ROW_FREE_LEAST))
    kx, ky = width / widest, tallest / TALLEST
    return Sizes(
        {n: (s.size[0] * kx, s.size[1] * ky) for n, s in symbols.shapes.items()}
    )


def with_words(sizes: Sizes, sop: Sop, grid: Grid, shape: Shape) -> Sizes:
    """Return the sizes with terminators wide enough for their words, such as Selesai.

    They may take the room of all tracks but one on each side of their lane.
    """
    name = shape.nama
    width, height = sizes.by_kind[name]
    lane = min(lane.length for lane in grid.lanes)
    texts = (k.teks for k in sop.langkah if k.simbol == name)
    words = max((least_width(text) for text in texts), default=0.0)
    wanted = words * shape.size[0] / shape.teks.w + 0.02
    wide = max(width, min(wanted, lane - 2 * (LINE_CLEAR + HUG)))
    return Sizes({**sizes.by_kind, name: (wide, height)})


def cells_of(sop: Sop) -> dict[Cell, list[Langkah]]:
    """Return the langkah of each cell in the order of the spec."""
    cells: dict[Cell, list[Langkah]] = defaultdict(list)
    for langkah in sop.langkah:
        cells[langkah.baris, langkah.lajur].append(langkah)
    return cells


def row_heights(sop: Sop, grid: Grid, sizes: Sizes) -> tuple[float, ...]:
    """Return the heights that rows need for their text and their symbols."""
    heights = list(grid.heights)
    if grid.growing:
        for (row, _), stack in cells_of(sop).items():
            heights[row] = max(heights[row], sizes.stacked(stack) + ROW_FREE_LEAST)
    return tuple(heights)


def prepare_placer(
    sop: Sop, grid: Grid, symbols: Symbols, free: float | None = None
) -> Placer:
    """Return the placer of a SOP, with ``free`` of the narrowest lane left to tracks.

    Without it the usual part of the lane is left.
    """
    sizes = choose_sizes(grid, symbols, free)
    partners: dict[str, set[str]] = defaultdict(set)
    for alur in sop.alur:
        partners[alur.dari].add(alur.ke)
        partners[alur.ke].add(alur.dari)
    return Placer(
        cells=cells_of(sop),
        lanes=grid.lanes,
        shapes=symbols.shapes,
        sizes=with_words(sizes, sop, grid, symbols.shapes["terminator"]),
        partners=partners,
        sites=Sites(count_arrows(sop.alur)),
    )


@dataclass(frozen=True, slots=True)
class Placer:
    """Places the symbols of a SOP's rows.

    ``partners`` are those that each langkah has arrows with, ``sites`` where arrows
    may meet the symbols.
    """

    cells: Mapping[Cell, list[Langkah]]
    lanes: tuple[Interval, ...]
    shapes: Mapping[str, Shape]
    sizes: Sizes
    partners: Mapping[str, set[str]]
    sites: Sites

    def row(self, baris: int, row: int, reach: Interval) -> list[tuple[Langkah, Stop]]:
        """Return the symbols of kegiatan ``baris`` in a row of the page."""
        cells = [(cell, s) for cell, s in self.cells.items() if cell[0] == baris]
        line = self._line(cells, reach)
        placed = []
        for (_, lajur), stack in sorted(cells, key=lambda c: c[0]):
            lane = self.lanes[lajur]
            middle = line if len(stack) == 1 else reach.middle
            for langkah, box in self._stack(stack, lane.middle, middle, reach.length):
                placed.append((langkah, self.stop(langkah, box, (row, lajur))))
        return placed

    def _stack(
        self, stack: list[Langkah], x: float, middle: float, room: float
    ) -> list[tuple[Langkah, Box]]:
        """Return the boxes of one cell's symbols, lower ones where room is short."""
        gaps = STACK_GAP * (len(stack) - 1)
        symbols = self.sizes.stacked(stack) - gaps
        room = max(room - 2 * STACK_FREE - gaps, 0.3 * room)
        shrink = min(1.0, room / symbols)
        y = middle - (symbols * shrink + gaps) / 2
        boxes = []
        for langkah in stack:
            w, h = self.sizes.of(langkah)
            boxes.append((langkah, Box(x - w / 2, y, w, h * shrink)))
            y += h * shrink + STACK_GAP
        return boxes

    def _line(self, cells: list[tuple[Cell, list[Langkah]]], reach: Interval) -> float:
        """Return the y on which the single symbols of a row stand."""
        stacks = [s for _, s in cells if len(s) > 1]
        singles = {s[0].id for _, s in cells if len(s) == 1}
        if not stacks or not singles:
            return reach.middle
        boxes = self._stack(stacks[0], 0.0, reach.middle, reach.length)
        partner, box = max(
            boxes,
            key=lambda b: (
                len(self.partners[b[0].id] & singles),
                b[0].simbol != "terminator",
            ),
        )
        tallest = max(self.sizes.of(s[0])[1] for _, s in cells if len(s) == 1)
        slack = max(0.0, (reach.length - tallest) / 2 - STACK_FREE)
        near = abs(box.cy - reach.middle) <= slack
        return box.cy if partner and near else reach.middle

    def stop(self, langkah: Langkah, box: Box, cell: Cell) -> Stop:
        """Return a symbol as the router sees it."""
        shape = self.shapes[langkah.simbol]
        sites = self.sites.of(langkah.id, shape, box)
        sloped = self.sites.sloped(shape)
        return Stop(langkah.id, langkah.id, box, cell[0], cell[1], sites, sloped=sloped)
