"""Read a Word file's charts back: symbols, glued arrows, labels, dashes.

Written from the standard and not from the writer: it knows the preset shapes' sites
(presetShapeDefinitions) and what the bent connectors draw, and nothing of sopgen.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Where sites stand in a preset, as parts of width and height.
FOUR = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
SITES = {
    "flowChartDocument": ((0.5, 0), (0, 0.5), (0.5, 20172 / 21600), (1, 0.5)),
    "flowChartMerge": ((0.5, 0), (0.25, 0.5), (0.5, 1), (0.75, 0.5)),
}
QUARTERS = {0: 0, 5400000: 1, 10800000: 2, 16200000: 3}

XY = tuple[float, float]


@dataclass(frozen=True)
class Node:
    id: str
    name: str
    preset: str
    text: str
    descr: str
    box: tuple[float, float, float, float]
    sites: tuple[XY, ...]


@dataclass(frozen=True)
class Arrow:
    source: str
    target: str
    sites: tuple[int, int]
    dashed: bool
    head: bool
    points: tuple[XY, ...]
    descr: str


@dataclass(frozen=True)
class Canvas:
    """A canvas: places in EMU from its corner, which is ``at`` in its paragraph."""

    at: XY
    size: XY
    nodes: dict[str, Node]
    arrows: tuple[Arrow, ...]
    labels: dict[str, str]
    loose: tuple[str, ...]


def document(data: bytes) -> Any:
    """Return the root of the document part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def canvases(data: bytes) -> list[Canvas]:
    """Return every chart of a file, in order."""
    return [_canvas(node) for node in document(data).iter(f"{WPC}wpc")]


def _canvas(node: Any) -> Canvas:
    anchor = next(node.iterancestors(f"{WP}anchor"))
    offsets = [float(e.text) for e in anchor.iter(f"{WP}posOffset")]
    extent = anchor.find(f"{WP}extent")
    shapes = node.findall(f"{WPS}wsp")
    nodes = {n.id: n for n in map(_node, filter(_is_node, shapes))}
    return Canvas(
        at=(offsets[0], offsets[1]),
        size=(float(extent.get("cx")), float(extent.get("cy"))),
        nodes=nodes,
        arrows=tuple(_arrow(s) for s in shapes if _glue(s) is not None),
        labels={_name(s): _text(s) for s in shapes if _is_box(s)},
        loose=tuple(_name(s) for s in shapes if _is_line(s) and _glue(s) is None),
    )


def _about(shape: Any) -> Any:
    return shape.find(f"{WPS}cNvPr")


def _name(shape: Any) -> str:
    return str(_about(shape).get("name"))


def _glue(shape: Any) -> Any:
    return shape.find(f"{WPS}cNvCnPr")


def _is_box(shape: Any) -> bool:
    about = shape.find(f"{WPS}cNvSpPr")
    return about is not None and about.get("txBox") == "1"


def _is_line(shape: Any) -> bool:
    return shape.find(f"{WPS}spPr/{A}ln/{A}tailEnd") is not None


def _is_node(shape: Any) -> bool:
    return not _is_box(shape) and not _is_line(shape) and _glue(shape) is None


def _text(shape: Any) -> str:
    lines = []
    for paragraph in shape.iter(f"{W}p"):
        pieces = [
            "\n" if e.tag == f"{W}br" else e.text or ""
            for e in paragraph.iter(f"{W}t", f"{W}br")
        ]
        lines.append("".join(pieces))
    return "\n".join(lines)


def _frame(shape: Any) -> tuple[float, float, float, float]:
    xfrm = shape.find(f"{WPS}spPr/{A}xfrm")
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    x, y = float(off.get("x")), float(off.get("y"))
    return x, y, float(ext.get("cx")), float(ext.get("cy"))


def _node(shape: Any) -> Node:
    x, y, w, h = _frame(shape)
    preset = shape.find(f"{WPS}spPr/{A}prstGeom")
    kind = "" if preset is None else str(preset.get("prst"))
    if preset is None:
        at = [(float(e.get("x")), float(e.get("y"))) for e in shape.iter(f"{A}pos")]
    else:
        at = [(u * w, v * h) for u, v in SITES.get(kind, FOUR)]
    about = _about(shape)
    return Node(
        id=str(about.get("id")),
        name=str(about.get("name")),
        preset=kind,
        text=_text(shape),
        descr=str(about.get("descr")),
        box=(x, y, w, h),
        sites=tuple((x + u, y + v) for u, v in at),
    )


def _arrow(shape: Any) -> Arrow:
    start, end = (_glue(shape).find(f"{A}{t}") for t in ("stCxn", "endCxn"))
    line = shape.find(f"{WPS}spPr/{A}ln")
    dash = line.find(f"{A}prstDash")
    return Arrow(
        source=str(start.get("id")),
        target=str(end.get("id")),
        sites=(int(start.get("idx")), int(end.get("idx"))),
        dashed=dash is not None and dash.get("val") != "solid",
        head=line.find(f"{A}headEnd") is None and line.find(f"{A}tailEnd") is not None,
        points=tuple(_points(shape)),
        descr=str(_about(shape).get("descr")),
    )


def _points(shape: Any) -> Iterator[XY]:
    """Yield the corners of a preset connector where they come to lie."""
    x, y, w, h = _frame(shape)
    xfrm = shape.find(f"{WPS}spPr/{A}xfrm")
    turn = QUARTERS[int(xfrm.get("rot", "0"))]
    for u, v in _corners(shape, w, h):
        u = w - u if xfrm.get("flipH") else u
        v = h - v if xfrm.get("flipV") else v
        du, dv = u - w / 2, v - h / 2
        for _ in range(turn):
            du, dv = -dv, du
        yield x + w / 2 + du, y + h / 2 + dv


def _corners(shape: Any, w: float, h: float) -> list[XY]:
    preset = shape.find(f"{WPS}spPr/{A}prstGeom")
    kind = preset.get("prst")
    adj = [int(g.get("fmla").split()[1]) / 100000 for g in preset.iter(f"{A}gd")]
    match kind:
        case "straightConnector1":
            return [(0, 0), (w, h)]
        case "bentConnector2":
            return [(0, 0), (w, 0), (w, h)]
        case "bentConnector3":
            a = adj[0] * w
            return [(0, 0), (a, 0), (a, h), (w, h)]
        case "bentConnector4":
            a, b = adj[0] * w, adj[1] * h
            return [(0, 0), (a, 0), (a, b), (w, b), (w, h)]
        case "bentConnector5":
            a, b, c = adj[0] * w, adj[1] * h, adj[2] * w
            return [(0, 0), (a, 0), (a, b), (c, b), (c, h), (w, h)]
        case _:
            raise ValueError(kind)
