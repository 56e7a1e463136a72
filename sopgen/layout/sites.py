"""Where arrows may meet a symbol: in the middles of its sides, and beside them.

Beside the middles they meet it only where it has many arrows: on the straight part of
a side, and on the slopes of a diamond that has more lines than corners.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from sopgen.layout.bersama import Kotak
from sopgen.layout.route.ways.costs import GAP
from sopgen.layout.route.ways.task import Site
from sopgen.model.geometry import Box, Interval, Point, Side
from sopgen.model.nilai import dataclass
from sopgen.model.shape import SIDES, Shape
from sopgen.model.sop import Alur

#: Arrows at a symbol from which on it may need more than the middles of its sides.
MANY_ARROWS = 4
#: How far from the middle, as part of the side, the other sites lie.
OFF_MIDDLE, OFF_MOST = 0.28, 0.4
#: The same on the slopes of a diamond.
OFF_CORNER = 0.18
#: How far from the tip of a symbol, as part of its half, arrows may meet its slopes.
SLOPE_LEAST, SLOPE_MOST = 0.15, 0.8
UPRIGHT: tuple[Side, ...] = ("top", "bottom")
#: Two ends of arrows on one slope are so far apart at least, mm; 3.2 pt.
ENDS_APART = 1.12


@dataclass(frozen=True, slots=True)
class Crowds:
    """How many arrows each langkah has, and how many places they need at least.

    Arrows of one kind may come in together; each one out has a place of its own.
    """

    arrows: Mapping[str, int]
    places: Mapping[str, int]


def count_arrows(alur: tuple[Alur, ...]) -> Crowds:
    """Return the crowds of a SOP."""
    arrows: dict[str, int] = {}
    places: dict[str, int] = {}
    for end in (end for one in alur for end in (one.dari, one.ke)):
        arrows[end] = arrows.get(end, 0) + 1
    kinds = dict.fromkeys((one.ke, one.jenis) for one in alur)
    for end in (*(one.dari for one in alur), *(ke for ke, _ in kinds)):
        places[end] = places.get(end, 0) + 1
    return Crowds(arrows, places)


@dataclass(frozen=True, slots=True)
class Sites:
    """Finds the sites of symbols; ``flats`` are looked for once.

    ``needed`` is how many places arrows take of each symbol of several pelaksana.
    """

    crowds: Crowds
    needed: Mapping[str, int] = field(default_factory=dict)
    flats: dict[tuple[str, Side], Interval] = field(default_factory=dict)

    def of(self, langkah: str, shape: Shape, box: Box) -> tuple[Site, ...]:
        """Return where arrows may meet a langkah's symbol."""
        many = self.crowds.arrows.get(langkah, 0) >= MANY_ARROWS
        if self.sloped(shape):
            many = self.crowds.places.get(langkah, 0) > len(SIDES)
            beside = tuple(_slopes(shape, box)) if many else ()
        else:
            beside = tuple(self._beside(shape, box)) if many else ()
        found: list[Site] = []
        for side in SIDES:
            point = shape.port(side, box)
            found.append(Site(side, _along(side, point, box), point, True))
            found += (site for site in beside if site.side == side)
        return tuple(found)

    def joint(
        self,
        langkah: str,
        kotak: Kotak,
        sides: tuple[Side, ...],
        tips: tuple[float, ...],
    ) -> tuple[Site, ...]:
        """Return where arrows may meet a box over several lanes, or one of several.

        At its top and foot they meet it in the middle of any lane, and opposite to the
        tips of others; where slopes or a tie take too much of a symbol, they also meet
        it beside these, and on the slopes.
        """
        tight = len(sides) < min(self.needed.get(langkah, 0), len(SIDES))
        many = tight or self.crowds.arrows.get(langkah, 0) >= MANY_ARROWS
        beside = tuple(self._beside(kotak.shape, kotak.box)) if many else ()
        found: list[Site] = []
        for side in sides:
            if len(kotak.lanes) > 1 and side in UPRIGHT:
                in_lanes = list(_in_lanes(kotak, side, tips))
                found += in_lanes
                if len(in_lanes) < len(kotak.lanes):
                    spare = (site for site in beside if site.side == side)
                    found += (site for site in spare if _apart(site, in_lanes))
                continue
            point = kotak.shape.port(side, kotak.box)
            found.append(Site(side, _along(side, point, kotak.box), point, True))
            found += (site for site in beside if site.side == side)
        if tight and sides and self.sloped(kotak.shape):
            found += [site for side in UPRIGHT for site in _on_slopes(kotak, side)]
        return tuple(found)

    def sloped(self, shape: Shape) -> bool:
        """Tell whether all ports of a shape are corners, as those of a diamond."""
        return all(self._flat(shape, side).length == 0 for side in SIDES)

    def _beside(self, shape: Shape, box: Box) -> Iterator[Site]:
        """Yield the sites beside the middles, where sides are straight."""
        for side in SIDES:
            point, full = shape.port(side, box), _length(side, box)
            at, flat = _along(side, point, box), self._flat(shape, side)
            aside = max(OFF_MIDDLE, GAP / full)
            for off in (-aside, aside) if aside <= OFF_MOST else ():
                if flat.start <= at + off <= flat.end:
                    yield Site(side, at + off, _moved(side, point, off * full), False)

    def _flat(self, shape: Shape, side: Side) -> Interval:
        key = (shape.nama, side)
        if key not in self.flats:
            self.flats[key] = shape.flat(side)
        return self.flats[key]


