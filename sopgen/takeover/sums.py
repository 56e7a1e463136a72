"""The last row of a table that sums up waktu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sopgen.model.jumlah_waktu import Waktu, read_waktu
from sopgen.takeover.board import Cell
from sopgen.takeover.xmlread import plain

#: What begins such a row, and what it may say before its figure.
HEAD = re.compile(
    r"(?:jumlah|total)\b(?:\s+(?:keseluruhan|seluruh(?:nya)?|lama|waktu|penyelesaian|"
    r"pelayanan|proses|kegiatan|yang|dibutuhkan|diperlukan))*\s*[:=]?\s*",
    re.IGNORECASE,
)
WAKTU = re.compile(r"\b(?:waktu|lama)\b", re.IGNORECASE)
#: What is not in a sum is said in brackets behind it.
ASIDE = re.compile(r"\s*\(.*\)\s*$")


def sum_in(cells: Sequence[Cell], waktu: str) -> str | None:
    """Return the sum that a row tells; nothing if it is no such row.

    ``waktu`` is what stands in the column of waktu.
    """
    if not cells:
        return None
    first = plain(cells[0].text)
    match = HEAD.match(first)
    if match is None:
        return None
    rest = [first[match.end() :], *(plain(cell.text) for cell in cells[1:])]
    told = waktu or plain(" ".join(rest))
    alone = match[0] == first and _read(told) is not None
    return told if alone or WAKTU.search(match[0]) else None


def differs(told: str, every: Iterable[str]) -> bool:
    """Return whether a sum is another than that of some waktu, as far as one can."""
    read = [read_waktu(text) for text in every]
    total = sum((one for one in read if one is not None), Waktu())
    own = _read(told)
    return own is None or str(own) != str(total)


def _read(told: str) -> Waktu | None:
    return read_waktu(ASIDE.sub("", told))
