"""The bases of the decree and of each SOP: what is repealed gives way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sopgen.model.draft import Trail
from sopgen.model.peraturan import (
    Dasar,
    Peraturan,
    Tabel,
    kutip_lengkap,
    kutip_pendek,
)
from sopgen.model.pergantian import Langkah, Pergantian
from sopgen.model.suntingan import DeleteRow, MoveRow, Set
from sopgen.roll.dasar import Butir, Dihapus, Ubah, renewed
from sopgen.roll.lama import BUKU, Lama

#: A basis that is one article of a regulation.
PASAL = re.compile(r"\s*pasal\b", re.IGNORECASE)
#: How an item of a list ends.
AKHIR = re.compile(r"[.;,]*\s*$")


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list of bases at its place, and how it cites."""

    berkas: str
    jejak: Trail
    dasar: Sequence[Dasar]
    kutip: Callable[[Peraturan, Tabel, int], str]

    def told(self, ubah: Ubah, baru: str | None, sebab: str) -> Pergantian:
        """Return what is told of a row that changed."""
        jejak = (*self.jejak, ubah.asal)
        return Pergantian(self.berkas, jejak, self.dasar[ubah.asal].isi, baru, sebab)


def roll_mengingat(lama: Lama) -> Iterator[Langkah]:
    """Yield what becomes of every list of bases that goes on."""
    for daftar in _lists(lama):
        yield from _renewed(lama, daftar)


def _lists(lama: Lama) -> Iterator[Daftar]:
    if lama.keputusan is not None:
        for nama in ("mengingat", "memperhatikan"):
            at = ("keputusan", lama.nomor_urut, nama)
            yield Daftar(BUKU, at, getattr(lama.keputusan, nama), kutip_lengkap)
    for sop in lama.buku.sop:
        dasar = sop.identitas.dasar_hukum
        yield Daftar(f"sop/{sop.id}.yaml", ("dasar_hukum",), dasar, kutip_pendek)


def _renewed(lama: Lama, daftar: Daftar) -> Iterator[Langkah]:
    first = list(lama.at(daftar.berkas, daftar.jejak) or ())
    rows, tabel = list(first), lama.buku.peraturan
    known = [_known(lama, *pair) for pair in zip(first, daftar.dasar, strict=True)]
    for ubah in renewed(known, tabel):
        old = rows.pop(ubah.nomor)
        at = (*daftar.jejak, ubah.nomor)
        if isinstance(ubah, Dihapus):
            sebab = f"dicabut; {ubah.oleh.nama} sudah disebut"
            yield Langkah(DeleteRow(daftar.berkas, at), daftar.told(ubah, None, sebab))
            continue
        cited = daftar.kutip(ubah.oleh, tabel, lama.pinta.tahun)
        rows.insert(ubah.ke, _row(old, ubah.oleh, cited))
        moved = ubah.ke != ubah.nomor
        sebab = "dicabut; dipindah menurut urutan" if moved else "dicabut"
        new = Set(daftar.berkas, at, rows[ubah.ke])
        yield Langkah(new, daftar.told(ubah, cited, sebab))
        if moved:
            yield Langkah(MoveRow(daftar.berkas, at, ubah.ke))
    if rows != first:
        yield from _ended(rows, daftar, first)


def _known(lama: Lama, row: Any, dasar: Dasar) -> Butir:
    """Return what a row cites; an article of it has no certain successor."""
    found = lama.asal.kenali(dasar)
    pasal = isinstance(row, dict) and row.get("pasal")
    return replace(found, peraturan=None) if pasal or PASAL.match(dasar.isi) else found


def _row(old: Any, oleh: Peraturan, cited: str) -> Any:
    """Return a row that cites another regulation, by id or in words as it did."""
    if isinstance(old, str):
        end = AKHIR.search(old)
        return cited + (end[0].strip() if end else "")
    return {"peraturan": oleh.id}


def _end(row: Any) -> str | None:
    match = AKHIR.search(row) if isinstance(row, str) else None
    return match[0].strip() if match else None


def _ended(
    rows: Sequence[Any], daftar: Daftar, first: Sequence[Any]
) -> Iterator[Langkah]:
    """Yield the items that end otherwise now: the last had an end of its own."""
    within, last = _end(first[0]), _end(first[-1])
    if within is None or last is None or within == last:
        return
    for n, row in enumerate(rows):
        ends = (last, within) if n == len(rows) - 1 else (within, last)
        if isinstance(row, str) and _end(row) == ends[1]:
            text = AKHIR.sub("", row, count=1) + ends[0]
            yield Langkah(Set(daftar.berkas, (*daftar.jejak, n), text))
