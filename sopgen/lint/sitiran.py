"""Recognise the regulations that a text cites in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from sopgen.model.diagnostic import Teks
from sopgen.model.peraturan import BENTUK, Dasar, Peraturan, Tabel

#: A minister's regulation of a ministry that the table has no short form for.
LAIN = "Permen"
#: How much of a text is looked at behind and before a citation, in letters.
PANJANG, PANDANG = 1500, 80
#: How alike titles are that mean the same regulation (difflib's ratio).
SERUPA = 0.85
#: Where the title of a regulation ends in a citation.
AKHIR = re.compile(
    r"\s*(?:\((?:Tambahan\s)?(?:Lembaran|Berita)|\((?:T?LN|BN|T?LD|BD)\b"
    r"|\ssebagaimana\s+telah|[;.]?\s*$)",
    re.IGNORECASE,
)
#: What stands before a regulation that changes another one.
PENGUBAH = re.compile(r"diubah(?:[\w\s,]{0,40}?)\s(?:dengan|dalam|oleh)\s*$", re.I)
#: Words that are spelled in two ways, and remarks in brackets.
EJAAN = (("propinsi", "provinsi"), ("perundang-undangan", "perundangundangan"))


@dataclass(frozen=True, slots=True)
class Sitiran:
    """A regulation as a text names it; ``peraturan`` is what the table has of it.

    ``tentang`` is its title as written; ``sisa`` is the text behind its name.
    """

    jenis: str
    nomor: str
    tahun: int | None
    daerah: str
    awal: int
    nama: str
    sisa: str
    peraturan: Peraturan | None

    @property
    def tentang(self) -> str:
        """Return the title as written, up to its gazette or its changes."""
        match = re.match(r"\s*tentang\s+", self.sisa, re.IGNORECASE)
        if match is None:
            return ""
        rest = self.sisa[match.end() :]
        end = AKHIR.search(rest)
        return rest[: end.start()] if end else rest

    @property
    def urutan(self) -> tuple[int, int] | None:
        """Return its place in a list of bases, if its kind and year are known."""
        rank = 5 if self.jenis == LAIN else BENTUK[self.jenis].tingkat
        return (rank, self.tahun) if self.tahun else None

    @property
    def kunci(self) -> tuple[str, str, int | None, str]:
        """Return what makes two citations the same."""
        return self.jenis, self.nomor.casefold(), self.tahun, self.daerah.casefold()


def read_sitiran(text: str, tabel: Tabel, kabupaten: str) -> tuple[Sitiran, ...]:
    """Return every regulation that a text names, in its order.

    A regulation of a region that is not named is taken for one of ``kabupaten``.
    """
    flat = " ".join(text.split())
    made = []
    for match in _matches(flat):
        nomor, tahun = _numbers(match)
        jenis = _find_jenis(match["bentuk"])
        made.append(
            Sitiran(
                jenis=jenis,
                nomor=nomor,
                tahun=tahun,
                daerah=(match["daerah"] or "").strip(),
                awal=match.start(),
                nama=match[0].strip(),
                sisa=flat[match.end() : match.end() + PANJANG],
                peraturan=_known(match, tabel, kabupaten),
            )
        )
    return tuple(made)


def read_pokok(
    dasar: Dasar | Teks, tabel: Tabel, kabupaten: str
) -> tuple[tuple[Sitiran, ...], tuple[Sitiran, ...]]:
    """Return what a basis cites: the regulation it is about, and what changed it."""
    flat = " ".join(dasar.isi.split())
    found = read_sitiran(flat, tabel, kabupaten)
    changing = tuple(
        s for s in found[1:] if PENGUBAH.search(flat[max(0, s.awal - PANDANG) : s.awal])
    )
    return found[:1], changing


def resembles(one: str, other: str) -> bool:
    """Return whether two titles mean the same regulation."""
    a, b = split_words(one), split_words(other)
    return SequenceMatcher(None, a, b).ratio() >= SERUPA


@lru_cache(2000)
def split_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without what is spelled in several ways."""
    text = re.sub(r"\([^()]*\)", " ", title.casefold())
    for written, proper in EJAAN:
        text = text.replace(written, proper)
    return tuple(re.findall(r"\w+", text))


def find_meant(one: Sitiran, tabel: Tabel) -> Peraturan | None:
    """Return what a citation of an unknown regulation may mean: number or year differs.

    Only a regulation of the same kind with the same title is meant.
    """
    for known in tabel.values():
        near = known.nomor == one.nomor or known.tahun == one.tahun
        if known.jenis == one.jenis and near and resembles(known.tentang, one.tentang):
            return known
    return None


@lru_cache(2000)
def _matches(flat: str) -> tuple[re.Match[str], ...]:
    return tuple(_pattern().finditer(flat))


@cache
def _names() -> dict[str, str]:
    """Return the kinds by their names in small letters."""
    return {
        name.casefold(): kode
        for kode, bentuk in BENTUK.items()
        for name in (bentuk.nama, *bentuk.lain)
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    kinds = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    other = r"Peraturan\sMenteri\s[A-Z][\w ,]{2,60}?"
    return re.compile(
        rf"\b(?P<bentuk>{kinds}|{other})(?:\sRepublik\sIndonesia)?"
        r"(?:\s(?:Kabupaten|Kota|Provinsi))?(?P<daerah>\s[A-Z]\w+)?"
        r"\s(?:Nomor|No\.)\s?:?\s?(?P<nomor>[A-Z0-9][\w./-]*)"
        r"(?:\sTahun\s(?P<tahun>[0-9]{4}))?",
        re.IGNORECASE,
    )


def _find_jenis(written: str) -> str:
    return _names().get(written.casefold(), LAIN)


def _numbers(match: re.Match[str]) -> tuple[str, int | None]:
    """Return number and year; ``PER/21/M.PAN/11/2008`` holds its year."""
    nomor = match["nomor"].rstrip(".,;")
    year = match["tahun"] or (re.search(r"/([0-9]{4})$", nomor) or ("", ""))[1]
    return nomor, int(year) if year else None


def _known(match: re.Match[str], tabel: Tabel, kabupaten: str) -> Peraturan | None:
    nomor, tahun = _numbers(match)
    jenis = _find_jenis(match["bentuk"])
    region = (match["daerah"] or kabupaten).strip().casefold()
    for one in tabel.values():
        same = one.jenis == jenis and one.nomor.casefold() == nomor.casefold()
        if same and one.tahun == tahun and one.daerah.casefold() in ("", region):
            return one
    return None
