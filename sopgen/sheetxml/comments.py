"""Comments of cells: their texts in one part, their boxes in another that is VML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sopgen.model.nilai import dataclass
from sopgen.ooxml import Element
from sopgen.sheetxml.address import split
from sopgen.sheetxml.parts import (
    MAIN,
    OFFICE,
    SPREADSHEET,
    BrokenPartError,
    Parts,
    drop,
    said,
    tag,
)

SHAPE = re.compile(r"<v:shape\b(?:(?!</v:shape>).)*</v:shape>", re.DOTALL)
ROW, COLUMN = (
    re.compile(rf"<x:{axis}>\s*([0-9]{{1,7}})(?![0-9])") for axis in ("Row", "Column")
)
NUMBER = re.compile(r'_x0000_s([0-9]{1,15})"')
END = "</xml>"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
#: The first number of a box on a sheet that has none.
FIRST = 1025
EMPTY = """\
<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\
 xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"\
 coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
</v:shapetype></xml>"""  # noqa: E501
BOX = """\
<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;\
margin-left:59.25pt;margin-top:1.5pt;width:{width}px;height:{height}px;z-index:1;\
visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>\
<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>\
</x:ClientData></v:shape>"""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that is to be written: its text, author and size in pixels."""

    text: str
    author: str
    width: int
    height: int


def comments_of(parts: Parts, sheet: str) -> Comments:
    """Return the comments of a sheet."""
    related = parts.relations(sheet)
    targets = dict(related.values())
    rid = next((r for r, (k, _) in related.items() if k == "vmlDrawing"), "")
    texts, boxes = (
        targets[kind] if kind in targets and parts.has(targets[kind]) else ""
        for kind in ("comments", "vmlDrawing")
    )
    return Comments(parts, sheet, texts, boxes, rid)


@dataclass(slots=True)
class Comments:
    """The comments of one sheet, and the parts with their texts and boxes."""

    parts: Parts
    sheet: str
    texts: str
    boxes: str
    rid: str

    def text(self, address: str) -> str:
        """Return the comment of a cell, or nothing."""
        one = self._one(address)
        found = () if one is None else one.iter(tag("t"))
        return "".join(t.text or "" for t in found)

    def put(self, address: str, remark: Remark) -> str:
        """Write the comment of a cell; return the id by which its sheet has the boxes.

        One that is there already is replaced.
        """
        self._begin()
        root = self.parts.change(self.texts)
        one = self._one(address)
        if one is not None:
            drop(one)
        listed = _list(root, "commentList")
        one = etree.SubElement(listed, tag("comment"))
        one.set("ref", address)
        one.set("authorId", str(self._author(root, remark.author)))
        run = etree.SubElement(etree.SubElement(one, tag("text")), tag("t"))
        run.text = said(remark.text)
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self._box(address, remark)
        return self.rid

    def rows(self) -> Iterator[Element]:
        """Yield the comments, to be changed."""
        if self.texts:
            yield from self.parts.change(self.texts).iter(tag("comment"))

    def _one(self, address: str) -> Element | None:
        if not self.texts:
            return None
        every = self.parts.tree(self.texts).iter(tag("comment"))
        return next((one for one in every if one.get("ref") == address), None)

    def _author(self, root: Element, name: str) -> int:
        authors = _list(root, "authors")
        names = [one.text for one in authors]
        if name not in names:
            etree.SubElement(authors, tag("author")).text = name
            return len(names)
        return names.index(name)

    def _begin(self) -> None:
        """Make the two parts, where the sheet has none yet."""
        if not self.texts:
            self.texts = self.parts.free("xl/comments{}.xml")
            empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
            self.parts.put(self.texts, empty.encode())
            self.parts.declare(self.texts, f"{SPREADSHEET}.comments+xml")
            self.parts.relate(self.sheet, "comments", self.texts)
        if not self.boxes:
            self.boxes = self.parts.free("xl/drawings/vmlDrawing{}.vml")
            self.parts.put(self.boxes, EMPTY.encode())
            self.parts.declare_ending("vml", VML)
            self.rid = self.parts.relate(self.sheet, "vmlDrawing", self.boxes)

    def _box(self, address: str, remark: Remark) -> None:
        row, column = split(address)
        text = self.parts.text(self.boxes)
        at = (row - 1, column - 1)
        text = SHAPE.sub(lambda m: "" if box_at(m[0]) == at else m[0], text)
        number = max((int(n) for n in NUMBER.findall(text)), default=FIRST - 1) + 1
        box = BOX.format(
            number=number, width=remark.width, height=remark.height,
            row=row - 1, column=column - 1,
        )  # fmt: skip
        head, end, rest = text.rpartition(END)
        if not end:
            raise BrokenPartError(self.boxes)
        self.parts.put(self.boxes, f"{head}{box}{end}{rest}".encode())


def _list(root: Element, name: str) -> Element:
    """Return a list of the part with the comments; it is made where there is none."""
    found = root.find(tag(name))
    if found is None:
        found = etree.Element(tag(name))
        root.insert(0 if name == "authors" else len(root), found)
    return found


def box_at(shape: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of the cell that a box of VML belongs to."""
    row, column = ROW.search(shape), COLUMN.search(shape)
    if row is None or column is None or 'ObjectType="Note"' not in shape:
        return None
    return int(row[1]), int(column[1])


LEGACY = f"{{{OFFICE}}}id"
