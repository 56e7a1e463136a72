"""Where a text explains an abbreviation, and whether its letters come from the words.

The forms are ``TMS: Tidak Memenuhi Syarat``, ``Tidak Memenuhi Syarat (TMS)``,
``TMS (Tidak Memenuhi Syarat)``, and ``TMS singkatan dari …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sopgen.assets import asset
from sopgen.lint.pokok import each_word
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

_SINGKATAN = r"[A-Z][A-Z0-9]{1,7}"
#: An abbreviation where it may be explained.
TEMPAT = re.compile(
    rf"(?<![\w/.-])(?P<singkatan>{_SINGKATAN})(?:\s*[:=(]|\s*\)|\s+\w*\s?singkatan)"
)
#: What stands before one that is explained behind its colon.
AWAL = re.compile(r"(?:^|[\n;,.(|]|\s/|\s(?:dan|serta))[\s*•-]*$")
#: Behind an abbreviation: a colon and words, up to the next one or the clause's end.
DAFTAR = re.compile(
    r"\s*(?:[:=]|(?:adalah\s+)?singkatan\s+dari\b)\s*"
    rf"((?:(?!(?:[\s,;/|-]|\b(?:dan|serta)\b)*\b{_SINGKATAN}\s*[:=])[^;.\n:=()])+)"
)
#: Behind an abbreviation: its words in brackets.
DALAM = re.compile(r"\s+\(([A-Za-z][A-Za-z\s,-]+)\)")
#: What parts the words before a bracket from those of another clause.
PUTUS = re.compile(r"[^A-Za-z,\s/]")
#: So much before an abbreviation is looked at, in letters.
PANDANG = 160
#: So many words explain an abbreviation at most.
TERBANYAK = 11
#: Words between those that give letters, and those that no abbreviation leaves out.
SAMBUNG = each_word("dan di ke dari untuk yang atau pada dalam secara per tentang bagi")
INGKAR = each_word("tidak belum bukan tanpa")
#: Words that turn what stands right behind them into something else.
BERBALIK = each_word("tidak belum")
#: So many letters make a word of syllables, of which any letter may be taken.
SUKU = 5


@dataclass(frozen=True, slots=True)
class Kepanjangan:
    """An abbreviation with the words that explain it, and where it begins.

    ``berawal`` tells that the words are all of them; else they end there.
    """

    singkatan: str
    kata: tuple[str, ...]
    mulai: int
    berawal: bool

    @property
    def teks(self) -> str:
        """Return the words as they are written."""
        return " ".join(self.kata)

    @property
    def kunci(self) -> tuple[str, ...]:
        """Return the words that tell, in small letters."""
        return told_by(self.kata)


def told_by(words: Sequence[str]) -> tuple[str, ...]:
    """Return words without those that stand between others, in small letters."""
    return tuple(w for one in words if (w := one.casefold()) not in SAMBUNG)


@remembered(5000)
def explained(text: str) -> tuple[Kepanjangan, ...]:
    """Return the abbreviations that a text explains."""
    if ":" in text or "=" in text or "(" in text or "singkatan" in text:
        return tuple(_explained(text))
    return ()


def _explained(text: str) -> Iterator[Kepanjangan]:
    title = text.isupper()
    for match in TEMPAT.finditer(text):
        start, end = match.span("singkatan")
        before = text[max(0, start - PANDANG) : start]
        enclosed = match[0][-1] == ")" and before.rstrip()[-1:] == "("
        if words := _before(before) if enclosed else ():
            yield Kepanjangan(match["singkatan"], words, start, False)
        elif not title and (words := _behind(text, before, end)):
            yield Kepanjangan(match["singkatan"], words, start, True)


def _before(text: str) -> tuple[str, ...]:
    """Return the words right before a bracket."""
    return tuple(
        re.findall(r"[A-Za-z]+", PUTUS.split(text.rstrip()[:-1])[-1])[-TERBANYAK:]
    )


def _behind(text: str, before: str, end: int) -> tuple[str, ...]:
    """Return the words that explain an abbreviation behind it."""
    found = DAFTAR.match(text, end)
    if found is None or not AWAL.search(before):
        found = DALAM.match(text, end)
    return tuple(re.findall(r"[A-Za-z]+", found[1])) if found else ()


def fitting(one: Kepanjangan) -> tuple[str, ...]:
    """Return the words from which the letters come; of none, nothing."""
    starts = (0,) if one.berawal else range(len(one.kata) - 1, -1, -1)
    for start in starts:
        words = told_by(one.kata[start:])
        before = one.kata[start - 1].casefold() if start else ""
        begins = one.kata[start].casefold() not in SAMBUNG
        if begins and before not in BERBALIK and fits(one, words):
            return words
    return ()


def fits(one: Kepanjangan, words: tuple[str, ...]) -> bool:
    """Return whether an abbreviation may be short for all of some words."""
    letters = re.sub(r"[0-9]", "", one.singkatan).casefold()
    if words in known().get(one.singkatan, ()):
        return True
    if len(letters) < SUKU and len(words) == len(letters):
        return letters == "".join(word[0] for word in words)
    return letters[:1] == words[0][:1] and _comes(letters, words, len(letters) >= SUKU)


def _comes(letters: str, words: tuple[str, ...], loose: bool) -> bool:
    """Return whether letters stand in words in their order.

    Of a word its first letter comes first, unless they are ``loose``; a word that
    denies is not left out.
    """
    if not letters:
        return INGKAR.isdisjoint(words)
    if not words:
        return False
    word, rest = words[0], words[1:]
    for taken in _taken(letters, word, loose):
        if _comes(letters[taken:], rest, loose):
            return True
    return word not in INGKAR and _comes(letters, rest, loose)


def _taken(letters: str, word: str, loose: bool) -> Iterator[int]:
    """Yield how many of the first letters a word may give."""
    place = -1
    for count, letter in enumerate(letters, 1):
        place = word.find(letter, place + 1)
        if place < 0 or (count == 1 and place and not loose):
            return
        yield count


@cache
def known() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Return the usual abbreviations, each with what it is short for."""
    lines = (asset("kata") / "singkatan.txt").read_text(encoding="utf-8").splitlines()
    made: dict[str, set[tuple[str, ...]]] = {}
    for line in lines:
        if line[:1] != "#":
            short, *words = line.split()
            made.setdefault(short, set()).add(told_by(words))
    return {short: frozenset(every) for short, every in made.items()}


@cache
def owners() -> Mapping[tuple[str, ...], frozenset[str]]:
    """Return what the usual abbreviations are short for, each with its own."""
    made: dict[tuple[str, ...], set[str]] = {}
    for short, every in known().items():
        for words in every:
            made.setdefault(words, set()).add(short)
    return {words: frozenset(every) for words, every in made.items()}
