"""Texts as XML writes them, in Office files and in SVG."""

from __future__ import annotations

import re

#: What no XML file may hold: lxml refuses it, and it is left out here.
UNHEARD = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = re.compile(f"[{UNHEARD}]")
IN_TEXT = re.compile(f"[&<>\r{UNHEARD}]")
IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{UNHEARD}]')
ENTITIES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
    "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
}  # fmt: skip


class Ready(str):
    """What is XML already, and is written as it is: a mark for what is filled in."""

    __slots__ = ()


def clean(words: str) -> str:
    """Return a text without the characters that no XML file may hold."""
    return FORBIDDEN.sub("", words)


def escaped(words: str) -> str:
    """Return a text as it stands between tags, without what no XML file may hold."""
    return IN_TEXT.sub(_entity, words)


def quoted(value: object) -> str:
    """Return a value as it stands in an attribute, without what no XML may hold."""
    if isinstance(value, str):
        if isinstance(value, Ready):
            return value
        return IN_ATTRIBUTE.sub(_entity, value)
    return str(value)


def _entity(found: re.Match[str]) -> str:
    return ENTITIES.get(found[0], "")
