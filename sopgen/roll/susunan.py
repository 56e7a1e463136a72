"""The decrees that end with last year's book, and the parts that print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sopgen.model.diagnose import diagnose
from sopgen.model.pergantian import Langkah, Pergantian
from sopgen.model.suntingan import DeleteRow
from sopgen.roll.lama import BUKU, Lama

TINGGAL = "tinggal di buku tahun lalu"


def leave_others(lama: Lama) -> Iterator[Langkah]:
    """Yield the decrees that do not go on, each from the last to the first."""
    if lama.keputusan is None:
        return
    gone = [one for one in lama.buku.keputusan if one.id != lama.keputusan.id]
    ids = {one.id for one in gone}
    yield from _deleted(lama, "susunan", "keputusan", ids)
    yield from _deleted(lama, "keputusan", "id", ids)
    for one in gone:
        pesan = f"keputusan {one.nomor} tidak diteruskan ke buku {lama.pinta.tahun}"
        saran = "bila masih berlaku, cabut juga dalam diktum keputusan yang baru"
        yield Langkah(sisa=diagnose("SOP808", pesan, one.at("nomor"), saran))


def _deleted(lama: Lama, nama: str, kunci: str, ids: set[str]) -> Iterator[Langkah]:
    """Yield the rows of a list that belong to certain decrees."""
    rows: list[Any] = lama.at(BUKU, (nama,)) or []
    for n in reversed(range(len(rows))):
        one = rows[n]
        if isinstance(one, dict) and one.get(kunci) in ids:
            told = f"{one.get('bagian', one.get('nomor', ''))} ({one[kunci]})"
            gone = Pergantian(BUKU, (nama, n), told, None, TINGGAL)
            yield Langkah(DeleteRow(BUKU, (nama, n)), gone)
