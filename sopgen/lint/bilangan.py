"""Read numbers that are written in words: ``delapan belas``, ``KETIGA BELAS``."""

from __future__ import annotations

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
