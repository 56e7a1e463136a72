"""Lay out the map of SOP with Graphviz, and put its boxes and curves in place.

The program is the system's ``dot``, else that of the pip package ``graphviz-pure``.
Only the positions are Graphviz's: what is drawn is ours, with the book's own fonts.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import graphviz

from sopgen.model.document import Drawing
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.page import Curve, Item, Stroke, TextPiece
from sopgen.model.peta import Hubungan, Peta
from sopgen.model.uraian_peta import uraian_peta
from sopgen.typeface import read_face

PROGRAMS = ("dot", "graphviz-pure")
MM_PER_INCH = 25.4
#: A SOP's box: width, padding, size of its text; its line, mm.
WIDTH, PADDING, TEXT_PT, LINE = 52.0, 1.6, 8.0, 0.25
PITCH = TEXT_PT * MM_PER_PT * 1.2
#: How a relation is drawn, in the words of Graphviz.
STYLES = {
    Hubungan.PANGGILAN: "bold",
    Hubungan.KETERKAITAN: "solid",
    Hubungan.DOKUMEN: "dashed",
}
#: Room between the boxes of a seksi and the line round them, and over them, mm.
ROUND, HEAD = 2.6, 2.4
#: Graphviz may not think for longer than this, seconds.
PATIENCE = 60


class GraphvizError(Exception):
    """Neither ``dot`` nor ``graphviz-pure`` is installed, or it failed."""


def find_program() -> str | None:
    """Return the path of a Graphviz program, or nothing."""
    scripts = sysconfig.get_path("scripts")
    for name in PROGRAMS:
        found = shutil.which(name) or shutil.which(name, path=scripts)
        if found:
            return found
    return None


def lay_out(peta: Peta) -> Drawing:
    """Return the map with everything in its place.

    Raises GraphvizError where no program is there or it fails.
    """
    program = find_program()
    if program is None:
        raise GraphvizError("program Graphviz tidak ditemukan")
    words = {s.id: _words(f"{s.nomor}. {s.nama}") for s in peta.simpul}
    try:
        done = subprocess.run(
            [program, "-Tplain"],
            input=source(peta, words).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GraphvizError(f"{Path(program).name} gagal: {error}") from error
    boxes, drawing = _drawing(done.stdout.decode(), words)
    frames = (item for one in _seksi(peta) for item in _frame(peta, one, boxes))
    items = (*frames, *drawing.items)
    return replace(drawing, items=items, alt=uraian_peta(peta))


def _words(text: str) -> tuple[str, ...]:
    return read_face("arial").wrap(text, TEXT_PT, WIDTH - 2 * PADDING)


def _height(lines: tuple[str, ...]) -> float:
    return len(lines) * PITCH + 2 * PADDING


def source(peta: Peta, words: dict[str, tuple[str, ...]]) -> str:
    """Return the map in DOT, boxes with the size of their words."""
    graph = graphviz.Digraph(
        "peta",
        graph_attr={"rankdir": "TB", "ranksep": "0.4", "nodesep": "0.2"},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={
            "arrowhead": "none"
        },  # the curve then ends at the box; heads are ours
    )
    for simpul in (one for one in peta.simpul if not one.seksi):
        graph.node(simpul.id, **_size(words[simpul.id]))
    for number, seksi in enumerate(_seksi(peta)):
        with graph.subgraph(name=f"cluster_{number}") as cluster:
            cluster.attr(
                label="\n".join(_words(seksi)), fontsize=f"{TEXT_PT:g}",
                margin=f"{ROUND / MM_PER_PT:.2f}",
            )  # fmt: skip
            own = [one for one in peta.simpul if one.seksi == seksi]
            for simpul in reversed(own):  # without relations they are turned round
                cluster.node(simpul.id, **_size(words[simpul.id]))
    for kaitan in peta.kaitan:
        graph.edge(kaitan.dari, kaitan.ke, style=STYLES[kaitan.hubungan])
    return str(graph.source)


def _size(lines: tuple[str, ...]) -> dict[str, str]:
    """Return the size of a box in the words of Graphviz."""
    size = (WIDTH / MM_PER_INCH, _height(lines) / MM_PER_INCH)
    return {"width": f"{size[0]:.4f}", "height": f"{size[1]:.4f}"}


def _seksi(peta: Peta) -> tuple[str, ...]:
    """Return the seksi on the map, each once."""
    return tuple(dict.fromkeys(one.seksi for one in peta.simpul if one.seksi))


def _frame(peta: Peta, seksi: str, boxes: dict[str, Box]) -> Iterator[Item]:
    """Yield the line round the boxes of a seksi, and its name above them."""
    own = [boxes[one.id] for one in peta.simpul if one.seksi == seksi]
    face, lines = read_face("arial-bold"), _words(seksi)
    left, right = min(b.x for b in own) - ROUND, max(b.x1 for b in own) + ROUND
    top = min(b.y for b in own) - len(lines) * PITCH - HEAD
    bottom = max(b.y1 for b in own) + ROUND
    yield from _outline(Box(left, top, right - left, bottom - top))
    for number, text in enumerate(lines):
        y = top + 0.8 + number * PITCH + PITCH * 0.78
        yield TextPiece(left + PADDING, y, text, face.name, TEXT_PT)


def _drawing(
    plain: str, words: dict[str, tuple[str, ...]]
) -> tuple[dict[str, Box], Drawing]:
    """Return what the lines of Graphviz's ``plain`` format place, in mm, y down.

    The boxes of the SOP come first, by their ids.
    """
    boxes: dict[str, Box] = {}
    width = height = 0.0
    items: list[Item] = []
    for line in plain.splitlines():
        kind, *fields = line.replace('"', "").split(" ")
        if kind == "graph":
            width, height = (float(v) * MM_PER_INCH for v in fields[1:3])
        elif kind == "node":
            lines = words[fields[0]]
            x, y = (
                float(fields[1]) * MM_PER_INCH,
                height - float(fields[2]) * MM_PER_INCH,
            )
            high = _height(lines)
            box = boxes[fields[0]] = Box(x - WIDTH / 2, y - high / 2, WIDTH, high)
            items += _box_items(box, lines)
        elif kind == "edge":
            items.append(_curve(fields, height))
    return boxes, Drawing(width, height, tuple(items))


def _box_items(box: Box, lines: tuple[str, ...]) -> Iterator[Item]:
    yield from _outline(box)
    face = read_face("arial")
    for number, text in enumerate(lines):
        x = box.cx - face.width(text, TEXT_PT) / 2
        y = box.y + PADDING + number * PITCH + PITCH * 0.78
        yield TextPiece(x, y, text, face.name, TEXT_PT)


def _outline(box: Box) -> Iterator[Stroke]:
    corners = [
        Point(box.x, box.y),
        Point(box.x1, box.y),
        Point(box.x1, box.y1),
        Point(box.x, box.y1),
    ]
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        yield Stroke(a, b, LINE)


def _curve(fields: list[str], height: float) -> Curve:
    count = int(fields[2])
    numbers = [float(v) * MM_PER_INCH for v in fields[3 : 3 + 2 * count]]
    points = tuple(
        Point(x, height - y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    return Curve(points, dashed=fields[-2] == "dashed", bold=fields[-2] == "bold")
