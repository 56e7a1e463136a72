"""What a drawing (SVG) takes to draw: shapes, effects, tiles and pictures are bounded.

What draws it cannot be stopped and ends the program where memory is short, so that it
is asked before.
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeAlias

from lxml import etree

from sopgen.fotofile import dots_in

#: More elements, those that are repeated counted each time, are no picture; nor are
#: repetitions within each other that are deeper.
TERBANYAK, TERDALAM = 200_000, 50
#: Effects that take minutes; how often others may be drawn.
HEAVY = frozenset(
    (
        "feturbulence", "feconvolvematrix", "femorphology", "fediffuselighting",
        "fespecularlighting", "feimage", "fetile", "fedisplacementmap",
    )
)  # fmt: skip
EFFECTS = 40
#: A tile, or the room of an effect, is so many times as large as what it is for.
ROOM = 10.0
#: Dots of all pictures within a drawing.
INNER = 50_000_000
MANY = "memuat terlalu banyak bentuk"
COSTLY = "memuat efek atau pola yang terlalu berat digambar"
TOO_MANY = "memuat gambar lebih dari 50 juta piksel"
NUMBER = r"[0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?"
#: What an attribute leads to: a pattern, a mask, an effect.
NAMED = re.compile(r"url\(\s*[\"']?\s*#([^\"')]+)", re.I)
#: How a style says that an effect is drawn, and to which classes a rule of styles says.
FILTERED = re.compile(r"(?:^|[;{\s])filter\s*:\s*(?!none)\S", re.I)
RULE, CLASS = re.compile(r"([^{}]*)\{([^{}]*)\}"), re.compile(r"\.([\w-]+)")
SCALED = re.compile(r"(?:scale|matrix)\(([^)]*)\)", re.I)
SHARE = re.compile(rf"\s*-?({NUMBER})\s*(%|px|)\s*", re.I)
PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g);base64,(.*)", re.I | re.DOTALL)

Element: TypeAlias = etree._Element


def costs(root: Element, side: float) -> Iterator[str]:
    """Yield why a drawing takes too much; ``side`` is its longer one in its units."""
    if _drawn(root, lambda _: 1) > TERBANYAK:
        yield MANY
    if any(_name(one) in HEAVY for one in root.iter()) or _effects(root) > EFFECTS:
        yield COSTLY
    if any(_room(one, side) > ROOM for one in root.iter() if _name(one) == "filter"):
        yield COSTLY
    tiles = (one for one in root.iter() if _name(one) == "pattern")
    if any(_room(one, side) * _scale(root, one) > ROOM for one in tiles):
        yield COSTLY
    if _inner(root) > INNER:
        yield TOO_MANY


def _name(node: Element) -> str:
    return etree.QName(node).localname.casefold() if isinstance(node.tag, str) else ""


def _drawn(root: Element, count: Callable[[Element], int]) -> float:
    """Return how many of its elements are drawn, those that are repeated each time.

    Without end where they repeat themselves.
    """
    named = {str(node.get("id")): node for node in root.iter() if node.get("id")}
    known: dict[str, float] = {}

    def drawn(top: Element, inside: tuple[str, ...]) -> float:
        if len(inside) > TERDALAM:
            return math.inf
        total = 0.0
        for node in top.iter():
            total += count(node)
            for target in _targets(node):
                if target in inside:
                    return math.inf
                if target in named and target not in known:
                    known[target] = drawn(named[target], (*inside, target))
                total += known.get(target, 0.0)
        return total

    return drawn(root, ())


def _targets(node: Element) -> Iterator[str]:
    """Yield the names of what a node repeats."""
    for key, value in node.attrib.items():
        if _name(node) == "use" and str(key).rpartition("}")[2] == "href":
            yield str(value).strip()[1:]
        yield from NAMED.findall(str(value))


def _effects(root: Element) -> float:
    """Return how often effects are drawn at most."""
    styles = (node for node in root.iter() if _name(node) == "style")
    rules = [r for s in styles for r in RULE.findall("".join(map(str, s.itertext())))]
    heads = [head for head, body in rules if FILTERED.search(body)]
    classes = {name for head in heads for name in CLASS.findall(head)}
    others = any(not CLASS.search(one) for head in heads for one in head.split(","))

    def has_effect(node: Element) -> int:
        own = str(node.get("filter") or "none").strip().casefold() != "none"
        own = own or bool(FILTERED.search(str(node.get("style") or "")))
        named = classes & {*str(node.get("class") or "").split()}
        return int(own or bool(named) or others)

    return _drawn(root, has_effect)


def _room(node: Element, side: float) -> float:
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


def _scale(root: Element, tile: Element) -> float:
    """Return how much larger a tile is drawn than it is said, at most.

    Where a rule of styles may lead to it, it may be wherever a drawing is largest.
    """
    name = str(tile.get("id"))
    styled = any(
        name in NAMED.findall("".join(map(str, node.itertext())))
        for node in root.iter()
        if _name(node) == "style"
    )
    users = (one for one in root.iter() if styled or name in _targets(one))
    return _larger(tile) * max((_larger(one) for one in users), default=1.0)


def _larger(node: Element) -> float:
    """Return how much larger a node is drawn for what stands around it."""
    made = 1.0
    for one in (node, *node.iterancestors()):
        for key in ("transform", "patternTransform"):
            for found in SCALED.findall(str(one.get(key) or "")):
                made *= max([1.0, *map(float, re.findall(NUMBER, found, re.I)[:4])])
    return made


def _inner(root: Element) -> int:
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
        return dots_in(BytesIO(base64.b64decode(encoded)))
    except ValueError:
        return 0
