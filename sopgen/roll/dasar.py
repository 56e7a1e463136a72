"""Repealed regulations in a list of bases → what takes their place, and where.

It knows regulations alone: no book, no file, no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.nilai import dataclass
from sopgen.model.pengganti import Penerus
from sopgen.model.peraturan import Peraturan


@dataclass(frozen=True, slots=True)
class Butir:
    """A basis: the regulation that it cites, if the table has it, and its rank.

    ``penerus`` is what certainly takes its place.
    """

    peraturan: Peraturan | None = None
    urutan: tuple[int, int] | None = None
    penerus: Penerus | None = None


@dataclass(frozen=True, slots=True)
class Diganti:
    """A row becomes another regulation, then gets another number.

    ``nomor`` counts the rows as they stand at that moment, ``asal`` as they stood
    first.
    """

    asal: int
    nomor: int
    oleh: Penerus
    ke: int


@dataclass(frozen=True, slots=True)
class Dihapus:
    """A row goes, for what takes its place is cited already."""

    asal: int
    nomor: int
    oleh: Peraturan


Ubah = Diganti | Dihapus


@dataclass(frozen=True, slots=True)
class _Row:
    """A row on its way, with the number that it had first."""

    asal: int
    butir: Butir


def renewed(butir: Sequence[Butir]) -> Iterator[Ubah]:
    """Yield what becomes of a list, change after change."""
    rows = [_Row(n, one) for n, one in enumerate(butir)]
    for one in tuple(rows):
        penerus = one.butir.penerus
        if penerus is None:
            continue
        new, nomor = penerus.oleh, rows.index(one)
        rest = [row for row in rows if row is not one]
        if any(r.butir.peraturan and r.butir.peraturan.id == new.id for r in rest):
            rows = rest
            yield Dihapus(one.asal, nomor, new)
        elif penerus.teks is not None:
            ke = _place([row.butir for row in rest], new.urutan, nomor)
            rest.insert(ke, _Row(one.asal, Butir(new, new.urutan)))
            rows = rest
            yield Diganti(one.asal, nomor, penerus, ke)


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
