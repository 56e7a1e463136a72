"""What became of a chart beside its rows: pelaksana, symbols, arrows."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diff.fields import value
from sopgen.diff.kegiatan import KEGIATAN, Tabel
from sopgen.diff.kolom import ubah_kelompok
from sopgen.diff.matching import Pairs, best, likeness, moved, rest, same
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Titik, Ubah
from sopgen.model.sop import Langkah

#: How alike the names of a pelaksana are, or what part of the kegiatan it kept, if it
#: only has another name.
RENAMED, KEPT = 0.55, 0.75
LANGKAH, TAMBAHAN = "langkah", "simbol_tambahan"


@dataclass(frozen=True, slots=True)
class Bagan:
    """Two charts, and what belongs together in them."""

    old: Tabel
    new: Tabel
    kegiatan: Pairs
    lajur: Pairs
    langkah: Pairs


def pair_bagan(old: Tabel, new: Tabel, kegiatan: Pairs) -> Bagan:
    """Return two charts with their pelaksana and symbols paired."""
    lajur = _pair_lajur(old, new, kegiatan)
    return Bagan(old, new, kegiatan, lajur, _pair_langkah(old, new, kegiatan, lajur))


def _pair_lajur(old: Tabel, new: Tabel, kegiatan: Pairs) -> Pairs:
    names = [[p.nama.casefold() for p in t.sop.pelaksana] for t in (old, new)]
    pairs = same(*names)
    left = rest(len(names[0]), set(pairs)), rest(len(names[1]), set(pairs.values()))

    def score(i: int, j: int) -> float:
        kept = _kept(old, new, kegiatan, (i, j))
        return max(likeness(names[0][i], names[1][j]), kept if kept >= KEPT else 0.0)

    return pairs | best(*left, score, RENAMED)


def _kept(old: Tabel, new: Tabel, kegiatan: Pairs, lanes: tuple[int, int]) -> float:
    """Return what part of the kegiatan in two columns is the same."""
    rows = [
        {
            n
            for n in range(len(t.sop.kegiatan))
            if (m := t.main(n)) and lane in m.semua_lajur
        }
        for t, lane in zip((old, new), lanes, strict=True)
    ]
    both = sum(kegiatan.get(i) in rows[1] for i in rows[0])
    return both / max(len(rows[0]), len(rows[1]), 1)


def _pair_langkah(old: Tabel, new: Tabel, kegiatan: Pairs, lajur: Pairs) -> Pairs:
    """Return which symbol was which: that of the kegiatan, then by code, then alike."""
    pairs = {
        old.rows[i][0]: new.rows[j][0]
        for i, j in kegiatan.items()
        if old.rows[i] and new.rows[j]
    }
    more = [
        [n for row in rows for n in t.more(row)]
        for t, rows in ((old, kegiatan), (new, kegiatan.values()))
    ]
    codes = [[_kode(t, n) for n in ns] for t, ns in zip((old, new), more, strict=True)]
    named = {i: j for i, j in same(*codes).items() if codes[0][i]}
    pairs |= {more[0][i]: more[1][j] for i, j in named.items()}
    for i, j in kegiatan.items():
        pairs |= _in_row((old, new), (i, j), lajur, pairs)
    return pairs


def _kode(tabel: Tabel, langkah: int) -> str:
    """Return the code that a further symbol was given, or nothing."""
    one = tabel.sop.langkah[langkah]
    nomor = tabel.sop.kegiatan[one.baris].nomor
    own = one.id.startswith(nomor) and one.id[len(nomor) :].rstrip("0123456789#")
    return "" if own and len(own) == 1 else one.id


def _in_row(
    tables: tuple[Tabel, Tabel], rows: tuple[int, int], lajur: Pairs, known: Pairs
) -> Pairs:
    """Return the further symbols of a kegiatan that are the same ones."""
    old, new = tables
    taken = set(known.values())
    left = (
        [n for n in old.more(rows[0]) if n not in known],
        [n for n in new.more(rows[1]) if n not in taken],
    )

    def score(i: int, j: int) -> float:
        a, b = old.sop.langkah[i], new.sop.langkah[j]
        lane = {lajur.get(n) for n in a.semua_lajur} == {*b.semua_lajur}
        same_text = (a.teks, a.sop) == (b.teks, b.sop)
        return 0.5 * lane + 0.4 * (a.simbol == b.simbol) + 0.1 * same_text

    return best(*left, score, 0.4)


def ubah_pelaksana(bagan: Bagan) -> Iterator[Ubah]:
    """Yield what became of the columns."""
    old, new = bagan.old.sop.pelaksana, bagan.new.sop.pelaksana
    shifted, back = moved(bagan.lajur), {j: i for i, j in bagan.lajur.items()}
    for j, one in enumerate(new):
        i = back.get(j)
        if i is None:
            yield Ubah("pelaksana", Macam.BARU, "", one.lengkap)
            continue
        yield from value("pelaksana", old[i].nama, one.nama)
        if i in shifted:
            places = f"kolom {i + 1}", f"kolom {j + 1}"
            yield Ubah("pelaksana", Macam.PINDAH, *places, one.nama)
    for i in rest(len(old), set(bagan.lajur)):
        yield Ubah("pelaksana", Macam.HILANG, old[i].lengkap, "")
    yield from ubah_kelompok(bagan.old.sop, bagan.new.sop, bagan.lajur)


def ubah_langkah(bagan: Bagan) -> Iterator[Ubah]:
    """Yield what became of the symbols; those of new and gone kegiatan are theirs.

    Where a flow goes on in another SOP the arrow tells it.
    """
    old, new = bagan.old, bagan.new
    back = {j: i for i, j in bagan.langkah.items()}
    for j, one in enumerate(new.sop.langkah):
        i = back.get(j)
        if i is not None:
            yield from _symbol(bagan, i, j)
        elif one.baris in bagan.kegiatan.values() and not one.beralih:
            pada = f"kegiatan {new.nama(one.baris)}"
            at = Titik(LANGKAH, None, j)
            yield Ubah(TAMBAHAN, Macam.BARU, "", _seen(new, one), pada, at)
    for i in rest(len(old.sop.langkah), set(bagan.langkah)):
        one = old.sop.langkah[i]
        if one.baris in bagan.kegiatan and not one.beralih:
            pada = f"kegiatan {new.nama(bagan.kegiatan[one.baris])}"
            at = Titik(LANGKAH, i, None)
            yield Ubah(TAMBAHAN, Macam.HILANG, _seen(old, one), "", pada, at)


def _seen(tabel: Tabel, one: Langkah) -> str:
    return f"{_drawn(one)} di kolom {tabel.lajur(one)}"


def _drawn(one: Langkah) -> str:
    return f"{one.simbol} “{one.tulisan}”" if one.tulisan else one.simbol


def _symbol(bagan: Bagan, i: int, j: int) -> Iterator[Ubah]:
    a, b = bagan.old.sop.langkah[i], bagan.new.sop.langkah[j]
    main = bagan.new.rows[b.baris][0] == j
    pada = f"kegiatan {bagan.new.nama(b.baris)}"
    place = pada if main else f"{pada}, simbol tambahan", Titik(LANGKAH, i, j)
    if not main and bagan.kegiatan.get(a.baris) != b.baris:
        start = f"kegiatan {bagan.old.nama(a.baris)}"
        end = f"kegiatan {bagan.new.nama(b.baris)}"
        seen = _seen(bagan.new, b)
        yield Ubah(TAMBAHAN, Macam.PINDAH, start, end, seen, place[1])
    if {bagan.lajur.get(n) for n in a.semua_lajur} != {*b.semua_lajur}:
        names = bagan.old.lajur(a), bagan.new.lajur(b)
        yield Ubah("pelaksana", Macam.UBAH, *names, *place)
    if a.simbol != b.simbol and not (a.sop and a.sop == b.sop):
        yield Ubah("simbol", Macam.UBAH, _drawn(a), _drawn(b), *place)
        return
    yield from value("teks_simbol", a.teks, b.teks, *place)
    if a.sop != b.sop:
        yield Ubah("sop_dipanggil", Macam.UBAH, a.sebutan, b.sebutan, *place)


__all__ = ["KEGIATAN", "Bagan", "pair_bagan", "ubah_langkah", "ubah_pelaksana"]
