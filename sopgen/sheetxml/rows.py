"""Rows of a sheet come, go and move, and all that names rows follows them."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from sopgen.ooxml import Element
from sopgen.sheetxml.address import joined, split
from sopgen.sheetxml.book import WORKBOOK, Book
from sopgen.sheetxml.comments import SHAPE, box_at
from sopgen.sheetxml.parts import drop, tag
from sopgen.sheetxml.shared import groups
from sopgen.sheetxml.sheet import Sheet
from sopgen.sheetxml.shift import AREA, Shift, deleted, inserted, moved

#: Attributes of a sheet's elements that hold areas.
AREAS = ("ref", "sqref", "activeCell", "topLeftCell")
#: Elements that hold formulas, in sheets, rules, names and charts.
FORMULAS = ("f", "formula", "formula1", "formula2", "definedName")
#: Elements that mean nothing without their area.
BARE = (
    "mergeCell", "hyperlink", "dataValidation", "conditionalFormatting", "comment",
    "protectedRange", "ignoredError", "sparkline", "threadedComment",
)  # fmt: skip
#: Where the box of a comment lies: column, row and rest of two of its corners.
ANCHOR = re.compile(r"(?<=<x:Anchor>)[^<]*")
#: Lists that are no lists without an entry.
LISTS = (
    "mergeCells",
    "hyperlinks",
    "dataValidations",
    "protectedRanges",
    "ignoredErrors",
)


class Rows:
    """The rows of one sheet of a workbook."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name
        self.sheet: Sheet = book.sheet(name)
        self.parts = book.parts

    def insert(self, at: int, like: int, count: int = 1) -> None:
        """Put blank rows above row ``at`` that look as row ``like`` does."""
        pattern = self._pattern(like)
        merges = self._merges(like)
        self.follow(inserted(at, count))
        for row in range(at, at + count):
            self._lay(pattern, row)
            for left, right in merges:
                one = etree.SubElement(self.sheet.child("mergeCells"), tag("mergeCell"))
                one.set("ref", f"{left}{row}:{right}{row}")
        self._count()

    def delete(self, first: int, last: int) -> None:
        """Take rows out, with what stands on them alone."""
        self.follow(deleted(first, last))
        self._count()

    def move(self, first: int, last: int, to: int) -> None:
        """Move rows so that they stand above row ``to``."""
        if not first <= to <= last + 1:
            self.follow(moved(first, last, to))
            self._count()

    def follow(self, shift: Shift) -> None:
        """Change every place that names rows of the sheet."""
        self._part_formulas()
        self._cells(shift)
        self._areas(self.parts.change(self.sheet.name), shift)
        for kind, target in self.parts.relations(self.sheet.name).values():
            if kind in ("table", "comments", "threadedComment"):
                self._areas(self.parts.change(target), shift)
            elif kind == "drawing":
                self._anchors(target, shift)
            elif kind == "vmlDrawing":
                self._boxes(target, shift)
        self._formulas(shift)
        self.sheet.parts_without_chain()

    def _pattern(self, row: int) -> Element:
        """Return a row without what stands in it."""
        found = next((r for r in self.sheet.rows() if r.get("r") == str(row)), None)
        made = etree.Element(tag("row")) if found is None else deepcopy(found)
        for cell in made:
            cell.attrib.pop("t", None)
            for child in list(cell):
                cell.remove(child)
        return made

    def _lay(self, pattern: Element, row: int) -> None:
        """Lay a row by the pattern of another."""
        made = self.sheet.row(row)
        for key, value in pattern.attrib.items():
            if key not in ("r", "spans"):
                made.set(key, value)
        for cell in pattern:
            one = deepcopy(cell)
            one.set("r", joined(row, split(cell.get("r") or "")[1]))
            made.append(one)

    def _merges(self, row: int) -> list[tuple[str, str]]:
        """Return the columns that are joined on a row alone."""
        found = []
        for one in self.parts.tree(self.sheet.name).iter(tag("mergeCell")):
            area = AREA.fullmatch(one.get("ref") or "")
            if area and area[3] and area[2] == area[4] == str(row):
                found.append((area[1], area[3]))
        return found

    def _cells(self, shift: Shift) -> None:
        """Give rows and their cells the new numbers, and put them in order."""
        data = self.sheet.child("sheetData")
        kept = []
        for row in list(data):
            new = shift.row(int(row.get("r") or 0))
            data.remove(row)
            if new is None:
                continue
            if str(new) != row.get("r"):
                row.set("r", str(new))
                for cell in row:
                    cell.set("r", joined(new, split(cell.get("r") or "")[1]))
            kept.append(row)
        data.extend(sorted(kept, key=lambda row: int(row.get("r") or 0)))

    def _areas(self, root: Element, shift: Shift) -> None:
        """Change the areas of a sheet, a table or its comments."""
        for node in list(root.iter("{*}*")):
            name = etree.QName(node).localname
            for key in AREAS:
                text = node.get(key)
                if text and not (name == "f" and key != "ref"):
                    self._area(node, key, shift.areas(text))
            if name == "sqref" and node.text:
                self._area_text(node, shift.areas(node.text))
            if name == "brk" and etree.QName(node.getparent()).localname == "rowBreaks":
                new = shift.row(int(node.get("id") or 0))
                node.set("id", str(new)) if new else drop(node)

    def _area(self, node: Element, key: str, new: str) -> None:
        """Give an element its new area; what had one only, and has none, goes."""
        single = key == "ref" and " " in new
        name = etree.QName(node).localname
        if single and name == "mergeCell":
            drop(node)
        elif single:
            return
        elif new:
            node.set(key, new)
        elif name in BARE:
            drop(node)

    def _area_text(self, node: Element, new: str) -> None:
        """Give the extension of a rule, whose area is text, its new one."""
        if new:
            node.text = new
        elif node.getparent() is not None:
            drop(node.getparent())

    def _anchors(self, target: str, shift: Shift) -> None:
        """Move what is drawn over the cells."""
        for one in self.parts.tree(target).iter("{*}row"):
            old = int(one.text or 0)
            new = shift.row(old + 1)
            if new is None:
                areas = shift.rows(1, old + 1)
                new = areas[-1][1] + 1 if areas else 1
            if new - 1 != old:
                self.parts.change(target)
                one.text = str(new - 1)

    def _boxes(self, target: str, shift: Shift) -> None:
        """Move the boxes of comments with their cells; their size is kept."""
        text = self.parts.text(target)

        def changed(shape: str) -> str:
            at = box_at(shape)
            if at is None:
                return shape
            new = shift.row(at[0] + 1)
            if new is None:
                return ""
            by = new - 1 - at[0]
            shape = ANCHOR.sub(lambda found: _lowered(found[0], by), shape)
            return shape.replace(f"<x:Row>{at[0]}</x:Row>", f"<x:Row>{new - 1}</x:Row>")

        made = SHAPE.sub(lambda found: changed(found[0]), text)
        if made != text:
            self.parts.put(target, made.encode())

    def _formulas(self, shift: Shift) -> None:
        """Change formulas of the whole workbook that name rows of the sheet."""
        for part in [*self.parts.names()]:
            folder = part.rpartition("/")[0]
            if part == WORKBOOK or folder in ("xl/worksheets", "xl/charts"):
                self._in_part(part, shift)

    def _part_formulas(self) -> None:
        """Let cells have formulas of their own where rows of the sheet are named.

        What many share moves with the first of them; their rows may go other ways.
        """
        me = self.name.replace("'", "''").casefold()
        for name in self.book.names:
            sheet = self.book.sheet(name)
            shared = groups(sheet.formulas())
            own = sheet.name == self.sheet.name
            if shared and (own or any(me in one.text.casefold() for one in shared)):
                sheet.part_formulas()

    def _in_part(self, part: str, shift: Shift) -> None:
        own = part == self.sheet.name
        for node in self.parts.tree(part).iter("{*}*"):
            text = node.text
            if not text or etree.QName(node).localname not in FORMULAS:
                continue
            rule = etree.QName(node).localname.startswith("formula") or part_of_rule(
                node
            )
            new = shift.formula(text, self.name, own=own, rule=rule)
            if new != text:
                self.parts.change(part)
                node.text = new

    def _count(self) -> None:
        """Say how many entries lists have; those that have none go."""
        for name in LISTS:
            found = self.parts.tree(self.sheet.name).find(tag(name))
            if found is None:
                continue
            self.parts.change(self.sheet.name)
            if len(found) == 0:
                drop(found)
            elif found.get("count") is not None:
                found.set("count", str(len(found)))


def part_of_rule(node: Element) -> bool:
    """Tell whether a formula stands in the extension of a rule of cells."""
    around = (etree.QName(one).localname for one in node.iterancestors())
    return any(name in ("dataValidation", "cfRule") for name in around)


def _lowered(anchor: str, by: int) -> str:
    """Return the place of a comment's box, some rows further down."""
    numbers = anchor.split(",")
    for n in (2, 6):
        if len(numbers) == 8:
            numbers[n] = str(int(numbers[n]) + by)
    return ", ".join(one.strip() for one in numbers)
