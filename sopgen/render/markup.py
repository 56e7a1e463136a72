"""The XML of Office files: its namespaces, elements, and the text it may hold."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

OOXML = "http://schemas.openxmlformats.org"
OFFICE = "http://schemas.microsoft.com/office"
NAMESPACES = {
    "w": f"{OOXML}/wordprocessingml/2006/main",
    "r": f"{OOXML}/officeDocument/2006/relationships",
    "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
    "a": f"{OOXML}/drawingml/2006/main",
    "pic": f"{OOXML}/drawingml/2006/picture",
    "mc": f"{OOXML}/markup-compatibility/2006",
    "wps": f"{OFFICE}/word/2010/wordprocessingShape",
    "wpg": f"{OFFICE}/word/2010/wordprocessingGroup",
    "wpc": f"{OFFICE}/word/2010/wordprocessingCanvas",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "xdr": f"{OOXML}/drawingml/2006/spreadsheetDrawing",
    "xdr14": f"{OFFICE}/excel/2010/spreadsheetDrawing",
}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def clean(words: str) -> str:
    """Return a text without the characters that no XML file may hold."""
    return FORBIDDEN.sub("", words)


@cache
def _whole(name: str) -> str:
    """Return a name such as ``a:ext`` with its namespace instead of the prefix."""
    prefix, _, tag = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{tag}"


def put(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add an element such as ``a:ext``; attributes that are None are left out."""
    node = etree.SubElement(parent, _whole(name))
    for key, value in attributes.items():
        if value is not None:
            node.set(key, clean(value) if isinstance(value, str) else str(value))
    return node
