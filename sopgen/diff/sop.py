"""What became of a SOP: its names, its identity sheet, its chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopgen.diff.bagan import pair_bagan, ubah_langkah, ubah_pelaksana
from sopgen.diff.fields import cara, pejabat, plain, same_pejabat, value
from sopgen.diff.kegiatan import Tabel, pair_kegiatan, ubah_kegiatan
from sopgen.diff.kolom import ubah_kolom
from sopgen.diff.lists import items, listed
from sopgen.diff.matching import Pairs, best, likeness, moved, rest, same
from sopgen.diff.panah import ubah_alur
from sopgen.diff.panggilan import calling, same_ids
from sopgen.diff.sisi import Kedua
from sopgen.model.buku import Buku
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.perubahan import Macam, Ubah, UbahSop
from sopgen.model.seksi import cari
from sopgen.model.sop import Identitas, Sop

#: How alike a SOP with another code is to the one that it was.
ALIKE = 0.6
TANGGAL = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
DAFTAR = (
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)


def pair_sop(old: Sequence[Sop], new: Sequence[Sop]) -> Pairs:
    """Return which SOP was which: by code, then by name or by what is done."""
    pairs = same([one.id for one in old], [one.id for one in new])
    left = rest(len(old), set(pairs)), rest(len(new), set(pairs.values()))
    return pairs | best(*left, lambda i, j: _alike(old[i], new[j]), ALIKE)


def _alike(a: Sop, b: Sop) -> float:
    rows = [{k.uraian.casefold() for k in one.kegiatan} for one in (a, b)]
    both = len(rows[0] & rows[1]) / max(len(rows[0]), len(rows[1]), 1)
    return max(likeness(a.nama, b.nama), both)


def ubah_sop(kedua: Kedua, pairs: Pairs) -> tuple[UbahSop, ...]:
    """Return what became of every SOP, in the order of the newer book."""
    lama, baru = kedua.lama.buku, kedua.baru.buku
    back, shifted = {j: i for i, j in pairs.items()}, moved(pairs)
    ids = same_ids(lama, baru, pairs)
    made = []
    for j, sop in enumerate(baru.sop):
        i = back.get(j)
        if i is None:
            made.append(UbahSop(None, sop))
            continue
        old, new = Terdaftar(lama, i), Terdaftar(baru, j)
        changes = [*_name(old, new, moved=i in shifted), *_changes(old, new, ids)]
        made.append(UbahSop(lama.sop[i], sop, tuple(changes)))
    gone = [UbahSop(lama.sop[i], None) for i in rest(len(lama.sop), set(pairs))]
    return (*made, *gone)


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """A SOP in the list of its book, by its index."""

    buku: Buku
    tempat: int

    @property
    def sop(self) -> Sop:
        """Return the SOP."""
        return self.buku.sop[self.tempat]

    @property
    def langkah(self) -> int:
        """Return how far its number is from the one before."""
        above = self.buku.sop[: self.tempat][-1:]
        return self.sop.nomor - (above[0].nomor if above else 0)

    @property
    def seksi(self) -> str:
        """Return what its seksi is called in print, or nothing."""
        own = cari(self.sop.seksi, self.buku.seksi) if self.sop.seksi else None
        return own.judul if own else self.sop.seksi

    @property
    def pola(self) -> str:
        """Return its number with words for the facts in it."""
        facts: Mapping[str, str] = {
            self.buku.kecamatan.kode_unit: "{kode_unit}",
            str(self.buku.tahun): "{tahun}",
        }
        text = self.sop.nomor_sop
        for fact, word in facts.items():
            text = text.replace(fact, word) if fact else text
        if self.sop.bernomor_sendiri:
            return text
        count = self.sop.urut or self.sop.nomor
        for digits in (f"{count:03}", f"{count:02}", str(count)):
            head, found, tail = text.partition(digits)
            if found and not head[-1:].isdigit() and not tail[:1].isdigit():
                return f"{head}{{nomor}}{tail}"
        return text


def _name(old: Terdaftar, new: Terdaftar, *, moved: bool) -> Iterator[Ubah]:
    """Yield what became of a SOP's names and of its place in the list.

    What takes over another field, such as a title on the cover, is told there.
    """
    a, b = old.sop, new.sop
    if moved:
        yield Ubah("nomor", Macam.PINDAH, f"nomor {a.nomor}", f"nomor {b.nomor}", "SOP")
    elif a.nomor != b.nomor and old.langkah != new.langkah:
        yield from value("nomor", a.nomor, b.nomor)
    yield from plain(a, b)
    drawn = ("judul_prosedur",) if a.kegiatan or b.kegiatan else ()
    for isian in ("nama_pendek", "judul_sampul", *drawn):
        yield from _own(isian, *((_title(s, isian), getattr(s, isian)) for s in (a, b)))
    yield from _own("judul", *((s.nama, s.identitas.judul) for s in (a, b)))


def _title(sop: Sop, isian: str) -> str:
    """Return what a title is unless it is given."""
    return f"PROSEDUR {sop.nama.upper()}" if isian == "judul_prosedur" else sop.nama


def _own(isian: str, old: tuple[str, str], new: tuple[str, str]) -> Iterator[Ubah]:
    """Yield the change of a field unless it is, on both sides, what is usual."""
    if old[0] != old[1] or new[0] != new[1]:
        yield from value(isian, old[1], new[1])


def _changes(old: Terdaftar, new: Terdaftar, ids: Mapping[str, str]) -> Iterator[Ubah]:
    a, b = old.sop, new.sop
    if not follows_number(old, new):
        yield from value("nomor_sop", a.nomor_sop, b.nomor_sop)
    yield from value("seksi", old.seksi, new.seksi)
    signed = old.buku.elektronik(a), new.buku.elektronik(b)
    yield from cara((a.tanda_tangan, b.tanda_tangan), signed)
    if (a.identitas.unit, b.identitas.unit) != (old.seksi, new.seksi):
        yield from value("unit", a.identitas.unit, b.identitas.unit)
    yield from _identitas(a.identitas, b.identitas)
    yield from _pengesah(old, new)
    yield from _lembar(old, new)
    if not (a.kegiatan and b.kegiatan):
        yield from value("catatan", _note(a), _note(b))
    before, after = (Tabel(calling(o.sop, o.buku, ids)) for o in (old, new))
    pairs = pair_kegiatan(before, after)
    bagan = pair_bagan(before, after, pairs)
    yield from ubah_kolom(a, b)
    yield from ubah_pelaksana(bagan)
    yield from ubah_kegiatan(before, after, pairs)
    yield from ubah_langkah(bagan)
    yield from ubah_alur(bagan)


def _lembar(old: Terdaftar, new: Terdaftar) -> Iterator[Ubah]:
    """Yield what became of the sheets of a chart; what the book says is told there."""
    both = (old, new)
    if not any(one.sop.kegiatan for one in both):
        return
    if any(one.sop.kertas_bagan for one in both):
        before, after = (one.buku.kertas_untuk(one.sop) for one in both)
        yield from value("kertas_bagan", before, after)
    if any(one.sop.orientasi_bagan for one in both):
        before, after = (one.buku.orientasi_untuk(one.sop) for one in both)
        yield from value("orientasi_bagan", before, after)


def _note(sop: Sop) -> str:
    """Return a note where it is printed: on the sheet of a SOP without kegiatan."""
    return "" if sop.kegiatan else sop.catatan


def _identitas(old: Identitas, new: Identitas) -> Iterator[Ubah]:
    yield from plain(old, new)
    for isian in TANGGAL:
        yield from value(isian, getattr(old, isian).cetak, getattr(new, isian).cetak)
    before, after = (items([d.isi for d in one.dasar_hukum]) for one in (old, new))
    yield from listed("dasar_hukum", before, after)
    for isian in DAFTAR:
        yield from listed(isian, items(getattr(old, isian)), items(getattr(new, isian)))


def _pengesah(old: Terdaftar, new: Terdaftar) -> Iterator[Ubah]:
    """Yield what became of the official who approves, unless it is the book's own."""
    both = (old, new)
    signed = [o.sop.identitas.pengesah or o.buku.penandatangan for o in both]
    yield from official(signed, [old.buku, new.buku], "pengesah")


def official(
    signed: Sequence[Pejabat], books: Sequence[Buku], pada: str
) -> Iterator[Ubah]:
    """Yield what became of an official; the change of the book's own is told there."""
    usual = [
        same_pejabat(one, buku.penandatangan)
        for one, buku in zip(signed, books, strict=True)
    ]
    if not all(usual):
        yield from pejabat(signed[0], signed[1], pada)


def follows_number(old: Terdaftar, new: Terdaftar) -> bool:
    """Return whether a number differs by year, unit and place in the list alone."""
    return old.sop.nomor_sop == new.sop.nomor_sop or old.pola == new.pola
