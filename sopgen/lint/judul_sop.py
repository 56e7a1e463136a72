"""Rules about the titles of a SOP on its sheets (codes 1xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.pokok import initials, words_of
from sopgen.lint.temuan import warning
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

#: The titles that a SOP has besides its name, with what they are called.
JUDUL = (
    ("judul", "judul pada bagian identitas"),
    ("judul_sampul", "judul sampul"),
    ("judul_prosedur", "judul bagan"),
)


def judul_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title of a SOP that is the name of another one."""
    for sop, field, what, title in _titles(buku):
        other = _named(title, sop, buku)
        if other:
            message = f"{what} `{_line(title)}` milik SOP {other.nomor}"
            saran = f"tulis menurut nama SOP ini: `{sop.nama}`"
            yield warning("SOP152", message, sop.at(field), saran)


def judul_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title that has no word of the SOP's name."""
    for sop, field, what, title in _titles(buku):
        if _named(title, sop, buku) is None and not _related(title, sop):
            message = f"{what} `{_line(title)}` tidak menyebut pokok SOP ini"
            saran = f"tulis menurut nama SOP ini: `{sop.nama}`"
            yield warning("SOP153", message, sop.at(field), saran)


def _titles(buku: Buku) -> Iterator[tuple[Sop, str, str, str]]:
    """Yield the titles that are not simply the name of their SOP."""
    for sop in buku.sop:
        own = words_of(sop.nama)
        titles = (sop.identitas.judul, sop.judul_sampul, sop.judul_prosedur)
        for (field, what), title in zip(JUDUL, titles, strict=True):
            if words_of(title) != own:
                yield sop, field, what, title


def _named(title: str, sop: Sop, buku: Buku) -> Sop | None:
    """Return another SOP that a title names better than its own."""
    words = set(words_of(title))
    best, most = None, 0.7
    for one in buku.sop:
        own = set(words_of(one.nama))
        share = len(words & own) / max(len(words | own), 1)
        if share > most:
            best, most = one, share
    return best if best is not sop else None


def _related(title: str, sop: Sop) -> bool:
    """Return whether a title and a name have a word in common, or short for it."""
    one, other = words_of(title), words_of(sop.nama)
    if not one or not other:
        return True
    short = set(one) & initials(other) or set(other) & initials(one)
    return bool(set(one) & set(other) or short)


def _line(title: str) -> str:
    return " ".join(title.split())
