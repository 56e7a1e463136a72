"""Regulations: what is known of them, and how they are cited.

The table is data (assets/peraturan and an office's own peraturan.yaml); here stands
what a regulation is called and how its citation is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property

from sopgen.model.bentuk_peraturan import BENTUK as BENTUK
from sopgen.model.bentuk_peraturan import SERUMPUN
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.nilai import dataclass


class Keberlakuan(StrEnum):
    """Whether a regulation is in force, as far as the table knows."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"
    PERLU_VERIFIKASI = "perlu_verifikasi"


class Keyakinan(StrEnum):
    """How sure the table is."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


#: What stands for the number of what has none: the constitution.
TANPA_NOMOR = "-"
#: A gazette as the table writes it: ``LN 2009/112, TLN 5038``.
LEMBARAN = re.compile(
    r"(LN|BN|LD|BD) ([0-9]{4})/([0-9]+)(?:, (TLN|TLD) ([0-9]+))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation of the table.

    ``oleh`` are the ids of what changed it, the last one last; of what replaced it
    if it is repealed.  Those of ``sebagian`` only repealed some of its articles and
    are not cited as changes.  ``perlu_verifikasi`` says that something of it rests on
    common knowledge.  ``per`` is the date up to which its table is known.
    """

    id: str
    jenis: str
    nomor: str
    tahun: int
    tentang: str
    daerah: str
    lembaran: str
    status: Keberlakuan
    oleh: tuple[str, ...]
    sebagian: tuple[str, ...]
    sejak: int | None
    keyakinan: Keyakinan
    perlu_verifikasi: bool
    sumber: str
    catatan: str
    per: date | None
    span: Span

    @property
    def nama(self) -> str:
        """Return ``Undang-Undang Nomor 25 Tahun 2009``."""
        return nama_resmi(self.jenis, self.daerah, self.nomor, self.tahun)

    @property
    def judul(self) -> str:
        """Return the name with its title; the constitution has its name alone."""
        return f"{self.nama} tentang {self.tentang}" if self.bernomor else self.nama

    @property
    def bernomor(self) -> bool:
        """Return whether it has a number, as all but the constitution have."""
        return self.nomor != TANPA_NOMOR

    @property
    def urutan(self) -> tuple[int, int] | None:
        """Return its place in a list of bases, rank and year, if its kind has one."""
        return urutan(self.jenis, self.tahun)


def nama_resmi(jenis: str, daerah: str, nomor: str, tahun: int | None) -> str:
    """Return what a regulation is called in full, without its title."""
    bentuk = BENTUK[jenis]
    if nomor == TANPA_NOMOR:
        return f"{bentuk.nama} Negara Republik Indonesia Tahun {tahun}"
    region = (bentuk.daerah, daerah) if daerah else ()
    words = " ".join(one for one in (bentuk.nama, *region) if one)
    number = f"{words} Nomor {nomor}"
    dated = tahun is None or nomor.endswith(f"/{tahun}")
    return number if dated else f"{number} Tahun {tahun}"


def urutan(jenis: str, tahun: int) -> tuple[int, int] | None:
    """Return the place of a regulation among others; nothing where it has no rank."""
    bentuk = BENTUK[jenis]
    return (bentuk.tingkat, tahun) if bentuk.mengatur else None


@dataclass(frozen=True, eq=False)
class Tabel(Mapping[str, Peraturan]):
    """Regulations by their ids, found as well by what a citation says of them."""

    isi: Mapping[str, Peraturan] = field(default_factory=dict)

    def __getitem__(self, kode: str) -> Peraturan:
        return self.isi[kode]

    def __iter__(self) -> Iterator[str]:
        return iter(self.isi)

    def __len__(self) -> int:
        return len(self.isi)

    @cached_property
    def _dikutip(self) -> Mapping[tuple[str, str, int | None], tuple[Peraturan, ...]]:
        found: dict[tuple[str, str, int | None], tuple[Peraturan, ...]] = {}
        for one in self.isi.values():
            for nomor in dict.fromkeys((one.nomor, angka(one.nomor))):
                key = (one.jenis, nomor.casefold(), one.tahun)
                found[key] = (*found.get(key, ()), one)
        return found

    def dikutip(
        self, jenis: str, nomor: str, tahun: int | None
    ) -> tuple[Peraturan, ...]:
        """Return what is cited so; of several regions, all."""
        return self._dikutip.get((jenis, nomor.casefold(), tahun), ())

    def serumpun(
        self, jenis: str, nomor: str, tahun: int | None
    ) -> tuple[Peraturan, ...]:
        """Return what is cited so by a short name, which may be that of a like kind."""
        kinds = (jenis, *SERUMPUN.get(jenis, ()))
        found = (self.dikutip(kind, nomor, tahun) for kind in kinds)
        return next(filter(None, found), ())


