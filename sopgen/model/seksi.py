"""The seksi of an office, by which the SOP of a book may be ordered.

A seksi is known by its name or its code, whatever the capitals, with the word Seksi
before it or not, its words parted or not: ``Seksi Pemerintahan`` is ``pemerintahan``,
``Sub Bagian Umum`` is ``Subbagian Umum``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Span
from sopgen.model.kode import kode
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop

#: What the divider page of a seksi is called among the parts of a book.
JENIS = "seksi"
#: The word that may stand before a name, and is printed before one.
SEKSI = re.compile(r"seksi\s+", re.IGNORECASE)
#: What a part of an office is called instead of seksi: its name is printed as it is.
SEBUTAN = re.compile(
    r"(sub\s?-?\s?(bagian|bidang|koordinator)|subbag|sekretariat|bagian|bidang|urusan|"
    r"unit|uptd?|klaster|instalasi)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seksi:
    """A part of the office: ``kode`` is its short form for numbers, or nothing.

    ``terdaftar`` tells whether it stands in the book's own list of them.
    """

    nama: str
    kode: str
    span: Span
    terdaftar: bool = True

    @property
    def polos(self) -> str:
        """Return its name without the word Seksi before it."""
        return SEKSI.sub("", self.nama, count=1) or self.nama

    @property
    def judul(self) -> str:
        """Return what it is called in print: ``Seksi Umum``, ``Sekretariat``."""
        own = SEBUTAN.match(self.polos) and not SEKSI.match(self.nama)
        return self.nama if own else f"Seksi {self.polos}"

    @property
    def singkat(self) -> str:
        """Return what stands for it in a number."""
        return self.kode or self.polos

    @property
    def bagian(self) -> BagianId:
        """Return the part of the book that its divider page is."""
        return BagianId(JENIS, kode(self.polos) or arti(self.nama))


def arti(nama: str) -> str:
    """Return what a name means, the same for all ways of writing it."""
    words = kode(SEKSI.sub("", nama.strip(), count=1)).split("-")
    return "".join(words) or nama.casefold().strip()


def cari(nama: str, every: Iterable[Seksi]) -> Seksi | None:
    """Return the seksi that a name or a code means, if there is one."""
    known = tuple(every)
    by_name = (one for one in known if arti(one.nama) == arti(nama))
    by_code = (one for one in known if one.kode and arti(one.kode) == arti(nama))
    return next(by_name, None) or next(by_code, None)


class PerSeksi(NamedTuple):
    """The SOP of a seksi, or those that are of none."""

    seksi: Seksi | None
    sop: tuple[Sop, ...]


def per_seksi(seksi: Sequence[Seksi], sop: Sequence[Sop]) -> Iterator[PerSeksi]:
    """Yield each seksi that has SOP with these, last the SOP that are of none.

    Of a book that is not ordered by seksi all SOP are of none.
    """
    for one in seksi:
        own = tuple(s for s in sop if s.seksi == one.nama)
        if own:
            yield PerSeksi(one, own)
    names = {one.nama for one in seksi}
    rest = tuple(s for s in sop if s.seksi not in names)
    if rest:
        yield PerSeksi(None, rest)
