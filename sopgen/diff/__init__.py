"""Compare two books by what they mean: Buku and Buku → Perubahan.

Things are paired first (``sop``, ``keputusan``, ``kegiatan``, ``bagan``), then compared
field by field; ``fields`` says which fields mean nothing, and why.
"""

from __future__ import annotations

from dataclasses import replace

from sopgen.diff.buku import common_pattern, ubah_buku
from sopgen.diff.keputusan import pair_keputusan, ubah_keputusan
from sopgen.diff.sisi import Cetakan, Kedua, Sisi
from sopgen.diff.sop import pair_sop, ubah_sop
from sopgen.model.perubahan import Perubahan, UbahSop

__all__ = ["Cetakan", "Sisi", "compare"]


def compare(lama: Sisi, baru: Sisi) -> Perubahan:
    """Return all that is not the same in two books."""
    kedua = Kedua(lama, baru)
    sop = pair_sop(lama.buku.sop, baru.buku.sop)
    decrees = pair_keputusan(lama.buku.keputusan, baru.buku.keputusan)
    made = ubah_sop(kedua, sop)
    pattern = common_pattern(lama.buku, baru.buku, sop)
    if pattern:
        made = tuple(map(_without_number, made))
    return Perubahan(
        lama=lama.buku,
        baru=baru.buku,
        buku=(*ubah_buku(kedua, decrees), *([pattern] if pattern else ())),
        keputusan=tuple(ubah_keputusan(kedua, decrees, sop)),
        sop=made,
    )


def _without_number(one: UbahSop) -> UbahSop:
    return replace(one, ubah=tuple(u for u in one.ubah if u.isian != "nomor_sop"))
