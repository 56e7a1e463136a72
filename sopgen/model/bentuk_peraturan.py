"""The kinds of regulations: their names, their rank, and how offices shorten them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A kind of regulation: its full name, its rank, other ways to write it.

    ``tingkat`` rises from the constitution down.  ``lain`` are other full names,
    ``singkatan`` short ones beside the kind's own code.  ``daerah`` is what stands
    between the name and the name of the region.  Of a kind with ``penerbit`` the name
    goes on with who issues it.  What is not ``mengatur`` is no legislation but an
    appointment, an instruction or a letter: it has no place among the ranks and no
    gazette.  Source: UU 12/2011, Pasal 7 and 8.
    """

    nama: str
    tingkat: int
    lain: tuple[str, ...] = ()
    singkatan: tuple[str, ...] = ()
    daerah: str = ""
    wilayah: str = ""
    penerbit: bool = False
    mengatur: bool = True
    berlembaran: bool = True

    @property
    def berdaerah(self) -> bool:
        """Return whether a regulation of this kind belongs to a region."""
        return bool(self.wilayah)


#: Ranks of what ministers and institutions, then of what regions issue.
MENTERI, PROVINSI, KABUPATEN, GUBERNUR, BUPATI = 5, 6, 7, 8, 9

_MENTERI = "Peraturan Menteri"
_PAN = "Pendayagunaan Aparatur Negara"
_RB = f"{_PAN} dan Reformasi Birokrasi"
_DESA = "Desa, Pembangunan Daerah Tertinggal"
_AGRARIA = "Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional"
_PENGADAAN = "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah"


def _menteri(
    nama: str, *singkatan: str, lain: Iterable[str] = (), bentuk: str = _MENTERI
) -> Bentuk:
    """Return the kind of a minister's regulations."""
    others = tuple(f"{bentuk} {one}" for one in lain)
    return Bentuk(f"{bentuk} {nama}", MENTERI, others, singkatan)


def _lembaga(nama: str, *singkatan: str) -> Bentuk:
    """Return the kind of an institution's regulations, once those of its head."""
    words = ("Peraturan", "Peraturan Kepala", "Perka", "Perban", "Perlem")
    short = tuple(f"{word} {one}" for one in singkatan for word in words)
    return Bentuk(f"Peraturan {nama}", MENTERI, (f"Peraturan Kepala {nama}",), short)


def _keputusan(nama: str, *singkatan: str) -> Bentuk:
    """Return the kind of a minister's decrees, which appoint and are no legislation."""
    return Bentuk(
        f"Keputusan Menteri {nama}", MENTERI, (), singkatan,
        mengatur=False, berlembaran=False,
    )  # fmt: skip


def _terbitan(nama: str, *singkatan: str) -> Bentuk:
    """Return a kind without rank that names who issues it."""
    return Bentuk(
        nama, MENTERI, (), singkatan,
        penerbit=True, mengatur=False, berlembaran=False,
    )  # fmt: skip


