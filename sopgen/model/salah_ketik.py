"""Which known word is meant by one that is mistyped, if one is near enough.

Near is what a slip of the fingers makes: a letter too many, too few, another one, or
two that changed places.  Capitals, accents, blanks, hyphens and the like count nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

#: So many slips are forgiven in words of so many letters; in longer ones of each four
#: letters one.
SLIPS = ((2, 0), (4, 1), (8, 2))
EACH = 4
#: Fewer letters are no beginning of a word, nor an abbreviation.
SHORTEST = 3
#: Longer texts are no words.
LONGEST = 200


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that a mistyped one may mean, all equally likely.

    They are the nearest; where none is near, the only one that is begun or abbreviated.
    """
    every = list(dict.fromkeys(known))
    if near := nearest(word, every):
        return near
    typed = letters(word)
    if not SHORTEST <= len(typed) <= LONGEST or typed.isdigit():
        return []
    begun = [one for one in every if letters(one).startswith(typed)]
    longer = begun or [one for one in every if _abbreviates(typed, one)]
    return longer if len(longer) == 1 else []


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words with the fewest slips, if those are few enough."""
    typed = letters(word)
    found: dict[int, list[str]] = {}
    for one in dict.fromkeys(known):
        slips = _slips(typed, letters(one))
        if slips is not None:
            found.setdefault(slips, []).append(one)
    return found[min(found)] if found else []


def near(word: str, other: str) -> bool:
    """Tell whether one word may be the other, mistyped."""
    return bool(nearest(word, [other]))


def letters(text: str) -> str:
    """Return the bare letters and digits of a text, small and without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def forgiven(length: int) -> int:
    """Return how many slips are forgiven in a word of so many letters."""
    few = (slips for most, slips in SLIPS if length <= most)
    return next(few, length // EACH)


def _slips(typed: str, known: str) -> int | None:
    """Return how many slips lie between two words; nothing if they are too many.

    A number is never another number, mistyped.
    """
    longer = max(len(typed), len(known))
    if not typed or not known or longer > LONGEST:
        return None
    if typed.isdigit() and known.isdigit():
        return 0 if typed == known else None
    limit = forgiven(longer)
    if abs(len(typed) - len(known)) > limit:
        return None
    slips = distance(typed, known)
    return slips if slips <= limit else None


def distance(one: str, other: str) -> int:
    """Return how many letters are added, lacking, changed or swapped with the next."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, above = above, row
    return above[-1]


def _abbreviates(typed: str, known: str) -> bool:
    """Tell whether a word is made of the beginnings of a name's words: ``sekcam``."""
    words = [letters(word) for word in known.replace("_", " ").split()]
    ends = {0}
    for word in filter(None, words):
        ends = {end for start in ends for end in _ends(typed, start, word)}
    return len(words) > 1 and len(typed) in ends


def _ends(typed: str, start: int, word: str) -> Iterator[int]:
    """Yield where beginnings of a word end that stand in a text from a place on."""
    for n, letter in enumerate(word, start):
        if typed[n : n + 1] != letter:
            return
        yield n + 1
