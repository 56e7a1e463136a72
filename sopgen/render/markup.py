"""The XML of Office files: its namespaces, elements as light as can be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from sopgen.render.escaping import escaped, quoted

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