def angka(nomor: str) -> str:
    """Return the number within ``PER/21/M.PAN/11/2008``: 21; else all of it."""
    match = re.match(r"(?:[A-Z]+[./])?([0-9]+)/[A-Z]", nomor)
    return match[1] if match else nomor


@dataclass(frozen=True, slots=True)
class Dasar(Teks):
    """A legal basis as it is printed; ``peraturan`` is its id, if cited by id.

    ``tertulis`` says that the office wrote the words itself.
    """

    peraturan: str = ""
    tertulis: bool = True


def kutip_pendek(peraturan: Peraturan, tabel: Tabel, sampai: int | None = None) -> str:
    """Return a citation as a SOP prints it: without Lembaran Negara.

    Changes of years after ``sampai`` are left out: a book cannot know them.
    """
    made = peraturan.judul
    changes = perubahan(peraturan, tabel, sampai)
    return f"{made} {_diubah(changes)} {changes[-1].nama}" if changes else made


def kutip_lengkap(peraturan: Peraturan, tabel: Tabel, sampai: int | None = None) -> str:
    """Return a citation as a decree prints it: with Lembaran Negara and changes."""
    made = _berlembaran(peraturan)
    changes = perubahan(peraturan, tabel, sampai)
    return f"{made} {_diubah(changes)} {_berlembaran(changes[-1])}" if changes else made


def perubahan(
    peraturan: Peraturan, tabel: Tabel, sampai: int | None = None
) -> tuple[Peraturan, ...]:
    """Return what changed a regulation, the last one last; nothing if it is repealed.

    What only repealed some of its articles changed nothing that is cited.
    """
    if peraturan.status is Keberlakuan.DICABUT:
        return ()
    changing = (one for one in peraturan.oleh if one not in peraturan.sebagian)
    known = (tabel[one] for one in changing if one in tabel)
    return tuple(one for one in known if sampai is None or one.tahun <= sampai)


def terakhir(
    peraturan: Peraturan, tabel: Tabel, sampai: int | None = None
) -> Peraturan | None:
    """Return the last change of a regulation, if it was changed."""
    return next(reversed(perubahan(peraturan, tabel, sampai)), None)


def pengganti(peraturan: Peraturan, tabel: Tabel) -> tuple[Peraturan, ...]:
    """Return what is cited today instead of a repealed regulation.

    Where that was repealed too, what came after it.
    """
    found: dict[str, Peraturan] = {}
    seen = {peraturan.id}
    waiting = list(peraturan.oleh)
    while waiting:
        kode = waiting.pop(0)
        one = tabel.get(kode)
        if one is None or kode in seen:
            continue
        seen.add(kode)
        if one.status is Keberlakuan.DICABUT and one.oleh:
            waiting += one.oleh
        else:
            found[kode] = one
    return tuple(found.values())


def _diubah(changes: tuple[Peraturan, ...]) -> str:
    """Return the words that lead to the last change (UU 12/2011, Lampiran II)."""
    how = "beberapa kali, terakhir dengan" if len(changes) > 1 else "dengan"
    return f"sebagaimana telah diubah {how}"


def _berlembaran(peraturan: Peraturan) -> str:
    made = lembaran(peraturan)
    return f"{peraturan.judul} ({made})" if made else peraturan.judul


def lembaran(peraturan: Peraturan) -> str:
    """Return the gazette in full, or nothing where it is not known."""
    match = LEMBARAN.fullmatch(peraturan.lembaran)
    if match is None:
        return ""
    kind, tahun, nomor, _, tambahan = match.groups()
    name = "Berita" if kind[0] == "B" else "Lembaran"
    place = f"{name} Negara Republik Indonesia"
    if kind[1] == "D":
        wilayah = BENTUK[peraturan.jenis].wilayah
        place = f"{name} Daerah {wilayah} {peraturan.daerah}"
    made = f"{place} Tahun {tahun} Nomor {nomor}"
    return f"{made}, Tambahan {place} Nomor {tambahan}" if tambahan else made
