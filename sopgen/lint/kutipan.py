"""The bases that lists cite, and what the table has of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.sitiran import Sitiran, read_pokok, split_words
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import Dasar, Keberlakuan, Peraturan, Tabel
from sopgen.model.sop import Status

#: The first gazette behind a title.
TERTULIS = re.compile(
    r"\((?P<nama>Lembaran|Berita)\s(?:Negara|Daerah)[^()]*?\sTahun\s(?P<tahun>[0-9]{4})"
    r"\sNomor\s(?P<nomor>[0-9]+)(?:[^()]*?Nomor\s(?P<tambahan>[0-9]+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kutipan:
    """A basis of a list, and what it cites: nothing where the words tell nothing.

    ``tahun`` is that of the book, which knows no later changes.
    """

    dasar: Dasar
    pokok: Sitiran | None
    pengubah: tuple[Sitiran, ...]
    tabel: Tabel
    tahun: int

    @property
    def peraturan(self) -> Peraturan | None:
        """Return what the table has of it: by its id, or by its words."""
        if self.dasar.peraturan:
            return self.tabel[self.dasar.peraturan]
        return self.pokok.peraturan if self.pokok else None

    @property
    def dicabut(self) -> bool:
        """Return whether it is repealed: told so, and nothing else is said of it."""
        known = self.peraturan
        return known is not None and known.status is Keberlakuan.DICABUT

    @property
    def nama(self) -> str:
        """Return what it is called in messages."""
        known = self.peraturan
        return known.nama if known else self.pokok.nama if self.pokok else ""


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list of bases: of a decree, or of a SOP."""

    nama: str
    keputusan: bool
    status: Status
    kutipan: tuple[Kutipan, ...]


@gathered
def lists(buku: Buku) -> Iterator[Daftar]:
    """Yield every list of bases that is not empty."""
    for keputusan in buku.keputusan:
        for nama in ("mengingat", "memperhatikan"):
            cited = tuple(_cited(one, buku) for one in getattr(keputusan, nama))
            if cited:
                yield Daftar(nama, True, keputusan.status, cited)
    for sop in buku.sop:
        cited = tuple(_cited(one, buku) for one in sop.identitas.dasar_hukum)
        if cited:
            yield Daftar("dasar_hukum", False, sop.status, cited)


def _cited(dasar: Dasar, buku: Buku) -> Kutipan:
    first, changing = read_pokok(
        dasar, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai
    )
    pokok = first[0] if first else None
    return Kutipan(dasar, pokok, changing, buku.peraturan, buku.tahun)


def titled(cited: Sitiran, known: Peraturan) -> bool:
    """Return whether a citation has the regulation's title, whatever follows it."""
    proper = split_words(known.tentang)
    behind = split_words(cited.sisa.strip().partition(" ")[2])
    return split_words(cited.tentang) == proper or (
        "sebagaimana telah" in known.tentang and behind[: len(proper)] == proper
    )
