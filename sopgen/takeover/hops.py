"""Off-page connectors: the pieces of an arrow on two pages become one arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopgen.model.nilai import dataclass
from sopgen.takeover.arrows import Arrow

UNNAMED = "penghubung tanpa huruf; pasangannya ditebak"
TWICE = "penghubung `{}` lebih dari sepasang; pasangannya ditebak"
#: Connectors in one column stand so far apart across the page, mm, at most.
COLUMN = 8.0
#: Over more pages than this no arrow goes.
MOST_PAGES = 12


@dataclass(frozen=True, slots=True)
class Hop:
    """A connector: its number among all figures, its letter, its place in order.

    ``x`` is where it stands across the page, mm.
    """

    figure: int
    letter: str
    place: tuple[int, float]
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Hops:
    """Whole arrows, and the connectors that lead nowhere or come from nowhere."""

    arrows: tuple[Arrow, ...]
    lost: tuple[Hop, ...]


def connect(arrows: Sequence[Arrow], hops: Mapping[int, Hop]) -> Hops:
    """Return arrows that go from symbol to symbol, however many pages between."""
    leaving: dict[int, list[Arrow]] = {}
    for arrow in arrows:
        leaving.setdefault(arrow.source, []).append(arrow)
    entries = [hops[n] for n in hops if n in leaving]
    used: set[int] = set()
    made: list[Arrow] = []
    for arrow in arrows:
        if arrow.source not in hops:
            made += _whole(arrow, hops, _Way(leaving, entries, used), 0)
    reached = {a.target for a in arrows if a.target in hops}
    lost = [h for n, h in hops.items() if n not in used]
    lost += [h for n, h in hops.items() if n in reached and not _pairs(h, entries)]
    return Hops(tuple(made), tuple(dict.fromkeys(lost)))


@dataclass(frozen=True, slots=True)
class _Way:
    leaving: Mapping[int, list[Arrow]]
    entries: Sequence[Hop]
    used: set[int]


def _whole(
    arrow: Arrow, hops: Mapping[int, Hop], way: _Way, depth: int
) -> Iterator[Arrow]:
    """Yield the arrows that an arrow is the beginning of."""
    hop = hops.get(arrow.target)
    if hop is None:
        yield arrow
        return
    way.used.add(hop.figure)
    if depth > MOST_PAGES:
        return
    upward = bool(arrow.path) and arrow.path[-1].y < arrow.path[0].y
    entry, doubt = _entry(hop, way.entries, upward=upward)
    if entry is None:
        return
    way.used.add(entry.figure)
    for onward in way.leaving[entry.figure]:
        whole = replace(
            onward,
            source=arrow.source,
            dashed=arrow.dashed or onward.dashed,
            label=arrow.label or onward.label,
            doubt=arrow.doubt or onward.doubt or doubt,
            label_doubt=arrow.label_doubt,
        )
        yield from _whole(whole, hops, way, depth + 1)


def _pairs(hop: Hop, entries: Sequence[Hop]) -> list[Hop]:
    """Return the connectors that a connector can lead to; itself only if alone."""
    same = [e for e in entries if e.letter == hop.letter]
    return [e for e in same if e.figure != hop.figure] or same


def _entry(hop: Hop, entries: Sequence[Hop], *, upward: bool) -> tuple[Hop | None, str]:
    """Return where a connector leads to, and any doubt."""
    same = sorted(_pairs(hop, entries), key=lambda e: e.place)
    if not same:
        return None, ""
    if not hop.letter:
        return _level(hop, same, upward=upward), UNNAMED
    after = [e for e in same if e.place > hop.place]
    doubt = TWICE.format(hop.letter) if len(same) > 1 else ""
    return (after or same)[0], doubt


def _level(hop: Hop, entries: Sequence[Hop], *, upward: bool) -> Hop:
    """Return the connector without a letter that one leads to, the way it points.

    Several of them side by side go on in the same column.
    """
    page, y = hop.place

    def cost(entry: Hop) -> tuple[bool, bool, int, float]:
        before = entry.place < hop.place
        away = abs(entry.place[0] - page), abs(entry.place[1] - y)
        return abs(entry.x - hop.x) > COLUMN, before != upward, *away

    return min(entries, key=cost)
