"""Join the parts of a kegiatan that goes on over a page break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sopgen.takeover.row import Row
from sopgen.takeover.xmlread import plain

#: What such a part begins with.
LANJUTAN = re.compile(r"\(\s*(?:lanjutan|sambungan)\s*\)\s*", re.IGNORECASE)


def joined(
    rows: Sequence[Row], drawn: frozenset[int]
) -> tuple[tuple[Row, ...], list[int]]:
    """Return the rows with their parts joined, and where each row came to be.

    ``drawn`` are the rows with symbols: they are kegiatan of their own.
    """
    made: list[Row] = []
    places: list[int] = []
    for number, row in enumerate(rows):
        if number not in drawn and made and goes_on(made[-1], row):
            made[-1] = _with(made[-1], row)
        else:
            made.append(row)
        places.append(len(made) - 1)
    return tuple(made), places


def goes_on(before: Row, row: Row) -> bool:
    """Return whether a row says that it is the rest of the one before it."""
    same = row.nomor in ("", "•", before.nomor)
    return same and LANJUTAN.match(row.uraian) is not None


def _with(before: Row, row: Row) -> Row:
    texts = dict(before.texts)
    for role, text in row.texts.items():
        bare = LANJUTAN.sub("", text, count=1) if role == "kegiatan" else text
        texts[role] = plain(f"{texts.get(role, '')} {bare}")
    return replace(before, texts=texts)
