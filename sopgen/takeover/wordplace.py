"""Where a drawing of Word lies over a table: it is anchored to all kinds of things."""

from __future__ import annotations

from itertools import pairwise

from sopgen.model.nilai import dataclass
from sopgen.takeover.turning import EMU
from sopgen.takeover.wordtext import TWIP
from sopgen.takeover.xmlread import Element, attr, child, number

#: Left and right margin of Word's cells, mm.
CELL = 1.9


@dataclass(frozen=True, slots=True)
class Paper:
    """A section's page, mm."""

    w: float = 330
    h: float = 215
    left: float = 20
    top: float = 20
    right: float = 20
    bottom: float = 20

    @property
    def column(self) -> float:
        """Return the width of the text."""
        return self.w - self.left - self.right


def paper_of(section: Element | None) -> Paper:
    """Return the page that a sectPr describes."""
    size, margin = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margin is None:
        return Paper()
    w, h = (abs(number(attr(size, key))) * TWIP for key in "wh")
    left, top, right, bottom = (
        abs(number(attr(margin, key))) * TWIP
        for key in ("left", "top", "right", "bottom")
    )
    return Paper(w, h, left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class Site:
    """What a drawing is anchored to, seen from the top-left corner of a table, mm.

    ``x`` and ``y`` are of the paragraph; ``margin`` is where the text of the page
    begins, ``page`` is where the page itself begins.
    """

    x: float
    y: float
    margin: tuple[float, float]
    page: tuple[float, float]
    width: float = 0.0
    in_cell: bool = False


def place_of(anchor: Element, site: Site) -> tuple[float, float, bool]:
    """Return left and top of a drawing over its table, and whether that is certain."""
    across, down = child(anchor, "positionH"), child(anchor, "positionV")
    if across is None and down is None:
        return site.x, site.y, False
    extent = child(anchor, "extent")
    w = number(attr(extent, "cx")) / EMU
    x = _from(attr(across, "relativeFrom"), site, 0) + _offset(across, w, site)
    y = _from(attr(down, "relativeFrom"), site, 1) + _offset(down, 0, site)
    sure = attr(down, "relativeFrom") in ("paragraph", "line")
    return x, y, sure


def _from(base: str, site: Site, axis: int) -> float:
    """Return where a base of measurement lies."""
    if base == "page":
        return site.page[axis]
    if base in ("margin", "leftMargin", "topMargin", "insideMargin"):
        return site.margin[axis]
    return (site.x, site.y)[axis]


def _offset(side: Element | None, size: float, site: Site) -> float:
    given = child(side, "posOffset")
    if given is not None:
        return number(given.text) / EMU
    align = child(side, "align")
    word = "" if align is None else (align.text or "")
    if word == "center" and size:
        return (site.width - size) / 2
    return site.width - size if word == "right" and size else 0.0


def page_starts(
    ys: tuple[float, ...], top: float, paper: Paper, head: float
) -> list[tuple[float, float]]:
    """Return where each page of a table begins: in the table, and on its page.

    ``top`` is where the table begins on its first page, ``head`` is the height of the
    heading that later pages repeat.
    """
    starts = [(0.0, top)]
    room = paper.h - paper.bottom
    for upper, lower in pairwise(ys):
        begun, at = starts[-1]
        if at + lower - begun > room + 1 and upper > begun:
            starts.append((upper, paper.top + head))
    return starts
