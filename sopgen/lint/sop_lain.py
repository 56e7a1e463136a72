"""Rules about what a SOP says that belongs to another SOP of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

from sopgen.lint.dokumen import items, special, words
from sopgen.lint.keterkaitan import related
from sopgen.lint.pokok import Pokok, Sebutan, pokok_of
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import at_all
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Kegiatan, Sop

#: Fewer words do not tell a SOP from others.
PANJANG = 3
#: Words of what every SOP leaves behind: no document of one alone.
CATATAN = frozenset((
    "catatan", "register", "buku", "agenda", "ekspedisi", "arsip", "tanda", "terima",
))  # fmt: skip
#: Words of documents that no SOP hands over unfinished.
DIKERJAKAN = frozenset(["konsep", "draf", "rancangan", "permohonan", "berkas"])
#: What is issued by the words of a warning: that is the work of its own SOP.
TERBIT = re.compile(
    r"\b(?:maka|sehingga|agar|supaya|,)\s*(?P<apa>(?:\w+\s+){1,5}?)(?:(?:dapat|akan|bisa|"
    r"tidak|belum|mungkin|batal|gagal|terlambat)\s+){0,3}"
    r"(?:terbit|diterbitkan|tercetak|dicetak|dikeluarkan)\b",
    re.IGNORECASE,
)
#: Fields of the identity sheet that speak of the procedure itself.
LEMBAR = ("peringatan", "pencatatan", "peralatan")
#: Fields of a kegiatan, with the code of what is told of them; the first one leads.
ISIAN = (("output", "SOP404"), ("kelengkapan", "SOP409"), ("uraian", "SOP220"))


@dataclass(frozen=True, slots=True)
class Asing:
    """What stands in a field of a SOP and belongs to another: to which, and where."""

    nomor: int
    isian: str
    teks: str
    span: Span


def isian_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP whose kegiatan work on what another SOP is about."""
    groups: dict[tuple[int, int], list[Asing]] = {}
    for own, one in foreign(buku):
        groups.setdefault((own, one.nomor), []).append(one)
    for (own, other), found in groups.items():
        yield _told(found, buku, other in relations(buku)[own])


@gathered
def foreign(buku: Buku) -> Iterator[tuple[int, Asing]]:
    """Yield what kegiatan have of other SOP, with the place of their own SOP."""
    (pokok,), owners = subjects_of(buku), _owners(buku)
    subjects = [_subject(one) for one in buku.sop]
    for n, sop in enumerate(buku.sop):
        yield from ((n, one) for one in _whole(sop, n, subjects))
        yield from ((n, one) for one in _named(sop, n, pokok, buku))
        yield from ((n, one) for one in _copied_items(sop, n, owners, buku))


@gathered
def subjects_of(buku: Buku) -> Iterator[Pokok]:
    """Yield what the SOP of a book are about, all in one."""
    yield pokok_of(buku)


def _told(found: Sequence[Asing], buku: Buku, related: bool) -> Diagnostic:
    """Return one finding for all that a SOP has of another, ``related`` or not."""
    codes = dict(ISIAN)
    order = list(codes)
    first = min(found, key=lambda one: order.index(one.isian))
    message = f"{first.isian} `{first.teks}` milik SOP {buku.sop[first.nomor].nomor}"
    or_name = "" if related else f", atau sebut SOP itu pada {isian('keterkaitan')}"
    saran = f"tulis dokumen SOP ini{or_name}"
    spans = (first.span, *(one.span for one in found))
    return at_all(diagnose(codes[first.isian], message, first.span, saran), spans)


def _whole(sop: Sop, own: int, subjects: Sequence[set[str]]) -> Iterator[Asing]:
    """Yield the first output with all words of another SOP that is not related."""
    named = (sop.nama, *sop.identitas.keterkaitan)
    words = {word for text in named for word in split_words(text)}
    rows = [(row, set(split_words(row.mutu_baku.output))) for row in sop.kegiatan]
    every = {word for _, said in rows for word in said}
    for n, subject in enumerate(subjects):
        long = len(subject) >= PANJANG and subject <= every
        if n == own or not long or subject <= words:
            continue
        row = next((row for row, said in rows if subject <= said), None)
        if row:
            yield Asing(n, "output", row.mutu_baku.output, row.at("output"))


def _subject(sop: Sop) -> set[str]:
    """Return the words that tell a SOP from others."""
    return set(split_words(sop.nama)) - {"rekomendasi", "permohonan"}


def _named(sop: Sop, own: int, pokok: Pokok, buku: Buku) -> Iterator[Asing]:
    """Yield the fields of kegiatan that name what another SOP is about."""
    cells = [
        (row, field, text)
        for row in sop.kegiatan
        for field, text in _cells(row)
        if text and pokok.mentions(text)
    ]
    mine = sum(any(s.nomor == own for s in pokok.mentions(t)) for *_, t in cells)
    required = {
        s.nomor for _, f, t in cells if f == "kelengkapan" for s in pokok.mentions(t)
        if not s.garapan
    }  # fmt: skip
    strange = [
        (row, field, text, one)
        for row, field, text in cells
        for one in pokok.foreign(text, own)
    ]
    named = relations(buku)[own] if strange else frozenset()
    for row, field, text, one in strange:
        usual = one.nomor in named
        brought = one.nomor in required
        first = row is sop.kegiatan[0] and field == "kelengkapan" and one.jadi
        taken = usual and (first or not mine) and not one.konsep
        works = one.garapan and not one.bawaan and not taken
        made = field == "output" and not (usual or brought or one.bawaan)
        if works or made:
            yield Asing(one.nomor, field, text, row.at(field))


