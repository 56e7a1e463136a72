"""By what a field of a decree is found again in a Word file: ``sopgen:keputusan:…``."""

from __future__ import annotations

from sopgen.model.nilai import dataclass

#: How all of them begin.
AWAL = "sopgen:keputusan"
#: What staff fill in, as its tag and the specs call it.
NOMOR, TANGGAL, PENANDATANGAN = "nomor", "tanggal", "penandatangan"
#: A tag of Word has no more letters.
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Tanda:
    """Which field of which decree a tag is of, and in which place, if not in itself."""

    isian: str
    keputusan: str
    tempat: str = ""


def tanda(isian: str, keputusan: str, tempat: str = "") -> str:
    """Return the tag of a field; without one the field cannot be found again.

    There is none where the decree's id is too long for it.
    """
    said = ":".join(part for part in (AWAL, isian, keputusan, tempat) if part)
    return said if len(said) <= LONGEST else ""


def read_tanda(said: str) -> Tanda | None:
    """Return what a tag is of; None if it is none of ours."""
    if not said.startswith(f"{AWAL}:"):
        return None
    isian, _, rest = said.removeprefix(f"{AWAL}:").partition(":")
    keputusan, _, tempat = rest.partition(":")
    known = isian in (NOMOR, TANGGAL, PENANDATANGAN)
    return Tanda(isian, keputusan, tempat) if known and keputusan else None
