"""Sheets that were read before: one that did not change is not read again.

Who edits a workbook reads it after each edit, and what compares years reads the same
file several times; of some thirty sheets one or none is another one then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from openpyxl import Workbook

from sopgen.model.ingatan import remembered
from sopgen.spec.workbook.pustaka import source_of

#: Sheets that are kept in mind: those of several books.
MOST = 500
#: The look of a cell, of a row or of a column.
LOOK = re.compile(rb'\b(?:s|style)="(\d{1,6})"')
#: From here on a workbook has formats of its own.
OWN_FORMATS = 164


@remembered(MOST)
def kept(digest: bytes) -> list[Any]:
    """Return the place where a sheet is kept, by all that it is read from."""
    return []


def digests(book: Workbook, sheets: Sequence[Any]) -> Iterator[bytes]:
    """Yield for each sheet a digest of all that its cells are read from.

    That is its name, its XML, the texts that cells share, the day that dates count
    from, and the formats of the looks it has: later ones belong to other sheets.
    """
    formats = [_format(book, look.numFmtId) for look in book._cell_styles]
    shared = b"".join(_digest(repr(raw._shared_strings).encode()) for raw in sheets[:1])
    for raw in sheets:
        xml = source_of(raw)
        last = max(map(int, LOOK.findall(xml)), default=0)
        seen = (book.epoch, formats[: last + 1], raw.title, raw.sheet_state)
        yield _digest(repr(seen).encode() + shared + _digest(xml))


def _format(book: Workbook, number: int) -> str:
    """Return a format of numbers: one of the workbook's own in full."""
    own = (
        book._number_formats[number - OWN_FORMATS :][:1]
        if number >= OWN_FORMATS
        else []
    )
    return f"{number} {own}"


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()
