"""Read the sheets and drawings of an Excel file from its parts, without openpyxl."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate
from typing import TypeAlias

from lxml import etree

from sopgen.render.connector import QUARTER, THREE_QUARTERS, Connector, points_of

Element: TypeAlias = etree._Element
XY = tuple[int, int]
Box = tuple[int, int, int, int]

OOXML = "http://schemas.openxmlformats.org"
S = f"{{{OOXML}/spreadsheetml/2006/main}}"
X = f"{{{OOXML}/drawingml/2006/spreadsheetDrawing}}"
A = f"{{{OOXML}/drawingml/2006/main}}"
R = f"{{{OOXML}/officeDocument/2006/relationships}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EMU_PER_PX = 9525
#: What a column without width has, in pixels.
COLUMN_PX, ROW_PT = 64, 15.0


@dataclass(frozen=True)
class Node:
    """A shape with an outline: a symbol."""

    id: int
    name: str
    descr: str
    preset: str
    text: str
    box: Box
    sites: tuple[XY, ...]


@dataclass(frozen=True)
class Arrow:
    """An arrow: the shapes and sites it is glued to, if any, and its line."""

    name: str
    descr: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    dashed: bool
    head: bool
    points: tuple[XY, ...]
    fallback: tuple[XY, ...]


@dataclass(frozen=True)
class Note:
    """A text box."""

    name: str
    text: str
    box: Box


@dataclass
class Sheet:
    """A worksheet: its cells by row and column from 0, and what lies over them."""

    name: str
    root: Element
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pictures: int = 0
    xs: list[int] = field(default_factory=list)
    ys: list[int] = field(default_factory=list)

    def cell_at(self, box: Box) -> tuple[int, int]:
        """Return row and column under the middle of a box."""
        x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
        column = max(k for k, edge in enumerate(self.xs) if edge <= x)
        row = max(k for k, edge in enumerate(self.ys) if edge <= y)
        return row, column


def sheets(data: bytes) -> list[Sheet]:
    """Return all sheets of a file, in order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    targets = relations(parts, "xl/workbook.xml")
    book = etree.fromstring(parts["xl/workbook.xml"])
    made = []
    for entry in book.iter(f"{S}sheet"):
        name = targets[entry.get(f"{R}id")]
        sheet = Sheet(entry.get("name"), etree.fromstring(parts[name]))
        _cells(sheet)
        for drawing in sheet.root.iter(f"{S}drawing"):
            target = relations(parts, name)[drawing.get(f"{R}id")]
            _drawing(sheet, etree.fromstring(parts[target]))
        made.append(sheet)
    return made


