"""What became of the annexes of a decree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopgen.diff.fields import value
from sopgen.diff.lists import items, listed
from sopgen.diff.matching import Pairs, moved, rest, same
from sopgen.diff.sisi import Kedua
from sopgen.model.bahasa import romawi
from sopgen.model.buku import Keputusan, Lampiran
from sopgen.model.diagnostic import Teks
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Ubah

#: What an annex without a table of its own holds.
DAFTAR = "tabel daftar SOP"
SEKAT = " | "


def ubah_lampiran(
    kedua: Kedua, both: tuple[Keputusan, Keputusan], sop: Pairs
) -> Iterator[Ubah]:
    """Yield what became of the annexes: new, changed, moved, gone."""
    old, new = both[0].lampiran, both[1].lampiran
    pairs = _pairs(old, new)
    back, shifted = {j: i for i, j in pairs.items()}, moved(pairs)
    for j, one in enumerate(new):
        i = back.get(j)
        if i is None:
            yield Ubah("lampiran", Macam.BARU, "", _named(one, j, new))
            continue
        if i in shifted:
            places = f"Lampiran {romawi(i + 1)}", f"Lampiran {romawi(j + 1)}"
            yield Ubah("lampiran", Macam.PINDAH, *places, _titled(one))
        yield from _Annexes(kedua, both, (old[i], one), _pada(j, new)).changes(sop)
    for i in rest(len(old), set(pairs)):
        yield Ubah("lampiran", Macam.HILANG, _named(old[i], i, old), "")


def _pairs(old: Sequence[Lampiran], new: Sequence[Lampiran]) -> Pairs:
    """Return which annex was which: by its title, then by kind in their order."""
    keys = [[(one.bertabel, _titled(one)) for one in every] for every in (old, new)]
    pairs = same(*keys)
    left = rest(len(old), set(pairs)), rest(len(new), set(pairs.values()))
    kinds = [old[i].bertabel for i in left[0]], [new[j].bertabel for j in left[1]]
    return pairs | {left[0][i]: left[1][j] for i, j in same(*kinds).items()}


def _titled(one: Lampiran) -> str:
    return " ".join(one.judul.isi.split())


def _named(one: Lampiran, urut: int, every: Sequence[Lampiran]) -> str:
    """Return what an annex that comes or goes is called."""
    what = _titled(one) if one.bertabel else DAFTAR
    return f"Lampiran {romawi(urut + 1)}: {what}" if len(every) > 1 else what


def _pada(urut: int, every: Sequence[Lampiran]) -> str:
    return f"Lampiran {romawi(urut + 1)}" if len(every) > 1 else ""


@dataclass(frozen=True, slots=True)
class _Annexes:
    """An annex as it was and as it is; ``pada`` is its name where there are several."""

    kedua: Kedua
    keputusan: tuple[Keputusan, Keputusan]
    lampiran: tuple[Lampiran, Lampiran]
    pada: str

    def changes(self, sop: Pairs) -> Iterator[Ubah]:
        """Yield what differs."""
        a, b = self.lampiran
        pada = self.pada or "lampiran"
        judul = (
            _title(a, self.keputusan[0], b),
            _title(b, self.keputusan[1], a),
        )
        for one in self.kedua.judul("judul", *judul):
            yield replace(one, pada=self.pada)
        yield from value("kepala", ", ".join(a.kepala), ", ".join(b.kepala), pada)
        yield from value("kolom", _line(a.kolom), _line(b.kolom), pada)
        rows = [items([_line(row) for row in one.baris]) for one in (a, b)]
        yield from listed("baris", rows[0], rows[1], pada)
        names = {
            self.kedua.lama.buku.sop[i].id: self.kedua.baru.buku.sop[j].id
            for i, j in sop.items()
        }
        before = {names.get(kode, kode): nama for kode, nama in a.sebutan.items()}
        yield from _sebutan(before, b.sebutan, pada)


def _line(cells: Sequence[Teks]) -> str:
    return SEKAT.join(" ".join(one.isi.split()) for one in cells)


def _title(one: Lampiran, own: Keputusan, other: Lampiran) -> Teks:
    """Return the title of the table: that of the decree unless it has its own."""
    if one.judul.isi.strip() or not other.judul.isi.strip():
        return one.judul
    return own.judul


def _sebutan(
    old: Mapping[str, str], new: Mapping[str, str], pada: str
) -> Iterator[Ubah]:
    for kode in dict.fromkeys((*new, *old)):
        place = f"{pada}, SOP {kode}"
        yield from value("sebutan", old.get(kode), new.get(kode), place)
