"""Refuse a PDF that would take too long to read, before it is read.

What a reader unpacks of its own accord are tables and packed objects; a small file may
hold more of them than any memory.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

#: So many bytes of file are read; of packed objects, and of tables, when unpacked.
MOST_BYTES, MOST_UNPACKED = 100_000_000, {b"ObjStm": 50_000_000, b"XRef": 4_000_000}
#: So often a file may have been added to.
MOST_REVISIONS = 200
#: Streams that are unpacked, with what says so before them.
STREAM = re.compile(rb"stream\r?\n")
PACKED = re.compile(rb"/(ObjStm|XRef)\b")
#: So far before its bytes a stream says what it is.
BEFORE = 2000


def too_large(data: bytes) -> str:
    """Return why a PDF is not read, if it is not."""
    if len(data) > MOST_BYTES:
        return f"berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB"
    if data.count(b"startxref") > MOST_REVISIONS:
        return f"PDF ini ditambah lebih dari {MOST_REVISIONS} kali"
    left = dict(MOST_UNPACKED)
    for one in _packed(data):
        left[one.kind] -= _unpacked(data, one.start, left[one.kind])
        if left[one.kind] <= 0:
            return "daftar isi PDF ini terlalu besar untuk dibaca"
    return ""


class _Packed(NamedTuple):
    """A stream that is unpacked: a table or objects, and where its bytes begin."""

    kind: bytes
    start: int


def _packed(data: bytes) -> Iterator[_Packed]:
    """Yield the tables and packed objects."""
    last = 0
    for found in STREAM.finditer(data):
        said = data[max(last, found.start() - BEFORE) : found.start()]
        if kind := PACKED.search(said):
            yield _Packed(kind[1], found.end())
        last = found.end()


def _unpacked(data: bytes, start: int, most: int) -> int:
    """Return how many bytes come out of a stream, at most so many."""
    try:
        return len(zlib.decompressobj().decompress(data[start:], most))
    except zlib.error:
        return 0
