"""Compare a title with a name: is it about the same, or about something else."""

from __future__ import annotations

from collections.abc import Iterable, Set

from sopgen.lint.pokok import PEMBUKA, acronyms, each_word, initials, words_of

#: Words of titles that name a kind of paper or of work, not what it is about.
UMUM = PEMBUKA | each_word(
    "surat dokumen berkas layanan pengurusan pemrosesan proses kegiatan administrasi "
    "penyampaian penerimaan pencatatan pengarsipan kecamatan kabupaten desa kelurahan"
)
#: So many letters of two words are the same where one is made of the other.
SERUMPUN = 5
#: So many words that the name lacks make another title.
ASING = 2


def differs(title: str, nama: str, own: Iterable[str] = ()) -> bool:
    """Return whether a title is about something else than a name.

    It may be shorter, or say more; names of the office are no words of it.
    """
    words, whole = words_of(title), words_of(nama)
    if not words or not whole or _abbreviated(words, nama):
        return False
    region = {word for text in own for word in words_of(text)}
    said = [word for word in words if word not in UMUM | region]
    wanted = set(whole) - UMUM
    if not said or not wanted:
        return not set(words) & set(whole)
    alike = sum(_akin(word, wanted) for word in said)
    strange = len(said) - alike
    whole_name = wanted <= set(said)
    return not whole_name and strange > alike and (strange >= ASING or not alike)


def _abbreviated(words: Iterable[str], nama: str) -> bool:
    """Return whether a word of a title is short for a name, or has its short form."""
    short = (*acronyms(nama), *initials(words_of(nama)))
    ends = tuple(acronyms(nama))
    return any(word in short or (ends and word.endswith(ends)) for word in words)


def _akin(word: str, wanted: Set[str]) -> bool:
    """Return whether a word is one of others, or made of one: rencana, perencanaan."""
    return any(
        word == other
        or (min(len(word), len(other)) >= SERUMPUN and _overlap(word, other))
        for other in wanted
    )


def _overlap(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short[:SERUMPUN] in long or short[-SERUMPUN:] in long