def _slopes(shape: Shape, box: Box) -> Iterator[Site]:
    """Yield the sites beside the corners of a diamond, as far as it has room."""
    aside = {side: max(OFF_CORNER, GAP / _length(side, box)) for side in SIDES}
    between = (box.w + box.h) * (0.5 - aside["top"] - aside["left"])
    for side in SIDES if between >= ENDS_APART else ("left", "right"):
        corner, full = shape.port(side, box), _length(side, box)
        for off in (-aside[side], aside[side]) if aside[side] <= OFF_MOST else ():
            inward = 2 * aside[side] * _length(_across(side), box) / 2
            point = _inward(side, _moved(side, corner, off * full), inward)
            yield Site(side, 0.5 + off, point, False)


def _in_lanes(kotak: Kotak, side: Side, tips: tuple[float, ...]) -> Iterator[Site]:
    """Yield the middles of the lanes on a side of a box, and what lies over tips."""
    box, y = kotak.box, kotak.shape.port(side, kotak.box).y
    for x in kotak.points(side, tips):
        yield Site(side, (x - box.x) / box.w, Point(x, y), True)


def _apart(site: Site, others: list[Site]) -> bool:
    """Tell whether arrows at a site above or below a symbol keep clear of others."""
    return all(abs(site.point.x - one.point.x) >= GAP for one in others)


def _on_slopes(kotak: Kotak, side: Side) -> Iterator[Site]:
    """Yield places on the slopes above or below a symbol.

    They are in the middles of its lanes; of one lane, in those of the slopes.
    """
    box, tip = kotak.box, kotak.shape.port(side, kotak.box)
    middles = [lane.middle for lane in kotak.lanes]
    if len(middles) == 1:
        middles = [box.x + part * box.w for part in (0.25, 0.75)]
    for x in middles:
        away = abs(x - tip.x) / (box.w / 2)
        if SLOPE_LEAST < away < SLOPE_MOST:
            place = Point(x, tip.y + away * (box.cy - tip.y))
            yield Site(side, (x - box.x) / box.w, place, False)


def _upright(side: Side) -> bool:
    return side in ("left", "right")


def _across(side: Side) -> Side:
    return "top" if _upright(side) else "left"


def _length(side: Side, box: Box) -> float:
    return box.h if _upright(side) else box.w


def _along(side: Side, point: Point, box: Box) -> float:
    """Return how far along a side a point lies, 0 to 1."""
    if _upright(side):
        return (point.y - box.y) / box.h
    return (point.x - box.x) / box.w


def _moved(side: Side, point: Point, by: float) -> Point:
    """Return a point moved along a side."""
    return (
        Point(point.x, point.y + by) if _upright(side) else Point(point.x + by, point.y)
    )


def _inward(side: Side, point: Point, by: float) -> Point:
    """Return a point moved from a side into the symbol."""
    dx = {"left": by, "right": -by}.get(side, 0.0)
    dy = {"top": by, "bottom": -by}.get(side, 0.0)
    return Point(point.x + dx, point.y + dy)
