"""Take out of a workbook what openpyxl would choke on: it loads all or nothing."""

from __future__ import annotations

import re
from io import BytesIO

from lxml import etree
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import range_boundaries

from sopgen.archive import packed, unpacked
from sopgen.ooxml import Element

#: Cells of merged areas on a sheet; openpyxl makes one for each of them.
MAX_MERGED = 200_000
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z0-9:]+)"')
MERGES = re.compile(rb"<(?:\w+:)?mergeCells.*?</(?:\w+:)?mergeCells>", re.DOTALL)
SHEETS, DRAWINGS = "xl/worksheets/", "xl/drawings/"


def slim(data: bytes) -> bytes:
    """Return a workbook that openpyxl can load, in memory that can be spared."""
    parts = unpacked(BytesIO(data))
    for name, part in parts.items():
        if name.startswith(SHEETS):
            areas = MERGED.findall(part)
            if sum(_size(area.decode()) for area in areas) > MAX_MERGED:
                parts[name] = MERGES.sub(b"", part)
        elif name.startswith(DRAWINGS) and name.endswith(".xml"):
            parts[name] = _kept(part)
    return packed(parts)


def _size(area: str) -> int:
    left, top, right, bottom = range_boundaries(area)
    return int(right - left + 1) * int(bottom - top + 1)


def _kept(drawing: bytes) -> bytes:
    """Return a drawing with the pictures and charts alone that openpyxl understands.

    One shape that it does not would cost them all, or the whole workbook.
    """
    root = etree.fromstring(drawing)
    for anchor in list(root):
        if not _understood(root, anchor):
            root.remove(anchor)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _understood(root: Element, anchor: Element) -> bool:
    picture = anchor.find("{*}pic") is not None
    if not picture and anchor.find(".//{*}graphicData/{*}chart") is None:
        return False
    alone = etree.Element(root.tag)
    alone.append(etree.fromstring(etree.tostring(anchor)))
    try:
        SpreadsheetDrawing.from_tree(alone)
    except (TypeError, ValueError):
        return False
    return True
