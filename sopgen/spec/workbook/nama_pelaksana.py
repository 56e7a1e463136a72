"""Names in the list of pelaksana that are typed otherwise than the kegiatan have them.

Several in one cell, or with a number before them: both are known by the kegiatan,
which name what is meant and never the whole cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sopgen.model.lajur import PELAKSANA
from sopgen.spec.bersama import MUNGKIN, parts_of
from sopgen.spec.findings import Findings
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lembar import plain
from sopgen.spec.workbook.tables import Kepala

#: What stands between names that fill one cell, and the mark before one.
ANTARA = re.compile(r"[;,\n]")
MARK = re.compile(r"(?:\(?\d{1,2}[.)]|[-•*])\s*(?=\S)")
#: So many names of a cell must be those of kegiatan to be read as several.
SEVERAL = 2


def named_below(sheet: Sheet, head: Kepala | None) -> frozenset[str]:
    """Return whom the kegiatan of a sheet name, as names are compared."""
    column = head.columns.get(PELAKSANA) if head else None
    below = (
        cell.text
        for number, row in sheet.rows.items()
        for cell in row
        if head and number > head.row and cell.column == column
    )
    return frozenset(
        plain(name) for text in below for name in (text, *parts_of(MUNGKIN, text))
    )


def each_named(
    lanes: Sequence[Nilai], named: Collection[str], findings: Findings
) -> Iterator[Nilai]:
    """Yield the pelaksana of a list one by one, without their numbers.

    Several in one cell are told there.
    """
    for lane in lanes:
        cell = lane.cell
        if cell is None or _is_named(plain(cell.text), named):
            yield lane
            continue
        names = [MARK.sub("", name, count=1) for name in parts_of(ANTARA, cell.text)]
        known = sum(plain(name) in named for name in names)
        if known < min(len(names), SEVERAL) or not names:
            yield lane
            continue
        if len(names) > 1:
            message = f"{len(names)} pelaksana ditulis dalam satu sel"
            saran = "tulis satu pelaksana dalam satu sel, satu di bawah yang lain, "
            saran += "tanpa nomor"
            findings.tell("SOP954", message, lane.span, saran)
        for name in names:
            yield replace(lane, cell=replace(cell, text=name))


def _is_named(whole: str, named: Collection[str]) -> bool:
    """Tell whether a kegiatan names a whole cell, alone or among others."""
    return any(f" {whole} " in f" {text} " for text in named)
