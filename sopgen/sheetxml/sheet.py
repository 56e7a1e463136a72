"""The cells of one sheet: read, written and coloured where they stand in its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from lxml import etree

from sopgen.ooxml import Element
from sopgen.sheetxml.address import ADDRESS, joined, split
from sopgen.sheetxml.comments import LEGACY, Comments, Remark, comments_of
from sopgen.sheetxml.parts import Parts, said, tag
from sopgen.sheetxml.shared import groups
from sopgen.sheetxml.styles import Styles

#: What may stand in a cell; ``None`` leaves it blank.
Isi = str | int | float | date | None
#: The order of what a sheet consists of, as far as it is added here.
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
#: The day that Excel counts from, in the calendar that has 29 February 1900.
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Sheet:
    """A sheet by its part; ``late`` tells that its dates count from 1904."""

    def __init__(
        self, parts: Parts, name: str, styles: Styles, *, late: bool = False
    ) -> None:
        self.parts, self.name, self.styles = parts, name, styles
        self.epoch = EPOCH_1904 if late else EPOCH

    @property
    def comments(self) -> Comments:
        """Return its comments."""
        return comments_of(self.parts, self.name)

    def rows(self) -> Iterator[Element]:
        """Yield the rows that are written."""
        yield from self.parts.tree(self.name).iterfind(
            f"{tag('sheetData')}/{tag('row')}"
        )

    def cells(self) -> Iterator[Element]:
        """Yield the cells that are written."""
        for row in self.rows():
            yield from row.iterfind(tag("c"))

    def find(self, address: str) -> Element | None:
        """Return a cell, if it is written."""
        row, column = split(address)
        for one in self.rows():
            if one.get("r") == str(row):
                same = joined(row, column)
                return next((c for c in one if c.get("r") == same), None)
        return None

    def counts(self, address: str) -> bool:
        """Tell whether a cell holds a number."""
        cell = self.find(address)
        return cell is not None and cell.get("t", "n") == "n" and len(cell) > 0

    def put(self, address: str, isi: Isi) -> None:
        """Write what stands in a cell; how it looks stays.

        Text stays text, whatever it begins with.  A number or date is one for Excel
        only where the cell shows it as such.
        """
        cell = self.cell(address)
        formula = cell.find(tag("f"))
        if formula is not None:
            self._free(cell, formula)
            self.parts_without_chain()
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(isi, str) and isi:
            self._text(cell, isi)
        elif isi not in (None, ""):
            self._number(cell, isi)

    def look(self, address: str) -> int:
        """Return the look of a cell, be it written or not."""
        cell = self.find(address)
        if cell is not None:
            return int(cell.get("s") or 0)
        row, column = split(address)
        for one in self.rows():
            if one.get("r") == str(row) and one.get("customFormat") in ("1", "true"):
                return int(one.get("s") or 0)
        for one in self.parts.tree(self.name).iterfind(f"{tag('cols')}/{tag('col')}"):
            if int(one.get("min") or 0) <= column <= int(one.get("max") or 0):
                return int(one.get("style") or 0)
        return 0

    def dress(self, address: str, look: int) -> None:
        """Give a cell another look."""
        self.cell(address).set("s", str(look))

    def remark(self, address: str, remark: Remark) -> None:
        """Put a comment on a cell, instead of the one it has."""
        rid = self.comments.put(address, remark)
        if self.parts.tree(self.name).find(tag("legacyDrawing")) is None:
            self.child("legacyDrawing").set(LEGACY, rid)

    def write(self, place: tuple[int, int], text: str, look: int) -> None:
        """Write text at a row and column of a sheet, in a look."""
        address = joined(*place)
        self.dress(address, look)
        self.put(address, text)

    def fill(self, address: str, colour: str) -> None:
        """Colour the ground of a cell."""
        self.dress(address, self.styles.filled(self.look(address), colour))

    def heighten(self, row: int, height: float) -> None:
        """Give a row a height in points."""
        one = self.row(row)
        one.set("ht", f"{height:g}")
        one.set("customHeight", "1")

    def link(self, address: str, target: str) -> None:
        """Lead from a cell to another one of the workbook."""
        one = etree.SubElement(self.child("hyperlinks"), tag("hyperlink"))
        one.set("ref", address)
        one.set("location", target)

    def disarm(self, dangerous: re.Pattern[str]) -> None:
        """Write dangerous formulas as the text they are."""
        for group in groups(self.formulas()):
            if dangerous.search(group.text):
                group.part()
        found = [f for f in self.formulas() if dangerous.search(f.text or "")]
        for cell, text in [(f.getparent(), f.text) for f in found]:
            if cell is not None:
                self.put(cell.get("r") or "", f"={text}")

    def formulas(self) -> Iterator[Element]:
        """Yield the formulas of its cells."""
        for cell in self.cells():
            yield from cell.iterfind(tag("f"))

    def part_formulas(self) -> None:
        """Give each cell that shares its formula with others one of its own."""
        self.parts.change(self.name)
        for group in groups(self.formulas()):
            group.part()

    def anchor(self, address: str) -> str:
        """Return the cell that shows: of joined cells the first."""
        area = self._joined(address)
        return address if area is None else joined(*area[0])

    def beside(self, address: str) -> str:
        """Return a cell that can be written: right of joined cells that cover it."""
        area = self._joined(address)
        if area is None or joined(*area[0]) == address:
            return address
        return joined(split(address)[0], area[1][1] + 1)

    def _joined(self, address: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return the first and the last of the joined cells that a cell is one of."""
        row, column = split(address)
        for one in self.parts.tree(self.name).iter(tag("mergeCell")):
            first, _, last = (one.get("ref") or "").partition(":")
            if not ADDRESS.fullmatch(first) or not ADDRESS.fullmatch(last or first):
                continue
            (top, left), (bottom, right) = split(first), split(last or first)
            if top <= row <= bottom and left <= column <= right:
                return (top, left), (bottom, right)
        return None

    def cell(self, address: str) -> Element:
        """Return a cell to be changed; it is written if it is not yet."""
        row, column = split(address)
        around = self.row(row)
        after = None
        for one in around.iterfind(tag("c")):
            here = split(one.get("r") or "")[1]
            if here == column:
                return one
            if here > column:
                after = one
                break
        look = self.look(address)
        made = etree.Element(tag("c"))
        made.set("r", joined(row, column))
        if look:
            made.set("s", str(look))
        around.insert(_before(around, after), made)
        return made

    def row(self, row: int) -> Element:
        """Return a row to be changed; it is written if it is not yet."""
        data = self.child("sheetData")
        after = None
        for one in data.iterfind(tag("row")):
            here = int(one.get("r") or 0)
            if here == row:
                return one
            if here > row:
                after = one
                break
        made = etree.Element(tag("row"))
        made.set("r", str(row))
        data.insert(_before(data, after), made)
        return made

    def child(self, name: str) -> Element:
        """Return a part of the sheet to be changed; it is made where it belongs."""
        root = self.parts.change(self.name)
        found = root.find(tag(name))
        if found is not None:
            return found
        earlier = ORDER[: ORDER.index(name)]
        at = 0
        for n, one in enumerate(root, 1):
            if etree.QName(one).localname in earlier:
                at = n
        made = etree.Element(tag(name))
        root.insert(at, made)
        return made

    def parts_without_chain(self) -> None:
        """Take out the order of calculation, which Excel finds anew."""
        for name in list(self.parts.names()):
            if name.endswith("calcChain.xml"):
                self.parts.remove(name)
                for rid, (kind, _) in self.parts.relations("xl/workbook.xml").items():
                    if kind == "calcChain":
                        self.parts.unrelate("xl/workbook.xml", rid)

    def _free(self, cell: Element, formula: Element) -> None:
        """See to it that no other cell needs a formula that is written over.

        Raises ArrayFormulaError where one result fills several cells.
        """
        area = formula.get("ref") or ""
        if formula.get("t") == "array" and ":" in area:
            pesan = f"rumus larik di {area} mengisi beberapa sel; hapus dahulu di Excel"
            raise ArrayFormulaError(pesan, cell.get("r") or "")
        for group in groups(self.formulas()) if formula.get("t") == "shared" else ():
            if group.first is formula:
                group.part()

    def _text(self, cell: Element, text: str) -> None:
        cell.set("t", "inlineStr")
        run = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
        run.text = said(text)
        if text != text.strip():
            run.set(SPACE, "preserve")
        if text.startswith(("=", "+", "-", "@")):
            cell.set("s", str(self.styles.quoted(int(cell.get("s") or 0))))

    def _number(self, cell: Element, isi: Isi) -> None:
        value: float | int = 0
        if isinstance(isi, datetime):
            midnight = datetime.combine(isi.date(), time())
            value = (isi.date() - self.epoch).days
            value += (isi - midnight).total_seconds() / 86_400
        elif isinstance(isi, date):
            value = (isi - self.epoch).days
        elif isinstance(isi, int | float):
            value = isi
        etree.SubElement(cell, tag("v")).text = repr(value)


def _before(around: Element, after: Element | None) -> int:
    """Return where an element goes: before another one, or behind all."""
    return len(around) if after is None else around.index(after)


class ArrayFormulaError(Exception):
    """A cell cannot be written: its formula fills other cells, too."""

    def __init__(self, pesan: str, address: str) -> None:
        super().__init__(pesan)
        self.pesan, self.address = pesan, address
