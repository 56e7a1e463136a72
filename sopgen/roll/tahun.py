"""The year of a book, and where it is typed into the numbers of SOP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.pergantian import Langkah, PintaError
from sopgen.roll.lama import BUKU, Lama


def next_year(lama: int, baru: int) -> None:
    """Refuse a year that does not follow the book's."""
    if baru == lama + 1:
        return
    saran = f"buku ini tahun {lama}; berikutnya --tahun {lama + 1}"
    if baru == lama:
        raise PintaError(f"buku ini sudah buku tahun {lama}", saran)
    if baru < lama:
        raise PintaError(f"tahun {baru} sebelum tahun buku ini", saran)
    pesan = f"dari {lama} ke {baru} melewati {baru - lama - 1} tahun"
    raise PintaError(pesan, f"{saran}, lalu ulangi untuk tahun sesudahnya")


def roll_tahun(lama: Lama) -> Iterator[Langkah]:
    """Yield the new year, and a pattern or a number in which the old one is typed."""
    old, new = lama.buku.tahun, lama.pinta.tahun
    yield lama.set(("tahun",), str(new), "tahun buku")
    pola = lama.at(BUKU, ("pola_nomor_sop",))
    if pola:
        made = with_year(pola, old, new)
        yield lama.set(("pola_nomor_sop",), made, "tahun tertulis dalam pola")
    for n, one in enumerate(lama.at(BUKU, ("sop",)) or ()):
        if nomor := one.get("nomor_sop"):
            made = with_year(nomor, old, new)
            yield lama.set(("sop", n, "nomor_sop"), made, "tahun tertulis dalam nomor")


def with_year(text: str, old: int, new: int) -> str:
    """Return a text with a year as a word of its own replaced by another."""
    return re.sub(rf"(?<![0-9.]){old}(?![0-9]|\.[0-9])", str(new), text)
