"""Break a SOP's rows into pages by dynamic programming.

Every arrow over a break costs two connectors, every page costs the reader a turn of
the leaf.  A page is priced by the arrows that leave or enter it; the cheapest
sequence of pages wins.
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop

#: Prices: a page, an arrow with one end on it, a last page that is nearly empty.
PAGE = 12.0
CUT = 1.0
NEARLY_EMPTY = 8.0
#: A last page filled less than this looks forgotten.
LITTLE = 0.25
#: An exit of a decision that ends a row or two further on, cut from it.
SHORT_BRANCH = 0.6
SHORT = 2
#: Price of the emptiness of pages, so that they are filled alike.
UNEVEN = 0.8
TOO_HIGH = 1000.0


@dataclass(frozen=True, slots=True)
class Room:
    """What a page offers: room for rows, and what each connector band takes of it."""

    height: float
    band: float


def break_pages(sop: Sop, heights: tuple[float, ...], room: Room) -> tuple[range, ...]:
    """Return the rows of each page: the fewest pages, cut where it costs least."""
    n = len(heights)
    ends = _ends(sop)
    least = [0.0] + [float("inf")] * n
    start = [0] * (n + 1)
    for last in range(1, n + 1):
        for first in range(last - 1, -1, -1):
            rows = range(first, last)
            fill = sum(heights[first:last]) / room.height
            if fill > 1 and last - first > 1:
                break
            price = (
                least[first] + _price(rows, n, ends) + _fill(rows, heights, room, ends)
            )
            if price < least[last]:
                least[last], start[last] = price, first
    pages: list[range] = []
    while n:
        pages.append(range(start[n], n))
        n = start[n]
    return tuple(pages[::-1])


def early_breaks(
    pages: tuple[range, ...], heights: tuple[float, ...], room: Room
) -> int:
    """Return after how many pages the first row of the next would still have fitted."""
    early = 0
    for number, rows in enumerate(pages[:-1]):
        bands = room.band * (1 + (number > 0))
        free = room.height - bands - sum(heights[rows.start : rows.stop])
        early += free >= heights[rows.stop]
    return early


def given_pages(breaks: tuple[int, ...], count: int) -> tuple[range, ...]:
    """Return the rows of each page when the breaks are given."""
    firsts = sorted({0, *(b for b in breaks if 0 < b < count)})
    return tuple(range(a, b) for a, b in zip(firsts, [*firsts[1:], count], strict=True))


class Ends(NamedTuple):
    """The rows that an arrow joins, and whether it is a short branch."""

    start: int
    end: int
    short: bool


def _ends(sop: Sop) -> list[Ends]:
    """Return the ends of each arrow."""
    row = {langkah.id: langkah.baris for langkah in sop.langkah}
    kind = {langkah.id: langkah.simbol for langkah in sop.langkah}
    found = []
    for alur in sop.alur:
        if alur.dari in row and alur.ke in row:
            a, b = row[alur.dari], row[alur.ke]
            short = kind[alur.dari] == "keputusan" and abs(a - b) <= SHORT
            found.append(Ends(a, b, short))
    return found


def _price(rows: range, count: int, ends: list[Ends]) -> float:
    cut = sum(CUT + SHORT_BRANCH * s for a, b, s in ends if (a in rows) != (b in rows))
    return PAGE + cut if len(rows) < count else PAGE


def _fill(
    rows: range,
    heights: tuple[float, ...],
    room: Room,
    ends: list[Ends],
) -> float:
    """Return the price of how full a page is, its connector bands included."""
    cut = any((a in rows) != (b in rows) for a, b, _ in ends)
    used = sum(heights[rows.start : rows.stop]) + (2 * room.band if cut else 0.0)
    fill = used / room.height
    if fill > 1:
        return TOO_HIGH if len(rows) == 1 else float("inf")
    if rows.stop == len(heights) and rows.start > 0 and fill < LITTLE:
        return NEARLY_EMPTY
    return UNEVEN * (1 - fill) ** 2
