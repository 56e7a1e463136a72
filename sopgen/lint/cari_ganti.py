"""Rules about what search and replace leaves behind in texts (codes 2xx and 7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.kamus import derived, known
from sopgen.lint.kantor_lain import naming_offices
from sopgen.lint.kata import words_of
from sopgen.lint.pokok import Pokok, acronyms
from sopgen.lint.sop_lain import foreign, subjects_of
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.ingatan import remembered
from sopgen.model.kata import isian
from sopgen.model.sebutan_kantor import DESA
from sopgen.model.sop import Kegiatan, Sop

#: A capital within a word, and the word that begins there: ``klasifiKepala``.
TENGAH = re.compile(r"(?<![\w./@#-])(?P<awal>[a-z]{3,})(?P<akhir>[A-Z][a-z]{2,})\b")
BESAR = re.compile(r"[a-z]{3}[A-Z]")
#: A phrase, and in brackets the same phrase.
DALAM_KURUNG = re.compile(r"\((?P<isi>[^()\n]{2,90}(?:\n[^()\n]{1,90})?)\)")
#: What explains a phrase, in which it is explained once more.
BERSARANG = re.compile(r"\((?P<isi>[A-Za-z][^()\n]{2,90}?)\s*\(")
#: A phrase doubled by a hyphen where a word of its own was doubled: ``hari-hari``.
BERSAMBUNG = re.compile(
    r"-(?P<isi>[a-z]{3,}\s+[a-z]{3,}|[a-z]{3,}/[a-z]{3,})\b", re.IGNORECASE
)
#: Brackets from which everything has gone, boxes to tick aside; a value twice.
KURUNG_KOSONG = re.compile(r"\(\)|(?<=\s)\[\](?!\()")
ISIAN_GANDA = re.compile(r"(\{\{[^{}]*\}\})\s+\1")
#: Words between italics, of another language.
MIRING = re.compile(r"\*[^*\n]{1,200}\*")
#: A kelurahan by its kind, without a name, and desa and kelurahan in one.
KELURAHAN = re.compile(
    r"\b(?:[Kk]elurahan|[Ll]urah|KELURAHAN|LURAH)\b(?!\s+[A-Z][a-z]{2})"
)
KEDUANYA = re.compile(
    r"\bdesa\s*(?:/|,|dan|atau|maupun)\s*(?:kepala\s+)?(?:ke)?lurah(?:an)?\b"
    r"|\b(?:ke)?lurah(?:an)?\s*(?:/|,|dan|atau|maupun)\s*(?:kepala\s+)?desa\b",
    re.IGNORECASE,
)
KOTA = frozenset(("kelurahan", "lurah"))
#: No word is longer.
SEKATA = 40
#: In shorter texts no word stands within another.
PENDEK = 6
#: So many other SOP speak of desa where the office has no kelurahan.
BERDESA = 3
#: So many rows speak of another SOP where its name was put in everywhere.
BARIS = 3


def kata_tercampur(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place where a word or a phrase stands within another, or twice."""
    texts = [
        one
        for one in bacaan(buku)
        if len(one.isi) > PENDEK and _suspicious(one.teks.isi) and not one.dasar
    ]
    for _, places in groupby(texts, key=lambda one: one.tempat):
        found = [fault for one in places for fault in _faults(one)]
        if found:
            named = listed((f"`{words}`" for words, _ in found), 3)
            message = f"bekas cari dan ganti: {named}"
            saran = "tulis kata yang semula, atau hapus yang berulang"
            told = diagnose("SOP744", message, found[0][1], saran)
            yield at_all(told, (span for _, span in found))


