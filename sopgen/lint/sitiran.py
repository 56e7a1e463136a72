"""Recognise the regulations that a text cites in words, in full or shortened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from sopgen.lint.wilayah import is_twin
from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.diagnostic import Teks
from sopgen.model.kenal_peraturan import (
    all_cited,
    means_same,
    strip_sebutan,
)
from sopgen.model.kenal_peraturan import resembles as resembles
from sopgen.model.kenal_peraturan import split_words as split_words
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import (
    LEMBARAN,
    Dasar,
    Keberlakuan,
    Peraturan,
    Tabel,
    nama_resmi,
    urutan,
)
from sopgen.model.tulisan import ANGKA, Tulisan, read_tulisan

#: How much of a text is looked at behind and before a citation, in letters.
PANJANG, PANDANG = 1500, 80
#: Where the title of a regulation ends in a citation.
AKHIR = re.compile(
    r"\s*(?:\((?:Tambahan\s)?(?:Lembaran|Berita)|\((?:T?LN|BN|T?LD|BD)\b"
    r"|\ssebagaimana\s+telah|[;.]?\s*$)",
    re.IGNORECASE,
)
#: What stands before a regulation that changes another one.
PENGUBAH = re.compile(r"diubah(?:[\w\s,]{0,40}?)\s(?:dengan|dalam|oleh)\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Sitiran:
    """A regulation as a text names it; ``peraturan`` is what the table has of it.

    ``sisa`` is the text behind its name.
    """

    tulisan: Tulisan
    sisa: str = field(repr=False)
    peraturan: Peraturan | None

    @property
    def jenis(self) -> str:
        """Return its kind."""
        return self.tulisan.jenis

    @property
    def nomor(self) -> str:
        """Return its number."""
        return self.tulisan.nomor

    @property
    def tahun(self) -> int | None:
        """Return its year, if it is said."""
        return self.tulisan.tahun

    @property
    def daerah(self) -> str:
        """Return its region, or who issued it; nothing where none is said."""
        return self.tulisan.daerah

    @property
    def awal(self) -> int:
        """Return where it begins in the text."""
        return self.tulisan.awal

    @property
    def nama(self) -> str:
        """Return what it is called in messages: as it is written."""
        return self.tulisan.nama

    @property
    def resmi(self) -> str:
        """Return what it is called in full."""
        if self.peraturan:
            return self.peraturan.nama
        bentuk = BENTUK[self.jenis]
        unsaid = "…" if bentuk.penerbit or bentuk.berdaerah else ""
        daerah = self.daerah or unsaid
        return nama_resmi(self.jenis, daerah, self.nomor, self.tahun)

    @property
    def tentang(self) -> str:
        """Return the title as written, up to its gazette or its changes."""
        match = re.match(r"\s*(?:tentang\s+)+", self.sisa, re.IGNORECASE)
        if match is None:
            return ""
        rest = self.sisa[match.end() :]
        end = AKHIR.search(rest)
        return rest[: end.start()] if end else rest

    @property
    def urutan(self) -> tuple[int, int] | None:
        """Return its place in a list of bases; without a year, or a rank, none."""
        return urutan(self.jenis, self.tahun) if self.tahun else None

    @property
    def kunci(self) -> tuple[str, str, int | None, str]:
        """Return what makes two citations the same."""
        return self.jenis, self.nomor.casefold(), self.tahun, self.daerah.casefold()


def read_sitiran(text: str, tabel: Tabel, kabupaten: str) -> tuple[Sitiran, ...]:
    """Return every regulation that a text names, in its order.

    A regulation of a region that is not named is taken for one of ``kabupaten``.
    """
    if not ANGKA.search(text):
        return ()
    flat = " ".join(text.split())
    return tuple(
        Sitiran(
            one,
            flat[one.akhir : one.akhir + PANJANG],
            _find_known(one, tabel, kabupaten),
        )
        for one in read_tulisan(flat)
    )


@dataclass(frozen=True, slots=True)
class Tertulis:
    """A regulation that a text names, from where to where with all its blanks."""

    sitiran: Sitiran
    awal: int
    akhir: int


def located(text: str, found: Iterable[Sitiran]) -> Iterator[Tertulis]:
    """Yield where the regulations that were read from a text stand in it."""
    at = 0
    for one in found:
        words = r"\s+".join(map(re.escape, one.nama.split()))
        match = re.compile(words).search(text, at)
        first, at = match.span() if match else (at, at)
        yield Tertulis(one, first, at)


def read_pokok(
    dasar: Dasar | Teks, tabel: Tabel, kabupaten: str
) -> tuple[tuple[Sitiran, ...], tuple[Sitiran, ...]]:
    """Return what a basis cites: the regulation it is about, and what changed it."""
    flat = " ".join(dasar.isi.split())
    found = read_sitiran(flat, tabel, kabupaten)
    end = _find_title_end(found[0]) if found else 0
    changing = tuple(
        s
        for s in found[1:]
        if s.awal >= end and PENGUBAH.search(flat[max(0, s.awal - PANDANG) : s.awal])
    )
    return found[:1], changing


def _find_title_end(one: Sitiran) -> int:
    """Return where a title that stands in the table ends: it may name a change."""
    known = one.peraturan
    title = f" tentang {known.tentang}" if known else ""
    same = one.sisa.casefold().startswith(title.casefold())
    return one.tulisan.akhir + (len(title) if same else 0)


def find_meant(one: Sitiran, tabel: Tabel, kabupaten: str) -> Peraturan | None:
    """Return what a citation of an unknown regulation may mean.

    Only a regulation of the same kind with the same title is meant, of the country or
    of one's own region; number, year or region differ.  Of several the one whose
    gazette is named, then one in force, then the one of the same number.
    """
    found = [
        known
        for known in tabel.values()
        if known.jenis == one.jenis
        and (known.nomor == one.nomor or known.tahun == one.tahun)
        and _is_ours(known, kabupaten)
        and resembles(known.tentang, one.tentang)
    ]
    return max(found, key=lambda known: _likelihood(known, one), default=None)


def _is_ours(known: Peraturan, kabupaten: str) -> bool:
    ours = means_same(known.daerah, kabupaten)
    return ours or not BENTUK[known.jenis].berdaerah


def _likelihood(known: Peraturan, one: Sitiran) -> tuple[bool, bool, bool]:
    """Return how well a regulation fits a citation: gazette, in force, number."""
    gazette = LEMBARAN.match(known.lembaran)
    cited = gazette and re.search(
        rf"\bTahun\s+{gazette[2]}\s+Nomor\s+{gazette[3]}\b", one.sisa
    )
    in_force = known.status is not Keberlakuan.DICABUT
    return bool(cited), in_force, known.nomor == one.nomor


def find_other_kind(one: Sitiran, tabel: Tabel, kabupaten: str) -> Peraturan | None:
    """Return the regulation of another kind with the number, year and title cited."""
    return next(
        (
            known
            for known in tabel.values()
            if known.jenis != one.jenis
            and (known.nomor, known.tahun) == (one.nomor, one.tahun)
            and _is_ours(known, kabupaten)
            and resembles(known.tentang, one.tentang)
        ),
        None,
    )


def is_foreign(one: Sitiran, kabupaten: str) -> bool:
    """Return whether a regulation is one of another kabupaten or kota."""
    region = one.peraturan.daerah if one.peraturan else one.daerah
    sort = BENTUK[one.jenis].wilayah
    if sort not in ("Kabupaten", "Kota") or not region:
        return False
    twin = is_twin(sort == "Kota", strip_sebutan(region), kabupaten)
    return twin or not means_same(region, kabupaten)


def _find_known(one: Tulisan, tabel: Tabel, kabupaten: str) -> Peraturan | None:
    return next(all_cited(one, tabel, kabupaten), None)
