"""What a drawing (SVG) takes to draw: effects, tiles and pictures in it are bounded.

What draws it cannot be stopped and ends the program where memory is short, so that it
is asked before.
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Iterator

from lxml import etree

#: Effects that take minutes; how often others may stand in a drawing.
HEAVY = frozenset(
    (
        "feturbulence", "feconvolvematrix", "femorphology", "fediffuselighting",
        "fespecularlighting", "feimage", "fetile", "fedisplacementmap",
    )
)  # fmt: skip
EFFECTS = 40
#: A tile, or the room of an effect, is so many times as large as what it is for.
TILES, ROOM = ("pattern", "filter", "mask"), 10.0
#: Dots of all pictures within a drawing.
INNER = 50_000_000
COSTLY = "memuat efek atau pola yang terlalu berat digambar"
TOO_MANY = "memuat gambar lebih dari 50 juta piksel"
NUMBER = r"[0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?"
SCALED = re.compile(r"(?:scale|matrix)\(([^)]*)\)", re.I)
SHARE = re.compile(rf"\s*-?({NUMBER})\s*(%|px|)\s*", re.I)
PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g);base64,(.*)", re.I | re.DOTALL)
#: Where a JPEG says how high and wide it is.
FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]...(..)(..)", re.DOTALL)


def costs(root: etree._Element, side: float) -> Iterator[str]:
    """Yield why a drawing takes too much; ``side`` is its longer one in its units."""
    if _effects(root) > EFFECTS or any(_name(one) in HEAVY for one in root.iter()):
        yield COSTLY
    tiles = [_room(one, side) for one in root.iter() if _name(one) in TILES]
    if tiles and max(tiles) * _scale(root) > ROOM:
        yield COSTLY
    if _inner(root) > INNER:
        yield TOO_MANY


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname.casefold() if isinstance(node.tag, str) else ""


def _effects(root: etree._Element) -> int:
    """Return how often an effect is drawn at most."""
    styles = (node for node in root.iter() if _name(node) == "style")
    classes = any("filter" in "".join(map(str, s.itertext())).lower() for s in styles)
    found, uses = 0, 1
    for node in root.iter():
        own = "filter" in f"{node.get('style', '')}".casefold() or node.get("filter")
        found += bool(own) or (classes and bool(node.get("class")))
        uses += _name(node) == "use"
    return found * uses


def _room(node: etree._Element, side: float) -> float:
    """Return how large a tile, or the room of an effect, is beside what it is for."""
    units = str(node.get(f"{_name(node)}Units") or "").casefold()
    whole = max(side, 1e-9) if units == "userspaceonuse" else 1.0
    return max(_share(node.get(key), whole) for key in ("x", "y", "width", "height"))


def _share(text: str | None, whole: float) -> float:
    """Return a length as a share of a whole; without end where it cannot be told."""
    if text is None:
        return 1.0
    match = SHARE.fullmatch(text)
    if match is None:
        return math.inf
    return float(match[1]) / (100 if match[2] == "%" else whole)


def _scale(root: etree._Element) -> float:
    """Return how much larger a drawing draws what stands in it, at most."""
    most: dict[etree._Element, float] = {}
    for node in root.iter():
        around = node.getparent()
        own = 1.0 if around is None else most[around]
        for key in ("transform", "patternTransform"):
            for found in SCALED.findall(str(node.get(key) or "")):
                own *= max([1.0, *map(float, re.findall(NUMBER, found, re.I)[:4])])
        most[node] = own
    return max(most.values())


def _inner(root: etree._Element) -> int:
    """Return how many dots the pictures within a drawing have."""
    values = (
        str(value)
        for node in root.iter()
        for key, value in node.attrib.items()
        if str(key).endswith("href")
    )
    return sum(_dots(match[1]) for match in map(PICTURE.match, values) if match)


def _dots(encoded: str) -> int:
    """Return how many dots a picture says that it has; none if it is no picture."""
    try:
        data = base64.b64decode(encoded)
    except ValueError:
        return 0
    if data.startswith(b"\x89PNG"):
        return _number(data[16:20]) * _number(data[20:24])
    sizes = FRAME.findall(data)
    return max((_number(h) * _number(w) for h, w in sizes), default=0)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