def _faults(one: Bacaan) -> Iterator[tuple[str, Span]]:
    yield from _left_over(one)
    text = one.isi
    for match in TENGAH.finditer(text):
        if _mixed(match) and not _foreign(match):
            more = re.match(r"\w+(?:\s[A-Z][a-z]+)?", text[match.start() :])
            yield more[0] if more else match[0], one.span(match.start())
    for match in DALAM_KURUNG.finditer(text) if "(" in text else ():
        inner = " ".join(match["isi"].split())
        before = text[max(0, match.start() - 2 * len(match[0])) : match.start()]
        if _repeats(" ".join(before.split()), inner):
            yield f"{inner} ({inner})", one.span(match.start())
    yield from _doubled(one)


def _doubled(one: Bacaan) -> Iterator[tuple[str, Span]]:
    """Yield explanations within their own explanation, and phrases with a hyphen.

    A compound may be doubled as a whole (rumah sakit-rumah sakit): not one with a
    prefix before its first half alone, nor two words with a stroke.
    """
    text = one.isi
    for match in BERSARANG.finditer(text) if "(" in text else ():
        inner = " ".join(match["isi"].split())
        near = text[max(0, match.start() - 2 * len(match[0])) : match.start()]
        before = " ".join(near.split())
        if before.casefold().endswith(inner.casefold()):
            yield f"{inner} ({inner} (", one.span(match.start())
    for match in BERSAMBUNG.finditer(text) if "-" in text else ():
        phrase, start = match["isi"], match.start() - len(match["isi"])
        if start >= 0 and text[start : match.start()].casefold() == phrase.casefold():
            before = text[max(0, start - SEKATA) : start]
            if before[-1:].isalpha() or "/" in phrase:
                head = re.search(r"[a-z]*\Z", before, re.IGNORECASE)
                word = f"{head[0] if head else ''}{phrase}-{phrase}"
                yield " ".join(word.split()), one.span(start)


@remembered(20_000)
def _suspicious(text: str) -> bool:
    """Return whether a text has a capital within a word, brackets, what is twice."""
    marked = "(" in text or "[]" in text or "}} {{" in text
    joined = "-" in text and BERSAMBUNG.search(text)
    return marked or bool(joined or BESAR.search(text))


def _left_over(one: Bacaan) -> Iterator[tuple[str, Span]]:
    """Yield values that stand twice, and brackets with nothing in them."""
    for match in ISIAN_GANDA.finditer(one.teks.isi):
        yield " ".join(match[0].split()), line_of(one.teks, match.start())
    for match in KURUNG_KOSONG.finditer(one.isi):
        near = one.isi[max(0, match.end() - 2 * SEKATA) : match.end()]
        words = near.split()[-2:]
        yield " ".join(words), one.span(match.start())


def _mixed(match: re.Match[str]) -> bool:
    """Return whether a known word stands in what is none with it."""
    head, tail = match["awal"], match["akhir"].casefold()
    return (known(tail) or derived(tail)) and not (known(head) or derived(head))


def _foreign(match: re.Match[str]) -> bool:
    inside = (m.span() for m in MIRING.finditer(match.string))
    return any(start <= match.start() < end for start, end in inside)


def _repeats(before: str, inner: str) -> bool:
    """Return whether the words before a bracket are those in it."""
    if not re.search(r"[A-Za-z]{3}", inner):
        return False
    tail = before[-len(inner) - 1 :].casefold()
    return tail.lstrip(" (") == inner.casefold() and len(tail) > len(inner) - 1


