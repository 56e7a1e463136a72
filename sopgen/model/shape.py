"""The drawn form of a symbol: outline, ports and text box, in its own millimetres."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sopgen.model.geometry import Box, Interval, Point, Side
from sopgen.model.nilai import dataclass

#: Points into which a curve of an outline is broken where a polygon is wanted.
CURVE_STEPS = 8
SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")
#: The order in which Office counts the sites of most shapes.
SITES: tuple[Side, ...] = ("top", "left", "bottom", "right")
#: How near a point must lie to a line to count as on it, mm.
ON_LINE = 0.02


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path: ``move``, ``line``, ``curve`` (three points) or ``close``."""

    verb: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A symbol as its SVG file in assets/symbols defines it.

    ``size`` is the drawn size; ``fit`` stretches it to a box, as the preset shapes
    of Word and Excel do.  ``outline`` is closed, ``strokes`` are the lines inside it.
    ``profil`` are the symbol sets it belongs to.  ``preset`` is the name of such a
    shape, if one is the same, ``sites`` are the numbers that it gives the ports, and
    ``mirip`` the shapes that old files use in its place.  ``warna`` is its colour on a
    screen, ``dot`` its shape in Graphviz.  ``pengganti`` is drawn for it in other sets;
    ``bila_dipakai`` says that only a book that uses it explains it; ``arti_sop`` is its
    meaning where it may also name another SOP.
    """

    nama: str
    arti: str
    urutan: int
    profil: frozenset[str]
    size: tuple[float, float]
    outline: tuple[PathStep, ...]
    ports: tuple[tuple[Side, Point], ...]
    teks: Box
    strokes: tuple[PathStep, ...] = ()
    preset: str = ""
    sites: tuple[tuple[Side, int], ...] = ()
    mirip: tuple[str, ...] = ()
    warna: str = ""
    dot: str = ""
    pengganti: str = ""
    bila_dipakai: bool = False
    arti_sop: str = ""

    def site(self, side: Side) -> int:
        """Return the number of a port among the sites where Office glues arrows."""
        given = dict(self.sites)
        return given.get(side, SITES.index(side))

    def fit(self, box: Box) -> tuple[PathStep, ...]:
        """Return the outline stretched to the box."""
        return self._stretched(self.outline, box)

    def inside(self, box: Box) -> tuple[PathStep, ...]:
        """Return the lines inside the outline, stretched to the box."""
        return self._stretched(self.strokes, box)

    def _stretched(self, steps: tuple[PathStep, ...], box: Box) -> tuple[PathStep, ...]:
        return tuple(
            PathStep(step.verb, tuple(self.placed(p, box) for p in step.points))
            for step in steps
        )

    def placed(self, point: Point, box: Box) -> Point:
        """Return where a point of the drawn symbol lies in the box."""
        w, h = self.size
        return Point(box.x + point.x * box.w / w, box.y + point.y * box.h / h)

    def text_box(self, box: Box) -> Box:
        """Return the room for text when the symbol fills the box."""
        kx, ky = box.w / self.size[0], box.h / self.size[1]
        t = self.teks
        return Box(box.x + t.x * kx, box.y + t.y * ky, t.w * kx, t.h * ky)

    def port(self, side: Side, box: Box) -> Point:
        """Return the middle of a side: where an arrow meets it by preference."""
        return self.placed(dict(self.ports)[side], box)

    def polygon(self, box: Box) -> tuple[Point, ...]:
        """Return the outline as a polygon, its curves in short straight pieces."""
        return tuple(self._corners(self.fit(box)))

    def _corners(self, steps: tuple[PathStep, ...]) -> Iterator[Point]:
        last = Point(0, 0)
        for step in steps:
            if step.verb == "curve":
                yield from (
                    _bezier(last, step.points, k) for k in range(1, CURVE_STEPS)
                )
            yield from step.points[-1:]
            last = step.points[-1] if step.points else last

    def flat(self, side: Side) -> Interval:
        """Return how far along a side (0 to 1) the outline runs straight on it.

        Arrows may meet the symbol anywhere there; elsewhere only in its port.  A
        side whose port is a corner or lies on a slope has no length.
        """
        w, h = self.size
        port = dict(self.ports)[side]
        along = 0 if side in ("top", "bottom") else 1
        full = (w, h)[along]
        edge = 0.0 if side in ("top", "left") else (h, w)[along]
        reach = [port[along]]
        corners = tuple(self._corners(self.outline))
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            on_edge = all(abs(p[1 - along] - edge) < ON_LINE for p in (a, b))
            lo, hi = sorted((a[along], b[along]))
            if on_edge and lo - ON_LINE <= port[along] <= hi + ON_LINE:
                reach += [lo, hi]
        return Interval(min(reach) / full, max(reach) / full)


def _bezier(start: Point, rest: tuple[Point, ...], k: int) -> Point:
    t = k / CURVE_STEPS
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    points = (start, *rest)
    return Point(
        sum(w * p.x for w, p in zip(weights, points, strict=True)),
        sum(w * p.y for w, p in zip(weights, points, strict=True)),
    )


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How an alur is drawn: line width, dashes and the arrowhead behind its tip.

    ``head`` is a polygon for an arrow that points right, its tip at (0, 0).
    """

    nama: str
    arti: str
    urutan: int
    profil: frozenset[str]
    width: float
    dashes: tuple[float, ...]
    head: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Symbols:
    """All symbols and lines of assets/symbols, by name."""

    shapes: dict[str, Shape]
    lines: dict[str, LineStyle]

    def legend(
        self, profil: str, drawn: Collection[str] = ()
    ) -> tuple[Shape | LineStyle, ...]:
        """Return the symbols of a profile in the order of the official legend.

        ``drawn`` are the names of those that are drawn: some are listed only then.
        """
        known = (s for s in self.shapes.values() if not s.bila_dipakai)
        used = (s for s in self.shapes.values() if s.bila_dipakai and s.nama in drawn)
        shapes = sorted((*known, *used), key=lambda s: s.urutan)
        lines = sorted(self.lines.values(), key=lambda s: s.urutan)
        every: list[Shape | LineStyle] = [*shapes, *lines]
        return tuple(s for s in every if profil in s.profil)
