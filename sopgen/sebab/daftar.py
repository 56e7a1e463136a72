"""What follows from a mistake in the list of SOP: one lacks, or a name is twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.diagnostic import Diagnostic, Pokok

#: A file that the list lacks, and a name in the list that is another SOP's.
TAK_TERDAFTAR, NAMA_LAIN = "SOP917", "SOP152"
SENDIRI = "SOP116"
JUMLAH, DAFTAR, SEBUTAN = "SOP751", "SOP753", "SOP735"


def of_broken_list(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is said of names and numbers of SOP while the list itself is wrong.

    Names that related SOP are called by are told where there are more of them than
    SOP that are missed.
    """
    about = [f for f in found if f.tentang and f.tentang.pokok is Pokok.SOP]
    lacking = {f.tentang for f in about if f.code == TAK_TERDAFTAR}
    renamed = {f.tentang for f in about if f.code == NAMA_LAIN}
    if not lacking | renamed:
        return
    yield from (f for f in found if f.code == DAFTAR)
    yield from (f for f in found if f.code == JUMLAH and lacking)
    yield from (f for f in found if f.code == SEBUTAN and renamed)
    yield from (f for f in about if f.code == SENDIRI and f.tentang in renamed)
    yield from _titles(found, {hal.nama for hal in renamed if hal})
    related = [f for f in found if f.tentang and f.tentang.pokok is Pokok.KETERKAITAN]
    names = {n for f in related if f.tentang for n in f.tentang.nama.split("; ")}
    if len(names) <= len(lacking) + len(renamed):
        yield from related


def _titles(found: Sequence[Diagnostic], renamed: set[str]) -> Iterator[Diagnostic]:
    """Yield what is said of the titles of SOP whose name itself is wrong."""
    for one in found:
        hal = one.tentang
        if hal and hal.pokok is Pokok.JUDUL_SOP and hal.nama in renamed:
            yield one
