"""The words of a text and their neighbours: what rules look for is soon ruled out."""

from __future__ import annotations

import re
from itertools import pairwise

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: What looks like a word, and the marks behind which a clause ends.
KATA = re.compile(r"[a-z]+|[,.;]")
#: Stands behind the last word of a text.
AKHIR = "\0"

#: A word, or a mark, and what stands behind it.
Pasangan = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kosakata:
    """The words of a text in small letters, and each with the one that follows it.

    ``ganda`` tells whether one follows itself.  Digits, and other marks than comma,
    stop and semicolon, part no words.
    """

    kata: frozenset[str]
    pasangan: frozenset[Pasangan]
    ganda: bool


@remembered(20_000)
def words_of(text: str) -> Kosakata:
    """Return the words of a text."""
    every = KATA.findall(text.lower())
    following = frozenset(pairwise((*every, AKHIR)))
    twice = any(one == other for one, other in following)
    return Kosakata(frozenset(every), following, twice)


def pairs(first: str, second: str) -> frozenset[Pasangan]:
    """Return each of some words with each of others behind it, as blanks part them."""
    return frozenset((one, other) for one in first.split() for other in second.split())
