"""Rule about the numbers of lists that skip or stand twice (7xx)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.naskah import Butir, Unsur, read_unsur
from sopgen.model.naskah.sambung import find_leaps

#: So many words of an item are shown.
TAMPAK = 3


@dataclass(slots=True)
class Daftar:
    """A list of one depth: its items that count, in their order."""

    bentuk: str
    butir: list[Butir] = field(default_factory=list)


def urutan_nomor(buku: Buku) -> Iterator[Diagnostic]:
    """Yield in each text the first number of a list that skips, or is there twice.

    Items that all have the same sign are numbered when they are printed.
    """
    for one in bacaan(buku):
        if "." in one.isi or ")" in one.isi:
            yield from _of_text(one)


def _of_text(one: Bacaan) -> Iterator[Diagnostic]:
    for daftar in _lists(read_unsur(one.isi)):
        if len({butir.tertulis for butir in daftar.butir}) == 1:
            continue
        for before, own in zip(daftar.butir, daftar.butir[1:], strict=False):
            if own.tertulis == before.tertulis:
                yield _told(one, own.at, "nomor butir berulang")
                return
            if own.tertulis not in (before.tertulis + 1, 1):
                yield _told(one, own.at, "urutan butir meloncat")
                return
    for at in find_leaps(one.isi):
        yield _told(one, at, "urutan butir meloncat dalam satu alinea")
        return


def _told(one: Bacaan, at: int, what: str) -> Diagnostic:
    words = " ".join(one.isi[at:].split("\n", 1)[0].split()[: TAMPAK + 1])
    saran = "lengkapi butir yang hilang, atau urutkan lagi"
    return diagnose("SOP754", f"{what}: `{words}`", one.span(at), saran)


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
