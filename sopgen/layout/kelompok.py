"""The names of groups over the pelaksana's columns: a level of the heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopgen.layout.columns import HEAD_PT, PADDING
from sopgen.layout.names import TURNED_MAX, are_turned, line_pitch, turned_height
from sopgen.model.geometry import Interval
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Pelaksana, Sop
from sopgen.typeface import read_face

#: White space above and below a name, and the least height of the level, mm.
WHITE, LEAST = 1.0, 6.0


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours below one name: the columns of the pelaksana, and where they lie."""

    pelaksana: tuple[Pelaksana, ...]
    across: Interval

    @property
    def nama(self) -> str:
        """Return its name; what stands alone has none."""
        return self.pelaksana[0].kelompok

    @property
    def turned(self) -> bool:
        """Return whether its name reads upwards: a word of it is too long."""
        return are_turned([self.nama], [self.across])

    @property
    def height(self) -> float:
        """Return the height that its name needs, mm."""
        if self.turned:
            return turned_height([self.nama], [self.across])
        room = self.across.length - 1.5 * PADDING
        lines = read_face("arial-bold").wrap(self.nama, HEAD_PT, room)
        return max(LEAST, len(lines) * line_pitch(HEAD_PT) + 2 * WHITE)

    @property
    def clipped(self) -> bool:
        """Return whether its name does not fit."""
        return self.turned and self.height >= TURNED_MAX


def groups_of(sop: Sop, lanes: Sequence[Interval]) -> tuple[Group, ...]:
    """Return the groups of a SOP; a pelaksana without one is in none."""
    return tuple(_groups(sop, lanes))


def _groups(sop: Sop, lanes: Sequence[Interval]) -> Iterator[Group]:
    pairs = zip(sop.pelaksana, lanes, strict=True)
    for nama, run in groupby(pairs, lambda pair: pair[0].kelompok):
        every = list(run)
        if nama:
            across = Interval(every[0][1].start, every[-1][1].end)
            yield Group(tuple(one for one, _ in every), across)


def group_height(sop: Sop, lanes: Sequence[Interval]) -> float:
    """Return the height of the names of groups, mm; without groups there are none."""
    return max((one.height for one in groups_of(sop, lanes)), default=0.0)
