"""Rules about abbreviations and the words that explain them (code SOP772)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.kamus import derived, known
from sopgen.lint.kepanjangan import (
    INGKAR,
    Kepanjangan,
    explained,
    fits,
    fitting,
    owners,
    told_by,
)
from sopgen.lint.kepanjangan import known as table
from sopgen.lint.temuan import at_all, listed, once
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass

#: Words that say how a paper is brought: no explanation.
BAWAAN = frozenset(("asli", "fotokopi", "kopi", "salinan", "lembar", "rangkap", "lama"))
#: Of so many letters one half are those of the words where these are to explain them.
SEDIKIT = 3
#: The letters by which an abbreviation denies: anywhere, or as its first one.
TIDAK, BELUM = "T", "B"

BEDAKAN = "samakan, atau pakai singkatan lain"
#: Words that explain an abbreviation, in small letters.
Kata = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terbaca:
    """An explanation in a text of the book, and the words from which it comes."""

    teks: Bacaan
    apa: Kepanjangan
    cocok: Kata

    @property
    def span(self) -> Span:
        """Return its place."""
        return self.teks.span(self.apa.mulai)


@gathered
def _every(buku: Buku) -> Iterator[Terbaca]:
    """Yield what the texts of a book explain."""
    for one in bacaan(buku):
        if not one.dasar:
            for apa in explained(one.isi):
                yield Terbaca(one, apa, fitting(apa))


def singkatan_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each abbreviation whose letters cannot come from what explains it."""
    said = {one.cocok: one.apa.singkatan for one in reversed(_every(buku)) if one.cocok}
    for _, places in groupby(_every(buku), key=lambda one: one.teks.tempat):
        wrong = [(one, words) for one in places if (words := _misfit(one, said))]
        if wrong:
            named = listed((f"`{o.apa.singkatan}` untuk `{w}`" for o, w in wrong), 3)
            message = f"singkatan tidak cocok dengan kepanjangannya: {named}"
            saran = _usual(wrong) or "perbaiki singkatan atau kepanjangannya"
            told = diagnose("SOP772", message, wrong[0][0].span, saran)
            yield at_all(told, (one.span for one, _ in wrong))


def _usual(wrong: Sequence[tuple[Terbaca, str]]) -> str:
    """Return the usual abbreviations of some words, where all of them have one."""
    every = [owners().get(told_by(words.split()), frozenset()) for _, words in wrong]
    if not all(len(own) == 1 for own in every):
        return ""
    named = listed(f"`{short}`" for own in every for short in own)
    return f"mungkin maksudnya {named}, atau perbaiki kepanjangannya"


def _misfit(one: Terbaca, said: dict[Kata, str]) -> str:
    """Return the words that are meant to explain an abbreviation and do not."""
    if one.cocok:
        return ""
    for start in (0,) if one.apa.berawal else range(len(one.apa.kata)):
        words = one.apa.kata[start:]
        key = Kepanjangan(one.apa.singkatan, words, 0, True).kunci
        if len(key) > 1 and _is_meant(one.apa, words, key, said):
            return " ".join(words)
    return ""


def _is_meant(
    apa: Kepanjangan, words: Sequence[str], key: Kata, said: dict[Kata, str]
) -> bool:
    """Return whether words are to explain an abbreviation, by what is told of both.

    They explain another one, lack or have a word that denies, or are as many as its
    letters, most of which they begin with.
    """
    if not BAWAAN.isdisjoint(key):
        return False
    if said.get(key, apa.singkatan) != apa.singkatan or key in owners():
        return True
    return _denied(apa, key) or _nearly(apa, words, key)


def _denied(apa: Kepanjangan, key: Kata) -> bool:
    """Return whether words explain an abbreviation but for one that denies."""
    affirmed = tuple(word for word in key if word not in INGKAR)
    if affirmed != key:
        return bool(affirmed) and len(affirmed) > 1 and fits(apa, affirmed)
    short = apa.singkatan
    rest = [short[:n] + short[n + 1 :] for n, one in enumerate(short) if one == TIDAK]
    rest += [short[1:]] * (short[:1] == BELUM)
    shorter = (Kepanjangan(one, apa.kata, 0, True) for one in rest if len(one) > 1)
    return any(fits(one, key) for one in shorter)


def _nearly(apa: Kepanjangan, words: Sequence[str], key: Kata) -> bool:
    """Return whether words with capitals begin with most letters of an abbreviation."""
    short = apa.singkatan.casefold()
    if len(short) != len(key) or len(short) < SEDIKIT:
        return False
    capital = all(w[0].isupper() for w in words if w.casefold() in key)
    same = sum(a == word[0] for a, word in zip(short, key, strict=True))
    return capital and short[0] == key[0][0] and same * 2 >= len(short)


@once
def singkatan_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield what is explained by two abbreviations, or one explained in two ways.

    Only SOP that differ may use one for two things: there it is a note.
    """
    first: dict[str, Terbaca] = {}
    short: dict[Kata, Terbaca] = {}
    for one in (each for each in _every(buku) if each.cocok):
        other = short.setdefault(one.cocok, one)
        if other.apa.singkatan != one.apa.singkatan:
            message = f"`{one.apa.singkatan}` dan `{other.apa.singkatan}` untuk "
            what = f"{message}`{' '.join(one.cocok)}`"
            yield diagnose("SOP772", what, one.span, "pakai satu singkatan")
            continue
        earlier = first.setdefault(one.apa.singkatan, one)
        if _is_other(one.cocok, earlier.cocok):
            message = f"`{one.apa.singkatan}` dijelaskan lain: `{' '.join(one.cocok)}` "
            what = f"{message}dan `{' '.join(earlier.cocok)}`"
            odd = _unusual(one, earlier)
            near = odd is not None or one.teks.tempat == earlier.teks.tempat
            other = one if odd is earlier else earlier
            saran = f"tulis `{' '.join(other.cocok)}`" if odd else BEDAKAN
            told = (diagnose if near else diagnose_lightly)(
                "SOP772", what, (odd or one).span, saran
            )
            yield at_all(told, ((odd or one).span, other.span))


def _unusual(one: Terbaca, other: Terbaca) -> Terbaca | None:
    """Return which of two explanations is wrong, where the other is the usual one."""
    usual = table().get(one.apa.singkatan, frozenset())
    odd = [each for each in (one, other) if each.cocok not in usual]
    return odd[0] if len(odd) == 1 else None


def _is_other(one: Kata, other: Kata) -> bool:
    """Return whether two explanations differ, both in words of the language."""
    ours, theirs = set(one), set(other)
    if ours <= theirs or theirs <= ours:
        return False
    return all(known(word) or derived(word) for word in ours | theirs)