def relations(parts: dict[str, bytes], name: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the ids of its relations."""
    folder, base = posixpath.split(name)
    found = {}
    for relation in etree.fromstring(parts[f"{folder}/_rels/{base}.rels"]):
        target = relation.get("Target")
        whole = posixpath.normpath(posixpath.join("/", folder, target))
        found[relation.get("Id")] = whole.lstrip("/")
    return found


def place(name: str) -> tuple[int, int]:
    """Return row and column, from 0, of a cell such as B7."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1


def _text(node: Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{S}t"))


def _cells(sheet: Sheet) -> None:
    for cell in sheet.root.iter(f"{S}c"):
        assert cell.find(f"{S}f") is None, cell.get("r")
        text = _text(cell) if cell.get("t") == "inlineStr" else cell.findtext(f"{S}v")
        if text:
            sheet.cells[place(cell.get("r"))] = text
    for area in sheet.root.iter(f"{S}mergeCell"):
        first, _, last = area.get("ref").partition(":")
        sheet.merged.append((*place(first), *place(last)))
    widths: dict[int, int] = {}
    for column in sheet.root.iter(f"{S}col"):
        for number in range(int(column.get("min")), int(column.get("max")) + 1):
            widths[number] = round(float(column.get("width")) * 7)
    heights = {
        int(row.get("r")): float(row.get("ht") or ROW_PT)
        for row in sheet.root.iter(f"{S}row")
    }
    across = (widths.get(k, COLUMN_PX) for k in range(1, max(widths, default=0) + 1))
    down = (heights.get(k, ROW_PT) / 0.75 for k in range(1, max(heights) + 1))
    sheet.xs = [w * EMU_PER_PX for w in accumulate(across, initial=0)]
    sheet.ys = [round(h * EMU_PER_PX) for h in accumulate(down, initial=0)]


def _drawing(sheet: Sheet, root: Element) -> None:
    ids = [node.get("id") for node in root.iter(f"{X}cNvPr")]
    for anchor in root:
        box = _box(sheet, anchor) if anchor.tag == f"{X}twoCellAnchor" else None
        choice = anchor.find(f"{MC}AlternateContent")
        if choice is not None and box:
            node = choice[0][0]
            assert node.tag == f"{X}cxnSp"
            sheet.arrows.append(_arrow(node, box, choice[1][0]))
        elif anchor.find(f"{X}pic") is not None:
            sheet.pictures += 1
        elif box:
            _shape(sheet, anchor.find(f"{X}sp"), box)
    assert len(set(ids)) == len(ids) - len(sheet.arrows) + sum(
        1 for a in sheet.arrows if not a.fallback
    )


def _box(sheet: Sheet, anchor: Element) -> Box:
    corners = []
    for tag in ("from", "to"):
        mark = {n.tag.removeprefix(X): int(n.text) for n in anchor.find(f"{X}{tag}")}
        assert mark["col"] < len(sheet.xs), "beyond the columns"
        assert mark["row"] < len(sheet.ys), "beyond the rows"
        corners.append(sheet.xs[mark["col"]] + mark["colOff"])
        corners.append(sheet.ys[mark["row"]] + mark["rowOff"])
    left, top, right, bottom = corners
    return left, top, right - left, bottom - top


def _shape(sheet: Sheet, node: Element, box: Box) -> None:
    about, text = node.find(f"{X}nvSpPr/{X}cNvPr"), _words(node)
    name = about.get("name")
    if node.find(f"{X}nvSpPr/{X}cNvSpPr").get("txBox") == "1":
        sheet.notes.append(Note(name, text, box))
    elif node.find(f"{X}spPr/{A}ln/{A}tailEnd") is not None:
        sheet.arrows.append(_plain(node, box))
    else:
        preset = node.find(f"{X}spPr/{A}prstGeom")
        kind = "" if preset is None else preset.get("prst")
        sheet.nodes.append(
            Node(
                int(about.get("id")), name, about.get("descr") or "", kind, text, box,
                tuple(_sites(node, kind, box)),
            )
        )  # fmt: skip


def _words(node: Element) -> str:
    made = ""
    for piece in node.iter(f"{A}t", f"{A}br"):
        made += "\n" if piece.tag == f"{A}br" else piece.text or ""
    return made


def _sites(node: Element, preset: str, box: Box) -> Iterator[XY]:
    """Yield the places of a shape's sites, by their numbers."""
    x, y, w, h = box
    if preset:
        left, right, bottom = 0.0, 1.0, 1.0
        if preset == "flowChartMerge":
            left, right = 0.25, 0.75
        if preset == "flowChartDocument":
            bottom = 20172 / 21600
        yield x + w // 2, y
        yield x + round(w * left), y + h // 2
        yield x + w // 2, y + round(h * bottom)
        yield x + round(w * right), y + h // 2
        return
    path = node.find(f".//{A}path")
    assert (int(path.get("w")), int(path.get("h"))) == (w, h)
    for position in node.iter(f"{A}pos"):
        yield x + int(position.get("x")), y + int(position.get("y"))


def _arrow(node: Element, box: Box, fallback: Element) -> Arrow:
    glue = node.find(f"{X}nvCxnSpPr/{X}cNvCxnSpPr")
    ends = [glue.find(f"{A}{tag}") for tag in ("stCxn", "endCxn")]
    source, target = ((int(e.get("id")), int(e.get("idx"))) for e in ends)
    line = node.find(f"{X}spPr/{A}ln")
    about = node.find(f"{X}nvCxnSpPr/{X}cNvPr")
    return Arrow(
        about.get("name"),
        about.get("descr"),
        source,
        target,
        line.find(f"{A}prstDash").get("val") != "solid",
        line.find(f"{A}tailEnd") is not None,
        _points(node, box),
        _points(fallback, box),
    )


def _points(node: Element, box: Box) -> tuple[XY, ...]:
    """Return a connector's line; where its anchor is wins over where it says it is."""
    pr = node.find(f"{X}spPr")
    frame, preset = pr.find(f"{A}xfrm"), pr.find(f"{A}prstGeom")
    rot = int(frame.get("rot") or 0)
    x, y, w, h = box
    if rot in (QUARTER, THREE_QUARTERS):
        x, y, w, h = x + (w - h) // 2, y + (h - w) // 2, h, w
    extent = frame.find(f"{A}ext")
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (w, h)
    values = tuple(int(g.get("fmla").split()[1]) for g in preset.iter(f"{A}gd"))
    flip_h, flip_v = (frame.get(key) == "1" for key in ("flipH", "flipV"))
    return points_of(
        Connector(preset.get("prst"), (x, y, w, h), values, rot, flip_h, flip_v)
    )


def _plain(node: Element, box: Box) -> Arrow:
    points = tuple(
        (box[0] + int(p.get("x")), box[1] + int(p.get("y")))
        for p in node.iter(f"{A}pt")
    )
    dash = node.find(f"{X}spPr/{A}ln/{A}prstDash").get("val")
    about = node.find(f"{X}nvSpPr/{X}cNvPr")
    name, descr = about.get("name"), about.get("descr")
    return Arrow(name, descr, None, None, dash != "solid", True, points, ())
