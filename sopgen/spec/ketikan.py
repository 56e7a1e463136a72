"""Collect the texts of a file as they were typed, each with its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Teks
from sopgen.model.ketikan import Ketikan
from sopgen.spec.check import REMARKS
from sopgen.spec.peraturan import table_of_sopgen
from sopgen.spec.reader import Content, Trail

#: Fields whose keys are printed: the answers of a decision.
ANSWERS = "ke"


#: Fields that are notes, printed on a SOP without kegiatan only.
NOTE = "catatan"


def typed(content: Content) -> tuple[Ketikan, ...]:
    """Return every text of a file that is printed, in its order."""
    return tuple(_typed(content, content.data, ()))


def typed_elsewhere(buku: Buku) -> Iterator[Ketikan]:
    """Yield the texts of chapters and of the office's own regulations."""
    for naskah in buku.naskah.values():
        yield Ketikan(("naskah",), naskah.teks)
    shipped = table_of_sopgen()
    for kode, peraturan in buku.peraturan.items():
        if peraturan is not shipped.get(kode):
            yield Ketikan(("peraturan",), Teks(peraturan.tentang, peraturan.span))


def _typed(content: Content, data: Any, trail: Trail) -> Iterator[Ketikan]:
    if isinstance(data, str):
        if _printed(content, trail):
            yield _ketikan(trail, Teks(data, content.span(*trail)))
    elif isinstance(data, dict):
        for key, value in data.items():
            inner = (*trail, key)
            if trail and trail[-1] == ANSWERS:
                yield _ketikan(inner, Teks(key, content.key(*inner)))
            yield from _typed(content, value, inner)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _typed(content, value, (*trail, n))


def _printed(content: Content, trail: Trail) -> bool:
    """Return whether a text stands on paper; a pelaksana is printed where it is listed.

    What a kegiatan says of him only names his column.
    """
    if trail[:1] == (REMARKS,):
        return False
    if trail and trail[-1] == NOTE:
        return len(trail) == 1 and not content.data.get("kegiatan")
    return not (len(trail) > 2 and "pelaksana" in trail[-2:])


def _ketikan(trail: Trail, teks: Teks) -> Ketikan:
    return Ketikan(tuple(key for key in trail if isinstance(key, str)), teks)
