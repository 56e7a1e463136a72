"""Turn an orthogonal line into a preset connector of Office drawings, and back.

A connector is a frame (before it is turned), a preset shape and how that is flipped
and turned; ``adjust`` says where it bends, in 100000ths of the frame's sides.

    bentConnector3:   (0,0) ---- (x1,0)
                                   |
                                 (x1,h) ---- (w,h)      x1 = w * adjust / 100000

All lengths are integers of one unit; DEGENERATE is the least side in EMU that Office
and LibreOffice draw well.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.model.nilai import dataclass

XY = tuple[int, int]
#: A frame without width is drawn this wide, as Office does itself: 1 pt in EMU.
DEGENERATE = 12700
#: An arrow with more bends is no connector.
BENDS_MAX = 4
QUARTER, THREE_QUARTERS = 5400000, 16200000
PER = 100000


@dataclass(frozen=True, slots=True)
class Connector:
    """A preset connector: frame x, y, width, height; adjustments; its turning."""

    preset: str
    frame: tuple[int, int, int, int]
    adjust: tuple[int, ...] = ()
    rot: int = 0
    flip_h: bool = False
    flip_v: bool = False


def simplified(points: Sequence[XY]) -> tuple[XY, ...]:
    """Return the line without repeated points and points on straight stretches."""
    made: list[XY] = []
    for point in points:
        if made and made[-1] == point:
            continue
        if len(made) > 1 and _straight(made[-2], made[-1], point):
            made.pop()
        made.append(point)
    return tuple(made)


def _straight(a: XY, b: XY, c: XY) -> bool:
    same_x, same_y = a[0] == b[0] == c[0], a[1] == b[1] == c[1]
    return same_x or same_y


def connect(points: Sequence[XY]) -> Connector | None:
    """Return the connector along points; nothing where it bends too often."""
    line = simplified(points)
    bends = len(line) - 2
    if bends > BENDS_MAX or bends < 0:
        return None
    if bends == 0:
        return _straight_connector(line[0], line[1])
    upright = line[0][0] == line[1][0]
    if upright:
        turned = [(y, x) for x, y in line]
        return _bent(turned, upright=True)
    return _bent(line, upright=False)


def _straight_connector(a: XY, b: XY) -> Connector:
    dx, dy = b[0] - a[0], b[1] - a[1]
    frame = (min(a[0], b[0]), min(a[1], b[1]), abs(dx), abs(dy))
    return Connector("straightConnector1", frame, (), 0, dx < 0, dy < 0)


def _bent(line: Sequence[XY], *, upright: bool) -> Connector:
    """Return a bent connector; u is the axis of its first leg, v the other."""
    end = line[-1]
    u0, v0 = _start(line)
    du, dv = end[0] - u0, end[1] - v0
    origin, size = (u0, v0), (du, dv)
    adjust = tuple(
        round(PER * (line[k][axis] - origin[axis]) / size[axis])
        for k in range(1, len(line) - 2)
        for axis in ((k - 1) % 2,)
    )
    preset = f"bentConnector{len(line) - 1}"
    low = (min(u0, end[0]), min(v0, end[1]))
    w, h = abs(du), abs(dv)
    if not upright:
        return Connector(preset, (*low, w, h), adjust, 0, du < 0, dv < 0)
    # The frame lies as if the first leg were horizontal: its centre is kept.
    x = round(low[1] + h / 2 - w / 2)
    y = round(low[0] + w / 2 - h / 2)
    down, right = du >= 0, dv >= 0
    rot = THREE_QUARTERS if down == right else QUARTER
    if not down:
        rot = QUARTER if right else THREE_QUARTERS
    return Connector(preset, (x, y, w, h), adjust, rot, right, not down)


def _start(line: Sequence[XY]) -> XY:
    """Return the start, moved under its symbol where the frame would be too thin."""
    (u0, v0), (u1, v1) = line[0], line[1]
    un, vn = line[-1]
    after = line[2] if len(line) > 2 else line[-1]
    if abs(un - u0) < DEGENERATE:
        u0 = un - (DEGENERATE if u1 >= u0 else -DEGENERATE)
    if abs(vn - v0) < DEGENERATE:
        v0 = vn - (DEGENERATE if after[1] >= v1 else -DEGENERATE)
    return u0, v0


def points_of(connector: Connector) -> tuple[XY, ...]:
    """Return the line that a connector draws."""
    x, y, w, h = connector.frame
    local = _local(connector.preset, w, h, connector.adjust)
    made = []
    for u, v in local:
        u = w - u if connector.flip_h else u
        v = h - v if connector.flip_v else v
        du, dv = u - w / 2, v - h / 2
        if connector.rot == QUARTER:
            du, dv = -dv, du
        elif connector.rot == THREE_QUARTERS:
            du, dv = dv, -du
        made.append((round(x + w / 2 + du), round(y + h / 2 + dv)))
    return tuple(made)


def _local(
    preset: str, w: int, h: int, adjust: tuple[int, ...]
) -> list[tuple[float, float]]:
    """Return a preset's line in its own frame."""
    if preset == "straightConnector1":
        return [(0, 0), (w, h)]
    u, v = 0.0, 0.0
    made = [(u, v)]
    stops = [(w, h)[k % 2] * a / PER for k, a in enumerate(adjust)]
    for k, stop in enumerate([*stops, (w, h)[len(stops) % 2]]):
        u, v = (stop, v) if k % 2 == 0 else (u, stop)
        made.append((u, v))
    return [*made, (w, h)]
