"""The words that are known, the ways in which Indonesian makes others of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from sopgen.assets import asset
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: What may stand behind any word.
KLITIK = ("nya", "lah", "kah", "pun", "ku", "mu", "nyalah", "nyapun")
AKHIRAN = ("", "kan", "i", "an")
#: Prefixes before a root as it is written, but for those that change its first letter.
AWALAN = ("di", "ter", "ber", "be", "se", "ke", "per", "pe", "ter", "diper", "memper",
          "keter", "keber", "kese", "pember", "antar", "non", "pra", "pasca", "sub",
          "multi", "swa")  # fmt: skip
#: How meN- and peN- meet a root: what is written, and the letters it may stand for.
SENGAU = (
    ("meny", ("s",)), ("meng", ("", "k")), ("mem", ("", "p")), ("men", ("", "t")),
    ("menge", ("",)), ("me", ("",)), ("peny", ("s",)), ("peng", ("", "k")),
    ("pem", ("", "p")), ("pen", ("", "t")), ("penge", ("",)),
)  # fmt: skip
#: What meN- becomes before a letter; where "-" follows the letter itself is lost.
BERSENGAU = {
    "k": "meng-", "t": "men-", "s": "meny-", "g": "meng", "h": "meng", "c": "men",
    "d": "men", "j": "men", "z": "men",
}  # fmt: skip
#: How many letters two words may not share, by the distance that is allowed.
LAIN = (0, 2, 2, 1)
#: Keys that lie beside each other.
BARIS_TOMBOL = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BERDEKATAN = frozenset(
    frozenset(pair)
    for row, below in zip(BARIS_TOMBOL, (*BARIS_TOMBOL[1:], ""), strict=True)
    for pair in (
        *pairwise(row),
        *zip(row, below, strict=False),
        *zip(row[1:], below, strict=False),
    )
)
#: So many letters may be more or fewer; from this length any one letter may be another.
SELIPAN, PANJANG = 2, 9
#: The shortest root that is taken for one, and that ends in -an and takes another.
PENDEK, BERAKHIRAN = 3, 7


@cache
def words() -> frozenset[str]:
    """Return the words of assets/kata."""
    lines = (asset("kata") / "kata.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if line[:1] != "#" for w in line.split())


@remembered(20_000)
def known(word: str) -> bool:
    """Return whether a word in small letters stands in the list, clitics aside."""
    return word in words() or any(one in words() for one in _bare(word))


@remembered(20_000)
def derived(word: str) -> bool:
    """Return whether a word in small letters is made of a known one as words are."""
    return any(_rooted(one) for one in (word, *_bare(word)))


def _bare(word: str) -> Iterator[str]:
    for ending in KLITIK:
        if word.endswith(ending) and len(word) - len(ending) > PENDEK:
            yield word[: -len(ending)]


def _rooted(word: str) -> bool:
    return any(
        _root(stem)
        for ending in AKHIRAN
        if word.endswith(ending)
        for stem in _stems(word[: len(word) - len(ending)])
        if not (ending == "an" and suffixed(stem))
    )


def suffixed(stem: str) -> bool:
    """Return whether a root has its -an already: makanan, not pelayananan."""
    return len(stem) >= BERAKHIRAN and stem.endswith("an") and known(stem)


def _stems(word: str) -> Iterator[str]:
    yield word
    for prefix in AWALAN:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    for prefix, letters in SENGAU:
        if word.startswith(prefix):
            yield from (letter + word[len(prefix) :] for letter in letters)


def _root(stem: str) -> bool:
    return len(stem) >= PENDEK and stem in words()


def prefixed(word: str) -> str:
    """Return a verb with the meN- that its root takes: mengirim for memkirim.

    Nothing is returned of one that has it, or whose root is not known.
    """
    root = word[3:]
    if word[:3] != "mem" or root[:1] not in BERSENGAU:
        return ""
    made = BERSENGAU[root[0]]
    right = f"{made.removesuffix('-')}{root[1:] if made.endswith('-') else root}"
    return right if any(_root(one) for one in _unended(root)) else ""


def _unended(root: str) -> Iterator[str]:
    for one in (root, *_bare(root)):
        yield from (one.removesuffix(ending) for ending in AKHIRAN)


def kerabat_of(words: Iterable[str]) -> Kerabat:
    """Return words as those among which near ones are looked for."""
    by_length: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for word in sorted(words):
        by_length[len(word)].append((letters(word), word))
    return Kerabat(dict(by_length))


@dataclass(frozen=True, slots=True)
class Kerabat:
    """Words by their length and letters, to find those that are nearly another."""

    by_length: Mapping[int, Sequence[tuple[int, str]]]

    def __contains__(self, word: str) -> bool:
        """Return whether a word is one of them."""
        return (letters(word), word) in self.by_length.get(len(word), ())

    def near(self, word: str, limit: int, *, strict: bool = True) -> str:
        """Return the word that was probably meant, nothing if there is none.

        Of two equally near the one that ends alike.  If not ``strict`` any one letter
        may be another.
        """
        found = [
            (jarak(word, other, limit), other[-1] != word[-1], other)
            for other in self._like(word, limit)
        ]
        near = [
            one
            for one in found
            if one[0] <= limit
            and ((one[0] == 1 and not strict) or slipped(word, one[2]))
        ]
        return min(near)[2] if near else ""

    def _like(self, word: str, limit: int) -> Iterator[str]:
        """Yield the words of about the same length and letters."""
        mask = letters(word)
        for length in range(len(word) - limit, len(word) + limit + 1):
            for other_mask, other in self.by_length.get(length, ()):
                if (mask ^ other_mask).bit_count() <= LAIN[limit] and other[0] == word[
                    0
                ]:
                    yield other


@cache
def listed_words() -> Kerabat:
    """Return the words of the list, to find those that are nearly another."""
    return kerabat_of(one for one in words() if len(one) > PENDEK)


def slipped(word: str, other: str) -> bool:
    """Return whether a word may be another one by slips of the fingers.

    Letters are lost, doubled or swapped, or a neighbouring key is hit; two words with
    several other letters are two words.
    """
    ours, theirs = Counter(word), Counter(other)
    more, less = ours - theirs, theirs - ours
    if more.total() + less.total() > SELIPAN:
        return False
    if len(word) != len(other) or not more:
        return True
    (typed,), (meant,) = more, less
    return frozenset((typed, meant)) in BERDEKATAN or len(word) >= PANJANG


def letters(word: str) -> int:
    """Return the set of letters of a word as bits."""
    mask = 0
    for one in word:
        mask |= 1 << (ord(one) & 31)
    return mask


def jarak(one: str, other: str, limit: int) -> int:
    """Return how many letters tell two words apart, ``limit + 1`` if more.

    Two neighbours that changed places count once.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        following = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (a != b))
            if before and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        if min(following) > limit:
            return limit + 1
        before, row = row, following
    return row[-1]
