"""Where a kegiatan of several pelaksana stands: its boxes, its ties, its level.

Neighbouring lanes share one box.  Where a lane between takes no part, equal boxes are
joined by a plain tie that passes it; arrows meet one of them only.

    | [   A      B  ]-------|------[  D  ] |
           lanes 0 and 1      2       3
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sopgen.layout.route.ways.costs import LINE_CLEAR
from sopgen.model.geometry import Box, Interval, Side
from sopgen.model.nilai import dataclass
from sopgen.model.shape import SIDES, Shape
from sopgen.model.sop import Langkah, Sop

#: How far a tip that would lie on the line between two lanes stands beside it: mm at
#: most, and part of the lane.
ASIDE, ASIDE_PART = 2.0, 0.08
#: Arrows that pass a box over all lanes at its two sides, and in a lane that is free.
TRACKS, LANE_TRACKS = 2, 3
#: The symbol whose arrows leave at its corners.
CORNERED = "keputusan"
#: The part of a lane that a box over it leaves free at most, for arrows that pass it.
MOST_FREE = 0.38
#: So far inside a symbol, mm, its outline is this far from an arrow that comes there.
DEPTH, CORNER = 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Tumpukan:
    """The symbols of a row that have lanes in common, on levels one below the other."""

    lanes: range
    levels: tuple[tuple[Langkah, ...], ...]

    @property
    def single(self) -> bool:
        """Tell whether all stand on one level."""
        return len(self.levels) == 1


def reach(langkah: Langkah) -> range:
    """Return the lanes that a symbol takes with its ties."""
    return range(langkah.lajur, langkah.semua_lajur[-1] + 1)


def stacks(row: Sequence[Langkah]) -> tuple[Tumpukan, ...]:
    """Return the symbols of a row in stacks, in the order of the spec."""
    left = list(row)
    made: list[Tumpukan] = []
    while left:
        lanes, group = _together(left)
        left = [langkah for langkah in left if langkah not in group]
        made.append(Tumpukan(lanes, _levels(group)))
    return tuple(made)


def _together(left: Sequence[Langkah]) -> tuple[range, list[Langkah]]:
    """Return the first symbol with all that it shares lanes with, and their lanes."""
    lanes, group = reach(left[0]), [left[0]]
    while True:
        more = [k for k in left if k not in group and _meet(reach(k), lanes)]
        if not more:
            return lanes, [k for k in left if k in group]
        group += more
        reaches = [lanes, *map(reach, more)]
        lanes = range(min(r.start for r in reaches), max(r.stop for r in reaches))


def _levels(group: Sequence[Langkah]) -> tuple[tuple[Langkah, ...], ...]:
    """Return the levels of a stack: each below what it shares lanes with."""
    levels: list[list[Langkah]] = []
    for langkah in group:
        above = [
            n
            for n, level in enumerate(levels)
            if any(_meet(reach(other), reach(langkah)) for other in level)
        ]
        n = max(above, default=-1) + 1
        levels[n : n + 1] = [[*(levels[n] if n < len(levels) else ()), langkah]]
    return tuple(map(tuple, levels))


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def stacks_of(sop: Sop) -> Mapping[int, tuple[Tumpukan, ...]]:
    """Return the stacks of each row of a SOP."""
    rows: dict[int, list[Langkah]] = {}
    for langkah in sop.langkah:
        rows.setdefault(langkah.baris, []).append(langkah)
    return {baris: stacks(row) for baris, row in rows.items()}


def levels_of(sop: Sop) -> Mapping[str, tuple[int, int]]:
    """Return on which level of its stack each symbol is, and of how many."""
    return {
        langkah.id: (n, len(tumpukan.levels))
        for row in stacks_of(sop).values()
        for tumpukan in row
        for n, level in enumerate(tumpukan.levels)
        for langkah in level
    }


def meeting_runs(sop: Sop) -> Mapping[str, range]:
    """Return for each symbol the lanes of the box that its arrows meet.

    Of several it is one with room for all of them, nearest to where they come from and
    go.
    """
    partners: dict[str, list[str]] = {}
    for alur in sop.alur:
        partners.setdefault(alur.dari, []).append(alur.ke)
        partners.setdefault(alur.ke, []).append(alur.dari)
    lanes = {langkah.id: langkah.semua_lajur for langkah in sop.langkah}
    needed = places_needed(sop)
    made: dict[str, range] = {}
    for langkah in sop.langkah:
        ends = (end for end in partners.get(langkah.id, ()) if end in lanes)
        near = [tuple(made.get(end, lanes[end])) for end in ends]
        made[langkah.id] = _nearest(langkah, near, needed[langkah.id])
    return made


def places_needed(sop: Sop) -> Mapping[str, int]:
    """Return how many places of each symbol its arrows take: those that come share one.

    Those above and below it in its stack shut a side each.
    """
    exits = Counter(alur.dari for alur in sop.alur)
    entered = {alur.ke for alur in sop.alur}
    return {
        id_: exits[id_] + (id_ in entered) + (level > 0) + (level < count - 1)
        for id_, (level, count) in levels_of(sop).items()
    }


def _nearest(
    langkah: Langkah, partners: Sequence[tuple[int, ...]], needed: int
) -> range:
    """Return the run of a langkah that is nearest to the lanes of its partners."""
    runs = langkah.deret

    def cost(run: range) -> tuple[int, int, int]:
        lack = max(0, needed - len(open_sides(runs, run)))
        away = sum(min(_away(run, k) for k in p) for p in partners)
        return lack, away, -len(run)

    return min(runs, key=cost)


def lacking_tracks(sop: Sop) -> Mapping[str, int]:
    """Return how many more tracks arrows need at either side of boxes over most lanes.

    Arrows past it with the same end may share a track; a symbol with corners has arrows
    at its sides, too.
    """
    level = {id_: level for id_, (level, _) in levels_of(sop).items()}
    down = {langkah.id: (langkah.baris, level[langkah.id]) for langkah in sop.langkah}
    known = [a for a in sop.alur if a.dari in down and a.ke in down]
    made = {}
    for langkah in sop.langkah:
        if langkah.bersama and len(langkah.deret) == 1:
            own = down[langkah.id]
            past = {
                (alur.ke, alur.jenis)
                for alur in known
                if down[alur.dari] < own < down[alur.ke]
                or down[alur.ke] < own < down[alur.dari]
            }
            free = len(sop.pelaksana) - len(langkah.semua_lajur)
            corners = 2 if langkah.simbol == CORNERED else 0
            lack = len(past) + corners - TRACKS - LANE_TRACKS * free
            made[langkah.id] = max(0, -(-lack // 2))
    return made


def open_sides(runs: Sequence[range], run: range) -> tuple[Side, ...]:
    """Return the sides of a box that no tie leads to."""
    shut = {"left": run != runs[0], "right": run != runs[-1]}
    return tuple(side for side in SIDES if not shut.get(side, False))


def _away(run: range, lajur: int) -> int:
    return max(run.start - lajur, lajur - run[-1], 0)


def middle_lane(run: range) -> int:
    """Return the lane in the middle of a box."""
    return run[(len(run) - 1) // 2]


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box over neighbouring lanes, as wide as they are less what they keep free."""

    shape: Shape
    lanes: tuple[Interval, ...]
    box: Box

    def points(self, side: Side, tips: Sequence[float] = ()) -> list[float]:
        """Return the x of the places where arrows meet its top or foot.

        They lie in the middles of the lanes, and opposite to ``tips`` of others, as
        far as the outline runs straight there, else in its port; the most central
        comes first.
        """
        box, reach = self.box, self._reach(side)
        places = dict.fromkeys((*(lane.middle for lane in self.lanes), *tips))
        found = [x for x in places if reach.start <= x <= reach.end]
        return sorted(found, key=lambda x: (abs(x - box.cx), x)) or [
            self.shape.port(side, box).x
        ]

    def _reach(self, side: Side) -> Interval:
        """Return where a side runs straight, its sharp corners left out."""
        box, flat = self.box, self.shape.flat(side)
        depth = min(DEPTH, box.h / 3)
        y = box.y + depth if side == "top" else box.y1 - depth
        corners = self.shape.polygon(box)
        below = [
            a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
            for a, b in zip(corners, (*corners[1:], corners[0]), strict=True)
            if (a.y > y) != (b.y > y)
        ]
        return Interval(
            max(box.x + flat.start * box.w, min(below) + CORNER),
            min(box.x + flat.end * box.w, max(below) - CORNER),
        )


def wide_box(
    shape: Shape, lanes: tuple[Interval, ...], width: float, down: tuple[float, float]
) -> Kotak:
    """Return the box of a symbol over lanes, each of which it would fill to a width.

    ``down`` is how far down it begins and how high it is.  A tip on the line between
    two lanes would be no place for an arrow: such a box is a little narrower on its
    left.
    """
    y, h = down
    x, w = lanes[0].middle - width / 2, lanes[-1].middle - lanes[0].middle + width
    made = Kotak(shape, lanes, Box(x, y, w, h))
    lines = [lane.start for lane in lanes[1:]]
    places = [*made.points("top"), *made.points("bottom")] if lines else []
    if all(abs(p - line) >= LINE_CLEAR for p in places for line in lines):
        return made
    aside = max(LINE_CLEAR, min(ASIDE, ASIDE_PART * lanes[0].length))
    return Kotak(shape, lanes, Box(x + 2 * aside, y, w - 2 * aside, h))
