"""The drawings of a paragraph: DrawingML where there is any, else the older VML."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.nilai import dataclass
from sopgen.takeover.sketch import Sketch, chosen, frame_of, read_shape, xfrm_of
from sopgen.takeover.turning import EMU, Frame, Turning
from sopgen.takeover.vml import anchors
from sopgen.takeover.wordplace import CELL, Site, place_of
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

#: Groups of content controls, fields and runs that a drawing may stand in.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Pinned:
    """A drawing and what it is anchored to; ``width`` is that of its cell."""

    node: Element
    site: Site
    width: float = 0.0

    @property
    def apart(self) -> bool:
        """Return whether ids within it mean only what is in it."""
        return any(name(n) in ("wpc", "wgp") for n in self.node.iter())


def drawings(paragraph: Element, depth: int = 0) -> Iterator[Element]:
    """Yield the anchors and inline drawings of a paragraph, those of VML too."""
    for part in children(paragraph):
        kind = name(part)
        if kind == "AlternateContent":
            branch = chosen(part)
            if branch is not None:
                yield from drawings(branch, depth + 1)
        elif kind == "drawing":
            yield from children(part, "anchor", "inline")
        elif kind == "pict":
            yield from anchors(part)
        elif kind != "txbxContent" and depth < DEEPEST:
            yield from drawings(part, depth + 1)


def draw(sketch: Sketch, pinned: Pinned) -> bool:
    """Read a drawing; return whether its place is certain."""
    node, site = pinned.node, pinned.site
    x, y, sure = place_of(node, site)
    extent = child(node, "extent")
    w, h = (number(attr(extent, key)) / EMU for key in ("cx", "cy"))
    if name(node) == "inline" and pinned.width:
        x, y = site.x + max(pinned.width - w, 0) / 2, site.y + 0.5
    elif site.in_cell and attr(child(node, "positionH"), "relativeFrom") == "column":
        x += CELL
    data = child(node, "graphic", "graphicData")
    for part in children(data):
        _read(sketch, part, Frame(x * EMU, y * EMU, w * EMU, h * EMU))
    return sure


def _read(sketch: Sketch, part: Element, box: Frame) -> None:
    scale = Turning(1 / EMU, 0, 0, 1 / EMU)
    if name(part) == "wpc":
        moved = Turning(1 / EMU, 0, 0, 1 / EMU, box.x / EMU, box.y / EMU)
        read_shape(sketch, part, moved)
        return
    own = frame_of(xfrm_of(part))
    frame = Frame(
        box.x, box.y, own.w or box.w, own.h or box.h, own.rot, own.flip_h, own.flip_v
    )
    read_shape(sketch, part, scale, frame)
