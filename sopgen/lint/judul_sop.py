"""Rules about the titles of a SOP on its sheets (codes 1xx)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.lint.pokok import initials, words_of
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok
from sopgen.model.sop import Sop

#: How many words of a title and a name must be the same.
MIRIP = 0.7
#: The titles that a SOP has besides its name, with what they are called.
JUDUL = (
    ("judul", "judul pada bagian identitas"),
    ("judul_sampul", "judul sampul"),
    ("judul_prosedur", "judul bagan"),
)


def judul_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title of a SOP that is the name of another one."""
    for one in _titles(buku):
        if one.milik:
            message = f"{one.sebutan} `{_line(one.teks)}` milik SOP {one.milik.nomor}"
            saran = f"tulis menurut nama SOP ini: `{one.sop.nama}`"
            told = diagnose("SOP152", message, one.sop.at(one.isian), saran)
            yield told.about(Pokok.JUDUL_SOP, one.sop.id)


def judul_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title that has no word of the SOP's name."""
    for one in _titles(buku):
        if one.milik is None and not _related(one.teks, one.sop):
            message = f"{one.sebutan} `{_line(one.teks)}` tidak menyebut pokok SOP ini"
            saran = f"tulis menurut nama SOP ini: `{one.sop.nama}`"
            told = diagnose("SOP153", message, one.sop.at(one.isian), saran)
            yield told.about(Pokok.JUDUL_SOP, one.sop.id)


def nama_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name in the list of SOP that another SOP has too.

    It is told of the one whose kegiatan speak less of it.
    """
    groups: dict[str, list[Sop]] = {}
    for sop in buku.sop:
        groups.setdefault(" ".join(sop.nama.casefold().split()), []).append(sop)
    for group in groups.values():
        own, *others = sorted(group, key=_spoken_of, reverse=True)
        for other in others:
            message = f"nama `{_line(other.nama)}` milik SOP {own.nomor}"
            saran = "tulis nama prosedur ini sendiri"
            told = diagnose("SOP152", message, other.at("nama"), saran)
            yield told.about(Pokok.SOP, other.id)


def _spoken_of(sop: Sop) -> float:
    """Return how much of a SOP's name its code and each of its kegiatan have."""
    nama = set(words_of(sop.nama))
    said = [words_of(f"{one.uraian} {one.mutu_baku.output}") for one in sop.kegiatan]
    shares = [len(nama.intersection(words)) for words in (words_of(sop.id), *said)]
    return sum(shares) / len(shares)


@dataclass(frozen=True, slots=True)
class Judul:
    """A title of a SOP that is not simply its name.

    ``milik`` is another SOP that it names better.
    """

    sop: Sop
    isian: str
    sebutan: str
    teks: str
    milik: Sop | None


def _titles(buku: Buku) -> Iterator[Judul]:
    """Yield the titles that are not simply the name of their SOP."""
    names = [frozenset(words_of(one.nama)) for one in buku.sop]
    for n, sop in enumerate(buku.sop):
        titles = (sop.identitas.judul, sop.judul_sampul, sop.judul_prosedur)
        for (field, what), title in zip(JUDUL, titles, strict=True):
            words = frozenset(words_of(title))
            if words != names[n]:
                best = _best(words, names)
                other = buku.sop[best] if best is not None and best != n else None
                yield Judul(sop, field, what, title, other)


def _best(words: frozenset[str], names: Sequence[frozenset[str]]) -> int | None:
    """Return which of some names has most of some words, if it has nearly all."""
    best, most = None, MIRIP
    for n, own in enumerate(names):
        share = len(words & own) / max(len(words | own), 1)
        if share > most:
            best, most = n, share
    return best


def _related(title: str, sop: Sop) -> bool:
    """Return whether a title and a name have a word in common, or short for it."""
    one, other = words_of(title), words_of(sop.nama)
    if not one or not other:
        return True
    short = set(one) & initials(other) or set(other) & initials(one)
    return bool(set(one) & set(other) or short)


def _line(title: str) -> str:
    return " ".join(title.split())
