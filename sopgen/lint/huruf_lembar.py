"""Rules about capitals and full stops in the lists and cells of a SOP (codes 7xx)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sopgen.lint.kamus import derived, known
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.terputus import broken
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop

#: Lists of the sheet; where they are sentences, as peringatan are, they have a stop.
LEMBAR = ("kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan")
#: Fields of a kegiatan, the uraian of which is told elsewhere where it begins small.
SEL = ("uraian", "kelengkapan", "output", "keterangan")
#: So much of a book is written alike before the rest is told.
LAZIM = 0.8
#: So many items or cells are a habit.
KEBIASAAN = 4
#: So many words of a text are in capitals and one of them is a plain one of so many
#: letters, or a single one is longer; short forms that are read as words.
SEDIKIT, SENDIRI = 2, 6
KATA = re.compile(r"\b(?=[B-Z]*[AIUEO])[A-Z]{3,}\b")
AKRONIM = frozenset((
    "bumdes", "dukcapil", "musrenbang", "permendagri", "perbup", "perda", "posyandu",
    "puskesmas", "renja", "renstra", "sipd",
))  # fmt: skip
KECIL = re.compile(r"[\"'“‘*(]*[a-z]{2,}(?![\w-]*[A-Z@])")
AKHIR = re.compile(r"[.!?…:;][\"'”’*)]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Butir:
    """A text of a SOP: the field it stands in, its words, its place."""

    isian: str
    isi: str
    span: Span


def butir_berbeda_huruf(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each item of a sheet that begins small, or has no stop, unlike others."""
    for field in LEMBAR:
        texts = [t.strip() for s in buku.sop for t in getattr(s.identitas, field)]
        texts = [text for text in texts if text]
        large = _usual(texts, lambda text: not KECIL.match(text))
        stopped = _usual(texts, lambda t: bool(AKHIR.search(t)))
        for sop in buku.sop if large or stopped else ():
            for n, text in _once(getattr(sop.identitas, field)):
                small = large and bool(KECIL.match(text.strip()))
                open_end = stopped and _open(text)
                if small or open_end:
                    yield _told(Butir(field, text, sop.at(field, n)), small, open_end)


def _open(text: str) -> bool:
    """Return whether a sentence has no stop; one that breaks off is told as that."""
    return bool(text.strip()) and not (AKHIR.search(text) or broken(text))


def _once(items: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the items of a list with their places; what stands there again is told."""
    seen: set[str] = set()
    for n, text in enumerate(items):
        key = text.casefold().strip(" .;,")
        if key not in seen:
            yield n, text
        seen.add(key)


def _usual(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    """Return whether something holds of nearly all of many texts."""
    return len(texts) >= KEBIASAAN and sum(map(holds, texts)) >= LAZIM * len(texts)


def _told(one: Butir, small: bool, open_end: bool) -> Diagnostic:
    words = " ".join(one.isi.split()[:4])
    last = " ".join(one.isi.split()[-3:])
    if small:
        more = " dan tanpa titik" if open_end else ""
        message = f"{one.isian} diawali huruf kecil{more}: `{words}`"
        return diagnose("SOP762", message, one.span, "tulis seperti butir lain")
    message = f"{one.isian} tanpa titik: `{last}`"
    return diagnose("SOP763", message, one.span, "akhiri kalimatnya dengan titik")


def huruf_besar_semua(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with texts in capitals where nearly all of the book are not."""
    large = [tuple(_large(sop)) for sop in buku.sop]
    rows = sum(len(sop.kegiatan) for sop in buku.sop)
    if sum(map(len, large)) > (1 - LAZIM) * rows:
        return
    for found in large:
        if found:
            named = listed((f"{one.isian} `{_head(one.isi)}`" for one in found), 3)
            message = f"ditulis dengan huruf besar semua: {named}"
            saran = "tulis seperti isian lain"
            told = diagnose("SOP762", message, found[0].span, saran)
            yield at_all(told, (one.span for one in found))


def _large(sop: Sop) -> Iterator[Butir]:
    """Yield the texts of a SOP that are in capitals."""
    for row in sop.kegiatan:
        mutu = row.mutu_baku
        texts = (row.uraian, mutu.kelengkapan, mutu.output, row.keterangan)
        for field, text in zip(SEL, texts, strict=True):
            if _capitals(text):
                yield Butir(field, text, row.at(field))
    for field in LEMBAR:
        for n, text in enumerate(getattr(sop.identitas, field)):
            if _capitals(text):
                yield Butir(field, text, sop.at(field, n))


def _capitals(text: str) -> bool:
    """Return whether a text is in capitals, short forms aside."""
    if not text.isupper():
        return False
    every = [word.casefold() for word in KATA.findall(text)]
    plain = (
        one for one in every if one not in AKRONIM and (known(one) or derived(one))
    )
    longest = max(map(len, plain), default=0)
    return longest >= SENDIRI - (len(every) >= SEDIKIT)


def _head(text: str) -> str:
    return " ".join(text.split()[:4])
