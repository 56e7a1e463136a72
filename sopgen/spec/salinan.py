"""Which diktum of a decree a petikan has, and what of its copy says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.bahasa import urutan
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.spec.findings import quoted, suggestion
from sopgen.spec.office import Office
from sopgen.spec.reader import Trail
from sopgen.spec.schema import BagianYaml, KeputusanYaml

PETIKAN = "petikan"
#: The kind of copy, and the field that says nothing of it.
SALINAN = ("salinan", PETIKAN)


def read_petikan(office: Office, place: Trail, one: KeputusanYaml) -> tuple[int, ...]:
    """Return the numbers of the diktum that are copied, each once and in order."""
    names = {urutan(n): n for n in range(1, len(one.diktum) + 1)}
    found: set[int] = set()
    for n, text in enumerate(one.petikan):
        word = _plain(text)
        number = names.get(word) or (int(word) if _counts(word, one) else 0)
        if number:
            found.add(number)
        else:
            message = f"{isian(PETIKAN)} menyebut diktum {quoted(text)} yang tidak ada"
            saran = suggestion(text.upper(), [name.upper() for name in names])
            span = office.content.span(*place, PETIKAN, n)
            office.findings.tell("SOP714", message, span, saran)
    office.findings.add(*_unused(office, place, one))
    return tuple(sorted(found))


def _plain(text: str) -> str:
    """Return the name of a diktum in small letters, alone."""
    words = text.casefold().rstrip(".").split()
    return " ".join(words[1:] if words[:1] in (["diktum"], ["diktum:"]) else words)


def _counts(word: str, one: KeputusanYaml) -> bool:
    """Return whether a word is the number of a diktum."""
    return word.isdecimal() and 1 <= int(word) <= len(one.diktum)


def _unused(office: Office, place: Trail, one: KeputusanYaml) -> Iterator[Diagnostic]:
    """Yield what is said of a copy that is not made, or not of that kind."""
    if (told := _idle(office, place, one)) is not None:
        yield told
    if one.jenis == PETIKAN and not one.petikan:
        message = "petikan tidak menyebut diktum yang dipetik; semua diktum dicetak"
        saran = f"tulis misalnya {isian(PETIKAN, '[KESATU]')}"
        span = office.content.span(*place, "jenis")
        yield diagnose_lightly("SOP714", message, span, saran)
    if one.jenis and not one.disalin_oleh:
        message = f"{one.jenis} tanpa pejabat yang menyatakannya sesuai aslinya"
        saran = f"isi {isian('disalin_oleh')} dengan kode pejabatnya"
        span = office.content.span(*place, "jenis")
        yield diagnose("SOP713", message, span, saran)


def _idle(office: Office, place: Trail, one: KeputusanYaml) -> Diagnostic | None:
    """Return that fields of a copy say nothing, unless that follows from its kind."""
    said = [key for key in ("disalin_oleh", PETIKAN) if getattr(one, key)]
    idle = [key for key in said if not one.jenis or (one.jenis, key) == SALINAN]
    written = not one.jenis and (*place, "jenis") in office.content.spans
    if not idle or written or (not one.jenis and _asked(office, one)):
        return None
    names = " dan ".join(isian(key) for key in idle)
    needed = PETIKAN if PETIKAN in idle else "salinan"
    message = f"{names} tidak dipakai: keputusan ini tanpa {needed}"
    saran = f"tulis {isian('jenis', needed)}, atau hapus"
    span = office.content.span(*place, idle[0])
    return diagnose_lightly("SOP714", message, span, saran)


def _asked(office: Office, one: KeputusanYaml) -> bool:
    """Return whether the book asks for a copy that is not made: that is told there."""
    return (
        any(
            part.bagian == "salinan" and part.keputusan in ("", one.id)
            for part in office.buku.susunan
            if isinstance(part, BagianYaml)
        )
        or "salinan" in office.buku.susunan
    )
