"""The two sides of a sheet of paper: which page is a back, and what it becomes there.

A book that is printed on both sides is bound at the left of its fronts, so at the right
of their backs; its parts begin on fronts, behind a blank page where need be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopgen.model.document import Sheet
from sopgen.model.page import Item, Page, moved


def is_back(before: int) -> bool:
    """Return whether a page that so many stand before is the back of a sheet."""
    return before % 2 == 1


def blank_behind(page: Page) -> Page:
    """Return a page that is counted and has nothing on it, not even its number."""
    return replace(
        page,
        body=(),
        own=(),
        count=page.count + 1,
        label="",
        mark="",
        urutan=None,
        kosong=True,
    )


def turned(items: Iterable[Item], sheet: Sheet) -> tuple[Item, ...]:
    """Return items of a page with its margins at the left and right exchanged."""
    by = sheet.margins.right - sheet.margins.left
    return tuple(moved(item, by, 0) for item in items)
