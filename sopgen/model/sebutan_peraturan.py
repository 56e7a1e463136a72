"""What regulations are called in a list: ``UU 25/2009 – Pelayanan Publik``."""

from __future__ import annotations

import math
from collections.abc import Mapping

from sopgen.model.peraturan import Peraturan, Tabel
from sopgen.model.salah_ketik import letters

#: Longer ones are cut at a word.
TERPANJANG = 96
ANTARA, LANJUTAN = " – ", "…"


def sebutan(one: Peraturan) -> str:
    """Return kind, region, number and year: ``UU 25/2009``."""
    if not one.bernomor:
        return f"{one.jenis} {one.tahun}"
    dated = one.nomor.endswith(f"/{one.tahun}")
    nomor = one.nomor if dated else f"{one.nomor}/{one.tahun}"
    return " ".join(filter(None, (one.jenis, one.daerah, nomor)))


def all_named(tabel: Tabel) -> Mapping[str, str]:
    """Return what every regulation is called, by its id; no two are called alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for kode, one in tabel.items():
        whole = f"{sebutan(one)}{ANTARA}{' '.join(one.tentang.split())}"
        tries = (cut(whole), whole, f"{cut(whole)} ({kode})")
        found[kode] = next(one for one in tries if letters(one) not in taken)
        taken.add(letters(found[kode]))
    return found


def cut(text: str) -> str:
    """Return a text that is not too long, cut at a word."""
    if len(text) <= TERPANJANG:
        return text
    words = text[: TERPANJANG - 1].rpartition(" ")[0].rstrip(" ,;–-")
    return f"{words} {LANJUTAN}"


def in_order(tabel: Tabel) -> tuple[str, ...]:
    """Return the ids by rank and year; what has no rank comes last."""

    def place(kode: str) -> tuple[float, float, str]:
        tingkat, tahun = tabel[kode].urutan or (math.inf, tabel[kode].tahun)
        return tingkat, tahun, kode

    return tuple(sorted(tabel, key=place))
