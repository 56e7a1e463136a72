"""Draw a golden as a picture, so that a person sees what moved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image, ImageChops

from sopgen.render.png import write_png

#: Width of the pictures, height of a page in them, and white space round it, mm.
WIDTH, HEIGHT, EDGE = 330, 215, 8
#: What of a chart is drawn as a box, and its colour.
BOXES = {"cells": "#bbb", "symbols": "#00f"}
STROKE = re.compile(
    r"path (?:stroke (\S+) (#\w+))?(?: ?dash (\S+))?(?: ?fill (#\w+))? "
)
TEXT = re.compile(r"text ([-\d.]+),([-\d.]+) (\S+) (\S+) (#\w+) (.*)")
MM_PER_PT = 25.4 / 72


def picture(name: str, text: str) -> Image.Image | None:
    """Return a golden as a picture; nothing for one that is no drawing."""
    kind = name.partition("/")[0]
    if kind == "svg":
        return _png(text)
    if kind == "pdf":
        return _png(_svg(_ink(text), WIDTH))
    if kind == "chart":
        return _png(_svg(_chart(text), HEIGHT * text.count("\nframe ")))
    return None


def side_by_side(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return the old picture, the new one, and what differs, beside each other."""
    size = (max(old.width, new.width), max(old.height, new.height))
    pair = []
    for one in (old, new):
        paper = Image.new("RGB", size, "white")
        paper.paste(one, (0, 0))
        pair.append(paper)
    differs = ImageChops.invert(ImageChops.difference(*pair))
    made = Image.new("RGB", (3 * size[0] + 40, size[1]), "grey")
    for n, one in enumerate((*pair, differs)):
        made.paste(one, (n * (size[0] + 20), 0))
    return made


def _png(svg: str) -> Image.Image:
    return Image.open(BytesIO(write_png(svg.encode()))).convert("RGB")


def _svg(drawn: Iterator[str], height: int) -> str:
    w, h = WIDTH, height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" '
        f'width="{w}mm" height="{h}mm" font-family="Arial, sans-serif">'
        f'<rect width="{w}" height="{h}" fill="#fff"/>{"".join(drawn)}</svg>'
    )


def _ink(text: str) -> Iterator[str]:
    """Yield the strokes, fills and texts of a page of a PDF."""
    for line in text.splitlines():
        if found := TEXT.match(line):
            x, y, size, _, colour, words = found.groups()
            pitch = float(size) * MM_PER_PT
            yield (
                f'<text x="{x}" y="{y}" font-size="{pitch}" fill="{colour}">'
                f"{escape(words)}</text>"
            )
        elif found := STROKE.match(line):
            width, stroke, dash, fill = found.groups()
            path = line[found.end() :].replace(",", " ")
            yield (
                f'<path d="{path}" fill="{fill or "none"}" stroke="{stroke or "none"}" '
                f'stroke-width="{width or 0}" stroke-dasharray="{dash or "none"}"/>'
            )


def _chart(text: str) -> Iterator[str]:
    """Yield the boxes, texts and arrows of a chart, its pages beside each other."""
    page = -1
    yield "<g>"
    for line in text.splitlines():
        key, _, rest = line.partition(" ")
        one = json.loads(rest) if key in ("frame", *BOXES, "edges") else {}
        if key == "frame":
            page += 1
            yield f'</g><g transform="translate({EDGE} {page * HEIGHT + EDGE})">'
        elif key in BOXES:
            yield from _boxed(one, BOXES[key])
        elif key == "edges":
            points = " ".join(f"{x},{y}" for x, y in one["points"])
            yield (
                f'<polyline points="{points}" fill="none" stroke="#000" '
                'stroke-width="0.3"/>'
            )
    yield "</g>"


def _boxed(one: dict[str, Any], colour: str) -> Iterator[str]:
    x, y, w, h = (one["box"][key] for key in "xywh")
    yield (
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="none" '
        f'stroke="{colour}" stroke-width="0.2"/>'
    )
    if block := one.get("text"):
        size = block["size_pt"] * MM_PER_PT
        for n, line in enumerate(block["lines"], 1):
            place = f'x="{block["box"]["x"]}" y="{block["box"]["y"] + n * size}"'
            yield f'<text {place} font-size="{size}">{escape(line)}</text>'