def _owners(buku: Buku) -> dict[frozenset[str], set[int]]:
    """Return in which SOP each document is an output."""
    owners: dict[frozenset[str], set[int]] = {}
    for n, sop in enumerate(buku.sop):
        for row in sop.kegiatan:
            for item in items(row.mutu_baku.output):
                owners.setdefault(item, set()).add(n)
    return owners


def _copied_items(
    sop: Sop, own: int, owners: Mapping[frozenset[str], set[int]], buku: Buku
) -> Iterator[Asing]:
    """Yield the documents that are made in one other SOP only, word for word.

    One that shares all its words with other cells of the SOP is no copy; what a
    related SOP has finished may be needed, but is made there alone.
    """
    for row in sop.kegiatan:
        for field, text in _cells(row)[:2]:
            for item in items(text):
                others = owners.get(item, set()) - {own}
                if len(others) != 1 or len(owners[item] - others) > (field == "output"):
                    continue
                (other,) = others
                strange = _strange(item, row, sop)
                usual = strange and other in relations(buku)[own]
                named = field == "output" and strange & _subject(buku.sop[other])
                if strange and not (usual and not named and not item & DIKERJAKAN):
                    yield Asing(other, field, text, row.at(field))


def _strange(item: frozenset[str], row: Kegiatan, sop: Sop) -> frozenset[str]:
    """Return the words of a document that stand nowhere else in a SOP."""
    said = CATATAN | words(sop.nama)
    for one in sop.kegiatan:
        cells = _cells(one)
        said |= words(one.keterangan) | words(one.uraian)
        for _, text in cells if one is not row else ():
            said |= words(text)
    return special(" ".join(sorted(item))) - said


def _cells(row: Kegiatan) -> tuple[tuple[str, str], ...]:
    return (
        ("output", row.mutu_baku.output),
        ("kelengkapan", row.mutu_baku.kelengkapan),
        ("uraian", row.uraian),
    )


@gathered
def relations(buku: Buku) -> Iterator[frozenset[int]]:
    """Yield the places of the SOP that each SOP names as related, or calls."""
    places = {one.id: n for n, one in enumerate(buku.sop)}
    for sop, named in zip(buku.sop, related(buku), strict=True):
        called = (places.get(one.sop) for one in sop.langkah if one.sop)
        yield frozenset(n for n in (*named, *called) if n is not None)


def lembar_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each peringatan, pencatatan and peralatan that speaks of another SOP.

    Whole lists that were copied are told elsewhere.
    """
    (pokok,) = subjects_of(buku)
    for own, sop in enumerate(buku.sop):
        for field in LEMBAR:
            texts = getattr(sop.identitas, field)
            for n, text in enumerate(texts):
                one = _stranger(text, sop, own, pokok, buku)
                if one and not _copied(texts, field, buku.sop[one.nomor]):
                    other = buku.sop[one.nomor]
                    message = f"{field} `{_short(text)}` tentang SOP {other.nomor} "
                    saran = f"tulis {field} prosedur ini sendiri"
                    told = f"{message}{other.nama}"
                    yield diagnose("SOP154", told, sop.at(field, n), saran)


def _stranger(
    text: str, sop: Sop, own: int, pokok: Pokok, buku: Buku
) -> Sebutan | None:
    """Return what a text of the sheet names of another SOP and should not."""
    if not pokok.mentions(text):
        return None
    named = relations(buku)[own]
    issued = (o for m in TERBIT.finditer(text) for o in pokok.foreign(m["apa"], own))
    made = (o for o in issued if not o.bawaan and o.nomor not in named)
    required = named | _required(sop, pokok)
    others = (
        o for o in pokok.foreign(text, own) if _is_strange(o, text, required, buku)
    )
    return next(chain(made, others), None)


def _is_strange(one: Sebutan, text: str, required: Set[int], buku: Buku) -> bool:
    """Return whether what a text of the sheet names of another SOP is not needed."""
    if one.garapan and not one.bawaan:
        return True
    lists = (getattr(buku.sop[one.nomor].identitas, name) for name in LEMBAR)
    return any(text in every for every in lists) or one.nomor not in required


def _required(sop: Sop, pokok: Pokok) -> set[int]:
    """Return the SOP whose document is a kelengkapan somewhere in this one."""
    every = (pokok.mentions(row.mutu_baku.kelengkapan) for row in sop.kegiatan)
    return {one.nomor for found in every for one in found if not one.garapan}


def _copied(texts: tuple[str, ...], field: str, other: Sop) -> bool:
    """Return whether a whole list of peringatan is another SOP's: that is told."""
    return field == "peringatan" and texts == other.identitas.peringatan


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]} …"
