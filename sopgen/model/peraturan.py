"""Regulations: what is known of them, and how they are cited.

The table is data (assets/peraturan and an office's own peraturan.yaml); here stands
what a regulation is called and how its citation is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopgen.model.diagnostic import Span, Teks


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


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A kind of regulation: its full name, its rank, other ways to write it.

    ``tingkat`` counts from 1 at the top; ``daerah`` is what stands between the name
    and the name of the region.  Source: UU 12/2011, Pasal 7 and 8.
    """

    nama: str
    tingkat: int
    lain: tuple[str, ...] = ()
    daerah: str = ""


_PAN = "Peraturan Menteri Pendayagunaan Aparatur Negara"
#: The kinds by the short form that the table uses.
BENTUK: Mapping[str, Bentuk] = {
    "UU": Bentuk("Undang-Undang", 1),
    "Perppu": Bentuk("Peraturan Pemerintah Pengganti Undang-Undang", 1),
    "PP": Bentuk("Peraturan Pemerintah", 2),
    "Perpres": Bentuk("Peraturan Presiden", 3),
    "Keppres": Bentuk("Keputusan Presiden", 4),
    "Inpres": Bentuk("Instruksi Presiden", 4),
    "Permendagri": Bentuk("Peraturan Menteri Dalam Negeri", 5),
    "PermenPANRB": Bentuk(
        f"{_PAN} dan Reformasi Birokrasi", 5, ("Peraturan Menteri PANRB",)
    ),
    "PermenPAN": Bentuk(_PAN, 5, ("Peraturan Menteri PAN",)),
    "Permenkes": Bentuk("Peraturan Menteri Kesehatan", 5),
    "Perpol": Bentuk("Peraturan Kepolisian Negara Republik Indonesia", 5),
    "PerBPOM": Bentuk("Peraturan Badan Pengawas Obat dan Makanan", 5),
    "Perda": Bentuk("Peraturan Daerah", 6, daerah="Kabupaten"),
    "Perbup": Bentuk("Peraturan Bupati", 7),
}
#: A gazette as the table writes it: ``LN 2009/112, TLN 5038``.
LEMBARAN = re.compile(
    r"(LN|BN|LD|BD) ([0-9]{4})/([0-9]+)(?:, (TLN|TLD) ([0-9]+))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation of the table.

    ``oleh`` are the ids of what changed it, the last one last; of what replaced it
    if it is repealed.  ``per`` is the date up to which its table is known.
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
    sejak: int | None
    keyakinan: Keyakinan
    sumber: str
    catatan: str
    per: date | None
    span: Span

    @property
    def nama(self) -> str:
        """Return ``Undang-Undang Nomor 25 Tahun 2009``."""
        bentuk = BENTUK[self.jenis]
        region = (bentuk.daerah, self.daerah) if self.daerah else ()
        words = " ".join(one for one in (bentuk.nama, *region) if one)
        number = f"{words} Nomor {self.nomor}"
        return f"{number} Tahun {self.tahun}" if self.nomor.isdigit() else number

    @property
    def judul(self) -> str:
        """Return the name with its title."""
        return f"{self.nama} tentang {self.tentang}"

    @property
    def urutan(self) -> tuple[int, int]:
        """Return its place in a list of bases: rank, then year."""
        return BENTUK[self.jenis].tingkat, self.tahun


#: Regulations by id.
Tabel = Mapping[str, Peraturan]


@dataclass(frozen=True, slots=True)
class Dasar(Teks):
    """A legal basis as it is printed; ``peraturan`` is its id, if cited by id.

    ``tertulis`` says that the office wrote the words itself.
    """

    peraturan: str = ""
    tertulis: bool = True


def kutip_pendek(peraturan: Peraturan, tabel: Tabel) -> str:
    """Return a citation as a SOP prints it: without Lembaran Negara."""
    made = peraturan.judul
    last = terakhir(peraturan, tabel)
    return f"{made} {_diubah(peraturan)} {last.nama}" if last else made


def kutip_lengkap(peraturan: Peraturan, tabel: Tabel) -> str:
    """Return a citation as a decree prints it: with Lembaran Negara and changes."""
    made = _berlembaran(peraturan)
    last = terakhir(peraturan, tabel)
    return f"{made} {_diubah(peraturan)} {_berlembaran(last)}" if last else made


def terakhir(peraturan: Peraturan, tabel: Tabel) -> Peraturan | None:
    """Return the last change of a regulation, if it was changed."""
    if peraturan.status is Keberlakuan.DICABUT or not peraturan.oleh:
        return None
    return tabel.get(peraturan.oleh[-1])


def _diubah(peraturan: Peraturan) -> str:
    """Return the words that lead to the last change (UU 12/2011, Lampiran II)."""
    many = len(peraturan.oleh) > 1
    how = "beberapa kali, terakhir dengan" if many else "dengan"
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
        place = f"{name} Daerah Kabupaten {peraturan.daerah}"
    made = f"{place} Tahun {tahun} Nomor {nomor}"
    return f"{made}, Tambahan {place} Nomor {tambahan}" if tambahan else made
