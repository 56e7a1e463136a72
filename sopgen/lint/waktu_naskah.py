"""Compare the time that a chapter or a decree promises for a SOP with its kegiatan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.pokok import Pokok
from sopgen.lint.sop_lain import subjects_of
from sopgen.lint.ujung import shortest_and_longest
from sopgen.lint.waktu import JUMLAH, KIRA, agrees, by_row, spent_in, told_of
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.lama import MURNI, SEHARI, Lama, lamanya
from sopgen.model.sop import Sop

#: A text that says how long something takes, be it with waiting.
SELESAI = re.compile(
    r"\b(?:(?:di)?selesai(?:kan)?|berlangsung|(?:memerlukan|membutuhkan|memakan)\s+waktu)\b",
    re.IGNORECASE,
)
#: Words that speak of all kegiatan, not of one that takes as long.
MENYELURUH = re.compile(r"jumlah|total|(?:ke)?seluruh|akumulasi", re.IGNORECASE)
LAMANYA = re.compile(rf"(?<![\w.,]){MURNI.pattern}", re.IGNORECASE)
#: Behind a length of time that is none of the work: ``8 jam sehari``.
BERULANG = re.compile(
    r"\s*(?:per\b|se(?:hari|tiap|minggu|bulan)|tiap|/)", re.IGNORECASE
)
ALINEA = re.compile(r"\n\s*\n")
KALIMAT = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
#: So far behind the word a length may stand.
JAUH = 100


def waktu_naskah_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each time that a text promises for a SOP and its kegiatan do not take."""
    (pokok,) = subjects_of(buku)
    for one in bacaan(buku):
        if one.dasar or one.tempat.startswith("SOP "):
            continue
        for start, sentence, nomor in _about_one(one, pokok):
            found = _contradicting(sentence, buku.sop[nomor])
            if found:
                at = one.span(start + found.start())
                whose = f" SOP {buku.sop[nomor].nomor}"
                spent = spent_in(buku.sop[nomor])
                yield told_of(f"`{_bare(found)}`", whose, spent, at)


def _about_one(one: Bacaan, pokok: Pokok) -> Iterator[tuple[int, str, int]]:
    """Yield the sentences of a text that tell a time, and the one SOP they speak of.

    It is named in the sentence, or in its paragraph.
    """
    for start, paragraph in _parts(one.isi, ALINEA):
        for more, sentence in _parts(paragraph, KALIMAT):
            if JUMLAH.search(sentence) or SELESAI.search(sentence):
                named = _named(sentence, pokok) or _named(paragraph, pokok)
                if len(named) == 1:
                    yield start + more, sentence, min(named)


def _parts(text: str, between: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for match in between.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _named(text: str, pokok: Pokok) -> frozenset[int]:
    """Return the places of the SOP that a text names, brought papers aside."""
    return frozenset(one.nomor for one in pokok.mentions(text) if not one.bawaan)


def _contradicting(sentence: str, sop: Sop) -> re.Match[str] | None:
    """Return the time of a sentence that cannot be that of a SOP."""
    spent = spent_in(sop)
    total = JUMLAH.search(sentence)
    word = total or SELESAI.search(sentence)
    if not (spent and word):
        return None
    found = LAMANYA.search(sentence, word.end(), word.end() + JAUH)
    if found is None or _is_open(sentence, word, found):
        return None
    told = lamanya(_bare(found))
    step = told in spent and not (total and MENYELURUH.match(total[0]))
    if told is None or told.hari or step:
        return None
    right = agrees(told, spent, sop) if total else told.menit >= _least(spent, sop)
    return None if right else found


def _bare(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).rstrip(" ,.")


def _is_open(sentence: str, word: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether a time is only about so long, or none of the work."""
    before = sentence[max(0, word.start() - 20) : found.start()]
    return bool(KIRA.search(before.casefold()) or BERULANG.match(sentence, found.end()))


def _least(spent: Sequence[Lama], sop: Sop) -> float:
    """Return the minutes of the shortest way, a day of work as short as can be."""
    minutes = [one.menit + one.hari * min(SEHARI) for one in spent]
    ways = shortest_and_longest(sop, by_row(minutes, sop))
    return float(ways[0] if ways else sum(minutes))
