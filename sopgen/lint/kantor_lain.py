"""Rules about offices named after a region: is it the own one (code SOP734)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.daerah import JUDUL_PERATURAN, MITRA, TETANGGA, dotted
from sopgen.lint.kamus import derived, known
from sopgen.lint.kata import words_of
from sopgen.lint.pokok import each_word
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.terbaca import gathered
from sopgen.lint.wilayah import JAWA_TIMUR, KOTA, TRENGGALEK
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.nilai import dataclass
from sopgen.model.sebutan_kantor import Sebutan

NAMA = r"(?P<nama>[A-Z][A-Za-z]{2,})"
#: Offices that a kecamatan has one of, with its name behind.
SEKECAMATAN = re.compile(
    r"\b(?:(?:Ka)?[Pp]olsek|POLSEK|(?:Dan)?[Kk]?[Kk]oramil|Koramil|Danramil|KORAMIL|KUA|"
    r"Kantor Urusan Agama|Kepolisian Sektor|Komando Rayon Militer)"
    rf"(?:\s+(?:[Kk]ecamatan|[0-9]{{4}}\s?[/-]\s?[0-9]{{1,2}}))?[\s/]+{NAMA}"
)
#: Offices that a kabupaten or kota has one of.
SEKABUPATEN = re.compile(
    r"\b(?:(?:Ka)?[Pp]olres(?:ta)?|POLRES|[Kk]odim|KODIM|Dandim|[Pp]emkab|[Pp]emkot|"
    rf"Kepolisian Resor)(?:\s+[0-9]{{4}})?[\s/]+{NAMA}"
)
_DAERAH = "|".join(sorted(TRENGGALEK | JAWA_TIMUR | KOTA))
_LANJUT = r"(?:,?\s+(?:dan\s+)?(?!Kabupaten|Kota|Kecamatan)[A-Z]\w+){0,6}?"
#: Other offices, where a name behind them is that of a known region.
BERNAMA_DAERAH = re.compile(
    r"\b(?:[Pp]uskesmas|PUSKESMAS|UPTD?|DPRD|BPBD|BPN|BPJS|Bappe\w+|Setda|Inspektorat|BKD|"
    r"BKPSDM|Dis[a-z]+|Dinkes|Dinsos|DPMD?|Dukcapil|Satpol PP|Kejari|Dinas|Badan)"
    rf"{_LANJUT}\s+(?P<nama>{_DAERAH})\b"
)
PROVINSI = re.compile(
    r"\b(?P<apa>[Pp]rovinsi|PROVINSI|[Pp]ropinsi|PROPINSI|Prov\.|[Gg]ubernur|GUBERNUR|"
    r"[Pp]emprov)\s+(?P<nama>[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+){0,2})"
)
#: An office of one desa or kelurahan among all: whose letter, whose head.
SEDESA = re.compile(
    r"\b(?:Desa|DESA|Kelurahan|KELURAHAN|Kades|Lurah|LURAH)\s+"
    rf"(?!Desa|Kelurahan){NAMA}"
)
#: Desa that a chapter names.
DAFTAR_DESA = re.compile(
    r"\b(?:Desa|Kelurahan)\s+([A-Z][a-z]+(?:,?\s+(?:dan\s+)?[A-Z][a-z]+)*)"
)
#: Before a name: what makes it one among others, or not the own one.
CONTOH = re.compile(
    r"\b(?:misalnya|contoh\w*|khusus\w*|kecuali|seperti|antara\s+lain|asal|tujuan|"
    r"antar\w*|lintas|luar|setempat)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
#: Before a desa: that it issues something, or that something goes by it.
MENERBITKAN = re.compile(
    r"\b(?:pengantar|keterangan|rekomendasi|pernyataan|diterbitkan|dikeluarkan|"
    r"ditandatangani|diketahui|disahkan|dilegalisasi|melalui|oleh|cap|stempel|kantor|"
    r"kepala|pemerintah|sekretaris|lurah|kades)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
#: Before a provinsi: that somebody goes there or comes from there.
BERPINDAH = re.compile(
    r"\b(?:ke|menuju|datang\s+dari|surat\s+dari|undangan|rapat|studi\s+\w+|bersama)\b"
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
#: By what the name of a province goes on, and first words that are only half of one.
BERDUA = ("dki", "di", "kepulauan")
ARAH = ("timur", "barat", "utara", "selatan", "tengah", "tenggara")
SEBELUM = 110
#: Shorter texts name no office with its region.
PENDEK = 4


@dataclass(frozen=True, slots=True)
class Sendiri:
    """What is the office's own: kecamatan, kabupaten, provinsi, names of desa.

    An office that is none of a kecamatan has several in its region, or lies in one
    whose name is not known: ``sekecamatan`` is whether others may be told apart.
    """

    kecamatan: str
    kabupaten: str
    provinsi: str
    desa: frozenset[str]
    sekecamatan: bool = True
    sekabupaten: bool = True


@gathered
def naming_offices(buku: Buku) -> Iterator[Bacaan]:
    """Yield the texts that have a word by which offices and desa are called."""
    for one in bacaan(buku):
        if len(one.isi) > PENDEK and not KUNCI.isdisjoint(words_of(one.isi).kata):
            yield one


def kantor_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that names another region's office as if it were the own one."""
    texts = naming_offices(buku)
    own = _own(texts, buku)
    for _, places in groupby(texts, key=lambda one: one.tempat):
        found = list(_found(places, own))
        if found:
            named = listed((f"`{words}`" for words, _ in found), 4)
            message = f"menyebut daerah lain atau kantornya: {named}"
            saran = "tulis nama daerah sendiri, atau hapus namanya"
            told = diagnose("SOP734", message, found[0][1], saran)
            words = " ".join(one for one, _ in found)
            yield at_all(told.about(Pokok.KATA, words), (span for _, span in found))


