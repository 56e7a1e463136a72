"""The documents that a kelengkapan or an output lists, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sopgen.lint.pokok import each_word
from sopgen.model.ingatan import remembered

#: Words of documents whatever they are about, and words between them.
UMUM = each_word(
    "surat berkas dokumen data konsep draf naskah laporan hasil salinan fotokopi asli "
    "lengkap yang telah sudah dan atau dengan untuk dari pada oleh ke di tidak belum "
    "serta bila ada baru lama satu dua tiga lembar rangkap siap pakai kepada dalam "
    "sesuai resmi"
)
#: Words of the state that a document is in.
KEADAAN = re.compile(r"(?:di|ber|ter)\w{4,}")


@remembered(5000)
def words(text: str) -> frozenset[str]:
    """Return the words of a list of documents."""
    return frozenset(re.findall(r"\w+", text.casefold()))


@remembered(5000)
def items(text: str) -> tuple[frozenset[str], ...]:
    """Return the words of each document of a list."""
    return tuple(made for one in re.split(r"[,;]", text) if (made := words(one)))


@remembered(5000)
def special(text: str) -> frozenset[str]:
    """Return the words that tell a document from others."""
    return frozenset(
        one for one in words(text) - UMUM if len(one) > 1 and not KEADAAN.match(one)
    )


@remembered(5000)
def telling(text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the words of each document of a list, and those that tell it."""
    return tuple((one, special(" ".join(sorted(one)))) for one in items(text))


def words_in(texts: Iterable[str]) -> set[str]:
    """Return the words of several texts."""
    return {one for text in texts for one in words(text)}


def special_in(texts: Iterable[str]) -> set[str]:
    """Return the words of several texts that tell documents from others."""
    return {one for text in texts for one in special(text)}
