"""Move every end of every arrow of a file a little, and take their glue away."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from io import BytesIO
from random import Random  # noqa: TID251 - seeded: the same file every time
from typing import Any

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EMU, ANGLE = 36000, 60000


def shaken(data: bytes, seed: int, reach: float = 3.0) -> bytes:
    """Return a file whose arrows end up to ``reach`` mm from where they did."""
    chance = Random(seed)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/drawings/drawing") or name == "word/document.xml":
                root = etree.fromstring(content)
                _shake(root, chance, reach * EMU)
                content = etree.tostring(root)
            new.writestr(name, content)
    return made.getvalue()


def _shake(root: Any, chance: Random, reach: float) -> None:
    for fallback in list(root.iter(f"{MC}Fallback")):
        fallback.getparent().remove(fallback)
    for glue in list(root.iter(f"{A}stCxn", f"{A}endCxn")):
        glue.getparent().remove(glue)
    for line in arrows(root):
        moves = [_move(chance, reach), _move(chance, reach)]
        path = line.find(f"{A}custGeom/{A}pathLst/{A}path")
        if path is None:
            _move_frame(line.find(f"{A}xfrm"), moves)
        else:
            points = path.findall(f".//{A}pt")
            for point, move in ((points[0], moves[0]), (points[-1], moves[1])):
                point.set("x", str(round(int(point.get("x")) + move[0])))
                point.set("y", str(round(int(point.get("y")) + move[1])))
            continue
        anchor = next(line.iterancestors(f"{X}twoCellAnchor"), None)
        if anchor is not None:
            _absolute(anchor, line.find(f"{A}xfrm"))


def arrows(root: Any) -> Iterator[Any]:
    """Yield how each arrow of a drawing looks."""
    for ln in root.iter(f"{A}ln"):
        if ln.find(f"{A}tailEnd") is not None:
            yield ln.getparent()


def _move(chance: Random, reach: float) -> tuple[float, float]:
    angle, length = chance.uniform(0, 2 * math.pi), chance.uniform(0, reach)
    return length * math.cos(angle), length * math.sin(angle)


def _move_frame(xfrm: Any, moves: list[tuple[float, float]]) -> None:
    """Give a connector another frame, so that its ends are where they are moved to."""
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    x, y = float(off.get("x")), float(off.get("y"))
    w, h = float(ext.get("cx")), float(ext.get("cy"))
    angle = math.radians(float(xfrm.get("rot") or 0) / ANGLE)
    cos, sin = math.cos(angle), math.sin(angle)
    u = -w / 2 if xfrm.get("flipH") != "1" else w / 2
    v = -h / 2 if xfrm.get("flipV") != "1" else h / 2
    cx, cy = x + w / 2, y + h / 2
    start = (cx + u * cos - v * sin + moves[0][0], cy + u * sin + v * cos + moves[0][1])
    end = (cx - u * cos + v * sin + moves[1][0], cy - u * sin - v * cos + moves[1][1])
    dx, dy = end[0] - start[0], end[1] - start[1]
    du, dv = dx * cos + dy * sin, -dx * sin + dy * cos
    cx, cy = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    w, h = round(abs(du)), round(abs(dv))
    for key, negative in (("flipH", du < 0), ("flipV", dv < 0)):
        xfrm.attrib.pop(key, None)
        if negative:
            xfrm.set(key, "1")
    off.set("x", str(round(cx - w / 2)))
    off.set("y", str(round(cy - h / 2)))
    ext.set("cx", str(w))
    ext.set("cy", str(h))


def _absolute(anchor: Any, xfrm: Any) -> None:
    """Anchor a shape by its own frame, and no longer by cells."""
    anchor.tag = f"{X}absoluteAnchor"
    anchor.attrib.pop("editAs", None)
    for tag in ("from", "to"):
        anchor.remove(anchor.find(f"{X}{tag}"))
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    pos = etree.Element(f"{X}pos", x=off.get("x"), y=off.get("y"))
    size = etree.Element(f"{X}ext", cx=ext.get("cx"), cy=ext.get("cy"))
    anchor.insert(0, pos)
    anchor.insert(1, size)
