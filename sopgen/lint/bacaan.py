"""The texts of a book as they are read: blanks filled, what they are, walked once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from sopgen.lint.teks import line_of
from sopgen.lint.temuan import Wacana, passages
from sopgen.lint.terbaca import gathered
from sopgen.model.bahasa import terbilang
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.nilai import dataclass

#: A sign of a template, as far as it fits a line or two.
TEMPLAT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}|\{[%#][^{}]*[%#]\}")
#: Stands where a template prints what is not known here.
KOSONG = "\x00"
FILTER: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "title": str.title,
    "terbilang": lambda number: terbilang(int(number)),
}


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A text of the book with its blanks filled in.

    ``nama`` is what it is called in its place (``Wacana``); ``dasar`` tells that it
    cites a regulation, and nothing of it is the office's own wording.
    """

    tempat: str
    nama: str
    teks: Teks
    isi: str
    dasar: bool = False

    @property
    def naskah(self) -> bool:
        """Return whether it is a running chapter."""
        return self.tempat.startswith("naskah ")

    def span(self, start: int) -> Span:
        """Return the place of a letter of the filled text."""
        return line_of(Teks(self.isi, self.teks.span), start)


@gathered
def bacaan(buku: Buku) -> Iterator[Bacaan]:
    """Yield the texts of the decrees, the office's own chapters and the SOP."""
    known, worded = _known(buku), buku.kecamatan.sebutan.worded
    cited = {one.isi for sop in buku.sop for one in sop.identitas.dasar_hukum}
    for place in (*passages(buku), *_tembusan(buku)):
        for nama, teks in place.teks:
            filled = _filled(worded(teks.isi), known)
            yield Bacaan(place.nama, nama, teks, filled, teks.isi in cited)


@gathered
def wacana(buku: Buku) -> Iterator[Bacaan]:
    """Yield the texts of the book itself, the decrees and the office's own chapters."""
    for place, every in groupby(bacaan(buku), key=attrgetter("tempat")):
        if not place.startswith("SOP "):
            yield from every


def _tembusan(buku: Buku) -> Iterator[Wacana]:
    for one in buku.keputusan:
        own = tuple(("tembusan", teks) for teks in one.tembusan)
        yield Wacana(f"keputusan {one.id}", one.span, own)


def filled(isi: str, buku: Buku) -> str:
    """Return a text with the blanks filled that are known without composing it.

    It keeps its line breaks.
    """
    return _filled(buku.kecamatan.sebutan.worded(isi), _known(buku))


def _known(buku: Buku) -> dict[str, str]:
    return {
        **{
            f"kecamatan.{key}": one for key, one in buku.kecamatan.sebutan.fakta.items()
        },
        "kecamatan.tempat": buku.kecamatan.tempat,
        "tahun": str(buku.tahun),
        "sop|length": str(len(buku.sop)),
    }


def _filled(isi: str, known: dict[str, str]) -> str:
    if "{" not in isi:
        return isi
    return TEMPLAT.sub(lambda match: _value(match, known), isi)


def _value(match: re.Match[str], known: dict[str, str]) -> str:
    lines = "\n" * match[0].count("\n")
    parts = re.sub(r"\s+", "", match[1] or "").replace("sop|length", "jumlah", 1)
    name, *filters = parts.split("|")
    value = known.get("sop|length" if name == "jumlah" else name)
    if value is None or any(one not in FILTER for one in filters):
        return KOSONG + lines
    for one in filters:
        value = FILTER[one](value)
    return value + lines
