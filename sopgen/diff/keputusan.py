"""What became of the decrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopgen.diff.fields import plain, value
from sopgen.diff.matching import Pairs, best, likeness, rest, same
from sopgen.diff.sisi import Kedua
from sopgen.diff.sop import official
from sopgen.model.buku import Keputusan, Lampiran
from sopgen.model.diagnostic import Teks
from sopgen.model.perubahan import Macam, Ubah, UbahBagian

#: How alike the titles of a decree and of the one that it follows are.
ALIKE = 0.5
DAFTAR = ("menimbang", "mengingat", "memperhatikan", "diktum", "tembusan")


def pair_keputusan(old: Sequence[Keputusan], new: Sequence[Keputusan]) -> Pairs:
    """Return which decree follows which: by code, by title; the last two anyway."""
    pairs = same([one.id for one in old], [one.id for one in new])
    left = rest(len(old), set(pairs)), rest(len(new), set(pairs.values()))
    least = 0.0 if len(left[0]) == len(left[1]) == 1 else ALIKE

    def score(i: int, j: int) -> float:
        return 0.01 + likeness(old[i].judul.isi, new[j].judul.isi)

    return pairs | best(*left, score, least)


def ubah_keputusan(kedua: Kedua, pairs: Pairs, sop: Pairs) -> Iterator[UbahBagian]:
    """Yield what became of each decree that is not what it was."""
    old, new = kedua.lama.buku.keputusan, kedua.baru.buku.keputusan
    back = {j: i for i, j in pairs.items()}
    for j, one in enumerate(new):
        if j not in back:
            yield UbahBagian(one.nomor, Macam.BARU)
        elif ubah := tuple(_changes(kedua, (old[back[j]], one), sop)):
            yield UbahBagian(one.nomor, Macam.UBAH, ubah)
    for i in rest(len(old), set(pairs)):
        yield UbahBagian(old[i].nomor, Macam.HILANG)


def _changes(
    kedua: Kedua, both: tuple[Keputusan, Keputusan], sop: Pairs
) -> Iterator[Ubah]:
    a, b = both
    yield from plain(a, b)
    yield from kedua.judul("judul", a.judul, b.judul)
    yield from kedua.judul("tentang", _tentang(a, both), _tentang(b, both))
    for isian in DAFTAR:
        yield from kedua.butir(isian, getattr(a, isian), getattr(b, isian), both)
        if isian == "memperhatikan":
            yield from _menetapkan(kedua, both)
    yield from _lampiran(kedua, both, sop)
    signed = [a.penandatangan, b.penandatangan]
    yield from official(signed, [kedua.lama.buku, kedua.baru.buku], "penandatangan")


def _tentang(one: Keputusan, both: tuple[Keputusan, Keputusan]) -> Teks:
    """Return the title as running text; where neither is given, nothing."""
    if one.tentang.isi.strip() or not any(k.tentang.isi.strip() for k in both):
        return one.tentang
    return Teks(" ".join(one.judul.isi.split()), one.judul.span)


def _menetapkan(kedua: Kedua, both: tuple[Keputusan, Keputusan]) -> Iterator[Ubah]:
    """Yield the change of what is decided; the usual words follow the title."""
    a, b = both
    if a.menetapkan is None and b.menetapkan is None:
        return
    lama, baru = kedua.lama.cetakan.menetapkan(a), kedua.baru.cetakan.menetapkan(b)
    if baru not in (lama, kedua.baru.cetakan.menetapkan(a)):
        yield Ubah("menetapkan", Macam.UBAH, lama, baru)


def _lampiran(
    kedua: Kedua, both: tuple[Keputusan, Keputusan], sop: Pairs
) -> Iterator[Ubah]:
    a, b = both[0].lampiran, both[1].lampiran
    if a is None or b is None:
        if b is not None:
            yield Ubah("lampiran", Macam.BARU, "", "tabel daftar SOP")
        if a is not None:
            yield Ubah("lampiran", Macam.HILANG, "tabel daftar SOP", "")
        return
    yield from kedua.judul("judul", _title(a, both[0], b), _title(b, both[1], a))
    yield from value("kepala", ", ".join(a.kepala), ", ".join(b.kepala), "lampiran")
    names = {
        kedua.lama.buku.sop[i].id: kedua.baru.buku.sop[j].id for i, j in sop.items()
    }
    before = {names.get(kode, kode): nama for kode, nama in a.sebutan.items()}
    yield from _sebutan(before, b.sebutan)


def _title(one: Lampiran, own: Keputusan, other: Lampiran) -> Teks:
    """Return the title of the table: that of the decree unless it has its own."""
    if one.judul.isi.strip() or not other.judul.isi.strip():
        return one.judul
    return own.judul


def _sebutan(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Ubah]:
    for kode in dict.fromkeys((*new, *old)):
        pada = f"lampiran, SOP {kode}"
        yield from value("sebutan", old.get(kode), new.get(kode), pada)