#: The kinds by the short form that the table uses.
BENTUK: Mapping[str, Bentuk] = {
    "UUD": Bentuk("Undang-Undang Dasar", -1, berlembaran=False),
    "TAPMPR": Bentuk(
        "Ketetapan Majelis Permusyawaratan Rakyat Republik Indonesia", 0,
        (), ("TAP MPR", "Ketetapan MPR"), berlembaran=False,
    ),
    "UU": Bentuk("Undang-Undang", 1),
    "Perppu": Bentuk("Peraturan Pemerintah Pengganti Undang-Undang", 1, (), ("Perpu",)),
    "PP": Bentuk("Peraturan Pemerintah", 2),
    "Perpres": Bentuk("Peraturan Presiden", 3, (), ("Per Pres",)),
    "Keppres": Bentuk("Keputusan Presiden", 4, (), ("Kepres",)),
    "Inpres": Bentuk("Instruksi Presiden", 4, berlembaran=False),
    "Permendagri": _menteri("Dalam Negeri", "Permen Dagri", "Peraturan Mendagri"),
    "PermenPANRB": _menteri(
        _RB, "PermenPAN RB", "Permen PAN RB", "Permen PANRB", "Permenpanrb",
        "Peraturan Menteri PANRB", "Peraturan Menteri PAN RB", "Peraturan MenPAN RB",
        "Peraturan MenPANRB", lain=(f"Negara {_RB}",),
    ),
    "PermenPAN": _menteri(
        _PAN, "Permen PAN", "Peraturan Menteri PAN", "Peraturan MenPAN",
        "Peraturan Menteri Negara PAN", lain=(f"Negara {_PAN}",),
    ),
    "Permenkes": _menteri("Kesehatan", "Permen Kes", "Peraturan Menkes"),
    "PMK": _menteri("Keuangan", "Permenkeu", "Permen Keu", "Peraturan Menkeu"),
    "Permendes": _menteri(
        f"{_DESA}, dan Transmigrasi", "Permendesa", "Permendes PDTT", "Permendesa PDTT",
        "PermendesPDTT", "Permen Desa", "Permen Desa PDTT", "Peraturan Menteri Desa",
        "Peraturan Menteri Desa PDTT", lain=(_DESA,),
    ),
    "Permensos": _menteri("Sosial", "Permen Sos", "Peraturan Mensos"),
    "Permenkumham": _menteri("Hukum dan Hak Asasi Manusia"),
    "Permenkominfo": _menteri("Komunikasi dan Informatika", "Permen Kominfo"),
    "PermenATR": _menteri(
        _AGRARIA, "PermenATR BPN", "Permen ATR BPN", "Permen ATR", "Permen ATR KBPN"
    ),
    "PermenPUPR": _menteri("Pekerjaan Umum dan Perumahan Rakyat", "Permen PUPR"),
    "PermenKUKM": _menteri(
        "Koperasi dan Usaha Kecil dan Menengah", "Permenkop UKM", "Permenkop"
    ),
    "Permendikbud": _menteri("Pendidikan dan Kebudayaan"),
    "Permenag": _menteri("Agama", "Peraturan Menag", "PMA"),
    "Permendag": _menteri("Perdagangan"),
    "Permenaker": _menteri("Ketenagakerjaan", "Permennaker"),
    "Permentan": _menteri("Pertanian"),
    "PermenLHK": _menteri("Lingkungan Hidup dan Kehutanan", "Permen LHK"),
    "Permensesneg": _menteri("Sekretaris Negara"),
    "Perkap": Bentuk(
        "Peraturan Kepala Kepolisian Negara Republik Indonesia", MENTERI,
        ("Peraturan Kepala Kepolisian",),
        ("Perkap Polri", "Perkapolri", "Peraturan Kapolri"),
    ),
    "Perpol": Bentuk(
        "Peraturan Kepolisian Negara Republik Indonesia", MENTERI,
        ("Peraturan Kepolisian",), ("Peraturan Polri",),
    ),
    "PerBPOM": _lembaga("Badan Pengawas Obat dan Makanan", "BPOM", "Badan POM"),
    "PerANRI": _lembaga("Arsip Nasional Republik Indonesia", "ANRI"),
    "PerLKPP": _lembaga(_PENGADAAN, "LKPP", "Lembaga LKPP"),
    "PerBKN": _lembaga("Badan Kepegawaian Negara", "BKN"),
    "PerLAN": _lembaga("Lembaga Administrasi Negara", "LAN"),
    "PerBPS": _lembaga("Badan Pusat Statistik", "BPS"),
    "PerBSSN": _lembaga("Badan Siber dan Sandi Negara", "BSSN"),
    "Permen": Bentuk(_MENTERI, MENTERI, penerbit=True),
    "Perlembaga": Bentuk("Peraturan", MENTERI, (), ("Perka",), penerbit=True),
    "Kepmendagri": _keputusan("Dalam Negeri", "Kepmen Dagri", "Keputusan Mendagri"),
    "KepmenPANRB": _keputusan(
        _RB, "KepmenPAN RB", "Kepmen PAN RB", "Kepmen PANRB", "Keputusan Menteri PANRB"
    ),
    "KepmenPAN": _keputusan(_PAN, "Kepmen PAN", "Keputusan Menteri PAN"),
    "Kepmenkes": _keputusan("Kesehatan", "Kepmen Kes"),
    "KMK": _keputusan("Keuangan", "Kepmenkeu"),
    "Kepmen": _terbitan("Keputusan Menteri"),
    "Keputusan": _terbitan("Keputusan"),
    "Instruksi": _terbitan("Instruksi", "Inmen"),
    "Inmendagri": Bentuk(
        "Instruksi Menteri Dalam Negeri", MENTERI, mengatur=False, berlembaran=False
    ),
    "SE": _terbitan("Surat Edaran"),
    "PerdaProv": Bentuk(
        "Peraturan Daerah", PROVINSI, (), ("Perda Provinsi", "Perda Prov"),
        daerah="Provinsi", wilayah="Provinsi",
    ),
    "Perda": Bentuk(
        "Peraturan Daerah", KABUPATEN, (), ("Perda Kabupaten", "Perda Kab"),
        daerah="Kabupaten", wilayah="Kabupaten",
    ),
    "PerdaKota": Bentuk(
        "Peraturan Daerah", KABUPATEN, (), ("Perda Kota",),
        daerah="Kota", wilayah="Kota",
    ),
    "Pergub": Bentuk("Peraturan Gubernur", GUBERNUR, wilayah="Provinsi"),
    "Perbup": Bentuk("Peraturan Bupati", BUPATI, wilayah="Kabupaten"),
    "Perwali": Bentuk(
        "Peraturan Wali Kota", BUPATI, ("Peraturan Walikota",), ("Perwal", "Perwako"),
        wilayah="Kota",
    ),
}  # fmt: skip
#: Kinds that offices write for each other when they shorten them.
SERUMPUN: Mapping[str, tuple[str, ...]] = {
    "PermenPAN": ("PermenPANRB",),
    "PermenPANRB": ("PermenPAN",),
    "KepmenPAN": ("KepmenPANRB",),
    "Perkap": ("Perpol",),
}
_PEJABAT = ("bupati", "camat", "gubernur", "kepala", "sekretaris", "wali", "walikota")
#: First words of a name that is one only with an issuer behind it.
PENERBIT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "peraturan": ("Perlembaga", (
        "badan", "bersama", "dewan", "jaksa", "kejaksaan", "kepala", "ketua", "komisi",
        "lembaga", "mahkamah", "ombudsman", "panglima", "perpustakaan", "sekretaris",
    )),
    "keputusan": ("Keputusan", ("bersama", "direktur", "ketua", "panglima", *_PEJABAT)),
    "instruksi": ("Instruksi", ("menteri", *_PEJABAT)),
}  # fmt: skip
#: How short names begin of which no more is known.
AWALAN: Mapping[str, str] = {
    "permen": "Permen", "kepmen": "Kepmen", "inmen": "Instruksi", "kepbup": "Keputusan",
    "kepgub": "Keputusan", "kepwal": "Keputusan",
}  # fmt: skip
#: Words that name no kind by themselves.
BARE = frozenset((("peraturan",), ("keputusan",), ("instruksi",)))
#: Words that a name of a kind may have or not.
LEWAT = frozenset(("dan",))


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A kind as it is called: its code, whether that is short, how many words."""

    kode: str
    singkat: bool
    panjang: int


def sebutan_of(words: Iterable[str]) -> Sebutan | None:
    """Return the kind that the first words of a text name, the longest name first."""
    plain = tuple(one.casefold() for one in words)
    named = _named()
    for end in range(len(plain), 0, -1):
        if found := named.get(_key(plain[:end])):
            return Sebutan(*found, end)
    return _of_issuer(plain)


def _of_issuer(plain: tuple[str, ...]) -> Sebutan | None:
    """Return the kind of what somebody issues for whom there is no kind of his own."""
    first, second = (*plain, "", "")[:2]
    kode, issuers = PENERBIT.get(first, ("", ()))
    if second in issuers:
        return Sebutan(kode, False, 1)
    short = next((k for begin, k in AWALAN.items() if first.startswith(begin)), "")
    return Sebutan(short, True, 1) if short else None


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, parted at hyphens and strokes."""
    return tuple(re.findall(r"\w+", text))


def _key(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in words if one not in LEWAT)


@cache
def _named() -> Mapping[tuple[str, ...], tuple[str, bool]]:
    """Return the kinds by the words of their names; a full name before a short one."""
    found: dict[tuple[str, ...], tuple[str, bool]] = {}
    for kode, bentuk in BENTUK.items():
        for name in _full(bentuk):
            found.setdefault(_key(split_words(name.casefold())), (kode, False))
    # Without a word for its region a Perda is one of the kabupaten.
    found["peraturan", "daerah"] = ("Perda", False)
    for kode, bentuk in BENTUK.items():
        for name in (kode, *bentuk.singkatan):
            found.setdefault(_key(split_words(name.casefold())), (kode, True))
    return {key: one for key, one in found.items() if key not in BARE}


def _full(bentuk: Bentuk) -> Iterator[str]:
    for name in (f"{bentuk.nama} {bentuk.daerah}".rstrip(), *bentuk.lain):
        yield name
        yield name.removesuffix(" Republik Indonesia")
