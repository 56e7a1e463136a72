"""Write DrawingML for Word with lxml: shapes, connectors, canvas, group, picture.

This module knows Word and nothing of SOP.  Lengths are EMU; ids are given by the
caller and unique in the document.  Source of the structure: MS-ODRAWXML 2.13-2.17.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sopgen.render.connector import XY, Connector
from sopgen.render.docx.wml import NSMAP, Element, add, clean, run

EMU_PER_MM = 36000
PART = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
#: What lies in front of the text is stacked from here on.
FRONT = 251658240
#: Where an arrow meets a shape, as the angle that leads away from it.
ANGLES = {"top": 16200000, "left": 10800000, "bottom": 5400000, "right": 0}


def emu(mm: float) -> int:
    """Return mm in English metric units."""
    return round(mm * EMU_PER_MM)


def put(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add an element such as ``a:ext`` with plain attributes."""
    prefix, _, tag = name.partition(":")
    node = etree.SubElement(parent, f"{{{NSMAP[prefix]}}}{tag}")
    for key, value in attributes.items():
        if value is not None:
            node.set(key, clean(value) if isinstance(value, str) else str(value))
    return node


@dataclass(frozen=True, slots=True)
class Tag:
    """What a shape is called: its id, its name, and what it shows in words."""

    id: int
    name: str
    descr: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a shape lies, and how it is flipped and turned."""

    x: int
    y: int
    w: int
    h: int
    rot: int = 0
    flip_h: bool = False
    flip_v: bool = False


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
    """Fill and line: colours as RRGGBB or nothing; ``head`` is an arrow's end."""

    fill: str = ""
    line: int = 0
    colour: str = "000000"
    dashed: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Glue:
    """The shape and its site where one end of a connector is fixed."""

    id: int
    site: int


RECT = Form("rect")


def form_of(connector: Connector) -> tuple[Frame, Form]:
    """Return frame and form of a preset connector."""
    c = connector
    frame = Frame(*c.frame, c.rot, c.flip_h, c.flip_v)
    return frame, Form(c.preset, c.adjust)


def shape(
    parent: Element, tag: Tag | None, frame: Frame, form: Form, ink: Ink
) -> Element:
    """Add a shape without text; ``write_in`` puts text into it.

    A shape that is itself the whole drawing has no tag.
    """
    node = put(parent, "wps:wsp")
    if tag:
        put(node, "wps:cNvPr", id=tag.id, name=tag.name, descr=tag.descr or None)
    put(node, "wps:cNvSpPr")
    _look(put(node, "wps:spPr"), frame, form, ink)
    _body(node)
    return node


def write_in(node: Element) -> Element:
    """Return the place for a shape's paragraphs; there must be at least one."""
    box = etree.Element(f"{{{NSMAP['wps']}}}txbx")
    node.insert(len(node) - 1, box)
    return add(box, "txbxContent")


def words(parent: Element, tag: Tag, frame: Frame, ink: Ink) -> Element:
    """Add a text box; return the place for its paragraphs."""
    node = shape(parent, tag, frame, RECT, ink)
    node[1].set("txBox", "1")
    return write_in(node)


def arrow(
    parent: Element, tag: Tag, drawn: Connector, ink: Ink, ends: tuple[Glue, Glue]
) -> Element:
    """Add a connector glued at both ends."""
    node = put(parent, "wps:wsp")
    put(node, "wps:cNvPr", id=tag.id, name=tag.name, descr=tag.descr or None)
    glue = put(node, "wps:cNvCnPr")
    for name, end in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        put(glue, name, id=end.id, idx=end.site)
    _look(put(node, "wps:spPr", bwMode="auto"), *form_of(drawn), ink)
    put(node, "wps:bodyPr")
    return node


def _body(node: Element) -> None:
    body = put(
        node, "wps:bodyPr", rot=0, vert="horz", wrap="square", lIns=0, tIns=0, rIns=0,
        bIns=0, anchor="ctr", anchorCtr=0,
    )  # fmt: skip
    put(body, "a:noAutofit")


