"""Write DrawingML for Excel with lxml: shapes, text boxes and glued connectors.

This module knows Excel and nothing of SOP.  Lengths are EMU from the sheet's corner.
LibreOffice draws connectors without their bends, so that each arrow is written twice:
as a connector for Excel, and as a plain shape with the same outline for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from lxml import etree

from sopgen.render.connector import QUARTER, THREE_QUARTERS, XY, Connector
from sopgen.render.xlsx.grid import marker

Element: TypeAlias = etree._Element

OOXML = "http://schemas.openxmlformats.org"
NSMAP = {
    "xdr": f"{OOXML}/drawingml/2006/spreadsheetDrawing",
    "a": f"{OOXML}/drawingml/2006/main",
    "r": f"{OOXML}/officeDocument/2006/relationships",
    "mc": f"{OOXML}/markup-compatibility/2006",
    "xdr14": "http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing",
}
#: Where an arrow meets a shape, as the angle that leads away from it.
ANGLES = {"top": 16200000, "left": 10800000, "bottom": 5400000, "right": 0}
#: How much wider columns are in LibreOffice, which does not round their digits' width.
WIDER = 1.056
STEPS = {"move": "moveTo", "line": "lnTo", "curve": "cubicBezTo", "close": "close"}


def put(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add an element such as ``a:ext``; attributes that are None are left out."""
    prefix, _, tag = name.partition(":")
    node = etree.SubElement(parent, f"{{{NSMAP[prefix]}}}{tag}", nsmap=NSMAP)
    for key, value in attributes.items():
        if value is not None:
            node.set(key, str(value))
    return node


@dataclass(frozen=True, slots=True)
class Tag:
    """What a shape is called: its id, its name, and what it stands for."""

    id: int
    name: str
    descr: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of its own within its frame, with sites and room for text.

    ``steps`` are verb and points; ``sites`` are the side they leave by and a point;
    without ``room`` for text the path is an open line.
    """

    steps: tuple[tuple[str, tuple[XY, ...]], ...]
    sites: tuple[tuple[str, XY], ...] = ()
    room: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """Where a shape lies before it is turned, and its outline: a preset or a path.

    ``other`` are the adjustments of a connector for LibreOffice, if they differ.
    """

    frame: tuple[int, int, int, int]
    preset: str = "rect"
    path: Path | None = None
    adjust: tuple[int, ...] = ()
    rot: int = 0
    flip: tuple[bool, bool] = (False, False)
    other: tuple[int, ...] = ()

    @property
    def seen(self) -> tuple[int, int, int, int]:
        """Return the frame as it is seen; Excel anchors turned shapes by it."""
        x, y, w, h = self.frame
        if self.rot not in (QUARTER, THREE_QUARTERS):
            return self.frame
        return x + (w - h) // 2, y + (h - w) // 2, h, w


def form_of(drawn: Connector, other: tuple[int, ...] = ()) -> Form:
    """Return the form of a preset connector."""
    flip = (drawn.flip_h, drawn.flip_v)
    return Form(drawn.frame, drawn.preset, None, drawn.adjust, drawn.rot, flip, other)


def polyline(points: Sequence[XY]) -> Form:
    """Return a line through points, as a path of its own."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x, y = min(xs), min(ys)
    inside = [(px - x, py - y) for px, py in points]
    steps = [("move", (inside[0],)), *(("line", (p,)) for p in inside[1:])]
    return Form((x, y, max(xs) - x, max(ys) - y), path=Path(tuple(steps)))