def _own(texts: Sequence[Bacaan], buku: Buku) -> Sendiri:
    sebutan = buku.kecamatan.sebutan
    desa = {
        word.casefold()
        for one in texts
        if one.naskah or one.tempat == "buku"
        for match in DAFTAR_DESA.finditer(one.isi)
        for word in re.findall(r"[A-Z][a-z]+", match[1])
    }
    return Sendiri(
        sebutan.nama.casefold(),
        sebutan.daerah.casefold(),
        _own_province(texts, sebutan),
        frozenset(
            (*desa, sebutan.nama.casefold(), *sebutan.nama.casefold().split()[:1])
        ),
        sebutan.setingkat_kecamatan,
        sebutan.sekabupaten,
    )


def _own_province(texts: Sequence[Bacaan], sebutan: Sebutan) -> str:
    """Return the province of a kabupaten: as it is known, or as most texts say."""
    if not sebutan.sekabupaten:
        return sebutan.daerah.casefold()
    if sebutan.daerah.title() in JAWA_TIMUR:
        return "jawa timur"
    said = Counter(
        nama
        for one in texts
        for match in PROVINSI.finditer(one.isi)
        if (nama := _province(match))
    )
    most = said.most_common(2)
    clear = len(most) == 1 or (len(most) > 1 and most[0][1] > most[1][1])
    return most[0][0] if clear else ""


def _province(match: re.Match[str]) -> str:
    """Return the name of a province in small letters, nothing of other words.

    Behind a gubernur the name of a person may stand.
    """
    first, *rest = match["nama"].casefold().split()
    if rest and (rest[0] in ARAH or first in BERDUA):
        return f"{first} {rest[0]}"
    person = match["apa"].casefold() == "gubernur"
    return "" if person or known(first) or derived(first) else first


def _found(places: Iterator[Bacaan], own: Sendiri) -> Iterator[tuple[str, Span]]:
    for one in places:
        if one.dasar:
            continue
        text = JUDUL_PERATURAN.sub(dotted, one.isi) if "entang" in one.isi else one.isi
        words = words_of(one.isi).kata
        for jenis in JENIS:
            if jenis.kunci.isdisjoint(words):
                continue
            for match in jenis.pola.finditer(text):
                if jenis.lain(match, own, one) and not _among_others(match, jenis):
                    yield " ".join(match[0].split()), one.span(match.start())


