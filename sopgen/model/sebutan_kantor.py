"""Every word by which an office calls itself, its head and its region.

Not every office is a kecamatan in a kabupaten.  What buku.yaml says of it, by keys or
in the names themselves (``Distrik Muara``, ``Kota Samudra``), becomes one ``Sebutan``
here; whatever prints, checks or reads an office takes its words from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Protocol

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class JenisKantor:
    """A kind of office: its word, its head, and what the usual preface says of it.

    The name of some is that of a place (``bertempat``); ``setingkat`` is the region
    that it is the office of, by which its texts may be judged.
    """

    kata: str
    kepala: str
    kedudukan: str
    setingkat: str = ""
    bertempat: bool = True


_DEKAT = "salah satu perangkat daerah yang paling dekat dengan masyarakat"
_DINAS = "salah satu perangkat daerah yang melayani masyarakat"
_DESA = "penyelenggara pemerintahan yang paling dekat dengan masyarakat"
KECAMATAN, DESA = "kecamatan", "desa"
#: The kinds of offices by the word of ``jenis``.
JENIS: Mapping[str, JenisKantor] = {
    "kecamatan": JenisKantor("Kecamatan", "Camat", _DEKAT, KECAMATAN),
    "distrik": JenisKantor("Distrik", "Kepala Distrik", _DEKAT, KECAMATAN),
    "kapanewon": JenisKantor("Kapanewon", "Panewu", _DEKAT, KECAMATAN),
    "kemantren": JenisKantor("Kemantren", "Mantri Pamong Praja", _DEKAT, KECAMATAN),
    "kelurahan": JenisKantor(
        "Kelurahan", "Lurah", "perangkat kecamatan yang paling dekat dengan masyarakat",
        DESA,
    ),
    "desa": JenisKantor("Desa", "Kepala Desa", _DESA, DESA),
    "kalurahan": JenisKantor("Kalurahan", "Lurah", _DESA, DESA),
    "dinas": JenisKantor("Dinas", "Kepala Dinas", _DINAS, bertempat=False),
    "badan": JenisKantor("Badan", "Kepala Badan", _DINAS, bertempat=False),
    "puskesmas": JenisKantor(
        "Puskesmas", "Kepala Puskesmas",
        "fasilitas pelayanan kesehatan yang paling dekat dengan masyarakat",
    ),
    "sekretariat": JenisKantor(
        "Sekretariat", "Sekretaris",
        "salah satu perangkat daerah yang mendukung penyelenggaraan pemerintahan",
        bertempat=False,
    ),
}  # fmt: skip
#: The kinds of regions by the word of ``jenis_wilayah``.
WILAYAH: Mapping[str, str] = {
    "kabupaten": "Kabupaten",
    "kota": "Kota",
    "kota administrasi": "Kota Administrasi",
    "provinsi": "Provinsi",
}
#: How the name of an office or region begins that says what kind it is.
_JENIS = re.compile(
    rf"(?i)\s*(?P<kata>(?:(?:uptd?|blud)\s+){{0,2}}(?:{'|'.join(JENIS)}|kec\.|kel\.))\s+(?P<nama>\S.*)"
)
_WILAYAH = re.compile(
    r"(?i)\s*(?P<kata>kota\s+administrasi|kabupaten|kab\.|kota|provinsi|prov\.)"
    r"\s+(?P<nama>\S.*)"
)
_SINGKATAN = {
    "kec.": "kecamatan", "kel.": "kelurahan", "kab.": "kabupaten", "prov.": "provinsi",
}  # fmt: skip
#: Heads whose word does not say of what kind of office they are.
UMUM = frozenset(("kepala", "direktur", "ketua", "pimpinan"))
#: Words of a kind that are written in capitals.
_KAPITAL = re.compile(r"(?i)\b(?:uptd?|rsud|blud|dprd)\b")
#: How texts call an office before a name that a template fills in.
_SISIPAN = r"(?P<jarak>\s+)\{\{(?P<kiri>\s*)kecamatan\.(?P<isi>%s)\b"


@dataclass(frozen=True, slots=True)
class Tertulis:
    """What buku.yaml says of the office, as it is written."""

    nama: str
    kabupaten: str
    jenis: str = ""
    jenis_wilayah: str = ""
    kepala: str = ""
    induk: str = ""


class Kantor(Protocol):
    """What has the fields of an office."""

    @property
    def nama(self) -> str: ...  # noqa: D102
    @property
    def kabupaten(self) -> str: ...  # noqa: D102
    @property
    def jenis(self) -> str: ...  # noqa: D102
    @property
    def jenis_wilayah(self) -> str: ...  # noqa: D102
    @property
    def kepala(self) -> str: ...  # noqa: D102
    @property
    def induk(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Sebutan:
    """The words of an office: ``Distrik``, ``Muara``, ``Kepala Distrik``, ``Kota``.

    ``nama`` and ``daerah`` are bare names; ``induk`` is the office above, if it stands
    in the kop; ``tertulis`` is what the file says.
    """

    jenis: str
    nama: str
    kepala: str
    wilayah: str
    daerah: str
    induk: str
    tertulis: Tertulis

    @property
    def macam(self) -> JenisKantor:
        """Return the kind of office; of a word that is not known the likeliest."""
        word = self.jenis.casefold().split()[-1] if self.jenis else ""
        known = JENIS.get(self.jenis.casefold()) or JENIS.get(word)
        return known or JenisKantor(self.jenis, self.kepala, _DINAS)

    @property
    def kantor(self) -> str:
        """Return ``Kecamatan Karangan``."""
        return f"{self.jenis} {self.nama}"

    @property
    def pimpinan(self) -> str:
        """Return ``Camat Karangan``: the head with the name of the office."""
        return f"{self.awalan_pimpinan} {self.nama}"

    @property
    def awalan_pimpinan(self) -> str:
        """Return ``Camat``: what stands before the name of the office."""
        if self.kepala.casefold() in UMUM:
            return f"{self.kepala} {self.jenis}"
        return self.kepala

    @property
    def wilayahnya(self) -> str:
        """Return ``Kabupaten Trenggalek``."""
        return f"{self.wilayah} {self.daerah}"

    @property
    def pemerintah(self) -> str:
        """Return ``Pemerintah Kabupaten Trenggalek``."""
        return f"Pemerintah {self.wilayahnya}"

    @property
    def lengkap(self) -> str:
        """Return ``Kecamatan Karangan Kabupaten Trenggalek``."""
        return f"{self.kantor} {self.wilayahnya}"

    @property
    def kop(self) -> tuple[str, ...]:
        """Return the lines of a kop, in capitals.

        An office above that is itself a pemerintah stands first: of a kota administrasi
        that is the province.
        """
        lines = (self.pemerintah, self.induk, self.kantor)
        if self.induk.casefold().startswith("pemerintah "):
            lines = (self.induk, self.wilayahnya, self.kantor)
        return tuple(line.upper() for line in lines if line)

    @property
    def tempat(self) -> str:
        """Return where its decrees are signed, unless it says so."""
        return self.nama if self.macam.bertempat else self.daerah

    @property
    def dikenal_sebagai(self) -> str:
        """Return the region by the name that regulations are compared with."""
        biasa = self.wilayah == WILAYAH["kabupaten"]
        return self.daerah if biasa else self.wilayahnya

    @property
    def setingkat_kecamatan(self) -> bool:
        """Return whether it is the office of a kecamatan, however that is called."""
        return self.macam.setingkat == KECAMATAN

    @property
    def sekabupaten(self) -> bool:
        """Return whether its region is no larger than a kabupaten or kota."""
        return self.wilayah != WILAYAH["provinsi"]

    @property
    def sekota(self) -> bool:
        """Return whether its region is a kota, of whatever kind.

        The town of a kabupaten is called a kota too.
        """
        return self.wilayah in (WILAYAH["kota"], WILAYAH["kota administrasi"])

    def means_head(self, who: str) -> bool:
        """Return whether some words begin by the jabatan of the head."""
        said, own = who.casefold().split(), self.awalan_pimpinan.casefold().split()
        return said[: len(own)] == own

    @property
    def templat_pimpinan(self) -> str:
        """Return the head as a text with blanks says it."""
        if self.biasa:
            return f"{self.awalan_pimpinan} {{{{ kecamatan.nama }}}}"
        return "{{ kecamatan.pimpinan }}"

    @property
    def biasa(self) -> bool:
        """Return whether it is a kecamatan in a kabupaten, its names written bare."""
        usual = (self.jenis, self.awalan_pimpinan, self.wilayah) == (
            "Kecamatan", "Camat", "Kabupaten",
        )  # fmt: skip
        bare = (self.tertulis.nama, self.tertulis.kabupaten) == (self.nama, self.daerah)
        return usual and bare

    @property
    def fakta(self) -> dict[str, str]:
        """Return what texts may fill in, by name."""
        return {
            "nama": self.tertulis.nama,
            "kabupaten": self.tertulis.kabupaten,
            "nama_saja": self.nama,
            "kabupaten_saja": self.daerah,
            "jenis": self.jenis,
            "jenis_kecil": " ".join(
                word if word.isupper() else word.lower() for word in self.jenis.split()
            ),
            "kantor": self.kantor,
            "kepala": self.kepala,
            "pimpinan": self.pimpinan,
            "wilayah": self.wilayah,
            "daerah": self.wilayahnya,
            "pemerintah": self.pemerintah,
            "induk": self.induk,
            "kedudukan": self.macam.kedudukan,
        }

    def worded(self, text: str) -> str:
        """Return a text whose blanks are led by the office's own words.

        ``Kecamatan {{ kecamatan.nama }}`` means this office, whatever it is called, as
        ``Kabupaten {{ kecamatan.kabupaten }}`` means its region.
        """
        if self.biasa or "{{" not in text:
            return text
        for pattern, words in _leading(self).items():
            text = pattern.sub(lambda match: _led(match, words), text)  # noqa: B023
        return text


#: What an office says of itself, as fields of ``Tertulis``.
WRITTEN = attrgetter(*(one.name for one in fields(Tertulis)))


def called(kantor: Kantor) -> Sebutan:
    """Return the words of what has the fields of an office."""
    return sebutan_of(Tertulis(*WRITTEN(kantor)))


def called_in(data: object) -> Sebutan:
    """Return the words of an office in the data of a file, which may be anything."""
    said = data if isinstance(data, Mapping) else {}
    names = [one.name for one in fields(Tertulis)]
    made = {n: str(said[n]) for n in names if isinstance(said.get(n), str | int)}
    return sebutan_of(Tertulis(**{"nama": "?", "kabupaten": "?", **made}))


@remembered(50)
def sebutan_of(tertulis: Tertulis) -> Sebutan:
    """Return the words of an office; a key counts before what a name says."""
    said, nama = split_jenis(tertulis.nama)
    jenis = _jenis(tertulis.jenis) or said or JENIS[KECAMATAN].kata
    if jenis.casefold() != said.casefold():
        nama = " ".join(tertulis.nama.split())
    region, daerah = split_wilayah(tertulis.kabupaten)
    wilayah = WILAYAH.get(wilayah_key(tertulis.jenis_wilayah), "")
    wilayah = wilayah or region or WILAYAH["kabupaten"]
    if region and wilayah != region:
        daerah = " ".join(tertulis.kabupaten.split())
    return Sebutan(
        jenis=jenis,
        nama=nama,
        kepala=_kepala(tertulis.kepala, jenis, nama),
        wilayah=wilayah,
        daerah=daerah,
        induk=" ".join(tertulis.induk.split()),
        tertulis=tertulis,
    )


def split_jenis(nama: str) -> tuple[str, str]:
    """Return what kind of office a name says and the rest, nothing if it says none."""
    match = _JENIS.fullmatch(nama.strip())
    if match is None:
        return "", " ".join(nama.split())
    word = match["kata"].casefold()
    return _jenis(_SINGKATAN.get(word, word)), " ".join(match["nama"].split())


def split_wilayah(kabupaten: str) -> tuple[str, str]:
    """Return what kind of region a name says and the rest, nothing if it says none."""
    match = _WILAYAH.fullmatch(kabupaten.strip())
    if match is None:
        return "", " ".join(kabupaten.split())
    word = " ".join(match["kata"].casefold().split())
    return WILAYAH[_SINGKATAN.get(word, word)], " ".join(match["nama"].split())


def wilayah_key(text: str) -> str:
    """Return the word of ``jenis_wilayah`` in one spelling."""
    return " ".join(text.replace("_", " ").casefold().split())


def _jenis(text: str) -> str:
    """Return the word for a kind of office as it is printed."""
    words = " ".join(text.split())
    if words.casefold() in JENIS:
        return JENIS[words.casefold()].kata
    if not words.islower():
        return words
    return _KAPITAL.sub(lambda match: match[0].upper(), words.title())


def _kepala(text: str, jenis: str, nama: str) -> str:
    """Return the head's word; a name of the office behind it is no part of it."""
    words = " ".join(text.split())
    if not words:
        known = JENIS.get(jenis.casefold())
        return known.kepala if known else f"Kepala {jenis}"
    tail = f" {nama.casefold()}"
    if words.casefold().endswith(tail):
        words = words[: -len(tail)]
    return words.title() if words.islower() else words


