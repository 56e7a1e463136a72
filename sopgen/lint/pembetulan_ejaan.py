"""How a text is written without its misspellings, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sopgen.lint.daftar_ejaan import EJAAN, GANDA, SALAH, TERPISAH
from sopgen.lint.temuan import KUTIPAN, Wacana
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.perbaikan import Perbaikan, write

#: What is not mended unseen: the sentence may want another word, or means what it says.
TAK_PASTI = frozenset((
    "legalisir", "dari pada", "di proses", "di tutup", "di cetak", "di ganti",
    "di jawab",
))  # fmt: skip
#: Words that never stand twice; of others, their doubling may lack its hyphen alone.
KATA_TUGAS = frozenset((
    "adalah", "atau", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh",
    "pada", "tentang", "untuk", "yang",
))  # fmt: skip
#: What a template will fill in: no words of the text.
ISIAN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
#: The title of a regulation behind its number: spelled as it was enacted.
BERJUDUL = re.compile(
    r"(?:Nom[oe]r|No\.?|Nmr\.?|Nr\.?|\b[0-9]{4})\s?:?\s?[^\s;()]*"
    r"(?:\s+(?:Tahun|Th\.?|Thn\.?)\s+[0-9]{4})?\s+tentang\b[^;.()\n]*",
    re.IGNORECASE,
)
#: The name of a post, section or office: as its own regulation has it.
JABATAN = re.compile(
    r"\b(?:Kasi|Kasubbag|Kasubag|Seksi|Subbag(?:ian)?|Bidang|Bagian|Dinas|Badan|Kantor"
    r"|Kementerian)\s+(?:[A-Z]\w*|dan|,|&|\s)+"
)
#: What a text holds that is left as it is.
KEPT = (ISIAN, KUTIPAN, BERJUDUL, JABATAN)


def respelled(place: Wacana, buku: Buku) -> Iterator[Perbaikan]:
    """Yield the cures of the misspelled texts of a place: each text, or line of it."""
    (official,) = _official(buku)
    for _, teks in place.teks:
        new = respell(teks.isi)
        if new == teks.isi or teks.span in official:
            continue
        if place.berbaris:
            yield from _lines(teks, new)
        else:
            yield write(teks.span, teks.isi, new)


@gathered
def _official(buku: Buku) -> Iterator[frozenset[Span]]:
    """Yield where names stand that are not the office's to spell, all in one."""
    spans = [one.span for sop in buku.sop for one in sop.identitas.dasar_hukum]
    spans += [sop.at("unit") for sop in buku.sop]
    spans += [one.span for sop in buku.sop for one in sop.pelaksana]
    yield frozenset(spans)


def _lines(teks: Teks, new: str) -> Iterator[Perbaikan]:
    """Yield the cure of each line of a chapter."""
    both = zip(teks.isi.split("\n"), new.split("\n"), strict=True)
    for n, (line, other) in enumerate(both):
        if line != other:
            span = replace(teks.span, line=teks.span.line + n, column=1)
            yield write(span, line, other)


def respell(text: str) -> str:
    """Return a text with its words spelled as they should be, where that is certain.

    Its lines stay: what reaches over the end of one is left as it is.
    """
    for wrong in (SALAH, TERPISAH, GANDA):
        text = _respell(text, wrong)
    return text


def _respell(text: str, wrong: re.Pattern[str]) -> str:
    if not wrong.search(text):
        return text
    kept = [m.span() for p in KEPT for m in p.finditer(text)]

    def put(match: re.Match[str]) -> str:
        inside = any(a <= match.start() < b for a, b in kept)
        return match[0] if inside or "\n" in match[0] else _proper(match)

    return wrong.sub(put, text)


def _proper(match: re.Match[str]) -> str:
    """Return what to write instead of a misspelling; that itself if unsure."""
    word = " ".join(match[0].casefold().split())
    if word in TAK_PASTI:
        return match[0]
    if match.re is SALAH:
        return _cased(match, EJAAN[word])
    if match.re is TERPISAH:
        return word.replace(" ", "")
    return match[1] if match[1] in KATA_TUGAS else match[0]


def _cased(match: re.Match[str], proper: str) -> str:
    """Return the proper word in the case of the wrong one; that itself if unsure."""
    word = match[0]
    if word.islower():
        return proper
    if word.isupper():
        return proper.upper()
    if not (word[0].isupper() and word[1:].islower()):
        return word
    if " " in proper and _inner(match):
        return word
    return proper[0].upper() + proper[1:]


def _inner(match: re.Match[str]) -> bool:
    """Tell whether a capital is not that of the beginning of a sentence."""
    before = match.string[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:\n"
