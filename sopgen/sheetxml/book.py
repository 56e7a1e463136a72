"""A workbook whose cells are written one by one, all else in it as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from lxml import etree

from sopgen.model.nilai import dataclass
from sopgen.ooxml import Element
from sopgen.sheetxml.parts import (
    MAIN,
    OFFICE,
    SPREADSHEET,
    BrokenPartError,
    Parts,
    drop,
    tag,
)
from sopgen.sheetxml.sheet import Sheet
from sopgen.sheetxml.sound import numbered, sound_book, sound_looks, sound_sheet
from sopgen.sheetxml.styles import Styles

WORKBOOK = "xl/workbook.xml"
RID = f"{{{OFFICE}}}id"
SELECTED = re.compile(rb' tabSelected="(?:1|true)"')
EXTERNAL = re.compile(r"\[\d+\]")


def open_book(data: bytes) -> Book:
    """Return the workbook in a file's bytes; raises BrokenPartError.

    What is read of it as a number or an address is one from then on.
    """
    parts = Parts(data)
    sound_book(parts, WORKBOOK)
    related = parts.relations(WORKBOOK)
    targets = {rid: target for rid, (_, target) in related.items()}
    named = (target for kind, target in related.values() if kind == "styles")
    styles = Styles(parts, next(named, "xl/styles.xml"))
    if parts.has(styles.name):
        sound_looks(parts, styles.name)
    flag = parts.tree(WORKBOOK).find(tag("workbookPr"))
    late = flag is not None and flag.get("date1904") in ("1", "true")
    return Book(parts, targets, styles, late)


@dataclass(slots=True)
class Book:
    """The sheets of a workbook by their names.

    ``targets`` are the parts by their relations; ``late`` says that its days count from
    1904; ``numbered`` are the parts whose cells all say where they stand.
    """

    parts: Parts
    targets: dict[str, str]
    styles: Styles
    late: bool
    numbered: set[str] = field(default_factory=set)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all sheets, in their order."""
        return tuple(one.get("name") or "" for one in self._listed())

    def sheet(self, name: str) -> Sheet:
        """Return a sheet by its name; raises KeyError, BrokenPartError."""
        for one in self._listed():
            if one.get("name") == name:
                part = self.targets.get(one.get(RID) or "", "")
                if not part:
                    raise BrokenPartError(WORKBOOK, f"tidak menunjuk lembar `{name}`")
                if part not in self.numbered:
                    sound_sheet(self.parts, part)
                    numbered(self.parts.tree(part))
                    self.numbered.add(part)
                return Sheet(self.parts, part, self.styles, late=self.late)
        raise KeyError(name)

    def add_first(self, name: str, content: bytes) -> Sheet:
        """Put a new sheet before all others, and open it when the file is opened."""
        part = self.parts.free("xl/worksheets/sheet{}.xml")
        self.parts.put(part, content)
        self.parts.declare(part, f"{SPREADSHEET}.worksheet+xml")
        rid = self.parts.relate(WORKBOOK, "worksheet", part)
        self.targets[rid] = part
        root = self.parts.change(WORKBOOK)
        listed = root.find(tag("sheets"))
        ids = [int(one.get("sheetId") or 0) for one in listed]
        one = etree.Element(tag("sheet"))
        one.set("name", name)
        one.set("sheetId", str(max(ids, default=0) + 1))
        one.set(RID, rid)
        listed.insert(0, one)
        self._renumber({n: n + 1 for n in range(len(ids))})
        self._open_first(part)
        return Sheet(self.parts, part, self.styles, late=self.late)

    def remove(self, name: str) -> None:
        """Take a sheet out, with what belongs to it alone."""
        listed = list(self._listed())
        at = next(n for n, one in enumerate(listed) if one.get("name") == name)
        rid = listed[at].get(RID) or ""
        part = self.targets.get(rid, "")
        for kind, target in self.parts.relations(part).values():
            if kind in ("comments", "vmlDrawing"):
                self.parts.remove(target)
        self.parts.remove(part)
        self.parts.unrelate(WORKBOOK, rid)
        self.parts.change(WORKBOOK)
        drop(listed[at])
        rest = [n for n in range(len(listed)) if n != at]
        self._renumber({old: new for new, old in enumerate(rest)})

    def without_links(self) -> None:
        """Take out what the workbook would fetch from other ones."""
        related = self.parts.relations(WORKBOOK)
        links = {r: t for r, (kind, t) in related.items() if kind == "externalLink"}
        if not links:
            return
        root = self.parts.change(WORKBOOK)
        for rid, target in links.items():
            self.parts.unrelate(WORKBOOK, rid)
            self.parts.remove(target)
        for one in root.findall(tag("externalReferences")):
            drop(one)
        for one in root.findall(f"{tag('definedNames')}/{tag('definedName')}"):
            if EXTERNAL.search(one.text or ""):
                drop(one)
        names = root.find(tag("definedNames"))
        if names is not None and len(names) == 0:
            drop(names)

    def changed(self) -> Mapping[str, bytes | None]:
        """Return the parts that are new, changed or gone."""
        return self.parts.changed()

    def packed(self, *, loosely: bool = False) -> bytes:
        """Return the file as it is now; ``loosely`` packed only to be read."""
        return self.parts.packed(loosely=loosely)

    def _listed(self) -> list[Element]:
        return list(
            self.parts.tree(WORKBOOK).iterfind(f"{tag('sheets')}/{tag('sheet')}")
        )

    def _renumber(self, new: Mapping[int, int]) -> None:
        """Give the sheets that names of areas belong to their new numbers."""
        root = self.parts.change(WORKBOOK)
        for one in root.findall(f"{tag('definedNames')}/{tag('definedName')}"):
            old = one.get("localSheetId")
            if old is not None and int(old) in new:
                one.set("localSheetId", str(new[int(old)]))
            elif old is not None:
                drop(one)
        for view in root.iterfind(f"{tag('bookViews')}/{tag('workbookView')}"):
            view.attrib.pop("firstSheet", None)
            view.set("activeTab", str(new.get(int(view.get("activeTab") or 0), 0)))

    def _open_first(self, part: str) -> None:
        root = self.parts.change(WORKBOOK)
        for view in root.iterfind(f"{tag('bookViews')}/{tag('workbookView')}"):
            view.set("activeTab", "0")
        for one in self._listed():
            other = self.targets.get(one.get(RID) or "", "")
            if other != part and self.parts.has(other):
                self._unselect(other)

    def _unselect(self, part: str) -> None:
        """Take out that a sheet is open: what is typed would go to all that are."""
        views = self.parts.tree(part).findall(f"{tag('sheetViews')}/{tag('sheetView')}")
        for view in views:
            if view.get("tabSelected") in ("1", "true"):
                self.parts.change(part)
                del view.attrib["tabSelected"]


def empty_sheet(columns: list[float], top_row: int) -> bytes:
    """Return a sheet without cells: widths of columns, and where it scrolls.

    It is printed across A4, all columns on a page, as the sheets that are filled in.
    """
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width:g}" customWidth="1"/>'
        for n, width in enumerate(columns, 1)
    )
    pane = f'ySplit="{top_row - 1}" topLeftCell="A{top_row}" activePane="bottomLeft"'
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        f'<sheetView workbookViewId="0" tabSelected="1"><pane {pane} state="frozen"/>'
        f'<selection pane="bottomLeft"/></sheetView></sheetViews><cols>{widths}</cols>'
        '<sheetData/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "</worksheet>"
    ).encode()
