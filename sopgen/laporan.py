"""What is not the same in two books → lines for a terminal, data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from sopgen.model.bahasa import ranges
from sopgen.model.perubahan import Perubahan, Ubah, UbahSop

TETAP = "tidak ada perubahan"


def lines(perubahan: Perubahan) -> Iterator[str]:
    """Yield what changed: book, decrees, what SOP have in common, each SOP."""
    yield perubahan.judul_kantor
    if perubahan.kosong:
        yield TETAP
        return
    if perubahan.buku:
        yield "\nBuku"
        yield from told(perubahan.buku)
    for bagian in perubahan.keputusan:
        state = "" if bagian.ubah else f": {bagian.macam.value}"
        yield f"\nKeputusan {bagian.nama}{state}"
        yield from told(bagian.ubah)
    shared = perubahan.bersama
    if shared:
        yield "\nBeberapa SOP sekaligus"
    for one, together in shared.items():
        numbers = ranges(s.sop.nomor for s in together)
        yield f"  {one.macam.tanda} {one.kalimat} ({len(together)} SOP: {numbers})"
    for sop in perubahan.berubah:
        yield from _sop(sop, shared)
    yield f"\nringkasan: {summary(perubahan)}"


def _sop(sop: UbahSop, shared: Collection[Ubah]) -> Iterator[str]:
    own = [one for one in sop.ubah if one not in shared]
    state = sop.keadaan if sop.keadaan != "berubah" else ""
    if own or state:
        yield f"\nSOP {sop.sop.nomor} {sop.sop.nama}{f': {state}' if state else ''}"
        yield from told(own)


def told(ubah: Iterable[Ubah]) -> Iterator[str]:
    """Yield changes, those of one thing below its name."""
    for pada, group in groupby(ubah, lambda one: one.pada):
        if pada:
            yield f"  {pada}"
        for one in group:
            yield f"  {'  ' if pada else ''}{one.macam.tanda} {one.kalimat}"


def summary(perubahan: Perubahan) -> str:
    """Return how much changed, on one line."""
    count = Counter(one.keadaan for one in perubahan.sop)
    states = ("baru", "dihapus", "berubah", "tetap")
    sop = ", ".join(f"{count[one]} {one}" for one in states if count[one])
    decrees = len(perubahan.keputusan)
    shared = perubahan.bersama
    only = sum(bool(s.ubah) and shared.keys() >= {*s.ubah} for s in perubahan.sop)
    note = f" ({only} di antaranya hanya bersama SOP lain)" if only else ""
    return f"{len(perubahan.buku)} pada buku, {decrees} keputusan; SOP: {sop}{note}"


def as_data(perubahan: Perubahan) -> dict[str, Any]:
    """Return everything as plain data for JSON."""
    books = {"lama": perubahan.lama, "baru": perubahan.baru}
    return {
        **{
            name: {"kantor": buku.id, "tahun": buku.tahun}
            for name, buku in books.items()
        },
        "sama": perubahan.kosong,
        "buku": [one.as_data() for one in perubahan.buku],
        "keputusan": [
            {
                "nomor": one.nama,
                "macam": one.macam.value,
                "ubah": [u.as_data() for u in one.ubah],
            }
            for one in perubahan.keputusan
        ],
        "sop": [_sop_data(one) for one in perubahan.sop],
    }


def _sop_data(one: UbahSop) -> dict[str, Any]:
    return {
        "id": one.sop.id,
        "nomor": one.sop.nomor,
        "nama": one.sop.nama,
        "nama_lama": one.lama.nama if one.lama else "",
        "keadaan": one.keadaan,
        "ubah": [u.as_data() for u in one.ubah],
    }
