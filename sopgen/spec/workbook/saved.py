"""Save a workbook: the same content gives the same bytes."""

from __future__ import annotations

import re
from io import BytesIO

from openpyxl import Workbook

from sopgen.archive import MADE, packed, unpacked

CORE = "docProps/core.xml"
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
#: openpyxl marks every text with a line break; only edges of white space need it.
KEPT = re.compile(rb' xml:space="preserve">(?=\S)([^<]*\S)<')


def saved(book: Workbook) -> bytes:
    """Return the file of a workbook, without the time it was made."""
    target = BytesIO()
    book.save(target)
    parts = unpacked(target)
    stamp = f"{MADE.isoformat()}Z".encode()
    parts[CORE] = MOMENT.sub(stamp, parts[CORE])
    return packed({name: KEPT.sub(rb">\1<", part) for name, part in parts.items()})
