"""Symbols that stand for one kegiatan of several pelaksana: wide ones, joined ones.

Equal boxes beside each other that a line without arrowheads joins are one kegiatan, if
arrows meet no more than one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from sopgen.model.nilai import dataclass
from sopgen.takeover.arrows import NO_HEAD, Arrow
from sopgen.takeover.board import Figure
from sopgen.takeover.rows import Table

#: How much of a lane, parts, a symbol covers that stands in it too, and for certain.
COVERED, SURELY = 0.4, 0.45
COVERING = "simbol menutupi kolom {}; dibaca sebagai kegiatan bersama"
JOINED = "kotak yang dihubungkan garis tanpa mata panah dibaca sebagai kegiatan bersama"
#: How far apart, parts of its height, the middles of equal boxes lie, and how much one
#: is higher.
LEVEL, HIGHER = 0.3, 1.3


@dataclass(frozen=True, slots=True)
class Ikatan:
    """The further boxes of kegiatan, each with the box that the arrows meet.

    ``unsure`` are those of them that may be steps of their own.
    """

    main: Mapping[int, int] = field(default_factory=dict)
    unsure: frozenset[int] = frozenset()

    def boxes(self, number: int) -> list[int]:
        """Return all boxes of the kegiatan whose arrows meet a box."""
        return [number, *(n for n, main in self.main.items() if main == number)]

    def doubt(self, number: int) -> str:
        """Return why boxes may not belong together."""
        return JOINED if self.unsure.intersection(self.boxes(number)) else ""


NO_TIES = Ikatan()


def tied(
    arrows: Sequence[Arrow], figures: Sequence[Figure]
) -> tuple[tuple[Arrow, ...], Ikatan]:
    """Return the arrows that are none of the lines between boxes of a kegiatan.

    Where no line has a head at all, all are arrows.
    """
    plain = {n for n, one in enumerate(arrows) if _joins(one, figures)}
    if all(one.doubt == NO_HEAD for one in arrows):
        return tuple(arrows), NO_TIES
    met = {
        end
        for n, one in enumerate(arrows)
        for end in (one.source, one.target)
        if n not in plain
    }
    main: dict[int, int] = {}
    unsure: set[int] = set()
    for group in _groups([arrows[n] for n in sorted(plain)]):
        boxes = sorted(_ends(group), key=lambda n: figures[n].box.x)
        own = [n for n in boxes if n in met]
        if len(own) > 1:
            plain -= {n for n in plain if arrows[n] in group}
            continue
        first = (own or boxes)[0]
        further = [n for n in boxes if n != first]
        main |= dict.fromkeys(further, first)
        unsure |= {n for n in further if not all(one.firm for one in group)}
    left = tuple(one for n, one in enumerate(arrows) if n not in plain)
    return left, Ikatan(main, frozenset(unsure))


def _joins(arrow: Arrow, figures: Sequence[Figure]) -> bool:
    """Tell whether a line may join two boxes of one kegiatan."""
    a, b = figures[arrow.source], figures[arrow.target]
    low, high = sorted((a.box.h, b.box.h))
    equal = a.simbol == b.simbol != "penghubung" and high <= HIGHER * low
    level = abs(a.box.cy - b.box.cy) <= LEVEL * low
    return arrow.doubt == NO_HEAD and not arrow.dashed and equal and level


def _groups(lines: Sequence[Arrow]) -> Iterator[list[Arrow]]:
    """Yield lines that have boxes in common."""
    left = list(lines)
    while left:
        group = [left.pop(0)]
        while more := [one for one in left if _ends([one]) & _ends(group)]:
            group += more
            left = [one for one in left if one not in more]
        yield group


def _ends(lines: Sequence[Arrow]) -> set[int]:
    return {end for one in lines for end in (one.source, one.target)}


def lanes_under(table: Table, figure: Figure) -> tuple[list[int], bool]:
    """Return the lanes that a symbol covers, if several, and whether that is sure."""
    xs, box = table.board.xs, figure.box
    parts = {
        number: (min(box.x1, xs[one.right]) - max(box.x, xs[one.left]))
        / max(xs[one.right] - xs[one.left], 1)
        for number, one in enumerate(table.lanes)
    }
    found = [number for number, part in parts.items() if part > COVERED]
    sure = all(parts[number] >= SURELY for number in found)
    return (found, sure) if len(found) > 1 else ([], True)
