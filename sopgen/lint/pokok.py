"""What each SOP of a book is about, and where a text speaks of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from sopgen.model.buku import Buku
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop


def each_word(text: str) -> frozenset[str]:
    """Return the words of a list that is written in one line."""
    return frozenset(text.split())


TOKEN = re.compile(r"\w+|[,;.:()]")
#: Words of a title that say nothing of what it is about.
HAMPA = each_word(
    "sop ap prosedur standar operasional pembuatan dan atau yang di ke dari untuk "
    "secara tentang pada"
)
#: Words by which the name of a SOP begins before it says what it is about.
PEMBUKA = each_word(
    "rekomendasi permohonan data penerbitan pelayanan penyusunan pembuatan pengelolaan "
    "bahan pengurusan pengajuan penanganan pelaksanaan pemberian pengantar"
)
#: Words before a document by which it is one that a SOP itself works on.
GARAPAN = each_word(
    "konsep draf rancangan permohonan pengajuan formulir register rekomendasi "
    "penerbitan pembuatan perekaman pencetakan berkas"
)
#: Those of them by which it is finished, and may be needed elsewhere.
JADI = frozenset(["rekomendasi", "penerbitan", "register"])
#: Those that no SOP hands over to another.
KONSEP = frozenset(["konsep", "draf", "rancangan"])
#: Words of documents that are only brought along.
BAWAAN = each_word(
    "fotokopi fotocopy foto copy kopi salinan kutipan asli lama pemohon persyaratan "
    "lampiran"
)
#: Where a document of a list ends.
BATAS = frozenset([",", ";", ".", ":", "(", ")", "dan", "atau", "serta"])
#: Short forms in capitals: KTP, SKCK.
AKRONIM = re.compile(r"\b[A-Z][A-Z0-9]{1,7}\b")
#: Fewer words than this, that are no short form, name too much.
FRASA = 2


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A SOP that a text speaks of: by its place in the book.

    ``garapan`` says that it is of a document that is made there, ``jadi`` that this one
    is finished, ``konsep`` that it is a draft, ``bawaan`` that somebody brings it.
    """

    nomor: int
    garapan: bool
    jadi: bool
    bawaan: bool
    konsep: bool = False


#: A phrase, and the place in the book of the SOP that it tells from all others.
Frasa = tuple[tuple[str, ...], int]


def pokok_of(buku: Buku) -> Pokok:
    """Return what the SOP of a book are about."""
    owners: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, sop in enumerate(buku.sop):
        for phrase in phrases(sop):
            owners[phrase].add(n)
    index: dict[str, list[Frasa]] = {}
    own_phrases: defaultdict[int, list[set[str]]] = defaultdict(list)
    for phrase, (first, *others) in owners.items():
        if not others:
            own_phrases[first].append(set(phrase))
            index.setdefault(phrase[0], []).append((phrase, first))
    for every in index.values():
        every.sort(key=lambda one: -len(one[0]))
    own = tuple(frozenset(_own_words(one)) for one in buku.sop)
    return Pokok(index, own, own_phrases)


@dataclass(frozen=True, slots=True)
class Pokok:
    """What the SOP of a book are about: short forms and phrases.

    ``index`` are the phrases by their first words, ``own`` the words of each SOP.
    """

    index: Mapping[str, Sequence[Frasa]]
    own: Sequence[frozenset[str]]
    phrases: Mapping[int, Sequence[set[str]]]
    _known: dict[str, tuple[Sebutan, ...]] = field(default_factory=dict)

    def mentions(self, text: str) -> tuple[Sebutan, ...]:
        """Return the SOP whose object a text names, in its order."""
        if text not in self._known:
            self._known[text] = tuple(self._found(TOKEN.findall(text.casefold())))
        return self._known[text]

    def foreign(self, text: str, own: int) -> Iterator[Sebutan]:
        """Yield what a text of a SOP names of others, unless it is its own too."""
        found = self.mentions(text)
        if any(one.nomor == own for one in found):
            return
        tokens = self.own[own]
        for one in found:
            if not any(phrase <= tokens for phrase in self.phrases.get(one.nomor, ())):
                yield one

    def _found(self, tokens: list[str]) -> Iterator[Sebutan]:
        if self.index.keys().isdisjoint(tokens):
            return
        n = 0
        while n < len(tokens):
            match = self._at(tokens, n)
            if match is None:
                n += 1
                continue
            phrase, nomor = match
            end = n + len(phrase)
            before = set(_item_before(tokens, n))
            item = before | set(_item_behind(tokens, end))
            made = before & GARAPAN
            draft = not made.isdisjoint(KONSEP)
            yield Sebutan(nomor, bool(made), made <= JADI, bool(item & BAWAAN), draft)
            n = end

    def _at(self, tokens: list[str], n: int) -> tuple[tuple[str, ...], int] | None:
        for phrase, nomor in self.index.get(tokens[n], ()):
            if tuple(tokens[n : n + len(phrase)]) == phrase:
                return phrase, nomor
        return None


def _item_before(tokens: list[str], n: int) -> Iterator[str]:
    for one in reversed(tokens[:n]):
        if one in BATAS:
            return
        yield one


def _item_behind(tokens: list[str], n: int) -> Iterator[str]:
    for one in tokens[n:]:
        if one in BATAS:
            return
        yield one


def phrases(sop: Sop) -> Iterator[tuple[str, ...]]:
    """Yield what tells the object of a SOP: short forms and the words of its name."""
    for short in acronyms(sop.nama):
        yield (short,)
    bare = re.sub(r"\([^()]*\)", " ", sop.nama)
    words = re.findall(r"\w+", bare.casefold())
    while words and words[0] in PEMBUKA | HAMPA:
        words = words[1:]
    if len(words) >= FRASA:
        yield tuple(words)


def acronyms(nama: str) -> tuple[str, ...]:
    """Return the short forms in a name, in small letters; of one in capitals none."""
    if nama.isupper():
        return tuple(
            one.casefold()
            for inside in re.findall(r"\(([^()]*)\)", nama)
            for one in AKRONIM.findall(inside)
        )
    return tuple(
        one.casefold() for one in AKRONIM.findall(nama) if one not in ("SOP", "AP")
    )


def _own_words(sop: Sop) -> Iterator[str]:
    """Yield the words of all names of a SOP, with what they are short for."""
    for text in (sop.nama, sop.nama_pendek, sop.judul_sampul, sop.identitas.judul):
        words = re.findall(r"\w+", text.casefold())
        yield from words
        yield from initials(words)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a title that say what it is about."""
    return tuple(w for w in re.findall(r"\w+", text.casefold()) if w not in HAMPA)


def initials(words: Iterable[str]) -> set[str]:
    """Return the first letters of each run of two to six words."""
    first = "".join(word[0] for word in words)
    return {first[a : a + n] for n in range(2, 7) for a in range(len(first) - n + 1)}
