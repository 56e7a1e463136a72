"""Write DrawingML for Word: shapes, connectors, canvas, group, picture.

This module knows Word and nothing of SOP.  Lengths are EMU; ids are given by the
caller and unique in the document.  Source of the structure: MS-ODRAWXML 2.13-2.17.
"""

from __future__ import annotations

from sopgen.model.nilai import dataclass
from sopgen.render.connector import XY, Connector
from sopgen.render.docx.wml import add, run
from sopgen.render.drawingml import (
    RECT,
    Frame,
    Glue,
    Ink,
    Outline,
    Tag,
    glued,
    look,
    named,
    outline_of,
)
from sopgen.render.escaping import Ready
from sopgen.render.markup import NAMESPACES, Node, put

PART = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
PICTURE = NAMESPACES["pic"]


def shape(
    parent: Node, tag: Tag | None, outline: Outline, ink: Ink, *, box: bool = False
) -> Node:
    """Add a shape without text; ``write_in`` puts text into it.

    A shape that is itself the whole drawing has no tag; one for words is a ``box``.
    """
    node = put(parent, "wps:wsp")
    if tag:
        named(node, "wps:cNvPr", tag)
    put(node, "wps:cNvSpPr", txBox=1 if box else None)
    look(put(node, "wps:spPr"), outline, ink)
    _body(node)
    return node


def write_in(node: Node) -> Node:
    """Return the place for a shape's paragraphs; there must be at least one."""
    box = Node("wps:txbx")
    node.inside.insert(len(node.inside) - 1, box)
    return add(box, "txbxContent")


def words(parent: Node, tag: Tag, frame: Frame, ink: Ink) -> Node:
    """Add a text box; return the place for its paragraphs."""
    return write_in(shape(parent, tag, Outline(frame, RECT), ink, box=True))


def arrow(
    parent: Node, tag: Tag, drawn: Connector, ink: Ink, ends: tuple[Glue, Glue]
) -> Node:
    """Add a connector glued at both ends."""
    node = put(parent, "wps:wsp")
    named(node, "wps:cNvPr", tag)
    glued(put(node, "wps:cNvCnPr"), ends)
    look(put(node, "wps:spPr", bwMode="auto"), outline_of(drawn), ink)
    put(node, "wps:bodyPr")
    return node


def _body(node: Node) -> None:
    body = put(
        node, "wps:bodyPr", rot=0, vert="horz", wrap="square", lIns=0, tIns=0, rIns=0,
        bIns=0, anchor="ctr", anchorCtr=0,
    )  # fmt: skip
    put(body, "a:noAutofit")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a drawing stands that belongs to a paragraph and is no letter of it.

    ``at`` is measured from the left edge of ``base``, which is the margin or the
    column, and from the paragraph's top; ``depth`` is its place among what lies there.
    """

    tag: Tag
    at: XY
    size: XY
    depth: Ready
    base: str = "margin"


def shapes() -> Node:
    """Return a place to draw the shapes of a canvas in."""
    return Node("wpc:wpc")


def canvas(paragraph: Node, anchor: Anchor, drawn: Node, frame_id: Ready) -> None:
    """Add a canvas in front of the text, and a group for readers that know no canvas.

    ``drawn`` are its shapes, ``frame_id`` is for the frame of the group.
    """
    content = drawn.content()
    either = put(run(paragraph), "mc:AlternateContent")
    choice = put(either, "mc:Choice", Requires="wpc")
    data = _graphic(_anchored(choice, anchor), "Canvas")
    node = put(data, "wpc:wpc")
    put(put(node, "wpc:bg"), "a:noFill")
    put(put(put(node, "wpc:whole"), "a:ln"), "a:noFill")
    node.inside.append(content)
    data = _graphic(_anchored(put(either, "mc:Fallback"), anchor), "Group")
    group(data, anchor.size, frame_id).inside.append(content)


def group(parent: Node, size: XY, frame_id: Ready) -> Node:
    """Add a group with the frame that keeps it from being stretched."""
    node = put(parent, "wpg:wgp")
    put(node, "wpg:cNvGrpSpPr")
    xfrm = put(put(node, "wpg:grpSpPr"), "a:xfrm")
    for off, ext in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        put(xfrm, off, x=0, y=0)
        put(xfrm, ext, cx=size[0], cy=size[1])
    whole = Outline(Frame(0, 0, *size), RECT)
    shape(node, Tag(frame_id, "Bingkai"), whole, Ink())
    return node


def _anchored(parent: Node, anchor: Anchor) -> Node:
    node = put(
        put(parent, "w:drawing"), "wp:anchor", distT=0, distB=0, distL=0, distR=0,
        simplePos=0, relativeHeight=anchor.depth, behindDoc=0, locked=0,
        layoutInCell=1, allowOverlap=1,
    )  # fmt: skip
    put(node, "wp:simplePos", x=0, y=0)
    for name, base, offset in (
        ("wp:positionH", anchor.base, anchor.at[0]),
        ("wp:positionV", "paragraph", anchor.at[1]),
    ):
        put(put(node, name, relativeFrom=base), "wp:posOffset").say(str(offset))
    put(node, "wp:extent", cx=anchor.size[0], cy=anchor.size[1])
    put(node, "wp:effectExtent", l=0, t=0, r=0, b=0)
    put(node, "wp:wrapNone")
    _named(node, anchor.tag)
    return node


def _named(node: Node, tag: Tag) -> None:
    named(node, "wp:docPr", tag)
    put(node, "wp:cNvGraphicFramePr")


def _graphic(node: Node, kind: str) -> Node:
    uri = kind if ":" in kind else PART + kind
    return put(put(node, "a:graphic"), "a:graphicData", uri=uri)


def inline(parent: Node, tag: Tag, size: XY, kind: str) -> Node:
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


def picture(data: Node, tag: Tag, rid: str, size: XY) -> None:
    """Write a picture that is a part of the file."""
    node = put(data, "pic:pic")
    about = put(node, "pic:nvPicPr")
    put(about, "pic:cNvPr", id=tag.id, name=tag.name)
    put(about, "pic:cNvPicPr")
    fill = put(node, "pic:blipFill")
    put(fill, "a:blip").set("r:embed", rid)
    put(put(fill, "a:stretch"), "a:fillRect")
    pr = put(node, "pic:spPr")
    xfrm = put(pr, "a:xfrm")
    put(xfrm, "a:off", x=0, y=0)
    put(xfrm, "a:ext", cx=size[0], cy=size[1])
    put(put(pr, "a:prstGeom", prst="rect"), "a:avLst")
