"""Read numbers that are written in words: ``delapan belas``, ``KETIGA BELAS``."""

from __future__ import annotations

import re
from functools import cache

from sopgen.model.bahasa import terbilang

#: Larger numbers are no counts of SOP, diktum or lampiran.
TERBESAR = 999
PERTAMA = {"pertama": 1}


@cache
def _numbers() -> dict[str, int]:
    return {terbilang(n): n for n in range(TERBESAR + 1)}


@cache
def satuan() -> str:
    """Return a pattern of numbers in words."""
    words = {word for text in _numbers() for word in text.split()}
    one = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return rf"(?:{one})(?:\s+(?:{one}))*"


def number_of(words: str) -> int | None:
    """Return the number that is written in words or digits, none if it is none."""
    plain = " ".join(words.casefold().split())
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return _numbers().get(plain)


def ordinal_of(words: str) -> int | None:
    """Return 13 of ``KETIGA BELAS``."""
    plain = " ".join(words.casefold().split())
    rest = plain.removeprefix("ke")
    return PERTAMA.get(plain) if rest == plain else number_of(rest)


ROMAWI = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def romawi_of(text: str) -> int | None:
    """Return 4 of ``IV``, none of what is no Roman numeral."""
    if not text or not ROMAWI.fullmatch(text):
        return None
    values = [_LETTERS[one] for one in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)