def _among_others(match: re.Match[str], jenis: Jenis) -> bool:
    sentence = match.string[max(0, match.start() - SEBELUM) : match.start()]
    return bool(jenis.tetangga.search(_before(match)) or CONTOH.search(sentence))


def _before(match: re.Match[str]) -> str:
    """Return the words of the sentence before a find."""
    text = match.string[max(0, match.start() - SEBELUM) : match.start()]
    return re.split(r"[.;:]\s|\n\s*\n", text)[-1]


def _is_name(word: str) -> bool:
    small = word.casefold()
    there = word.title() in TRENGGALEK | JAWA_TIMUR | KOTA
    return there or not (known(small) or derived(small))


def _other_kecamatan(match: re.Match[str], own: Sendiri, _: Bacaan) -> bool:
    nama = match["nama"]
    other = nama.casefold() not in (*_first_words(own),)
    return own.sekecamatan and other and _is_name(nama)


def _first_words(own: Sendiri) -> Iterator[str]:
    yield own.kecamatan.split()[0]
    yield own.kabupaten.split()[0]


def _other_kabupaten(match: re.Match[str], own: Sendiri, _: Bacaan) -> bool:
    nama = match["nama"]
    other = nama.casefold() != own.kabupaten.split()[0]
    return own.sekabupaten and other and _is_name(nama)


def _of_known_region(match: re.Match[str], own: Sendiri, _: Bacaan) -> bool:
    nama = match["nama"].title()
    near = own.sekecamatan and _in_trenggalek(own)
    there = nama in JAWA_TIMUR | KOTA | (TRENGGALEK if near else set())
    return own.sekabupaten and there and nama.casefold() not in _first_words(own)


def _in_trenggalek(own: Sendiri) -> bool:
    return own.kabupaten == "trenggalek"


def _other_province(match: re.Match[str], own: Sendiri, _: Bacaan) -> bool:
    nama = _province(match)
    away = BERPINDAH.search(_before(match))
    ours = f"{own.provinsi} ".startswith(f"{nama} ")
    return bool(nama and own.provinsi and not ours and not away)


def _other_desa(match: re.Match[str], own: Sendiri, one: Bacaan) -> bool:
    """Return whether a SOP, which is for all, names one desa unknown to the book."""
    nama = match["nama"]
    if not one.tempat.startswith("SOP ") or nama.casefold() in own.desa:
        return False
    heads = match[0].casefold().startswith(("lurah", "kades"))
    return _is_name(nama) and (heads or bool(MENERBITKAN.search(_before(match))))


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of offices: words by one of which they are called, how, when another's.

    ``tetangga`` says before one of another region that it is meant.
    """

    kunci: frozenset[str]
    pola: re.Pattern[str]
    lain: Callable[[re.Match[str], Sendiri, Bacaan], bool]
    tetangga: re.Pattern[str] = MITRA


JENIS = (
    Jenis(
        each_word("polsek kapolsek koramil danramil kua urusan sektor rayon"),
        SEKECAMATAN,
        _other_kecamatan,
    ),
    Jenis(
        each_word(
            "polres kapolres polresta kapolresta kodim dandim pemkab pemkot resor"
        ),
        SEKABUPATEN,
        _other_kabupaten,
    ),
    Jenis(
        each_word(
            "puskesmas upt uptd dprd bpbd bpn bpjs setda inspektorat bkd bkpsdm "
            "bappeda dinkes dinsos dpm dpmd dukcapil disdukcapil dispendukcapil "
            "bappedalitbang satpol kejari dinas badan disnaker disperindag dishub "
            "disdik diskominfo"
        ),
        BERNAMA_DAERAH,
        _of_known_region,
    ),
    Jenis(
        each_word("provinsi propinsi prov gubernur pemprov"),
        PROVINSI,
        _other_province,
        TETANGGA,
    ),
    Jenis(each_word("desa kelurahan lurah kades"), SEDESA, _other_desa, TETANGGA),
)
#: Words of which one stands wherever such an office is named.
KUNCI = frozenset().union(*(jenis.kunci for jenis in JENIS))
