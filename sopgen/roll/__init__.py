"""Last year's book → the edits that make it this year's, and what is told of them.

One module for each thing that changes with the year: ``tahun``, ``pejabat``,
``keputusan`` (with ``nomor``), ``diktum``, ``mengingat`` (by ``dasar``), ``sop``;
``naskah`` chooses what staff must decide themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.pergantian import Langkah, Pinta, PintaError, Rencana
from sopgen.roll.diktum import roll_diktum
from sopgen.roll.keputusan import candidates, chosen, new_date, roll_keputusan
from sopgen.roll.lama import Asal, Lama
from sopgen.roll.mengingat import roll_mengingat
from sopgen.roll.naskah import concerns_year
from sopgen.roll.pejabat import roll_pejabat
from sopgen.roll.sop import roll_sop
from sopgen.roll.susunan import leave_others
from sopgen.roll.tahun import next_year, roll_tahun

__all__ = [
    "Asal",
    "Pinta",
    "PintaError",
    "Rencana",
    "candidates",
    "concerns_year",
    "next_year",
    "plan",
]

#: What changes, in the order in which it is told and done: rows go last.
ROLLS = (
    roll_tahun,
    roll_pejabat,
    roll_keputusan,
    roll_mengingat,
    roll_diktum,
    roll_sop,
    leave_others,
)


def plan(asal: Asal, pinta: Pinta) -> Rencana:
    """Return what becomes of a book; raises PintaError for what cannot be."""
    next_year(asal.buku.tahun, pinta.tahun)
    keputusan = chosen(asal.buku, pinta)
    lama = Lama(asal, pinta, keputusan, new_date(keputusan, pinta))
    steps = tuple(_steps(lama))
    return Rencana(
        tuple(one.edit for one in steps if one.edit),
        tuple(one.ganti for one in steps if one.ganti),
        tuple(one.sisa for one in steps if one.sisa),
    )


def _steps(lama: Lama) -> Iterator[Langkah]:
    for roll in ROLLS:
        yield from roll(lama)