def _look(pr: Element, frame: Frame, form: Form, ink: Ink) -> None:
    xfrm = put(
        pr, "a:xfrm", rot=frame.rot or None, flipH="1" if frame.flip_h else None,
        flipV="1" if frame.flip_v else None,
    )  # fmt: skip
    put(xfrm, "a:off", x=frame.x, y=frame.y)
    put(xfrm, "a:ext", cx=frame.w, cy=frame.h)
    if form.path:
        _path(pr, frame, form.path)
    else:
        preset = put(pr, "a:prstGeom", prst=form.preset)
        values = put(preset, "a:avLst")
        names = ["adj1", "adj2", "adj3"]
        for name, value in zip(names, form.adjust, strict=False):
            put(values, "a:gd", name=name, fmla=f"val {value}")
    _ink(pr, ink)


def _path(pr: Element, frame: Frame, path: Path) -> None:
    node = put(pr, "a:custGeom")
    put(node, "a:avLst")
    guides = put(node, "a:gdLst")
    left, top, right, bottom = path.room or (0, 0, frame.w, frame.h)
    room = {
        "tl": ("w", left),
        "tt": ("h", top),
        "tr": ("w", right),
        "tb": ("h", bottom),
    }
    for name, (side, at) in room.items():
        whole = max(frame.w if side == "w" else frame.h, 1)
        put(guides, "a:gd", name=name, fmla=f"*/ {side} {at} {whole}")
    put(node, "a:ahLst")
    sites = put(node, "a:cxnLst")
    for side, (x, y) in path.sites:
        site = put(sites, "a:cxn", ang=ANGLES[side])
        put(site, "a:pos", x=x, y=y)
    put(node, "a:rect", l="tl", t="tt", r="tr", b="tb")
    line = put(
        put(node, "a:pathLst"), "a:path", w=frame.w, h=frame.h,
        fill="none" if path.open else None,
    )  # fmt: skip
    tags = {"move": "moveTo", "line": "lnTo", "curve": "cubicBezTo", "close": "close"}
    for verb, points in path.steps:
        step = put(line, f"a:{tags[verb]}")
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
    put(put(line, "a:solidFill"), "a:srgbClr", val=ink.colour)
    put(line, "a:prstDash", val="dash" if ink.dashed else "solid")
    put(line, "a:miter", lim=800000)
    if ink.head:
        put(line, "a:tailEnd", type="triangle", w="med", len="med")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a drawing stands that belongs to a paragraph and is no letter of it.

    ``at`` is measured from the column's left edge and the paragraph's top.
    """

    tag: Tag
    at: XY
    size: XY


def canvas(paragraph: Element, anchor: Anchor) -> Element:
    """Add a canvas in front of the text; return it, to be filled and then mirrored."""
    content = put(run(paragraph), "mc:AlternateContent")
    choice = put(content, "mc:Choice", Requires="wpc")
    data = _graphic(_anchored(choice, anchor), "Canvas")
    node = put(data, "wpc:wpc")
    put(put(node, "wpc:bg"), "a:noFill")
    put(put(put(node, "wpc:whole"), "a:ln"), "a:noFill")
    put(content, "mc:Fallback")
    return node


def mirror(node: Element, anchor: Anchor, frame_id: int) -> None:
    """Repeat a filled canvas as a group, for readers that know no canvas."""
    content = next(node.iterancestors(f"{{{NSMAP['mc']}}}AlternateContent"))
    data = _graphic(_anchored(content[1], anchor), "Group")
    inside = group(data, anchor.size, frame_id)
    for child in node.iterchildren(f"{{{NSMAP['wps']}}}wsp"):
        inside.append(deepcopy(child))


def group(parent: Element, size: XY, frame_id: int) -> Element:
    """Add a group with the frame that keeps it from being stretched."""
    node = put(parent, "wpg:wgp")
    put(node, "wpg:cNvGrpSpPr")
    xfrm = put(put(node, "wpg:grpSpPr"), "a:xfrm")
    for off, ext in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        put(xfrm, off, x=0, y=0)
        put(xfrm, ext, cx=size[0], cy=size[1])
    shape(node, Tag(frame_id, "Bingkai"), Frame(0, 0, *size), RECT, Ink())
    return node


def _anchored(parent: Element, anchor: Anchor) -> Element:
    node = put(
        put(parent, "w:drawing"), "wp:anchor", distT=0, distB=0, distL=0, distR=0,
        simplePos=0, relativeHeight=FRONT + anchor.tag.id, behindDoc=0, locked=0,
        layoutInCell=1, allowOverlap=1,
    )  # fmt: skip
    put(node, "wp:simplePos", x=0, y=0)
    for name, base, offset in (
        ("wp:positionH", "margin", anchor.at[0]),
        ("wp:positionV", "paragraph", anchor.at[1]),
    ):
        put(put(node, name, relativeFrom=base), "wp:posOffset").text = str(offset)
    put(node, "wp:extent", cx=anchor.size[0], cy=anchor.size[1])
    put(node, "wp:effectExtent", l=0, t=0, r=0, b=0)
    put(node, "wp:wrapNone")
    _named(node, anchor.tag)
    return node


def _named(node: Element, tag: Tag) -> None:
    put(node, "wp:docPr", id=tag.id, name=tag.name, descr=tag.descr or None)
    put(node, "wp:cNvGraphicFramePr")


def _graphic(node: Element, kind: str) -> Element:
    uri = kind if ":" in kind else PART + kind
    return put(put(node, "a:graphic"), "a:graphicData", uri=uri)


def inline(parent: Element, tag: Tag, size: XY, kind: str) -> Element:
    """Add a drawing that stands in the line like a letter; return its data.

    ``kind`` is Shape or Group, which only newer readers know, or PICTURE.
    """
    content = run(parent)
    if kind != PICTURE:
        prefix = {"Shape": "wps", "Group": "wpg"}[kind]
        alternate = put(content, "mc:AlternateContent")
        content = put(alternate, "mc:Choice", Requires=prefix)
        put(alternate, "mc:Fallback")
    node = put(
        put(content, "w:drawing"), "wp:inline", distT=0, distB=0, distL=0, distR=0
    )
    put(node, "wp:extent", cx=size[0], cy=size[1])
    put(node, "wp:effectExtent", l=0, t=0, r=0, b=0)
    _named(node, tag)
    return _graphic(node, kind)


def picture(data: Element, tag: Tag, rid: str, size: XY) -> None:
    """Write a picture that is a part of the file."""
    node = put(data, "pic:pic")
    about = put(node, "pic:nvPicPr")
    put(about, "pic:cNvPr", id=tag.id, name=tag.name)
    put(about, "pic:cNvPicPr")
    fill = put(node, "pic:blipFill")
    put(fill, "a:blip").set(f"{{{NSMAP['r']}}}embed", rid)
    put(put(fill, "a:stretch"), "a:fillRect")
    pr = put(node, "pic:spPr")
    xfrm = put(pr, "a:xfrm")
    put(xfrm, "a:off", x=0, y=0)
    put(xfrm, "a:ext", cx=size[0], cy=size[1])
    put(put(pr, "a:prstGeom", prst="rect"), "a:avLst")


def within(points: Sequence[XY]) -> tuple[Frame, tuple[XY, ...]]:
    """Return the frame of points, and the points measured from its corner."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x, y = min(xs), min(ys)
    frame = Frame(x, y, max(xs) - x, max(ys) - y)
    return frame, tuple((px - x, py - y) for px, py in points)


def polyline(points: Sequence[XY]) -> tuple[Frame, Form]:
    """Return a line through points, as a path of its own."""
    frame, inside = within(points)
    steps = [("move", inside[:1]), *(("line", (p,)) for p in inside[1:])]
    return frame, Form(path=Path(tuple(steps), open=True))


def curves(points: Sequence[XY]) -> tuple[Frame, Form]:
    """Return a line of Bézier curves: a start, then three points for each."""
    frame, inside = within(points)
    parts: Iterator[tuple[str, tuple[XY, ...]]] = (
        ("curve", inside[k : k + 3]) for k in range(1, len(inside) - 2, 3)
    )
    return frame, Form(path=Path((("move", inside[:1]), *parts), open=True))
