"""Which SOP leads to which."""

from __future__ import annotations

from enum import StrEnum

from sopgen.model.nilai import dataclass


class Hubungan(StrEnum):
    """Why two SOP are related."""

    PANGGILAN = "panggilan"
    KETERKAITAN = "keterkaitan"
    DOKUMEN = "dokumen"


@dataclass(frozen=True, slots=True)
class Simpul:
    """A SOP on the map; ``seksi`` is what its seksi is called, or nothing."""

    id: str
    nomor: int
    nama: str
    seksi: str = ""


@dataclass(frozen=True, slots=True)
class Kaitan:
    """A relation of two SOP; ``dokumen`` is what the one hands to the other."""

    dari: str
    ke: str
    hubungan: Hubungan
    dokumen: str = ""


@dataclass(frozen=True, slots=True)
class Peta:
    """The map: every SOP of a book and what relates them."""

    judul: str
    simpul: tuple[Simpul, ...]
    kaitan: tuple[Kaitan, ...]
