"""Looks of new workbooks, given to cells of a workbook that is there already."""

from __future__ import annotations

from lxml import etree

from sopgen.sheetxml import Book
from sopgen.spec.workbook import looks


def look_of(book: Book, name: str) -> int:
    """Return the number of a look that new workbooks have."""
    look, styles = looks.LOOKS[name], book.styles
    kinds = {"font": "fonts", "fill": "fills", "border": "borders"}
    own = {
        kinds.get(key, key): etree.tostring(value.to_tree(key))
        for key, value in look.items()
        if key != "number_format"
    }
    plain_look = styles.like(0, own)
    return styles.formatted(plain_look, look.get("number_format", "General"))
