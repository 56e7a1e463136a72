"""Drawings that an office gives as SVG: whether one is harmless, its size, its dots.

What runs, loads or repeats without end is refused before anything draws it.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from sopgen.svgcost import costs

#: A drawing may be so many times longer than wide, or wider than long.
TERPANJANG = 20.0
#: Its dots at most, and across at most: on paper 300 an inch.
DOTS, ACROSS, PER_INCH = 9_000_000, 2_000, 96
MM = {"": 25.4 / 96, "px": 25.4 / 96, "pt": 25.4 / 72, "pc": 25.4 / 6, "mm": 1.0,
      "cm": 10.0, "in": 25.4}  # fmt: skip
NUMBER = r"[0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?"
LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|)\s*", re.I)
BOX = re.compile(
    rf"\s*-?{NUMBER}[\s,]+-?{NUMBER}[\s,]+({NUMBER})[\s,]+({NUMBER})\s*", re.I
)
#: The size of a drawing that says none, mm.
USUAL = (100.0, 100.0)
ENTITY = re.compile(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", re.I)
ACTIVE = ("script", "foreignobject", "iframe", "object", "embed", "handler")
ELSEWHERE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:image/(?:png|jpe?g))", re.I)
INSIDE = re.compile(r"#|data:image/(?:png|jpe?g);", re.I)
BROKEN, SCRIPT, OTHER = (
    "rusak atau bukan SVG",
    "memuat skrip",
    "mengambil berkas lain",
)


def fault_of(data: bytes) -> str:
    """Return why a drawing is not printed, or nothing."""
    return next(_faults(data), "")


def _faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a drawing; what stands behind the first is not sure."""
    if ENTITY.search(data):
        yield "memuat entitas"
    try:
        root = _root(data)
    except (etree.XMLSyntaxError, ValueError):
        yield BROKEN
        return
    if _name(root) != "svg":
        yield BROKEN
    for node in root.iter():
        yield from _active(node)
    yield from costs(root, _side(root))
    width, height = _size(root)
    if not 1 / TERPANJANG <= width / height <= TERPANJANG:
        yield "terlalu panjang dibandingkan lebarnya"
    try:
        dots_of(data, (), 64)
    except (ValueError, UnicodeDecodeError):
        yield BROKEN


def size_of(data: bytes) -> tuple[float, float]:
    """Return width and height of a sound drawing in mm."""
    return _size(_root(data))


def dots_of(data: bytes, fonts: Iterable[Path], across: int = ACROSS) -> bytes:
    """Return a sound drawing as PNG, its letters in the first of some fonts."""
    from resvg_py import svg_to_bytes  # slow to import, and few offices have one

    width, height = size_of(data)
    most = math.isqrt(int(DOTS * width / height))
    made = svg_to_bytes(
        svg_string=data.decode("utf-8-sig"),
        width=max(1, min(across, most)),
        dpi=PER_INCH,
        font_files=[os.fspath(file) for file in fonts],
        skip_system_fonts=True,
        font_family="Sopgen Sans",
        sans_serif_family="Sopgen Sans",
        serif_family="Sopgen Sans",
    )
    return bytes(made)


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(data, parser)


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname.casefold() if isinstance(node.tag, str) else ""


def _active(node: etree._Element) -> Iterator[str]:
    """Yield what a node runs or loads."""
    name = _name(node)
    if name in ACTIVE:
        yield SCRIPT
    if name == "style" and ELSEWHERE.search("".join(map(str, node.itertext()))):
        yield OTHER
    for key, value in node.attrib.items():
        plain, text = str(key).rpartition("}")[2].casefold(), str(value).strip()
        if plain.startswith("on") or text.casefold().startswith("javascript:"):
            yield SCRIPT
        if plain == "href" and name != "a" and not INSIDE.match(text):
            yield OTHER
        if ELSEWHERE.search(text):
            yield OTHER


def _size(root: etree._Element) -> tuple[float, float]:
    """Return width and height in mm: as they are said, else as the view box is."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = BOX.fullmatch(str(root.get("viewBox") or ""))
    w, h = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
    if not w or not h:
        return width or USUAL[0], height or USUAL[1]
    if width and not height:
        return width, width * h / w
    if height and not width:
        return height * w / h, height
    return width or w * MM["px"], height or h * MM["px"]


def _side(root: etree._Element) -> float:
    """Return the longer side of a drawing in the units that it is drawn in."""
    box = BOX.fullmatch(str(root.get("viewBox") or ""))
    return max(map(float, box.groups())) if box else max(_size(root)) / MM["px"]


def _length(text: str | None) -> float:
    """Return a length in mm; nothing where it is none, or a share of the page."""
    match = LENGTH.fullmatch(str(text or ""))
    return float(match[1]) * MM[match[2].casefold()] if match else 0.0
