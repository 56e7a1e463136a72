"""Find mistyped words in the labels of exits, which are too short to judge elsewhere.

A label says one of a few words, or one that the book uses again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sopgen.lint.kamus import derived, jarak, known
from sopgen.lint.label import BALIK, LANJUT
from sopgen.lint.temuan import at_all
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok
from sopgen.model.sop import Alur

KATA = re.compile(r"[A-Za-z]+")
#: In so many labels a word stands that is meant.
SERING = 3
#: Words of so many letters are another one by a swap alone, of fewer by doubling one.
PENDEK = 3


def label_salah_ketik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each word of labels that is nearly one that labels have."""
    words = mistyped(buku)
    meant = {word: near for word, near, _ in words}
    for word, near in meant.items():
        first, *_ = places = [alur for one, _, alur in words if one == word]
        typed = next(one for one in KATA.findall(first.label) if one.casefold() == word)
        saran = f"mungkin maksudnya `{cased(near, typed)}`"
        message = f"`{typed}` mungkin salah ketik"
        told = diagnose("SOP760", message, first.at("label"), saran)
        yield at_all(told.about(Pokok.KATA, word), (a.at("label") for a in places))


def cased(word: str, typed: str) -> str:
    """Return a word with the capitals of another one."""
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word


@gathered
def mistyped(buku: Buku) -> Iterator[tuple[str, str, Alur]]:
    """Yield each mistyped word of a label, the word that is meant, and the exit."""
    labels = [one for sop in buku.sop for one in sop.alur if one.label]
    usual = _usual(labels)
    meant: dict[str, str] = {}
    for one in labels:
        for word in _words(one) if "*" not in one.label else ():
            if word not in meant:
                meant[word] = _meant(word, usual)
            if meant[word]:
                yield word, meant[word], one


def _words(one: Alur) -> list[str]:
    return KATA.findall(one.label.casefold())


def _usual(labels: Iterable[Alur]) -> Mapping[str, int]:
    """Return the words that labels have, and how often this book's have them."""
    uses = Counter(word for one in labels for word in _words(one))
    words = (*LANJUT, *BALIK, *(w for w, count in uses.items() if count >= SERING))
    return {word: uses[word] for word in words}


def _meant(word: str, usual: Mapping[str, int]) -> str:
    """Return the word that is meant, the most usual one; nothing of a known word."""
    if word in usual or known(word) or derived(word):
        return ""
    near = [one for one in usual if _slipped(word, one)]
    return max(near, key=lambda one: usual[one], default="")


def _slipped(word: str, other: str) -> bool:
    """Return whether a word is another one with a letter lost, added or changed."""
    if jarak(word, other, 1) > 1:
        return False
    if len(other) < PENDEK:
        return len(word) > len(other) and set(word) == set(other)
    return len(other) > PENDEK or sorted(word) == sorted(other)
