"""What the words and pictures of a page are: headings, paragraphs, cells of tables.

Among the items of a page an ``Element`` opens an element of the document's structure,
and an ``End`` closes the last one that is open.  What a page shows outside of all
elements, or in one that only holds others, is no content: rules, frames, page numbers.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What an element is, in the words of PDF (ISO 32000-1, 14.8.4)."""

    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    ENTRY = "TOCI"
    LINK = "Link"
    FIGURE = "Figure"
    DIVISION = "Div"
    ARTIFACT = "Artifact"


HEADINGS = (Role.H1, Role.H2, Role.H3)
#: What only holds other elements: what is drawn between these is no content.
HOLDERS = frozenset(
    {
        Role.LIST,
        Role.ITEM,
        Role.TABLE,
        Role.ROW,
        Role.CONTENTS,
        Role.ENTRY,
        Role.DIVISION,
    }
)


class Element(NamedTuple):
    """The beginning of an element, or of a further piece of one.

    One that ``goes_on`` is the last of its role in what it stands in.  ``key`` counts
    the rows of a table, and the cells of a row, from 1: pieces with the same key are
    of one.  ``span`` and ``down`` are the columns and rows of a cell.  ``alt`` says
    what a figure shows.
    """

    role: Role
    goes_on: bool = False
    key: int = 0
    span: int = 1
    down: int = 1
    alt: str = ""


class End(NamedTuple):
    """The end of the element that was opened last."""


END = End()
#: What is printed again, or is mere ornament.
ARTIFACT = Element(Role.ARTIFACT)
#: What a strip stands in, from the outermost element on.
Path = tuple[Element, ...]


def passage(before: Path, after: Path) -> tuple[Element | End, ...]:
    """Return what is closed and opened between two things that stand in elements."""
    if before is after and (not after or after[-1].goes_on):
        return ()
    same = 0
    for old, new in zip(before, after, strict=False):
        if not new.goes_on or (old.role, old.key) != (new.role, new.key):
            break
        same += 1
    return (*(END,) * (len(before) - same), *after[same:])