@remembered(20)
def _leading(one: Sebutan) -> Mapping[re.Pattern[str], Mapping[str, str]]:
    """Return how the name and the region may be led, and by what words they are."""
    biasa = JENIS[KECAMATAN]
    kantor = {
        biasa.kata.casefold(): one.jenis,
        one.jenis.casefold(): one.jenis,
        biasa.kepala.casefold(): one.awalan_pimpinan,
        one.awalan_pimpinan.casefold(): one.awalan_pimpinan,
    }
    wilayah = {
        word.casefold(): one.wilayah for word in (WILAYAH["kabupaten"], one.wilayah)
    }
    return {_before("nama", kantor): kantor, _before("kabupaten", wilayah): wilayah}


def _before(isi: str, words: Mapping[str, str]) -> re.Pattern[str]:
    every = "|".join(
        re.escape(one).replace(r"\ ", r"\s+")
        for one in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"\b(?P<kata>(?i:{every})){_SISIPAN % isi}")


def _led(match: re.Match[str], words: Mapping[str, str]) -> str:
    said = match["kata"]
    word = words[" ".join(said.casefold().split())]
    word = word.upper() if said.isupper() else word.lower() if said.islower() else word
    lines = "\n" * said.count("\n")
    blank = f"{{{{{match['kiri']}kecamatan.{match['isi']}_saja"
    return f"{word}{lines}{match['jarak']}{blank}"
