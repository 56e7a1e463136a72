"""Read numbers, words and children from XML that may hold anything."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

#: Where a line was broken within a word: Keterangan/⏎Legalisasi.
BROKEN = re.compile(r"(?<=\w[/-])\n(?=\w)")
#: What a length may be, in any unit a file has; more is nonsense.
MOST = 1e9


def name(node: Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children of these names, in any namespace; all if none is given."""
    for child in () if node is None else node:
        known = name(child)
        if known and (not names or known in names):
            yield child


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first element along a path of names."""
    for step in path:
        node = next(children(node, step), None)
        if node is None:
            return None
    return node


def attr(node: Element | None, key: str) -> str:
    """Return an attribute, whatever its namespace; nothing if it is not there."""
    if node is None:
        return ""
    plain = node.get(key)
    if plain is not None:
        return str(plain)
    for known, value in node.attrib.items():
        if str(known).rpartition("}")[2] == key:
            return str(value)
    return ""


def number(text: str | None, otherwise: float = 0.0) -> float:
    """Return the number that a text is, within reason."""
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    if not math.isfinite(value) or abs(value) > MOST:
        return otherwise
    return value


def on(text: str) -> bool:
    """Return whether a switch is on."""
    return text in ("1", "true", "on")


def unbroken(text: str) -> str:
    """Return text on one line; one broken behind / or - in a word has no space."""
    return plain(BROKEN.sub("", text))


def plain(text: str) -> str:
    """Return text on one line, its white space single."""
    return " ".join(text.split())
