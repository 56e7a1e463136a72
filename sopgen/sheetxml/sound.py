"""Whether the parts of a workbook are what such parts have to be, before any changes.

What is read later as a number, or as the address of a cell, is looked at here once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from sopgen.ooxml import Element
from sopgen.sheetxml.address import joined, split
from sopgen.sheetxml.parts import BrokenPartError, Parts, tag

#: A number that stands somewhere in a workbook has no more digits.
DIGITS = 15
#: Elements of a sheet and of its rows, and which of their attributes are numbers.
SHEET = {
    f"{tag('cols')}/{tag('col')}": ("min", "max", "style"),
    f"{tag('sheetData')}/{tag('row')}": ("r", "s"),
    f"{tag('sheetData')}/{tag('row')}/{tag('c')}": ("s",),
}
BOOK = {
    f"{tag('sheets')}/{tag('sheet')}": ("sheetId",),
    f"{tag('definedNames')}/{tag('definedName')}": ("localSheetId",),
    f"{tag('bookViews')}/{tag('workbookView')}": ("activeTab",),
}
LOOKS = {
    f"{tag('cellXfs')}/{tag('xf')}": ("numFmtId",),
    f"{tag('numFmts')}/{tag('numFmt')}": ("numFmtId",),
}


def sound_book(parts: Parts, name: str) -> None:
    """Look at the part that lists the sheets; raises BrokenPartError."""
    root = _root(parts, name, "workbook")
    if root.find(tag("sheets")) is None:
        raise BrokenPartError(name)
    _count(name, root, BOOK)


def sound_looks(parts: Parts, name: str) -> None:
    """Look at the part with the looks of cells; raises BrokenPartError."""
    _count(name, _root(parts, name, "styleSheet"), LOOKS)


def sound_sheet(parts: Parts, name: str) -> None:
    """Look at a sheet; raises BrokenPartError."""
    root = parts.tree(name)
    _count(name, root, SHEET)
    for cell in root.iterfind(f"{tag('sheetData')}/{tag('row')}/{tag('c')}"):
        here = cell.get("r")
        if here is not None and not _is_place(here):
            raise BrokenPartError(name)


def numbered(root: Element) -> None:
    """Say of each row and cell where it stands; some programs leave that out."""
    row = 0
    for one in root.iterfind(f"{tag('sheetData')}/{tag('row')}"):
        row = int(one.get("r") or row + 1)
        one.set("r", str(row))
        column = 0
        for cell in one.iterfind(tag("c")):
            here = cell.get("r")
            column = split(here)[1] if here else column + 1
            cell.set("r", here or joined(row, column))


def _root(parts: Parts, name: str, wanted: str) -> Element:
    root = parts.tree(name)
    if etree.QName(root).localname != wanted:
        raise BrokenPartError(name)
    return root


def _count(name: str, root: Element, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """See to it that attributes are numbers where they are there."""
    for path, keys in wanted.items():
        _numbers(name, root.iterfind(path), keys)


def _numbers(name: str, nodes: Iterable[Element], keys: tuple[str, ...]) -> None:
    for node in nodes:
        for key in keys:
            text = node.get(key) or "0"
            if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
                raise BrokenPartError(name)


def _is_place(address: str) -> bool:
    try:
        split(address)
    except ValueError:
        return False
    return True
