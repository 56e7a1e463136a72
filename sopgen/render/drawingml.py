"""Write what DrawingML of Word and of Excel have in common: outlines, lines, glue.

This module knows nothing of SOP.  Lengths are EMU; ids are given by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.connector import QUARTER, THREE_QUARTERS, XY, Connector
from sopgen.render.escaping import Ready
from sopgen.render.markup import Node, put

EMU_PER_MM = 36000
#: Where an arrow meets a shape, as the angle that leads away from it.
ANGLES = {"top": 16200000, "left": 10800000, "bottom": 5400000, "right": 0}
#: A degree in the angles of DrawingML.
DEGREE = 60000
STEPS = {"move": "moveTo", "line": "lnTo", "curve": "cubicBezTo", "close": "close"}


def emu(mm: float) -> int:
    """Return mm in English metric units."""
    return round(mm * EMU_PER_MM)


@dataclass(frozen=True, slots=True)
class Tag:
    """What a shape is called: its id, its name, and what it shows in words.

    ``link`` is the relation that leads to what opens when it is clicked.
    """

    id: int | Ready
    name: str
    descr: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a shape lies before it is flipped and turned."""

    x: int
    y: int
    w: int
    h: int
    rot: int = 0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def seen(self) -> tuple[int, int, int, int]:
        """Return x, y, width and height as they are seen."""
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.rot not in (QUARTER, THREE_QUARTERS):
            return x, y, w, h
        return x + (w - h) // 2, y + (h - w) // 2, h, w


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of its own within its frame, with sites and room for text.

    ``steps`` are verb and points; ``sites`` are the side they leave by and a point;
    an ``open`` path is a line, not a shape.
    """

    steps: tuple[tuple[str, tuple[XY, ...]], ...]
    sites: tuple[tuple[str, XY], ...] = ()
    room: tuple[int, int, int, int] | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The outline of a shape: a preset with adjustments, or a path."""

    preset: str = "rect"
    adjust: tuple[int, ...] = ()
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Ink:
    """Fill as RRGGBB or nothing, the line's width and colour.

    ``head`` is an arrow's end.
    """

    fill: str = ""
    line: int = 0
    dashed: bool = False
    head: bool = False
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Glue:
    """The shape and its site where one end of a connector is fixed."""

    id: int | Ready
    site: int


class Outline(NamedTuple):
    """An outline in its place: the frame that it lies in, and its form."""

    frame: Frame
    form: Form


RECT = Form()


def outline_of(connector: Connector) -> Outline:
    """Return the outline of a preset connector."""
    c = connector
    frame = Frame(*c.frame, c.rot, c.flip_h, c.flip_v)
    return Outline(frame, Form(c.preset, c.adjust))


def within(points: Sequence[XY]) -> tuple[Frame, tuple[XY, ...]]:
    """Return the frame of points, and the points measured from its corner."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x, y = min(xs), min(ys)
    frame = Frame(x, y, max(xs) - x, max(ys) - y)
    return frame, tuple((px - x, py - y) for px, py in points)


def polyline(points: Sequence[XY]) -> Outline:
    """Return a line through points, as a path of its own."""
    frame, inside = within(points)
    steps = [("move", inside[:1]), *(("line", (p,)) for p in inside[1:])]
    return Outline(frame, Form(path=Path(tuple(steps), open=True)))


def curves(points: Sequence[XY]) -> Outline:
    """Return a line of Bézier curves: a start, then three points for each."""
    frame, inside = within(points)
    parts: Iterator[tuple[str, tuple[XY, ...]]] = (
        ("curve", inside[k : k + 3]) for k in range(1, len(inside) - 2, 3)
    )
    path = Path((("move", inside[:1]), *parts), open=True)
    return Outline(frame, Form(path=path))


def named(parent: Node, element: str, tag: Tag) -> None:
    """Say what a shape is called."""
    node = put(parent, element, id=tag.id, name=tag.name, descr=tag.descr or None)
    if tag.link:
        put(node, "a:hlinkClick").set("r:id", tag.link)


def glued(node: Node, ends: tuple[Glue, Glue]) -> None:
    """Say where a connector is fixed."""
    for name, end in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        put(node, name, id=end.id, idx=end.site)


def look(pr: Node, outline: Outline, ink: Ink, *, guided: bool = False) -> None:
    """Say where a shape lies, and how its outline is drawn.

    The angles of its sites may be ``guided``: see ``_angle``.
    """
    frame, form = outline
    xfrm = put(
        pr, "a:xfrm", rot=frame.rot or None, flipH=int(frame.flip_h) or None,
        flipV=int(frame.flip_v) or None,
    )  # fmt: skip
    put(xfrm, "a:off", x=frame.x, y=frame.y)
    put(xfrm, "a:ext", cx=frame.w, cy=frame.h)
    if form.path:
        _path(put(pr, "a:custGeom"), frame, form.path, guided=guided)
    else:
        values = put(put(pr, "a:prstGeom", prst=form.preset), "a:avLst")
        for number, value in enumerate(form.adjust, 1):
            put(values, "a:gd", name=f"adj{number}", fmla=f"val {value}")
    pr.inside.append(_ink(ink))


def _path(node: Node, frame: Frame, path: Path, *, guided: bool) -> None:
    put(node, "a:avLst")
    guides = put(node, "a:gdLst")
    room = path.room or (0, 0, frame.w, frame.h)
    for name, side, at in zip("ltrb", "whwh", room, strict=True):
        whole = max(frame.w if side == "w" else frame.h, 1)
        put(guides, "a:gd", name=f"t{name}", fmla=f"*/ {side} {at} {whole}")
    angles = {side: ANGLES[side] for side, _ in path.sites}
    names = {side: _angle(value) if guided else value for side, value in angles.items()}
    for side, value in angles.items():
        if guided and value:
            put(guides, "a:gd", name=names[side], fmla=f"val {value}")
    put(node, "a:ahLst")
    sites = put(node, "a:cxnLst")
    for side, (x, y) in path.sites:
        put(put(sites, "a:cxn", ang=names[side]), "a:pos", x=x, y=y)
    put(node, "a:rect", l="tl", t="tt", r="tr", b="tb")
    fill = "none" if path.open else None
    line = put(put(node, "a:pathLst"), "a:path", w=frame.w, h=frame.h, fill=fill)
    for verb, points in path.steps:
        step = put(line, f"a:{STEPS[verb]}")
        for x, y in points:
            put(step, "a:pt", x=x, y=y)


def _angle(value: int) -> str:
    """Return the guide that says an angle, named after its degrees.

    openpyxl takes such an angle for degrees and refuses a file with more than 360;
    DrawingML counts in 60000ths of one.  The name ``27_0`` is a number to the one,
    which reads 270, and a guide to Excel.
    """
    return f"{value // DEGREE // 10}_0" if value else "0"


@remembered(256)
def _ink(ink: Ink) -> str:
    """Return fill and line as XML: a book has a few."""
    pr = Node("a:ink")
    if ink.fill:
        put(put(pr, "a:solidFill"), "a:srgbClr", val=ink.fill)
    else:
        put(pr, "a:noFill")
    if not ink.line:
        put(put(pr, "a:ln"), "a:noFill")
        return pr.content()
    line = put(pr, "a:ln", w=ink.line)
    put(put(line, "a:solidFill"), "a:srgbClr", val=ink.colour)
    put(line, "a:prstDash", val="dash" if ink.dashed else "solid")
    put(line, "a:miter", lim=800000)
    if ink.head:
        put(line, "a:tailEnd", type="triangle", w="med", len="med")
    return pr.content()
