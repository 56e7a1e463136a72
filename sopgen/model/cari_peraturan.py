"""Search the table of regulations by words, and tell what its entries do to others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.peraturan import Keberlakuan, Peraturan, Tabel, angka
from sopgen.model.salah_ketik import distance, nearest

#: So many near ones are named.
TERDEKAT = 5
SEBAGIAN = "sebagian dicabut"
#: Words that say nothing of a regulation.
LEWAT = frozenset(
    (
        "nomor", "nomer", "nmr", "no", "tahun", "thn", "th", "tentang", "ttg", "ri",
    )
)  # fmt: skip
#: Letters each with its full stop: ``u.u.``.
BERTITIK = re.compile(r"\b[a-z](?:\.[a-z])+\b(?!\.\w)")
#: A word, or a number with the letter of its own: ``uu25`` is two, ``12a`` one.
KATA = re.compile(r"[^\W\d_]+|\d+[^\W\d_]?(?!\w)|\d+")


def search(kata: Iterable[str], tabel: Tabel) -> tuple[Peraturan, ...]:
    """Return what has all the words, in the table's order.

    An id, or a kind with number and year, means what is called so alone.
    """
    wanted = tuple(kata)
    if len(wanted) == 1 and wanted[0].casefold() in tabel:
        return (tabel[wanted[0].casefold()],)
    pieces = _pieces(wanted)
    found = tuple(one for one in tabel.values() if _fits(pieces, one))
    named = tuple(one for one in found if _names(pieces, one))
    return named if len(named) == 1 else found


def _names(pieces: Sequence[str], one: Peraturan) -> bool:
    """Return whether words with number and year are all in the name of an entry."""
    whole = {angka(one.nomor), str(one.tahun)} <= set(pieces)
    words = _split_words(one.id, one.jenis, one.nama, *BENTUK[one.jenis].singkatan)
    return whole and all(piece in words for piece in pieces)


def find_near(kata: Iterable[str], tabel: Tabel) -> tuple[Peraturan, ...]:
    """Return what nearly has the words: mistyped ones, or else most of them.

    Of those that have as many the one comes first whose id differs least.
    """
    pieces = _pieces(kata)
    most = [(sum(_fits([p], one) for p in pieces), one) for one in tabel.values()]
    best = max((count for count, _ in most), default=0)
    fitting = [one for count, one in most if best and count == best]
    fitting.sort(key=lambda one: distance("-".join(pieces), one.id))
    spelled = _spelled(pieces, tabel)
    near = [*spelled, *(one for one in fitting if one not in spelled)]
    return tuple(near[:TERDEKAT])


def _spelled(pieces: Sequence[str], tabel: Tabel) -> list[Peraturan]:
    """Return what has the words once those that no entry has are spelled as one has."""
    every = sorted({word for one in tabel.values() for word in _words(one)})
    meant = [_meant(piece, every) for piece in pieces]
    return [
        one
        for one in tabel.values()
        if all(any(_fits([word], one) for word in words) for words in meant)
    ]


def _meant(piece: str, every: Sequence[str]) -> list[str]:
    """Return the words that one may mean: itself where an entry has it."""
    known = any(word.startswith(piece) for word in every)
    return [piece] if known else nearest(piece, every) or [piece]


def _pieces(kata: Iterable[str]) -> list[str]:
    """Return the words that are looked for: ``25/2009`` is two of them."""
    text = " ".join(kata).casefold()
    words = KATA.findall(BERTITIK.sub(lambda match: match[0].replace(".", ""), text))
    return [one for one in words if one not in LEWAT] or words


def _fits(pieces: Sequence[str], one: Peraturan) -> bool:
    """Return whether an entry has every word; a number must be one, not part of one."""
    words = _words(one)
    return bool(pieces) and all(
        piece in words if piece.isdigit() else any(w.startswith(piece) for w in words)
        for piece in pieces
    )


def _words(one: Peraturan) -> frozenset[str]:
    bentuk = BENTUK[one.jenis]
    return _split_words(one.id, one.jenis, one.judul, *bentuk.lain, *bentuk.singkatan)


def _split_words(*names: str) -> frozenset[str]:
    return frozenset(KATA.findall(" ".join(names).casefold()))


def list_sebab(one: Peraturan) -> Iterator[tuple[str, str]]:
    """Yield the ids of what changed or repealed a regulation, with the word for it."""
    for kode in one.oleh:
        if one.status is Keberlakuan.DICABUT:
            yield "dicabut dengan", kode
        else:
            yield SEBAGIAN if kode in one.sebagian else "diubah dengan", kode


def collect_akibat(one: Peraturan, tabel: Tabel) -> dict[str, tuple[Peraturan, ...]]:
    """Return what a regulation did to others, by the word for it, if anything."""
    found: dict[str, tuple[Peraturan, ...]] = {}
    for other in tabel.values():
        if one.id in other.oleh:
            how = _how(one, other)
            found[how] = (*found.get(how, ()), other)
    return found


def _how(one: Peraturan, other: Peraturan) -> str:
    if other.status is Keberlakuan.DICABUT:
        return "mencabut"
    return "mencabut sebagian" if one.id in other.sebagian else "mengubah"
