"""Read assets/symbols: each SVG file is the only definition of its symbol.

A symbol's file has ``<title>`` (its meaning in the legend), ``<path id="outline">``
(closed; open pieces of it are lines inside), a group of four ``<circle data-side=…>``
ports, and ``<rect id="teks">``; on the root ``data-urutan``, its place in the legend
(lines come behind the shapes), and ``data-profil``, the sets that it belongs to: in a
book of another set its use is told (SOP206), unless ``data-pengganti`` names the symbol
that is drawn there for it.  With ``data-legenda="dipakai"`` only the legend of a book
that has drawn it lists it; ``data-arti-sop`` is its meaning in a book where it also
says that the flow goes on in another SOP.

A line's file has ``<path id="garis">`` and, pointing right, ``<path id="kepala">``.

What else may stand on the root: ``data-preset``, the shape of Word and Excel that is
the same, and ``data-site`` on a port, its number there where that is not 0 top, 1 left,
2 bottom, 3 right; ``data-mirip``, the shapes that old files use in its place
(where no other symbol has such a preset);
``data-warna``, its colour on a screen; ``data-dot``, its shape in Graphviz.
User units are millimetres.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from sopgen.assets import asset, broken
from sopgen.model.geometry import Box, Point, Side
from sopgen.model.shape import LineStyle, PathStep, Shape, Symbols

SVG = "{http://www.w3.org/2000/svg}"
VERBS = {"moveTo": "move", "lineTo": "line", "curveTo": "curve", "closePath": "close"}


@cache
def read_symbols() -> Symbols:
    """Return every symbol that has a file in assets/symbols.

    Raises BrokenAssetError for a file that does not hold what a symbol needs.
    """
    shapes: dict[str, Shape] = {}
    lines: dict[str, LineStyle] = {}
    for file in sorted(asset("symbols").glob("*.svg")):
        drawn = _read(file)
        if isinstance(drawn, Shape):
            shapes[file.stem] = drawn
        else:
            lines[file.stem] = drawn
    return Symbols(shapes, lines)


def _read(file: Path) -> Shape | LineStyle:
    try:
        root = ET.parse(file).getroot()
        if _find(root, "outline") is not None:
            return read_shape(file.stem, root)
        return read_line(file.stem, root)
    except KeyError as error:
        raise broken(file, f"{error.args[0]} tidak ada") from error
    except (ET.ParseError, ValueError, IndexError) as error:
        raise broken(file, str(error)) from error


def read_shape(nama: str, root: ET.Element) -> Shape:
    """Return the shape that the SVG element draws."""
    _, _, w, h = map(float, root.attrib["viewBox"].split())
    outline, strokes = split_path(read_path(_named(root, "outline")))
    ports = tuple(
        (cast("Side", c.attrib["data-side"]), Point(_number(c, "cx"), _number(c, "cy")))
        for c in root.iter(f"{SVG}circle")
    )
    return Shape(
        nama=nama,
        arti=_title(root),
        urutan=int(root.attrib["data-urutan"]),
        profil=frozenset(root.attrib["data-profil"].split()),
        size=(w, h),
        outline=outline,
        ports=ports,
        teks=_box(_named(root, "teks")),
        strokes=strokes,
        preset=root.attrib.get("data-preset", ""),
        sites=tuple(
            (cast("Side", c.attrib["data-side"]), int(c.attrib["data-site"]))
            for c in root.iter(f"{SVG}circle")
            if "data-site" in c.attrib
        ),
        mirip=tuple(root.attrib.get("data-mirip", "").split()),
        warna=root.attrib.get("data-warna", ""),
        dot=root.attrib.get("data-dot", ""),
        pengganti=root.attrib.get("data-pengganti", ""),
        bila_dipakai=root.attrib.get("data-legenda") == "dipakai",
        arti_sop=root.attrib.get("data-arti-sop", ""),
    )


def read_line(nama: str, root: ET.Element) -> LineStyle:
    """Return the line style that the SVG element draws."""
    line = _named(root, "garis")
    head = [p for step in read_path(_named(root, "kepala")) for p in step.points]
    tip = max(head, key=lambda p: p.x)
    return LineStyle(
        nama=nama,
        arti=_title(root),
        urutan=int(root.attrib["data-urutan"]),
        profil=frozenset(root.attrib["data-profil"].split()),
        width=_number(line, "stroke-width"),
        dashes=tuple(map(float, line.attrib.get("stroke-dasharray", "").split())),
        head=tuple(Point(p.x - tip.x, p.y - tip.y) for p in head),
    )


def read_path(element: ET.Element) -> tuple[PathStep, ...]:
    """Return the steps of a path element; a piece that is not closed just ends."""
    pen = RecordingPen()
    parse_path(element.attrib["d"], pen)
    return tuple(
        PathStep(VERBS[verb], tuple(Point(round(x, 4), round(y, 4)) for x, y in points))
        for verb, points in pen.value
        if verb != "endPath"
    )


def split_path(
    steps: tuple[PathStep, ...],
) -> tuple[tuple[PathStep, ...], tuple[PathStep, ...]]:
    """Return the closed pieces of a path, and the open ones."""
    closed: list[PathStep] = []
    open_: list[PathStep] = []
    for piece in _pieces(steps):
        (closed if piece[-1].verb == "close" else open_).extend(piece)
    if not closed:
        raise ValueError("outline is not closed")
    return tuple(closed), tuple(open_)


def _pieces(steps: tuple[PathStep, ...]) -> Iterator[tuple[PathStep, ...]]:
    """Yield the pieces of a path: each begins with a move."""
    starts = [n for n, step in enumerate(steps) if step.verb == "move"]
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        yield steps[start:end]


def _find(root: ET.Element, name: str) -> ET.Element | None:
    return next((e for e in root.iter() if e.attrib.get("id") == name), None)


def _named(root: ET.Element, name: str) -> ET.Element:
    found = _find(root, name)
    if found is None:
        raise ValueError(f"symbol without id={name!r}")
    return found


def _title(root: ET.Element) -> str:
    return (root.findtext(f"{SVG}title") or "").strip()


def _number(element: ET.Element, key: str) -> float:
    return float(element.attrib[key])


def _box(rect: ET.Element) -> Box:
    x, y, w, h = (_number(rect, key) for key in ("x", "y", "width", "height"))
    return Box(x, y, w, h)
