"""The ways cells look, in styles.xml: new ones are added, none is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from sopgen.celltext import is_moment
from sopgen.ooxml import Element
from sopgen.sheetxml.parts import MAIN, Parts, tag

#: Lists of styles.xml, and by which attribute a look names one of their entries.
LISTS = {"fonts": "fontId", "fills": "fillId", "borders": "borderId"}
#: Numbers of formats that show dates.
DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
#: The order of the lists in the file.
ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
OWN_FORMATS = 164
BUILT_IN = {"General": "0", "@": "49"}


class Styles:
    """The looks of a workbook's cells by their numbers."""

    def __init__(self, parts: Parts, name: str) -> None:
        self.parts, self.name = parts, name
        self.made: dict[tuple[object, ...], int] = {}

    def filled(self, look: int, colour: str) -> int:
        """Return a look that differs from another by a plain colour of its ground."""
        key = ("fill", look, colour)
        if key not in self.made:
            plain = f'<patternFill patternType="solid"><fgColor rgb="00{colour}"/>'
            fill = f"<fill>{plain}</patternFill></fill>".encode()
            self.made[key] = self.like(look, {"fills": fill})
        return self.made[key]

    def quoted(self, look: int) -> int:
        """Return a look whose cells are text whatever they begin with."""
        key = ("quote", look)
        if key not in self.made:
            self.made[key] = self.like(look, {}, quote=True)
        return self.made[key]

    def like(self, look: int, own: Mapping[str, bytes], *, quote: bool = False) -> int:
        """Return a look like another but for some of its entries.

        ``own`` has entries for LISTS, and ``alignment`` and ``protection``, as XML
        without its namespace.
        """
        looks = self._list("cellXfs")
        xf = deepcopy(looks[look]) if look < len(looks) else etree.Element(tag("xf"))
        for name, data in own.items():
            entry = etree.fromstring(b'<x xmlns="%s">%s</x>' % (MAIN.encode(), data))[0]
            if name in LISTS:
                xf.set(LISTS[name], str(self._entry(name, entry)))
                xf.set(f"apply{name[:-1].capitalize()}", "1")
            else:
                self._inside(xf, name, entry)
        if quote:
            xf.set("quotePrefix", "1")
        looks.append(xf)
        looks.set("count", str(len(looks)))
        return len(looks) - 1

    def formatted(self, look: int, code: str) -> int:
        """Return a look with another format of numbers."""
        key = ("format", look, code)
        if key not in self.made:
            made = self.like(look, {})
            xf = self._list("cellXfs")[made]
            xf.set("numFmtId", BUILT_IN.get(code) or str(self._format(code)))
            xf.set("applyNumberFormat", "1")
            self.made[key] = made
        return self.made[key]

    def dated(self, look: int) -> bool:
        """Tell whether a look shows its number as a date."""
        root = self.parts.tree(self.name)
        looks = root.find(tag("cellXfs"))
        if looks is None or look >= len(looks):
            return False
        number = int(looks[look].get("numFmtId") or 0)
        if number in DATES:
            return True
        for one in root.iterfind(f"{tag('numFmts')}/{tag('numFmt')}"):
            if one.get("numFmtId") == str(number):
                return is_moment(one.get("formatCode") or "")
        return False

    def _format(self, code: str) -> int:
        formats = self._list("numFmts")
        for one in formats:
            if one.get("formatCode") == code:
                return int(one.get("numFmtId") or 0)
        highest = max((int(f.get("numFmtId") or 0) for f in formats), default=0)
        number = max(highest + 1, OWN_FORMATS)
        one = etree.SubElement(formats, tag("numFmt"))
        one.set("numFmtId", str(number))
        one.set("formatCode", code)
        formats.set("count", str(len(formats)))
        return number

    def _entry(self, name: str, entry: Element) -> int:
        """Return the number of an entry of a list, adding it if it is new."""
        entries = self._list(name)
        wanted = etree.tostring(_bare(entry), method="c14n")
        for n, one in enumerate(entries):
            if etree.tostring(_bare(one), method="c14n") == wanted:
                return n
        entries.append(_bare(entry))
        entries.set("count", str(len(entries)))
        return len(entries) - 1

    def _inside(self, xf: Element, name: str, entry: Element) -> None:
        for old in xf.findall(tag(name)):
            xf.remove(old)
        xf.insert(0 if name == "alignment" else len(xf), deepcopy(entry))
        xf.set(f"apply{name.capitalize()}", "1")

    def _list(self, name: str) -> Element:
        root = self.parts.change(self.name)
        found = root.find(tag(name))
        if found is None:
            found = etree.Element(tag(name))
            later: Sequence[str] = ORDER[ORDER.index(name) + 1 :]
            before = [one for one in root if etree.QName(one).localname in later]
            at = root.index(before[0]) if before else len(root)
            root.insert(at, found)
        return found


def _bare(node: Element) -> Element:
    """Return an element by itself, without the namespaces declared around it."""
    copy = deepcopy(node)
    copy.tail = None
    etree.cleanup_namespaces(copy)
    return copy
