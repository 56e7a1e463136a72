"""Repealed regulations in a list of bases → what takes their place, and where.

It knows regulations alone: no book, no file, no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.model.peraturan import Keberlakuan, Keyakinan, Peraturan, Tabel

BERLAKU = (Keberlakuan.BERLAKU, Keberlakuan.DIUBAH)


@dataclass(frozen=True, slots=True)
class Butir:
    """A basis: the regulation that it cites, if the table has it, and its rank."""

    peraturan: Peraturan | None = None
    urutan: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Diganti:
    """A row becomes another regulation, then gets another number.

    ``nomor`` counts the rows as they stand at that moment, ``asal`` as they stood
    first.
    """

    asal: int
    nomor: int
    oleh: Peraturan
    ke: int


@dataclass(frozen=True, slots=True)
class Dihapus:
    """A row goes, for what takes its place is cited already."""

    asal: int
    nomor: int
    oleh: Peraturan


Ubah = Diganti | Dihapus


def successor(peraturan: Peraturan, tabel: Tabel) -> Peraturan | None:
    """Return what certainly replaced a repealed regulation and is in force itself.

    Nothing where several did, where the table is not sure or rests on what is only
    commonly known, or where it does not end.
    """
    seen: set[str] = set()
    now = peraturan
    while now.status is Keberlakuan.DICABUT:
        seen.add(now.id)
        after = tabel.get(now.oleh[0]) if len(now.oleh) == 1 else None
        unsure = now.keyakinan is Keyakinan.RENDAH or now.perlu_verifikasi
        if after is None or unsure or after.id in seen:
            return None
        now = after
    sure = now.status in BERLAKU and now.keyakinan is not Keyakinan.RENDAH
    return now if sure and now is not peraturan else None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row on its way, with the number that it had first."""

    asal: int
    butir: Butir


def renewed(butir: Sequence[Butir], tabel: Tabel) -> Iterator[Ubah]:
    """Yield what becomes of a list, change after change."""
    rows = [_Row(n, one) for n, one in enumerate(butir)]
    for one in tuple(rows):
        old = one.butir.peraturan
        new = successor(old, tabel) if old else None
        if new is None:
            continue
        nomor = rows.index(one)
        rest = [row for row in rows if row is not one]
        if any(r.butir.peraturan and r.butir.peraturan.id == new.id for r in rest):
            rows = rest
            yield Dihapus(one.asal, nomor, new)
            continue
        ke = _place([row.butir for row in rest], new.urutan, nomor)
        rest.insert(ke, _Row(one.asal, Butir(new, new.urutan)))
        rows = rest
        yield Diganti(one.asal, nomor, new, ke)


def _place(rest: Sequence[Butir], urutan: tuple[int, int] | None, nomor: int) -> int:
    """Return where rank and year want a row; where it stands if they allow it."""
    if urutan is None:
        return nomor
    ranks = [one.urutan for one in rest]
    before = [rank for rank in ranks[:nomor] if rank]
    after = [rank for rank in ranks[nomor:] if rank]
    if all(r <= urutan for r in before[-1:]) and all(r >= urutan for r in after[:1]):
        return nomor
    return next((n for n, r in enumerate(ranks) if r and r > urutan), len(ranks))
