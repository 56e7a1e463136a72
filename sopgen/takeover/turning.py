"""How shapes are placed: moved, stretched, flipped and turned, groups within groups."""

from __future__ import annotations

import math

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass

#: EMU, the unit of Office drawings, in a millimetre; units of an angle in a degree.
EMU, ANGLE = 36000, 60000
#: What a guide of a preset connector is counted in.
PER = 100000
#: How the bends of preset connectors lie if nothing is said.
BENDS = {"3": (50000,), "4": (50000, 50000), "5": (50000, 50000, 50000)}


@dataclass(frozen=True, slots=True)
class Turning:
    """An affine map: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> Point:
        """Return where a point goes."""
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def after(self, first: Turning) -> Turning:
        """Return the map that does ``first`` and then this."""
        o = self.at(first.e, first.f)
        return Turning(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            o.x,
            o.y,
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape's frame before it is flipped and turned; ``rot`` in degrees."""

    x: float
    y: float
    w: float
    h: float
    rot: float = 0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def turning(self) -> Turning:
        """Return the map from the shape's own coordinates to those around it."""
        angle = math.radians(self.rot)
        cos, sin = math.cos(angle), math.sin(angle)
        kx, ky = (-1 if self.flip_h else 1), (-1 if self.flip_v else 1)
        cx, cy = self.x + self.w / 2, self.y + self.h / 2
        around = Turning(cos * kx, sin * kx, -sin * ky, cos * ky, cx, cy)
        return around.after(Turning(e=-self.w / 2, f=-self.h / 2))

    @property
    def lies(self) -> bool:
        """Return whether it is turned so far that width and height are swapped."""
        return 45 <= self.rot % 180 < 135


def bounds(points: list[Point] | tuple[Point, ...]) -> Box:
    """Return the least box round points."""
    xs, ys = [p.x for p in points], [p.y for p in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def corners(w: float, h: float) -> list[tuple[float, float]]:
    """Return the corners of a frame in its own coordinates."""
    return [(0, 0), (w, 0), (w, h), (0, h)]


def bent(
    preset: str, w: float, h: float, adjust: tuple[float, ...]
) -> list[tuple[float, float]]:
    """Return the line of a preset connector in its own frame.

    bentConnector3:   (0,0) ---- (x1,0)
                                   |
                                 (x1,h) ---- (w,h)      x1 = w * adjust / 100000
    """
    legs = preset[-1]
    if not preset.startswith(("bent", "curved")) or legs not in "2345":
        return [(0, 0), (w, h)]
    usual = BENDS.get(legs, ())
    stops = (*adjust, *usual[len(adjust) :])[: len(usual)]
    u, v = 0.0, 0.0
    made = [(u, v)]
    reach = [(w, h)[k % 2] * a / PER for k, a in enumerate(stops)]
    for k, stop in enumerate([*reach, (w, h)[len(reach) % 2]]):
        u, v = (stop, v) if k % 2 == 0 else (u, stop)
        made.append((u, v))
    return [*made, (w, h)]
