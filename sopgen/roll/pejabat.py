"""Who signs: another official, or the same in another capacity."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.pejabat import Kapasitas
from sopgen.model.pergantian import Langkah, PintaError
from sopgen.roll.lama import BUKU, Lama

#: What is said of an official, in the order of ``--camat``.
ISIAN = ("nama", "nip", "pangkat")


def roll_pejabat(lama: Lama) -> Iterator[Langkah]:
    """Yield what changes of the official who signs the book."""
    at = ("pejabat", str(lama.at(BUKU, ("penandatangan",))))
    for isian, isi in _wished(lama).items():
        if isi or lama.at(BUKU, (*at, isian)):
            yield lama.set((*at, isian), isi, "pejabat penandatangan")


def _wished(lama: Lama) -> dict[str, str]:
    """Return what is wished of the official by its field."""
    made: dict[str, str] = {}
    if kapasitas := lama.pinta.kapasitas.strip().casefold().rstrip("."):
        known = [one.value for one in Kapasitas]
        if kapasitas not in known:
            pesan = f"kapasitas `{lama.pinta.kapasitas}` tidak dikenal"
            raise PintaError(pesan, f"pilihannya: {', '.join(known)}")
        made["kapasitas"] = kapasitas
    if camat := lama.pinta.camat.strip():
        parts = [one.strip() for one in camat.split(";")]
        if len(parts) > len(ISIAN) or not parts[0]:
            pesan = f"pejabat `{camat[:60]}` bukan nama; NIP; pangkat"
            raise PintaError(pesan, 'tulis --camat "Nama, gelar; NIP; pangkat"')
        same = parts[0] == lama.buku.penandatangan.nama
        said = ISIAN[: len(parts)] if same else ISIAN
        made |= dict(zip(said, [*parts, "", ""], strict=False))
    return made
