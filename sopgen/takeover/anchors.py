"""Read what is drawn over a worksheet; its anchors say where, in cells."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Box
from sopgen.ooxml import Package
from sopgen.takeover import findings as codes
from sopgen.takeover.board import Board
from sopgen.takeover.sketch import (
    MOST_SHAPES,
    Sketch,
    chosen,
    frame_of,
    read_shape,
    xfrm_of,
)
from sopgen.takeover.turning import EMU, Frame, Turning
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

SHAPES = frozenset(("sp", "cxnSp", "grpSp", "pic", "graphicFrame", "contentPart"))
TOO_MANY = f"lebih dari {MOST_SHAPES} bentuk; sisanya tidak dibaca"
MM = Turning(1 / EMU, 0, 0, 1 / EMU)


def read_anchors(
    package: Package, part: str, root: Element, board: Board, found: list[Diagnostic]
) -> Board:
    """Return the board with what is drawn over it."""
    sketch = Sketch()
    for kind, target in package.relations(part).values():
        if kind != "drawing":
            continue
        try:
            drawing = package.xml(target)
        except (KeyError, etree.XMLSyntaxError):
            message = "gambar di lembar ini rusak; panah dan simbol tidak dibaca"
            at = board.span(0, 0)
            found.append(diagnose_lightly(codes.BROKEN_PART, message, at))
            continue
        _read(sketch, drawing, board)
    if sketch.count > MOST_SHAPES:
        found.append(board.finding(codes.TOO_MUCH, TOO_MANY, board.cell(0, 0)))
    return replace(board, drawing=sketch.drawing)


def _read(sketch: Sketch, drawing: Element, board: Board) -> None:
    for anchor in children(drawing, "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"):
        box = _box(board, anchor)
        for node in children(anchor):
            inner = node
            if name(node) == "AlternateContent":
                branch = chosen(node)
                inner = next(children(branch), node)
            if name(inner) in SHAPES:
                read_shape(sketch, inner, MM, _frame(inner, box))


def _frame(node: Element, box: Box) -> Frame:
    """Return a shape's frame, in EMU, from the box that its anchor gives it.

    Excel anchors what is turned on its side by the turned box, other programs by the
    frame that is not; the shape's own size tells which it is.
    """
    own = frame_of(xfrm_of(node))
    frame = replace(own, x=box.x, y=box.y, w=box.w, h=box.h)
    if not own.lies:
        return frame
    straight = abs(box.w - own.w) + abs(box.h - own.h)
    turned = abs(box.w - own.h) + abs(box.h - own.w)
    if straight < turned:
        return frame
    x, y = box.x + (box.w - box.h) / 2, box.y + (box.h - box.w) / 2
    return replace(frame, x=x, y=y, w=box.h, h=box.w)


def _box(board: Board, anchor: Element) -> Box:
    """Return the box of an anchor, in EMU."""
    ext = child(anchor, "ext")
    w, h = number(attr(ext, "cx")), number(attr(ext, "cy"))
    if name(anchor) == "absoluteAnchor":
        pos = child(anchor, "pos")
        return Box(number(attr(pos, "x")), number(attr(pos, "y")), w, h)
    x, y = _corner(board, child(anchor, "from"))
    if name(anchor) == "oneCellAnchor":
        return Box(x, y, w, h)
    x1, y1 = _corner(board, child(anchor, "to"))
    return Box(x, y, max(x1 - x, 0), max(y1 - y, 0))


def _corner(board: Board, mark: Element | None) -> tuple[float, float]:
    x = _edge(board.xs, mark, "col")
    y = _edge(board.ys, mark, "row")
    return x * EMU, y * EMU


def _edge(edges: tuple[float, ...], mark: Element | None, key: str) -> float:
    """Return where a mark lies on one axis; it cannot lie beyond its cell."""
    texts = [child(mark, key), child(mark, f"{key}Off")]
    at, off = (number(None if t is None else t.text) for t in texts)
    if at >= len(edges) - 1:
        return edges[-1] + (at - len(edges) + 2) * 10
    index = max(int(at), 0)
    return min(edges[index] + max(off, 0) / EMU, edges[index + 1])
