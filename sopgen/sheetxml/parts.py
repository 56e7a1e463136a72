"""The parts of a workbook while some of them change: all others stay byte for byte."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from sopgen.archive import packed, unpacked
from sopgen.model.diagnostic import Source
from sopgen.model.suntingan import SuntinganError
from sopgen.ooxml import RELATIONS, Element, Package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES = "[Content_Types].xml"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class BrokenPartError(SuntinganError):
    """A part of a workbook is missing, or is not what such a part has to be."""

    def __init__(self, part: str, why: str = "rusak") -> None:
        super().__init__(f"bagian `{part[:80]}` dalam berkas Excel ini {why}")
        self.part = part


class Parts:
    """The parts of a workbook by name, with the trees of those that may change."""

    def __init__(self, data: bytes) -> None:
        self.old = unpacked(BytesIO(data))
        self.package = Package(Source(""), self.old)
        self.trees: dict[str, Element] = {}
        self.raw: dict[str, bytes] = {}
        self.gone: set[str] = set()
        self.touched: set[str] = set()

    def tree(self, name: str) -> Element:
        """Return a part for looking at it; raises BrokenPartError."""
        if name not in self.trees:
            if not self.has(name):
                raise BrokenPartError(name, "tidak ada")
            package = Package(self.package.source, {**self.old, **self.raw})
            try:
                self.trees[name] = package.xml(name)
            except etree.XMLSyntaxError as error:
                raise BrokenPartError(name) from error
        return self.trees[name]

    def change(self, name: str) -> Element:
        """Return a part that is about to be changed."""
        self.touched.add(name)
        return self.tree(name)

    def text(self, name: str) -> str:
        """Return a part that is no sound XML as text; raises BrokenPartError."""
        try:
            return self.raw.get(name, self.old.get(name, b"")).decode("utf-8")
        except UnicodeDecodeError as error:
            raise BrokenPartError(name) from error

    def put(self, name: str, data: bytes) -> None:
        """Write a part anew."""
        self.raw[name] = data
        self.trees.pop(name, None)
        self.touched.discard(name)
        self.gone.discard(name)

    def remove(self, name: str) -> None:
        """Take a part out, with what the others say of it."""
        self.gone.add(name)
        self.gone.add(rels_of(name))
        for one in self.change(TYPES).findall(f"{{{KINDS}}}Override"):
            if (one.get("PartName") or "").lstrip("/") == name:
                drop(one)

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name not in self.gone and (name in self.old or name in self.raw)

    def names(self) -> Iterator[str]:
        """Yield the names of all parts."""
        yield from (n for n in dict.fromkeys((*self.old, *self.raw)) if self.has(n))

    def free(self, pattern: str) -> str:
        """Return the first name of a pattern with a number that no part has."""
        taken = {name.casefold() for name in (*self.old, *self.raw)}
        n = 1
        while pattern.format(n).casefold() in taken:
            n += 1
        return pattern.format(n)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and part of each relation of a part, by its id."""
        rels = rels_of(name)
        if not self.has(rels):
            return {}
        found = {}
        for one in self.tree(rels):
            if one.get("TargetMode") != "External" and one.get("Target"):
                kind = (one.get("Type") or "").rpartition("/")[2]
                found[one.get("Id") or ""] = (kind, resolved(name, one.get("Target")))
        return found

    def relate(self, name: str, kind: str, target: str) -> str:
        """Add a relation of a part to another; return its id."""
        rels = rels_of(name)
        if not self.has(rels):
            root = etree.Element(
                f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS}
            )
            self.put(rels, etree.tostring(root))
        tree = self.change(rels)
        taken = {one.get("Id") for one in tree}
        n = 1
        while f"rId{n}" in taken:
            n += 1
        one = etree.SubElement(tree, f"{{{RELATIONS}}}Relationship")
        one.set("Id", f"rId{n}")
        one.set("Type", f"{OFFICE}/{kind}")
        one.set("Target", f"/{target}")
        return f"rId{n}"

    def unrelate(self, name: str, rid: str) -> None:
        """Take a relation of a part out."""
        for one in self.change(rels_of(name)):
            if one.get("Id") == rid:
                drop(one)

    def declare(self, name: str, kind: str) -> None:
        """Say what kind of part a new one is."""
        one = etree.SubElement(self.change(TYPES), f"{{{KINDS}}}Override")
        one.set("PartName", f"/{name}")
        one.set("ContentType", kind)

    def declare_ending(self, ending: str, kind: str) -> None:
        """Say what all parts of an ending are, unless it is said already."""
        root = self.tree(TYPES)
        known = {one.get("Extension") for one in root.findall(f"{{{KINDS}}}Default")}
        if ending not in known:
            one = etree.Element(f"{{{KINDS}}}Default")
            one.set("Extension", ending)
            one.set("ContentType", kind)
            self.change(TYPES).insert(0, one)

    def changed(self) -> Mapping[str, bytes | None]:
        """Return the parts that are new, changed or gone (``None``)."""
        made: dict[str, bytes | None] = dict(self.raw)
        made |= {name: _written(self.trees[name]) for name in self.touched}
        made |= dict.fromkeys(self.gone)
        return {name: data for name, data in made.items() if data != self.old.get(name)}

    def packed(self, *, loosely: bool = False) -> bytes:
        """Return the workbook as it is now; ``loosely`` packed only to be read."""
        return packed(after(self.old, self.changed()), loosely=loosely)


def after(
    parts: Mapping[str, bytes], changed: Mapping[str, bytes | None]
) -> dict[str, bytes]:
    """Return parts with those that are new, changed or gone."""
    every = {**parts, **changed}
    return {name: data for name, data in every.items() if data is not None}


def rels_of(name: str) -> str:
    """Return the part that has the relations of another."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def resolved(name: str, target: str) -> str:
    """Return the part that a relation of another leads to."""
    folder = posixpath.dirname(name)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def drop(node: Element) -> None:
    """Take an element out of what is around it; text behind it stays."""
    around = node.getparent()
    if around is None:
        return
    if node.tail and node.tail.strip():
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            around.text = (around.text or "") + node.tail
    around.remove(node)


def tag(name: str) -> str:
    """Return the full name of an element of a sheet."""
    return f"{{{MAIN}}}{name}"


def _written(root: Element) -> bytes:
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


#: Letters that XML cannot have; Excel writes them as ``_x0007_``.
UNSAID = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def said(text: str) -> str:
    """Return a text as the cells and comments of Excel have it."""
    plain = ESCAPED.sub("_x005F_", text.replace("\r\n", "\n").replace("\r", "\n"))
    return UNSAID.sub(lambda m: f"_x{ord(m[0]):04X}_", plain)
