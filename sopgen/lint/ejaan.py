"""Rules about spelling that goes round: joined, parted, in older spelling (7xx)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from sopgen.lint.bilangan import number_of
from sopgen.lint.daftar_ejaan import (
    EJAAN,
    GANDA,
    GAYA,
    KATA,
    PASANGAN,
    SALAH,
    TERPISAH,
)
from sopgen.lint.kata import Kosakata, words_of
from sopgen.lint.naskah import Jejak, found_in
from sopgen.lint.pembetulan_ejaan import KATA_TUGAS, TAK_PASTI, respelled
from sopgen.lint.pokok import each_word
from sopgen.lint.temuan import Wacana, at_all, listed, once, passages
from sopgen.lint.tindakan import first_verb
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import berkas

#: Words by which things are measured: one does not speak of many of them.
TAKARAN = each_word("menit detik lembar rangkap kali persen rupiah meter kilometer")


@once
def ejaan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with words that are misspelled or stand twice."""
    for whole in passages(buku):
        place = _only(whole, lambda words: any(one(words) for one in LIKELY))
        wrong = found_in(_only(place, _misspelt), SALAH)
        parted = found_in(_only(place, _with_di), TERPISAH)
        twice = found_in(_only(place, _doubled), GANDA)
        words = {one.kata.casefold() for one in wrong}
        named = [f"`{word}` → `{EJAAN[word]}`" for word in sorted(words)]
        named += [f"`{one.kata}` → `{_joined(one.kata)}`" for one in parted]
        alone = {one.kata for one in twice and found_in(place, GANDA, _stands_alone)}
        named += [f"`{one.kata}` → `{_once(one.kata, alone)}`" for one in twice]
        if named:
            saran = f"perbaiki, dan catat di {berkas('koreksi.yaml')}"
            sure = bool(words - GAYA or twice or any(map(_sure, parted)))
            told = (diagnose if sure else diagnose_lightly)(
                "SOP745", f"ejaan: {listed(named)}", place.span, saran
            )
            told = told.cured_by(*respelled(place, buku))
            yield at_all(told, (one.span for one in (*wrong, *parted, *twice)))


def _joined(words: str) -> str:
    return "".join(words.split())


def _once(words: str, alone: Collection[str]) -> str:
    """Return what is meant by a word that stands twice: once, or with a hyphen."""
    word = words.split()[0]
    both = "-".join(words.split())
    return word if words in alone else f"{word}` atau `{both}"


def _stands_alone(match: re.Match[str]) -> bool:
    """Return whether a doubled word never has a hyphen: of a number, a measure, an act.

    Of what is counted there are many already.
    """
    word, before = match[1].casefold(), match.string[: match.start()].split()[-1:]
    counted = any(number_of(one) is not None for one in before)
    acting = first_verb(word) is not None
    return word in KATA_TUGAS | TAKARAN or counted or acting


def _sure(one: Jejak) -> bool:
    """Return whether a passive is meant where ``di`` stands apart."""
    return " ".join(one.kata.casefold().split()) not in TAK_PASTI


def _only(place: Wacana, likely: Callable[[Kosakata], bool]) -> Wacana:
    """Return a place with those texts only that may hold what is looked for."""
    kept = ((nama, teks) for nama, teks in place.teks if likely(words_of(teks.isi)))
    return replace(place, teks=tuple(kept))


def _misspelt(words: Kosakata) -> bool:
    return not (KATA.isdisjoint(words.kata) and PASANGAN.isdisjoint(words.pasangan))


def _with_di(words: Kosakata) -> bool:
    return "di" in words.kata


def _doubled(words: Kosakata) -> bool:
    return words.ganda


LIKELY = (_misspelt, _with_di, _doubled)
