"""What became of the decrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.diff.fields import cara, plain, value
from sopgen.diff.lampiran import ubah_lampiran
from sopgen.diff.matching import Pairs, best, likeness, rest, same
from sopgen.diff.sisi import Kedua
from sopgen.diff.sop import official
from sopgen.model.bahasa import urutan
from sopgen.model.buku import Keputusan
from sopgen.model.diagnostic import Teks
from sopgen.model.pejabat import Pejabat
from sopgen.model.perubahan import Macam, Ubah, UbahBagian
from sopgen.model.tte import TandaTangan

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
    yield from cara((a.tanda_tangan, b.tanda_tangan), (a.elektronik, b.elektronik))
    yield from kedua.judul("judul", a.judul, b.judul)
    yield from kedua.judul("tentang", _tentang(a, both), _tentang(b, both))
    for isian in DAFTAR:
        yield from kedua.butir(isian, getattr(a, isian), getattr(b, isian), both)
        if isian == "memperhatikan":
            yield from _menetapkan(kedua, both)
    yield from ubah_lampiran(kedua, both, sop)
    yield from _salinan(kedua, both)
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


def _salinan(kedua: Kedua, both: tuple[Keputusan, Keputusan]) -> Iterator[Ubah]:
    """Yield what became of the copy: who certifies it, which diktum it has."""
    a, b = both
    if a.disalin_oleh and b.disalin_oleh:
        signed = [_by_pen(a.disalin_oleh), _by_pen(b.disalin_oleh)]
        books = [kedua.lama.buku, kedua.baru.buku]
        yield from official(signed, books, "disalin_oleh")
    else:
        names = [one.disalin_oleh.jabatan if one.disalin_oleh else "" for one in both]
        yield from value("disalin_oleh", names[0], names[1])
    yield from value("petikan", _picked(a), _picked(b))


def _by_pen(one: Pejabat) -> Pejabat:
    """Return who certifies a copy: by pen, however he signs else."""
    return replace(one, tanda_tangan=TandaTangan.BASAH)


def _picked(one: Keputusan) -> str:
    return ", ".join(urutan(n).upper() for n in one.petikan)
