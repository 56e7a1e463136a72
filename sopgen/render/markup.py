"""The XML of Office files: its namespaces, elements as light as can be, their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
#: As lxml writes it, and so the parts of python-docx.
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
#: What no XML file may hold: lxml refuses it, and it is left out here.
UNHEARD = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = re.compile(f"[{UNHEARD}]")
IN_TEXT = re.compile(f"[&<>\r{UNHEARD}]")
IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{UNHEARD}]')
ENTITIES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
    "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
}  # fmt: skip


def clean(words: str) -> str:
    """Return a text without the characters that no XML file may hold."""
    return FORBIDDEN.sub("", words)


def _entity(found: re.Match[str]) -> str:
    return ENTITIES.get(found[0], "")


def escaped(words: str) -> str:
    """Return a text as it stands between tags, without what no XML file may hold."""
    return IN_TEXT.sub(_entity, words)


class Ready(str):
    """What is XML already, and is written as it is: a mark for what is filled in."""

    __slots__ = ()


def quoted(value: object) -> str:
    """Return a value as it stands in an attribute, without what no XML may hold."""
    if isinstance(value, str):
        if isinstance(value, Ready):
            return value
        return IN_ATTRIBUTE.sub(_entity, value)
    return str(value)


class Node:
    """An element in the making: its name, its attributes as XML, what stands in it.

    What stands in it are elements and texts that are XML already.  One of lxml costs
    three times as much to make, and an Office file has tens of thousands.
    """

    __slots__ = ("attributes", "inside", "name")

    def __init__(self, name: str, attributes: str = "") -> None:
        self.name, self.attributes = name, attributes
        self.inside: list[Node | str] = []

    def set(self, name: str, value: object) -> None:
        """Add an attribute such as ``r:id``."""
        self.attributes += f' {name}="{quoted(value)}"'

    def say(self, words: str) -> None:
        """Add text."""
        self.inside.append(escaped(words))

    def close(self) -> None:
        """Turn what was added last into text: many elements at once take time."""
        last = self.inside[-1]
        if isinstance(last, Node):
            self.inside[-1] = last.written()

    def content(self) -> str:
        """Return what stands in it as XML."""
        return "".join(
            [one if isinstance(one, str) else one.written() for one in self.inside]
        )

    def written(self) -> str:
        """Return the element as XML."""
        name = self.name
        content = self.content() if self.inside else ""
        if content:
            return f"<{name}{self.attributes}>{content}</{name}>"
        return f"<{name}{self.attributes}/>"


def put(parent: Node, name: str, /, **attributes: object) -> Node:
    """Add an element such as ``a:ext``; attributes that are None are left out."""
    made = [
        f' {key}="{quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    node = Node(name, "".join(made))
    parent.inside.append(node)
    return node


def declared(prefixes: Iterable[str]) -> str:
    """Return the declarations of namespaces, as attributes."""
    return "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def part(root: Node) -> bytes:
    """Return a part of a file; its root declares the namespaces."""
    return f"{HEAD}{root.written()}".encode()


def elements(content: str, prefixes: Iterable[str]) -> list[Element]:
    """Return XML as lxml has it, for a part that a library writes."""
    return list(etree.fromstring(f"<all{declared(prefixes)}>{content}</all>"))
