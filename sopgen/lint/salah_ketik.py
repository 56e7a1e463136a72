"""Find words that are nearly another one: letters lost, doubled, swapped (SOP760)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.daftar_ejaan import EJAAN
from sopgen.lint.identitas import signing
from sopgen.lint.kamus import (
    Kerabat,
    derived,
    kerabat_of,
    known,
    listed_words,
    prefixed,
    suffixed,
)
from sopgen.lint.kata import words_of
from sopgen.lint.ketikan_label import cased, mistyped
from sopgen.lint.temuan import at_all
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: Fields whose words are no running text, or are told elsewhere.
LEWAT = frozenset(("mengingat", "tembusan"))
#: Words in italics are of another language; addresses and abbreviations are no words.
ASING = re.compile(
    r"\*[^*\n]{1,200}?(?:\n[^*\n]{1,200}?)?\*|\S*@\S*|\S+\.(?:id|com|org|net)\S*"
    r"|https?:\S*|`[^`]*`"
)
#: Shorter words are too near to each other.
PENDEK = 5
#: What is put before a name: what follows is no word of the language.
BERNAMA = re.compile(
    r"(?:[Dd]esa|[Kk]elurahan|[Dd]usun|[Kk]ecamatan|[Kk]abupaten|[Kk]ota|[Cc]amat|[Dd]istrik|"
    r"[Kk]apanewon|[Kk]emantren|[Pp]uskesmas|"
    r"[Bb]upati|Jl\.|[Jj]alan|RSUD|[Pp]asar|[Ss]ungai|Bapak|Ibu|[Pp]rovinsi)\s+$"
)
NL = "\n"
#: How the name of a unit or of a jabatan begins, with nothing behind it.
JABATAN = re.compile(
    r"(?:Seksi|Sub|Sekretari|Bidang|Bagian|Kasi|Kasubag|Kasubbag|Kepala|Petugas|Pengelola|"
    r"Pengadministrasi|Staf|Tim|Operator)\w*(?:\s+(?:dan\s+)?[A-Z]\w+){1,6}\s*\Z"
)
#: In so many places a word stands that is meant.
SERING = 3
#: In more places no word is mistyped.
JARANG = 2
#: How many letters of a word may differ, by its length.
SEDANG, PANJANG, PANJANG_SEKALI = 6, 8, 12
#: Behind it a sentence, a line of a list or of a table begins.
AWAL = re.compile(r"(?:^|[.:;?!]\s+|\n\s*(?:[#*-]+\s+|\w{1,3}[.)]\s+)?)$")
#: More unknown words are not compared: the book is in another language.
TERBANYAK = 400


@dataclass(frozen=True, slots=True)
class Pemakaian:
    """A word of the book as it is written first, its texts, the places it is in."""

    tertulis: str
    tempat: frozenset[str]
    bacaan: tuple[Bacaan, ...]

    @property
    def spans(self) -> Iterator[Span]:
        """Yield its places."""
        pattern = re.compile(rf"(?<![A-Za-z]){self.tertulis}(?![A-Za-z])", re.I)
        for one in self.bacaan:
            found = pattern.search(one.isi)
            yield one.span(found.start() if found else 0)


def salah_ketik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each word of one or two places that is nearly a known one."""
    uses = _uses(buku)
    often = {word for word, texts in uses.items() if _often(texts)}
    common = kerabat_of(often)
    often |= {word for word, _, _ in mistyped(buku)}
    unsure = sorted(w for w in uses if w not in often and not known(w))
    for word in unsure[:TERBANYAK]:
        use = _use(word, uses[word])
        meant = _meant(word, use, common) if len(use.tempat) <= JARANG else ""
        if meant:
            message = f"`{use.tertulis}` mungkin salah ketik"
            saran = _saran(cased(meant, use.tertulis))
            told = diagnose("SOP760", message, use.bacaan[0].teks.span, saran)
            yield at_all(told.about(Pokok.KATA, word), use.spans)


def _saran(meant: str) -> str:
    return f"mungkin maksudnya `{meant}`"


def _often(texts: tuple[Bacaan, ...]) -> bool:
    return len(texts) >= SERING and len({one.tempat for one in texts}) >= SERING


def _uses(buku: Buku) -> Mapping[str, tuple[Bacaan, ...]]:
    """Return the words of a book in small letters with the texts they stand in."""
    found: dict[str, dict[int, Bacaan]] = defaultdict(dict)
    persons = {one.nama for one in signing(buku)}
    for n, one in enumerate(bacaan(buku)):
        if one.dasar or one.nama in LEWAT or one.isi in persons:
            continue
        for word in _words(one.isi):
            found[word][n] = one
    return {word: tuple(texts.values()) for word, texts in found.items()}


@remembered(20_000)
def _words(text: str) -> tuple[str, ...]:
    marked = "*" in text or "." in text or "`" in text
    plain = ASING.sub(" ", text) if marked else text
    return tuple(word for word in words_of(plain).kata if len(word) >= PENDEK)


def _use(word: str, texts: tuple[Bacaan, ...]) -> Pemakaian:
    pattern = re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])", re.I)
    first = next((m[0] for one in texts if (m := pattern.search(one.isi))), word)
    return Pemakaian(first, frozenset(one.tempat for one in texts), texts)


def _meant(word: str, use: Pemakaian, common: Kerabat) -> str:
    """Return the word that is meant by one that is not known."""
    if word in EJAAN or _named(use):
        return ""
    return prefixed(word) or _near(word, use, common)


def _near(word: str, use: Pemakaian, common: Kerabat) -> str:
    """Return the known word that one is nearly."""
    bare = word.removesuffix("an")
    if bare != word and (bare in common or suffixed(bare) or _suffixed_twice(word)):
        return bare
    if derived(word):
        near = common.near(word, 1) if len(word) >= PANJANG - 1 else ""
        return "" if near.startswith(word) or word.startswith(near) else near
    limit = _limit(word, use)
    near = common.near(word, max(limit, len(word) > SEDANG - 1), strict=False)
    if near or not limit or len(word) < SEDANG:
        return near
    return listed_words().near(word, limit)


def _suffixed_twice(word: str) -> bool:
    """Return whether a word has the ending of a known one once more: ``usulanan``."""
    once = word.removesuffix("an")
    twice = once.removesuffix("an")
    return word.endswith("anan") and once != twice and known(once) and known(twice)


def _limit(word: str, use: Pemakaian) -> int:
    """Return how many letters may differ; a name is seldom nearly a word."""
    size = len(word)
    if _inside(use):
        return 0 if size < PANJANG else 1
    return 1 if size < PANJANG else 2 if size < PANJANG_SEKALI else 3


def _inside(use: Pemakaian) -> bool:
    """Return whether a word is written with a capital in the middle of a sentence.

    In what a unit or a jabatan is called all words have capitals.
    """
    if use.tertulis.islower() or JABATAN.match(use.bacaan[0].isi):
        return False
    before, _, after = use.bacaan[0].isi.partition(use.tertulis)
    line = f"{before.rpartition(NL)[2]}{use.tertulis}{after.partition(NL)[0]}"
    return not (line.isupper() or AWAL.search(before))


def _named(use: Pemakaian) -> bool:
    """Return whether a word is a name, by the word before it."""
    if use.tertulis.islower():
        return False
    one = use.bacaan[0]
    return bool(BERNAMA.search(one.isi[: one.isi.find(use.tertulis)][-14:]))