def pokok_tertukar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP none of whose kegiatan speak of its object, but of another's.

    Single kegiatan of another SOP are told by ``isian_sop_lain``.
    """
    (pokok,) = subjects_of(buku)
    found = [
        (own, *other)
        for own, sop in enumerate(buku.sop)
        if acronyms(sop.nama) and (other := _instead(own, sop, pokok))
    ]
    told = {(own, one.nomor) for own, one in foreign(buku)} if found else set()
    for own, n, rows in found:
        if (own, n) not in told:
            yield _exchanged(buku.sop[own], buku.sop[n], rows, pokok, n)


def _instead(own: int, sop: Sop, pokok: Pokok) -> tuple[int, list[Kegiatan]] | None:
    """Return the SOP of which most kegiatan speak instead of their own, and these."""
    rows = [(row, _spoken(row, pokok)) for row in sop.kegiatan]
    if any(own in said for _, said in rows):
        return None
    for n in sorted({n for _, said in rows for n in said}):
        hit = [row for row, said in rows if n in said]
        if len(hit) >= max(BARIS, len(rows) / 2):
            return n, hit
    return None


def _spoken(row: Kegiatan, pokok: Pokok) -> set[int]:
    """Return the SOP whose object a kegiatan works on; papers only brought aside."""
    texts = (row.uraian, row.mutu_baku.output, row.mutu_baku.kelengkapan)
    return {
        one.nomor for text in texts for one in pokok.mentions(text) if not one.bawaan
    }


def _exchanged(
    sop: Sop, other: Sop, rows: list[Kegiatan], pokok: Pokok, n: int
) -> Diagnostic:
    fields = [
        (row, name)
        for row in rows
        for name in ("uraian", "kelengkapan", "output")
        if any(one.nomor == n for one in pokok.mentions(_field(row, name)))
    ]
    row, name = fields[0]
    own = acronyms(sop.nama)[0].upper()
    message = f"kegiatan tidak menyebut {own}, tetapi pokok SOP {other.nomor}: "
    told = f"{message}`{_field(row, name)}`"
    saran = f"tulis {own} lagi, atau perbaiki nama SOP ini"
    return at_all(
        diagnose("SOP220", told, row.at(name), saran), (r.at(f) for r, f in fields)
    )


def _field(row: Kegiatan, name: str) -> str:
    return row.uraian if name == "uraian" else str(getattr(row.mutu_baku, name))


def kelurahan_sendiri(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the only SOP that speaks of a kelurahan or lurah, where all have desa.

    A kelurahan or desa speaks of itself.
    """
    if buku.kecamatan.sebutan.macam.setingkat == DESA:
        return
    texts = [(o, words_of(o.isi).kata) for o in naming_offices(buku) if not o.dasar]
    rural = {one.tempat for one, words in texts if "desa" in words}
    urban = [one for one, words in texts if not KOTA.isdisjoint(words)]
    speaking: dict[str, list[Span]] = {}
    for one in urban:
        if match := KELURAHAN.search(one.isi):
            speaking.setdefault(one.tempat, []).append(one.span(match.start()))
    both = any(KEDUANYA.search(one.isi) for one in urban)
    if both or len(speaking) != 1 or len(rural - speaking.keys()) < BERDESA:
        return
    ((tempat, spans),) = speaking.items()
    if tempat.startswith("SOP "):
        message = f"hanya {tempat} menyebut kelurahan atau lurah, yang lain desa"
        saran = _meant_heads(tempat, buku) or (
            f"periksa, juga {isian('pelaksana')}; untuk keduanya tulis desa/kelurahan"
        )
        yield at_all(diagnose("SOP734", message, spans[0], saran), spans)


def _meant_heads(tempat: str, buku: Buku) -> str:
    """Return whom the pelaksana of a SOP mean that others call by the kecamatan."""
    (sop,) = (one for one in buku.sop if f"SOP {one.nomor}" == tempat)
    usual = {p.nama for one in buku.sop if one is not sop for p in one.pelaksana}
    pairs = ((one.nama, _own_head(one.nama)) for one in sop.pelaksana)
    meant = [(odd, own) for odd, own in pairs if odd != own and own in usual]
    named = listed(f"`{odd}` → `{own}`" for odd, own in meant)
    return f"mungkin maksudnya kantor sendiri: {named}" if named else ""


def _own_head(nama: str) -> str:
    """Return what a post of a kelurahan is called in a kecamatan."""
    return re.sub(r"\bLurah\b", "Camat", nama.replace("Kelurahan", "Kecamatan"))
