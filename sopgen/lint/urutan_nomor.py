"""Rule about the numbers of lists that skip or stand twice (7xx)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.naskah import Butir, Unsur, read_unsur
from sopgen.model.naskah.penomoran import written
from sopgen.model.naskah.sambung import find_leaps
from sopgen.model.nilai import dataclass

#: So many words of an item are shown.
TAMPAK = 3


@dataclass(slots=True)
class Daftar:
    """A list of one depth: its items that count, in their order."""

    bentuk: str
    butir: list[Butir] = field(default_factory=list)


def urutan_nomor(buku: Buku) -> Iterator[Diagnostic]:
    """Yield in each text the first number of a list that skips, or is there twice.

    Items that all have the same sign are numbered when they are printed; of those on
    lines of their own that is told which is a list.
    """
    for one in bacaan(buku):
        if "." in one.isi or ")" in one.isi:
            yield from _of_text(one)


def _of_text(one: Bacaan) -> Iterator[Diagnostic]:
    last: dict[str, int] = {}
    for daftar in _lists(read_unsur(one.isi)):
        fault = _fault(daftar, last.get(daftar.bentuk, 0))
        if fault:
            yield _told(one, fault)
            return
        last[daftar.bentuk] = daftar.butir[-1].tertulis if daftar.butir else 0
    for at in find_leaps(one.isi):
        if one.isi[:at].rstrip(" \t").endswith("\n"):
            continue
        yield _told(one, Fault(at, "urutan butir meloncat dalam satu alinea"))
        return


class Fault(NamedTuple):
    """What is wrong with the numbers of a list, where, and what to do about it."""

    at: int
    what: str
    saran: str = "lengkapi butir yang hilang, atau urutkan lagi"


def _fault(daftar: Daftar, last: int) -> Fault | None:
    """Return what is wrong with a list; ``last`` is where one before it ended."""
    butir = daftar.butir
    if len({one.tertulis for one in butir}) > 1:
        if butir[0].tertulis not in (1, last + 1):
            return Fault(butir[0].at, f"daftar tidak mulai dari {_first(daftar)}")
        for before, own in pairwise(butir):
            if own.tertulis == before.tertulis:
                return Fault(own.at, "nomor butir berulang")
            if own.tertulis not in (before.tertulis + 1, 1):
                return Fault(own.at, "urutan butir meloncat")
    if butir and last and butir[0].tertulis == last + 1:
        what = f"nomor sesudah alinea lain tercetak mulai dari {_first(daftar)}"
        saran = "geser alinea di antaranya ke kanan, supaya termasuk butir di atasnya"
        return Fault(butir[0].at, what, saran)
    return None


def _first(daftar: Daftar) -> str:
    return f"`{written(daftar.bentuk, 1)}`"


def _told(one: Bacaan, fault: Fault) -> Diagnostic:
    line = one.isi[fault.at :].split("\n", 1)[0]
    words = " ".join(line.split()[: TAMPAK + 1])
    span = one.span(fault.at)
    return diagnose("SOP754", f"{fault.what}: `{words}`", span, fault.saran)


def _lists(unsur: tuple[Unsur, ...]) -> Iterator[Daftar]:
    """Yield the lists of a text, those inside others after them."""
    open_: list[Daftar] = []
    for one in unsur:
        if not isinstance(one, Butir):
            depth = getattr(one, "depth", 0)
            yield from open_[depth:]
            del open_[depth:]
            continue
        yield from open_[one.depth + 1 :]
        del open_[one.depth + 1 :]
        if open_[one.depth :] and open_[one.depth].bentuk != one.bentuk:
            yield open_.pop()
        if len(open_) <= one.depth:
            open_.append(Daftar(one.bentuk))
        if one.tertulis:
            open_[-1].butir.append(one)
    yield from open_
