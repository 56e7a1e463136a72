"""Formulas that Excel wrote once for many cells: each cell gets its own again.

Excel stores what was filled down a column as the formula of the first cell; all others
say only that theirs is like it, moved by as many rows and columns as they are away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sopgen.model.nilai import dataclass
from sopgen.ooxml import Element
from sopgen.sheetxml.address import letters, number, split
from sopgen.sheetxml.shift import GONE, LAST

#: The last column that Excel has.
LAST_COLUMN = 16_384
#: In a formula: words in quotes, names of sheets, areas of cells, rows and columns.
TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|'(?:[^']|'')+'!|[A-Za-z_\\][\w.\\]*!"
    r"|(?P<cell>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?![\w(.!])"
    r"|(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.])"
    r"|(?P<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w(.!])"
    r"|[A-Za-z_\\$][\w.\\$]*"
)
CELL = re.compile(r"(\$?)([A-Z]+)(\$?)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Group:
    """The formulas of cells that share one: the first has it, the others do not."""

    first: Element
    others: tuple[Element, ...]

    @property
    def text(self) -> str:
        """Return what the first cell calculates."""
        return self.first.text or ""

    def part(self) -> None:
        """Give each cell a formula of its own."""
        row, column = _place(self.first)
        for node in self.others:
            here = _place(node)
            node.text = translated(self.text, here[0] - row, here[1] - column)
            node.attrib.clear()
        self.first.attrib.clear()


def _place(formula: Element) -> tuple[int, int]:
    """Return row and column of the cell that a formula stands in."""
    cell = formula.getparent()
    assert cell is not None
    return split(cell.get("r") or "")


def groups(formulas: Iterable[Element]) -> list[Group]:
    """Return the groups of cells that share one of the formulas of a sheet."""
    found: dict[str, list[Element]] = {}
    for node in formulas:
        if node.get("t") == "shared":
            found.setdefault(node.get("si") or "", []).append(node)
    return [Group(one, tuple(rest)) for one, *rest in found.values() if one.text]


def translated(formula: str, down: int, right: int) -> str:
    """Return a formula as it stands some rows further down, some columns further right.

    What is marked by ``$`` stays.
    """

    def moved(found: re.Match[str]) -> str:
        if found["cell"]:
            return _cell(found["cell"], down, right)
        for name, by in (("rows", down), ("columns", right)):
            if found[name]:
                ends = [_moved(end, by) for end in found[name].split(":")]
                return ":".join(ends) if all(ends) else GONE
        return found[0]

    return TOKEN.sub(moved, formula)


def _cell(address: str, down: int, right: int) -> str:
    match = CELL.fullmatch(address)
    assert match is not None
    column = _moved(match[1] + match[2], right)
    row = _moved(match[3] + match[4], down)
    return f"{column}{row}" if column and row else GONE


def _moved(end: str, by: int) -> str:
    """Return a row or column some further on, nothing outside of the sheet."""
    if end.startswith("$"):
        return end
    if end.isdigit():
        row = int(end) + by
        return str(row) if 1 <= row <= LAST else ""
    column = number(end) + by
    return letters(column) if 1 <= column <= LAST_COLUMN else ""