@dataclass(frozen=True, slots=True)
class Ink:
    """Fill as RRGGBB or nothing, the line's width; ``head`` is an arrow's end."""

    fill: str = ""
    line: int = 0
    dashed: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Broken lines of one size in a shape; ``align`` is l, ctr or r.

    ``pitch`` is the distance of lines in sizes, where it matters.
    """

    lines: tuple[str, ...]
    size_pt: float
    bold: bool = False
    align: str = "ctr"
    pitch: float = 0.0


@dataclass(frozen=True, slots=True)
class Glue:
    """The shape and its site where one end of a connector is fixed."""

    id: int
    site: int


class Canvas:
    """The drawing over a sheet, its anchors one above the other.

    ``xs`` and ``ys`` are the edges of columns and rows: each shape hangs on cells, so
    that it moves and grows with them.
    """

    def __init__(self, xs: Sequence[int], ys: Sequence[int]) -> None:
        self.xs, self.ys = xs, ys
        self.anchors: list[Element] = []

    def widened(self, x: int) -> int:
        """Return where a place lies in LibreOffice: as far into its column as here."""
        column, offset = marker(self.xs, x)
        return round(self.xs[column] * WIDER) + offset

    def shape(self, tag: Tag, form: Form, ink: Ink, words: Words | None = None) -> None:
        """Add a shape; words without a line round them are a text box."""
        anchor = self._anchor(form)
        _shape(anchor, (tag, form, ink), words)
        put(anchor, "xdr:clientData")

    def arrow(self, tag: Tag, form: Form, ink: Ink, ends: tuple[Glue, Glue]) -> None:
        """Add a connector glued at both ends, with a plain shape for LibreOffice."""
        anchor = self._anchor(form)
        either = put(anchor, "mc:AlternateContent")
        choice = put(either, "mc:Choice", Requires="xdr14")
        node = put(choice, "xdr:cxnSp", macro="")
        about = put(node, "xdr:nvCxnSpPr")
        _named(about, tag)
        glue = put(about, "xdr:cNvCxnSpPr")
        for name, end in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
            put(glue, name, id=end.id, idx=end.site)
        _look(put(node, "xdr:spPr"), form, ink)
        form = replace(form, adjust=form.other or form.adjust)
        _shape(put(either, "mc:Fallback"), (tag, form, ink), None)
        put(anchor, "xdr:clientData")

    def _anchor(self, form: Form) -> Element:
        x, y, w, h = form.seen
        name = f"{{{NSMAP['xdr']}}}twoCellAnchor"
        anchor = etree.Element(name, nsmap=NSMAP)
        anchor.set("editAs", "twoCell")
        for tag, px, py in (("xdr:from", x, y), ("xdr:to", x + w, y + h)):
            node = put(anchor, tag)
            for axis, edges, at in (("col", self.xs, px), ("row", self.ys, py)):
                number, offset = marker(edges, at)
                put(node, f"xdr:{axis}").text = str(number)
                put(node, f"xdr:{axis}Off").text = str(offset)
        self.anchors.append(anchor)
        return anchor


def _shape(parent: Element, what: tuple[Tag, Form, Ink], words: Words | None) -> None:
    tag, form, ink = what
    node = put(parent, "xdr:sp", macro="", textlink="")
    about = put(node, "xdr:nvSpPr")
    _named(about, tag)
    box = words is not None and not ink.line
    put(about, "xdr:cNvSpPr", txBox="1" if box else None)
    _look(put(node, "xdr:spPr"), form, ink)
    if words:
        _words(put(node, "xdr:txBody"), words)


def _named(parent: Element, tag: Tag) -> None:
    put(parent, "xdr:cNvPr", id=tag.id, name=tag.name, descr=tag.descr or None)


def _words(body: Element, words: Words) -> None:
    put(
        body, "a:bodyPr", vertOverflow="overflow", horzOverflow="overflow",
        wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, rtlCol=0, anchor="ctr",
    )  # fmt: skip
    put(body, "a:lstStyle")
    line = put(body, "a:p")
    look = put(line, "a:pPr", algn=words.align)
    if words.pitch:
        spacing = round(words.pitch * words.size_pt * 100)
        put(put(look, "a:lnSpc"), "a:spcPts", val=spacing)
    for number, text in enumerate(words.lines):
        if number:
            _letters(put(line, "a:br"), words)
        run = put(line, "a:r")
        _letters(run, words)
        put(run, "a:t").text = text


def _letters(run: Element, words: Words) -> None:
    size = round(words.size_pt * 100)
    node = put(run, "a:rPr", lang="id-ID", sz=size, b=int(words.bold) or None)
    put(put(node, "a:solidFill"), "a:srgbClr", val="000000")
    put(node, "a:latin", typeface="Arial")
    put(node, "a:cs", typeface="Arial")


def _look(pr: Element, form: Form, ink: Ink) -> None:
    x, y, w, h = form.frame
    flip_h, flip_v = form.flip
    xfrm = put(
        pr, "a:xfrm", rot=form.rot or None, flipH=int(flip_h) or None,
        flipV=int(flip_v) or None,
    )  # fmt: skip
    put(xfrm, "a:off", x=x, y=y)
    put(xfrm, "a:ext", cx=w, cy=h)
    if form.path:
        _path(put(pr, "a:custGeom"), form, form.path)
    else:
        values = put(put(pr, "a:prstGeom", prst=form.preset), "a:avLst")
        for number, value in enumerate(form.adjust, 1):
            put(values, "a:gd", name=f"adj{number}", fmla=f"val {value}")
    _ink(pr, ink)


def _path(node: Element, form: Form, path: Path) -> None:
    _, _, w, h = form.frame
    put(node, "a:avLst")
    guides = put(node, "a:gdLst")
    room = path.room or (0, 0, w, h)
    for name, side, at in zip("ltrb", "whwh", room, strict=True):
        whole = max(w if side == "w" else h, 1)
        put(guides, "a:gd", name=f"t{name}", fmla=f"*/ {side} {at} {whole}")
    put(node, "a:ahLst")
    sites = put(node, "a:cxnLst")
    for side, (x, y) in path.sites:
        put(put(sites, "a:cxn", ang=ANGLES[side]), "a:pos", x=x, y=y)
    put(node, "a:rect", l="tl", t="tt", r="tr", b="tb")
    lines = put(node, "a:pathLst")
    line = put(lines, "a:path", w=w, h=h, fill=None if path.room else "none")
    for verb, points in path.steps:
        step = put(line, f"a:{STEPS[verb]}")
        for x, y in points:
            put(step, "a:pt", x=x, y=y)


def _ink(pr: Element, ink: Ink) -> None:
    if ink.fill:
        put(put(pr, "a:solidFill"), "a:srgbClr", val=ink.fill)
    else:
        put(pr, "a:noFill")
    if not ink.line:
        put(put(pr, "a:ln"), "a:noFill")
        return
    line = put(pr, "a:ln", w=ink.line)
    put(put(line, "a:solidFill"), "a:srgbClr", val="000000")
    put(line, "a:prstDash", val="dash" if ink.dashed else "solid")
    put(line, "a:miter", lim=800000)
    if ink.head:
        put(line, "a:tailEnd", type="triangle", w="med", len="med")
