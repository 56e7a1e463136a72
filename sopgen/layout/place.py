"""Put the symbols in their cells: one size for each kind in the whole SOP.

A symbol leaves room for tracks on all sides, so its size follows from the narrowest
lane and from the rows.  In a lane much wider than that it is a little wider.  Symbols
of one row stand on one line; two in one cell are stacked in the order of the spec, and
the rest of the row lines up with the one of them that they have most to do with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from statistics import median
from typing import NamedTuple

from sopgen.layout.bersama import (
    MOST_FREE,
    Kotak,
    Tumpukan,
    lacking_tracks,
    meeting_runs,
    open_sides,
    places_needed,
    stacks_of,
    wide_box,
)
from sopgen.layout.grid import Grid
from sopgen.layout.route.ways.costs import GAP, HUG, LINE_CLEAR, STUB
from sopgen.layout.route.ways.task import Site, Stop, Tie
from sopgen.layout.sites import Sites, count_arrows
from sopgen.layout.writing import least_width, smallest_width
from sopgen.model.geometry import Interval, Side
from sopgen.model.nilai import dataclass
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
#: In low rows a box is as high as a diamond, up to this part of its width.
SQUAT = 0.6
#: In a lane so many times wider than the narrowest a symbol is no narrower than this
#: part of it, as far as it need not be so many times wider than in the others, or a
#: diamond flatter than so.
MUCH, LOST, MOST_WIDER, FLATTEST = 1.2, 0.552, 1.2, 2.6
#: A terminator holds a line of text of 8 pt, mm.
WORDS_HIGH = 4.2
#: White space beside the words in a terminator at least, mm.
ENDS_CLEAR = 0.45
#: Between two symbols of one cell: an arrow and a bit; a label, too, where the lower
#: one leads on in another SOP.
STACK_GAP, NAMED_GAP = 2.7, 5.6
#: A stack may come this close to the table lines in a fixed cell.
STACK_FREE = 1.9

#: What stands between the id of a langkah and the number of a further box of it.
FURTHER = "~"
#: The symbol that is as wide as any; the least height of a pentagon that names a SOP.
BOX, NAMING = "proses", 7.0

Size = tuple[float, float]


class Down(NamedTuple):
    """How far down a symbol begins, and how high it is."""

    y: float
    h: float

    @property
    def middle(self) -> float:
        """Return its middle."""
        return self.y + self.h / 2


@dataclass(frozen=True, slots=True)
class Berdiri:
    """A langkah in its row: its boxes from the left, and the ties between them.

    The box that arrows meet has the id of the langkah.
    """

    langkah: Langkah
    stops: tuple[Stop, ...]
    ties: tuple[Tie, ...]


class Fill(NamedTuple):
    """How wide symbols may be: at most, and the part of a lane that they leave free.

    ``narrowest`` is the width of the narrowest lane.
    """

    widest: float
    free: float
    narrowest: float

    def of(self, lane: float) -> float:
        """Return the width of symbols that leave a lane of some width its tracks."""
        room = max(0.4 * lane, lane - max(LANE_FREE, self.free * lane))
        return min(self.widest, room)


class Sizes(NamedTuple):
    """The width and height of every kind of symbol, and what its lane keeps free."""

    by_kind: dict[str, Size]
    fill: Fill

    def of(self, langkah: Langkah) -> Size:
        """Return the size of a langkah's symbol.

        One that leads on in another SOP names it: it is as large as a box, and as high
        as two lines need.
        """
        if not langkah.beralih:
            return self.by_kind[langkah.simbol]
        width, height = self.by_kind[BOX]
        return width, max(height, NAMING)

    def wider(self, lane: float) -> float:
        """Return how many times wider a symbol is in a lane of some width, mm."""
        if lane < MUCH * self.fill.narrowest:
            return 1.0
        width, _ = self.by_kind[BOX]
        high = max(height for _, height in self.by_kind.values())
        most = min(MOST_WIDER * width, FLATTEST * high, self.fill.of(lane))
        return max(1.0, min(LOST * lane, most) / width)

    def tallest(self, level: Sequence[Langkah]) -> float:
        """Return the height of symbols beside each other."""
        return max(self.of(k)[1] for k in level)

    def stacked(self, stack: Tumpukan) -> float:
        """Return the height of symbols above each other."""
        every = sum(self.tallest(level) for level in stack.levels)
        return every + gaps(stack)


def gap_over(level: Sequence[Langkah]) -> float:
    """Return the room between symbols beside each other and those above them."""
    return NAMED_GAP if any(one.beralih for one in level) else STACK_GAP


def gaps(stack: Tumpukan) -> float:
    """Return the room between symbols above each other."""
    return sum(map(gap_over, stack.levels[1:]))


def choose_sizes(grid: Grid, symbols: Symbols, free: float | None = None) -> Sizes:
    """Return the sizes that leave room for tracks in the narrowest lane.

    ``free`` is the part of the lane to be left free, if not the usual one.
    """
    lane = min(lane.length for lane in grid.lanes)
    widest = max(shape.size[0] for shape in symbols.shapes.values())
    part = free or (LANE_FREE_GROWING if grid.growing else LANE_FREE_FIXED)
    fill = Fill(widest, part, lane)
    width = fill.of(lane)
    if grid.growing:
        row = median(grid.drawn)
        lowest = min(LOWEST, row - ROW_FREE_LEAST)
        tallest = min(TALLEST, max(lowest, row - ROW_FREE_GROWING))
    else:
        row = min(grid.heights)
        tallest = min(TALLEST, max(LOWEST, row - ROW_FREE_FIXED))
        tallest = min(tallest, max(0.4 * row, row - ROW_FREE_LEAST))
    kx, ky = width / widest, tallest / TALLEST
    sizes = {n: (s.size[0] * kx, s.size[1] * ky) for n, s in symbols.shapes.items()}
    if BOX in sizes and tallest < TALLEST:
        wide, high = sizes[BOX]
        sizes[BOX] = wide, max(high, min(tallest, SQUAT * wide))
    return Sizes(sizes, fill)


def with_words(sizes: Sizes, sop: Sop, grid: Grid, shape: Shape) -> Sizes:
    """Return the sizes with terminators wide enough for their words, such as Selesai.

    They may take the room of all tracks but one on each side of their lane, and of
    these where words would not fit in the smallest type.
    """
    name = shape.nama
    width, height = sizes.by_kind[name]
    height = max(height, min(WORDS_HIGH, shape.size[1]))
    lane = min(lane.length for lane in grid.lanes)
    texts = [k.teks for k in sop.langkah if k.simbol == name]
    words = max((least_width(text, grid.least_pt) for text in texts), default=0.0)
    wanted = words * shape.size[0] / shape.teks.w + 0.02
    wide = max(width, min(wanted, lane - 2 * (LINE_CLEAR + HUG)))
    least = max((smallest_width(text, grid.least_pt) for text in texts), default=0.0)
    if wide < least + 2 * ENDS_CLEAR:
        wide = min(least + 2 * ENDS_CLEAR + 0.02, lane - 2 * LINE_CLEAR)
    return sizes._replace(by_kind={**sizes.by_kind, name: (wide, height)})


def row_heights(sop: Sop, grid: Grid, sizes: Sizes) -> tuple[float, ...]:
    """Return the heights that rows need for their text and their symbols."""
    heights = list(grid.heights)
    if grid.growing:
        for row, every in stacks_of(sop).items():
            for stack in every:
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
        langkah={langkah.id: langkah for langkah in sop.langkah},
        stacks=stacks_of(sop),
        meeting=meeting_runs(sop),
        lanes=grid.lanes,
        shapes=symbols.shapes,
        sizes=with_words(sizes, sop, grid, symbols.shapes["terminator"]),
        lacking=lacking_tracks(sop),
        partners=partners,
        sites=Sites(
            count_arrows(sop.alur),
            places_needed(sop),
        ),
    )


@dataclass(frozen=True, slots=True)
class Placer:
    """Places the symbols of a SOP's rows.

    ``langkah`` are all by their ids, ``meeting`` the lanes of the box that arrows meet,
    ``lacking`` how many more tracks arrows need at the sides of each, ``partners``
    those that it has them with, ``sites`` where they may meet it.
    """

    langkah: Mapping[str, Langkah]
    stacks: Mapping[int, tuple[Tumpukan, ...]]
    meeting: Mapping[str, range]
    lanes: tuple[Interval, ...]
    shapes: Mapping[str, Shape]
    sizes: Sizes
    lacking: Mapping[str, int]
    partners: Mapping[str, set[str]]
    sites: Sites

    def row(self, baris: int, row: int, reach: Interval) -> Iterator[Berdiri]:
        """Yield the symbols of kegiatan ``baris`` in a row of the page."""
        stacks = self.stacks.get(baris, ())
        line = self._line(stacks, reach)
        for stack in sorted(stacks, key=lambda s: s.lanes.start):
            middle = line if stack.single else reach.middle
            for langkah, down in self._stack(stack, middle, reach.length):
                yield self._standing(langkah, down, row)

    def _stack(
        self, stack: Tumpukan, middle: float, room: float
    ) -> list[tuple[Langkah, Down]]:
        """Return where a stack's symbols stand, lower ones where room is short."""
        free = gaps(stack)
        symbols = self.sizes.stacked(stack) - free
        room = max(room - 2 * STACK_FREE - free, 0.3 * room)
        shrink = min(1.0, room / symbols)
        y = middle - (symbols * shrink + free) / 2
        made = []
        for level, below in zip_longest(stack.levels, stack.levels[1:]):
            tallest = self.sizes.tallest(level)
            for langkah in level:
                h = self.sizes.of(langkah)[1]
                top = y + (tallest - h) * shrink / 2
                made.append((langkah, Down(top, h * shrink)))
            y += tallest * shrink + (gap_over(below) if below else 0.0)
        return made

    def _line(self, stacks: tuple[Tumpukan, ...], reach: Interval) -> float:
        """Return the y on which the single symbols of a row stand."""
        several = [s for s in stacks if not s.single]
        singles = [k for s in stacks if s.single for k in s.levels[0]]
        if not several or not singles:
            return reach.middle
        named = {langkah.id for langkah in singles}
        partner, down = max(
            self._stack(several[0], reach.middle, reach.length),
            key=lambda b: (
                len(self.partners[b[0].id] & named),
                b[0].simbol != "terminator",
            ),
        )
        slack = max(0.0, (reach.length - self.sizes.tallest(singles)) / 2 - STACK_FREE)
        near = abs(down.middle - reach.middle) <= slack
        return down.middle if partner and near else reach.middle

    def _standing(self, langkah: Langkah, down: Down, row: int) -> Berdiri:
        """Return a langkah with its boxes, one for each run of its lanes, and its ties.

        The sides to which ties lead are shut to arrows.
        """
        shape, runs = self.shapes[langkah.simbol], langkah.deret
        main = self.meeting[langkah.id]
        names = self._names(langkah)
        stops, ties = [], []
        for number, run in enumerate(runs):
            kotak = self._kotak(langkah, run, down)
            sides = open_sides(runs, run) if run == main else ()
            stops.append(
                Stop(
                    id=names[number],
                    key=names[number],
                    box=kotak.box,
                    row=row,
                    lane=run.start,
                    lanes=len(run),
                    sites=self._sites(langkah, kotak, sides),
                    sloped=self.sites.sloped(shape),
                )
            )
            if number:
                ties.append(_tie(shape, stops[-2], stops[-1]))
        return Berdiri(langkah, tuple(stops), tuple(ties))

    def _kotak(self, langkah: Langkah, run: range, down: Down) -> Kotak:
        """Return the box of a langkah over neighbouring lanes."""
        lanes, width = self.lanes[run.start : run.stop], self.sizes.of(langkah)[0]
        if len(lanes) == 1:
            width *= self.sizes.wider(lanes[0].length)
        lack = 2 * GAP * self.lacking.get(langkah.id, 0)
        if lack:
            lane = min(lanes[0].length, lanes[-1].length)
            width = max(width - lack, min(width, lane * (1 - 2 * MOST_FREE)))
        return wide_box(self.shapes[langkah.simbol], lanes, width, down)

    def _tips(self, langkah: Langkah) -> Iterator[float]:
        """Yield where the tips of wide symbols are that a langkah has arrows with."""
        for name in sorted(self.partners[langkah.id]):
            other, run = self.langkah.get(name), self.meeting.get(name, range(0))
            if other and len(run) > 1 and self.sites.sloped(self.shapes[other.simbol]):
                yield from self._kotak(other, run, Down(0, 1)).points("top")

    def _names(self, langkah: Langkah) -> list[str]:
        """Return the ids of a langkah's boxes: its own for the one that arrows meet."""
        names, n = [], 2
        for run in langkah.deret:
            if run == self.meeting[langkah.id]:
                names.append(langkah.id)
                continue
            name = f"{langkah.id}{FURTHER}{n}"
            while name in self.meeting:
                name += FURTHER
            names.append(name)
            n += 1
        return names

    def _sites(
        self, langkah: Langkah, kotak: Kotak, sides: tuple[Side, ...]
    ) -> tuple[Site, ...]:
        """Return where arrows may meet a box of a langkah, at sides that are open."""
        if not langkah.bersama:
            return self.sites.of(langkah.id, kotak.shape, kotak.box)
        return self.sites.joint(langkah.id, kotak, sides, tuple(self._tips(langkah)))


def _tie(shape: Shape, left: Stop, right: Stop) -> Tie:
    """Return the line that joins two boxes of a langkah."""
    ends = shape.port("right", left.box), shape.port("left", right.box)
    return Tie((left.id, right.id), ends)
