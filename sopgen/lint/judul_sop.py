"""Rules about the titles of a SOP on its sheets (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.judul_pokok import differs
from sopgen.lint.pokok import words_of
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop

#: How many words of a title and a name must be the same.
MIRIP = 0.7
#: A name that begins with the word that is printed before names.
BERAWALAN = re.compile(r"\s*S\.?\s?O\.?\s?P\b\.?\s+(?=\S)")
#: The titles that a SOP has besides its name, with what they are called.
JUDUL = (
    ("judul", "judul pada bagian identitas"),
    ("judul_sampul", "judul sampul"),
    ("judul_prosedur", "judul bagan"),
)


def judul_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title of a SOP that is the name of another one."""
    for one in (*_titles(buku), *_short_names(buku)):
        if one.milik:
            message = f"{one.sebutan} `{_line(one.teks)}` milik SOP {one.milik.nomor}"
            saran = f"tulis menurut nama SOP ini: `{one.sop.nama}`"
            told = diagnose("SOP152", message, one.span, saran)
            yield told.about(Pokok.JUDUL_SOP, one.sop.id)


def nama_berawalan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name that begins with the word SOP where names of the book do not.

    Where every name begins so, and sopgen puts no word before them, it is a habit.
    """
    found = [(sop, BERAWALAN.match(sop.nama)) for sop in buku.sop]
    if buku.awalan_sop or not all(match for _, match in found):
        for sop, match in found:
            if match:
                message = f"nama SOP {sop.nomor} diawali kata SOP: `{_line(sop.nama)}`"
                saran = f"tulis `{_line(sop.nama[match.end() :])}`"
                yield diagnose("SOP157", message, sop.at("nama"), saran)


def judul_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title that says something else than the SOP's name."""
    own = (buku.kecamatan.sebutan.nama, buku.kecamatan.sebutan.daerah)
    for one in _titles(buku):
        if one.milik is None and differs(one.teks, one.sop.nama, own):
            message = f"{one.sebutan} `{_line(one.teks)}` tidak menyebut pokok SOP ini"
            saran = f"tulis menurut nama SOP ini: `{one.sop.nama}`"
            told = diagnose("SOP153", message, one.span, saran)
            yield told.about(Pokok.JUDUL_SOP, one.sop.id)


def nama_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name in the list of SOP that another SOP has too.

    It is told of the one whose code, or else whose kegiatan, speak less of it.
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


def _spoken_of(sop: Sop) -> tuple[int, float]:
    """Return how much of a SOP's name its code has, and each of its kegiatan."""
    nama = set(words_of(sop.nama))
    said = [words_of(f"{one.uraian} {one.mutu_baku.output}") for one in sop.kegiatan]
    shares = [len(nama.intersection(words)) for words in said]
    own = len(nama.intersection(words_of(sop.id)))
    return own, sum(shares) / max(len(shares), 1)


@dataclass(frozen=True, slots=True)
class Judul:
    """A title of a SOP that is not simply its name.

    ``milik`` is another SOP that it names better.
    """

    sop: Sop
    sebutan: str
    teks: str
    milik: Sop | None
    span: Span


def _titles(buku: Buku) -> Iterator[Judul]:
    """Yield the titles that are not simply the name of their SOP."""
    names = _names(buku)
    for sop in buku.sop:
        titles = (sop.identitas.judul, sop.judul_sampul, sop.judul_prosedur)
        for (field, what), title in zip(JUDUL, titles, strict=True):
            yield from _unlike(sop, what, title, names, sop.at(field))


def _short_names(buku: Buku) -> Iterator[Judul]:
    """Yield what daftar isi and annexes call a SOP, where it is not its name."""
    names = _names(buku)
    for sop in buku.sop:
        at = sop.at("nama_pendek")
        yield from _unlike(sop, "nama pendek", sop.nama_pendek, names, at)
    by_id = {sop.id: sop for sop in buku.sop}
    for one in buku.keputusan:
        said = [(a, kode) for a in one.lampiran for kode in a.sebutan]
        for annex, kode in said:
            at, nama = one.at(*annex.jejak, "sebutan", kode), annex.sebutan[kode]
            if kode in by_id:
                what = "sebutan dalam lampiran"
                yield from _unlike(by_id[kode], what, nama, names, at)


Names = Sequence[tuple[Sop, frozenset[str]]]


@gathered
def _names(buku: Buku) -> Iterator[tuple[Sop, frozenset[str]]]:
    for one in buku.sop:
        yield one, frozenset(words_of(one.nama))


def _unlike(
    sop: Sop, what: str, title: str, names: Names, span: Span
) -> Iterator[Judul]:
    """Yield a title with the SOP that it names better, unless it is simply the name."""
    if title == sop.nama:
        return
    words = frozenset(words_of(title))
    own = next(name for one, name in names if one is sop)
    if words != own:
        best = _best(words, names)
        yield Judul(sop, what, title, best if best is not sop else None, span)


def owned_by_another(title: str, sop: Sop, buku: Buku) -> bool:
    """Return whether a title of a SOP is the name of another one."""
    found = _unlike(sop, "", title, _names(buku), sop.span)
    return any(one.milik for one in found)


def _best(words: frozenset[str], names: Names) -> Sop | None:
    """Return the SOP whose name has most of some words, if it has nearly all."""
    best, most = None, MIRIP
    for sop, own in names:
        share = len(words & own) / max(len(words | own), 1)
        if share > most:
            best, most = sop, share
    return best


def _line(title: str) -> str:
    return " ".join(title.split())
