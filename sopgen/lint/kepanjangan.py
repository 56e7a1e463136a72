"""Where a text explains an abbreviation, and whether its letters come from the words.

The forms are ``TMS: Tidak Memenuhi Syarat``, ``Tidak Memenuhi Syarat (TMS)``,
``TMS (Tidak Memenuhi Syarat)``, and ``TMS singkatan dari …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sopgen.assets import asset
from sopgen.lint.pokok import each_word

_SINGKATAN = r"[A-Z][A-Z0-9]{1,7}"
_AWAL = r"(?:(?:^|(?<=[\n;,.(|])|(?<=\s/))[\s*•-]*|(?<=\sdan)\s+|(?<=\sserta)\s+)"
#: An abbreviation with a colon behind, up to the next one or the end of the clause.
DAFTAR = re.compile(
    rf"{_AWAL}(?P<singkatan>{_SINGKATAN})\s*(?:[:=]|\bsingkatan\s+dari\b|\badalah\s+"
    r"(?:singkatan|kependekan)\s+dari\b)\s*"
    rf"(?P<kata>(?:(?!(?:[\s,;/|-]|\b(?:dan|serta)\b)*\b{_SINGKATAN}\s*[:=])[^;.\n:=()])+)"
)
#: An abbreviation in brackets behind its words, and the other way round.
SESUDAH = re.compile(
    rf"(?P<kata>(?:[A-Za-z]+[,\s]+(?:/\s*)?){{1,11}})\(\s*(?P<singkatan>{_SINGKATAN})\s*\)"
)
SEBELUM = re.compile(
    rf"(?<![\w/.-])(?P<singkatan>{_SINGKATAN})\s+\((?P<kata>[A-Za-z][A-Za-z\s,-]+)\)"
)
#: Words between those that give letters, and those that no abbreviation leaves out.
SAMBUNG = each_word("dan di ke dari untuk yang atau pada dalam secara per tentang bagi")
INGKAR = each_word("tidak belum bukan tanpa")
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


@lru_cache(5000)
def explained(text: str) -> tuple[Kepanjangan, ...]:
    """Return the abbreviations that a text explains."""
    if not (":" in text or "=" in text or "(" in text or "singkatan" in text):
        return ()
    if not re.search(_SINGKATAN, text):
        return ()
    return tuple(_explained(text))


def _explained(text: str) -> Iterator[Kepanjangan]:
    for pattern in (SESUDAH,) if text.isupper() else (DAFTAR, SEBELUM, SESUDAH):
        for match in pattern.finditer(text):
            words = tuple(re.findall(r"[A-Za-z]+", match["kata"]))
            whole = pattern is not SESUDAH
            if words:
                yield Kepanjangan(
                    match["singkatan"], words, match.start("singkatan"), whole
                )


def fitting(one: Kepanjangan) -> tuple[str, ...]:
    """Return the words from which the letters come; of none, nothing."""
    starts = (0,) if one.berawal else range(len(one.kata) - 1, -1, -1)
    for start in starts:
        words = told_by(one.kata[start:])
        first = one.kata[start].casefold()
        if first not in SAMBUNG and fits(one, words):
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
