"""What the sheets of SOP are called: the number, then the words that tell them apart.

A name has at most 31 letters.  Words at its ends that other SOP of the book have, too,
are given up first: of ``Data Bahan Koordinasi Kesejahteraan Rakyat`` beside four more
``Data Bahan Koordinasi …`` the last two words remain.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Mapping

from sopgen.model.buku import Buku
from sopgen.render.xlsx.setup import NAME_MAX

#: Words that lead on to others: no name ends in them.
LEADING = frozenset(
    (
        "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna", "ke",
        "kepada", "melalui", "oleh", "pada", "secara", "sebagai", "serta", "tentang",
        "terhadap", "untuk", "yang",
    )
)  # fmt: skip
#: What stands round a word and is no part of it.
EDGE = re.compile(r"^\W+|\W+$")


def sop_names(buku: Buku) -> Mapping[str, str]:
    """Return a telling name for the sheet of each SOP, by its code."""
    names = {
        sop.id: sop.nama_pendek.removeprefix("SOP ").split() or [sop.id]
        for sop in buku.sop
    }
    shared = Counter(word for words in names.values() for word in set(_bare(words)))
    return {sop.id: _name(f"{sop.nomor:02}", names[sop.id], shared) for sop in buku.sop}


def _bare(words: list[str]) -> list[str]:
    return [EDGE.sub("", word).casefold() for word in words]


def _name(number: str, words: list[str], shared: Counter[str]) -> str:
    """Return number and words, less those that say least while they are too many."""
    room = NAME_MAX - len(number) - 1
    kept, bare = deque(words), deque(_bare(words))
    length = len(" ".join(words))
    while length > room and len(kept) > 1:
        if shared[bare[0]] > max(shared[bare[-1]], 1):
            bare.popleft()
            length -= len(kept.popleft()) + 1
        else:
            bare.pop()
            length -= len(kept.pop()) + 1
    while len(kept) > 1 and bare[-1] in LEADING:
        bare.pop()
        kept.pop()
    return f"{number} {' '.join(kept)}"
