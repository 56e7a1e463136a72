"""Which kegiatan of a SOP was which, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sopgen.diff.fields import plain, value
from sopgen.diff.matching import Pairs, best, likeness, moved, only_once, rest
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Titik, Ubah
from sopgen.model.sop import Kegiatan, Langkah, Sop

#: What makes two kegiatan the same one: the words, who, the output, the neighbours.
WORDS, WHO, OUTPUT, AROUND = 0.55, 0.15, 0.1, 0.2
LEAST = 0.62
#: Letters of an uraian by which a kegiatan is named.
NAMED = 50
KEGIATAN = "kegiatan"


@dataclass(frozen=True)
class Tabel:
    """The rows of a SOP with the symbols in them."""

    sop: Sop

    @cached_property
    def rows(self) -> list[list[int]]:
        """Return the langkah of each row by their indexes; the first is its own."""
        made: list[list[int]] = [[] for _ in self.sop.kegiatan]
        for n, one in enumerate(self.sop.langkah):
            if one.baris < len(made):
                made[one.baris].append(n)
        return made

    def more(self, row: int) -> list[int]:
        """Return the further symbols of a row, by their indexes.

        Those that only say in which SOP the flow goes on are no symbols of their own.
        """
        return [n for n in self.rows[row][1:] if not self.sop.langkah[n].beralih]

    def main(self, row: int) -> Langkah | None:
        """Return the symbol of the kegiatan itself."""
        own = self.rows[row]
        return self.sop.langkah[own[0]] if own else None

    def kode(self, row: int) -> str:
        """Return the code that a kegiatan was given, or nothing."""
        one = self.main(row)
        given = one is not None and one.id != self.sop.kegiatan[row].nomor
        return one.id if one is not None and given else ""

    def pelaksana(self, row: int) -> str:
        """Return who does it."""
        one = self.main(row)
        return self.lajur(one) if one else ""

    def lajur(self, one: Langkah) -> str:
        """Return the pelaksana in whose columns a symbol stands, from the left."""
        names = self.sop.pelaksana
        return "; ".join(names[n].nama for n in one.semua_lajur if n < len(names))

    def nama(self, row: int) -> str:
        """Return ``3 "Memeriksa berkas"``."""
        one = self.sop.kegiatan[row]
        words = " ".join(one.uraian.split())
        if len(words) > NAMED:
            words = f"{words[:NAMED].rsplit(' ', 1)[0]} …"
        return f"{one.nomor} “{words}”"


def pair_kegiatan(old: Tabel, new: Tabel) -> Pairs:
    """Return which kegiatan was which: by code, by words, then by likeness."""
    sizes = range(len(old.sop.kegiatan)), range(len(new.sop.kegiatan))
    codes = [[t.kode(n) for n in r] for t, r in zip((old, new), sizes, strict=True)]
    pairs = {i: j for i, j in only_once(*codes).items() if codes[0][i]}
    whole, words = (
        [[key(t, n) for n in r] for t, r in zip((old, new), sizes, strict=True)]
        for key in (_whole, _words)
    )
    for keys in (whole, words):
        left = _left(sizes, pairs)
        found = only_once([keys[0][i] for i in left[0]], [keys[1][j] for j in left[1]])
        pairs |= {left[0][i]: left[1][j] for i, j in found.items()}
    return pairs | best(*_left(sizes, pairs), Score(old, new, pairs), LEAST)


def _left(sizes: tuple[range, range], pairs: Pairs) -> tuple[list[int], list[int]]:
    return rest(len(sizes[0]), set(pairs)), rest(len(sizes[1]), set(pairs.values()))


def _words(tabel: Tabel, row: int) -> str:
    return " ".join(tabel.sop.kegiatan[row].uraian.casefold().split())


def _whole(tabel: Tabel, row: int) -> str:
    return f"{_words(tabel, row)}\n{tabel.pelaksana(row).casefold()}"


@dataclass(frozen=True, slots=True)
class Score:
    """How sure it is that two kegiatan are the same one; some are known already."""

    old: Tabel
    new: Tabel
    known: Pairs

    def __call__(self, i: int, j: int) -> float:
        """Return it from 0 to 1."""
        a, b = self.old.sop.kegiatan[i], self.new.sop.kegiatan[j]
        made = WORDS * likeness(a.uraian, b.uraian)
        made += WHO * (self.old.pelaksana(i) == self.new.pelaksana(j))
        made += OUTPUT * likeness(a.mutu_baku.output, b.mutu_baku.output)
        return made + AROUND * sum(self._beside(i, j, by) for by in (-1, 1)) / 2

    def _beside(self, i: int, j: int, by: int) -> bool:
        """Return whether what stands before or behind both is the same, or no one."""
        last = len(self.old.sop.kegiatan), len(self.new.sop.kegiatan)
        ends = not 0 <= i + by < last[0], not 0 <= j + by < last[1]
        return all(ends) or (not any(ends) and self.known.get(i + by) == j + by)


def ubah_kegiatan(old: Tabel, new: Tabel, pairs: Pairs) -> Iterator[Ubah]:
    """Yield what became of the kegiatan, in the order of the new ones."""
    shifted, back = moved(pairs), {j: i for i, j in pairs.items()}
    gone = rest(len(old.sop.kegiatan), set(pairs))
    yield from _gone(old, [i for i in gone if _behind(i, pairs) is None])
    for j in range(len(new.sop.kegiatan)):
        i = back.get(j)
        if i is None:
            at = Titik(KEGIATAN, None, j)
            yield Ubah(KEGIATAN, Macam.BARU, "", new.nama(j), titik=at)
            continue
        yield from _row(Baris(old, i), Baris(new, j), moved=i in shifted)
        yield from _gone(old, [g for g in gone if _behind(g, pairs) == i])


def _behind(gone: int, pairs: Pairs) -> int | None:
    """Return the kegiatan behind which one stood that is gone."""
    return max((i for i in pairs if i < gone), default=None)


def _gone(old: Tabel, rows: list[int]) -> Iterator[Ubah]:
    for i in rows:
        at = Titik(KEGIATAN, i, None)
        yield Ubah(KEGIATAN, Macam.HILANG, old.nama(i), "", titik=at)


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of a table, by its index."""

    tabel: Tabel
    nomor: int

    @property
    def kegiatan(self) -> Kegiatan:
        """Return what stands in it."""
        return self.tabel.sop.kegiatan[self.nomor]

    @property
    def langkah(self) -> tuple[int, str]:
        """Return how its number follows the one before: 3 after 2 as 2 after 1; 2a.

        So kegiatan that only count on behind a new one keep theirs.
        """
        base, suffix = _number(self.kegiatan.nomor)
        above = self.tabel.sop.kegiatan[: self.nomor][-1:]
        before = _number(above[0].nomor)[0] if above else 0
        return base - before, suffix


def _row(old: Baris, new: Baris, *, moved: bool) -> Iterator[Ubah]:
    a, b = old.kegiatan, new.kegiatan
    at = Titik(KEGIATAN, old.nomor, new.nomor)
    pada = f"kegiatan {new.tabel.nama(new.nomor)}"
    if moved:
        yield Ubah(
            KEGIATAN, Macam.PINDAH, f"nomor {a.nomor}", f"nomor {b.nomor}", pada, at
        )
    elif a.nomor != b.nomor and old.langkah != new.langkah:
        yield Ubah("nomor", Macam.UBAH, a.nomor, b.nomor, pada, at)
    yield from plain(a, b, pada, at)
    yield from plain(a.mutu_baku, b.mutu_baku, pada, at)
    for kunci in dict.fromkeys((*a.sendiri, *b.sendiri)):
        yield from value(kunci, a.isi(kunci), b.isi(kunci), pada, at)


def _number(nomor: str) -> tuple[int, str]:
    digits = nomor[: len(nomor) - len(nomor.lstrip("0123456789"))]
    return int(digits) if digits else 0, nomor[len(digits) :]
