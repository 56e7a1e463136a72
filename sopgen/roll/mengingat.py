"""The bases of the decree and of each SOP: what is repealed gives way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.model.pengganti import Penerus
from sopgen.model.peraturan import (
    Dasar,
    Peraturan,
    Tabel,
    kutip_lengkap,
    kutip_pendek,
)
from sopgen.model.pergantian import Langkah, Pergantian
from sopgen.model.suntingan import DeleteRow, MoveRow, Set
from sopgen.roll.dasar import Dihapus, Ubah, renewed
from sopgen.roll.lama import BUKU, Lama

#: How an item of a list ends.
AKHIR = re.compile(r"[.;,]*\s*$")


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list of bases at its place, and how it prints what is cited by id."""

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
    rows, tahun = list(first), lama.pinta.tahun
    known = [lama.asal.kenali(one, tahun) for one in daftar.dasar]
    for ubah in renewed(known):
        old = rows.pop(ubah.nomor)
        at = (*daftar.jejak, ubah.nomor)
        if isinstance(ubah, Dihapus):
            sebab = f"dicabut; {ubah.oleh.nama} sudah disebut"
            yield Langkah(DeleteRow(daftar.berkas, at), daftar.told(ubah, None, sebab))
            continue
        oleh = ubah.oleh
        rows.insert(ubah.ke, _row(old, oleh))
        moved = ubah.ke != ubah.nomor
        sebab = "dicabut; dipindah menurut urutan" if moved else "dicabut"
        cited = oleh.teks or daftar.kutip(oleh.oleh, lama.buku.peraturan, tahun)
        new = Set(daftar.berkas, at, rows[ubah.ke])
        yield Langkah(new, daftar.told(ubah, cited, sebab))
        if moved:
            yield Langkah(MoveRow(daftar.berkas, at, ubah.ke))
    if rows != first:
        yield from _ended(rows, daftar, first)


def _row(old: Any, oleh: Penerus) -> Any:
    """Return a row that cites another regulation, by id or in words as it did."""
    if isinstance(old, str):
        return oleh.teks
    words = {"teks": oleh.teks} if oleh.teks else {}
    return {**old, "peraturan": oleh.oleh.id, **words}


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
