"""What the rules share: words for lists, places of a book's texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property, wraps
from itertools import chain

from sopgen.lint.teks import texts_of_sop
from sopgen.lint.terbaca import gathered
from sopgen.model.bahasa import huruf, urutan
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Perubahan
from sopgen.model.sop import Sop

#: More things than this are not named one by one.
DISEBUT = 6

#: Texts that are titles, by their names in ``bagian``: no year there is history.
JUDUL = ("judul", "tentang", "menetapkan", "judul lampiran")

#: Years of regulations and gazettes are no statements about the book's own year.
KUTIPAN = re.compile(
    r"\([^()]{0,300}?(?:Lembaran|Berita)[^()]{0,300}\)|\bNo(?:m[oe]r)?\b\.?\s?:?\s?\S+\s+Tahun\s+[0-9]{4}"
    r"|Pembentukan\s[^.;]{0,150}?Propinsi[^.;,]{0,30}",
    re.IGNORECASE,
)
#: Every citation has one of these words.
MENGUTIP = ("lembaran", "berita", "tahun", "propinsi")

Rule = Callable[[Buku], Iterator[Diagnostic]]
#: A rule that compares a book with last year's.
YearRule = Callable[[Perubahan], Iterator[Diagnostic]]


def once(rule: Rule) -> Rule:
    """Return a rule that tells the same thing once, and names its other places."""

    @wraps(rule)
    def merged(buku: Buku) -> Iterator[Diagnostic]:
        groups: dict[tuple[str, str, str, str], list[Diagnostic]] = {}
        for one in rule(buku):
            key = (one.code, one.severity, one.message, one.saran)
            groups.setdefault(key, []).append(one)
        for first, *others in groups.values():
            places = [_name_place(one.span, first.span) for one in others]
            also = f"; juga {listed(places)}" if places else ""
            told = replace(first, message=first.message + also)
            told = told.cured_by(*chain.from_iterable(o.perbaikan for o in others))
            spans = (span for one in others for span in (one.span, *one.juga))
            yield at_all(told, (first.span, *first.juga, *spans))

    return merged


def at_all(told: Diagnostic, places: Iterable[Span]) -> Diagnostic:
    """Return a finding at the first of its places, with the others as further ones."""
    first, *others = dict.fromkeys(places)
    return replace(told, span=first, juga=tuple(others))


def _name_place(span: Span, first: Span) -> str:
    """Return a place as seen from another: the line, in another file its name too."""
    if span.source.path == first.source.path:
        return span.where
    return span.label.rpartition("/")[2]


def forbid_final(code: str, message: str, span: Span, saran: str) -> Diagnostic:
    """Return what a draft may have and no book for signature (``forbids_final``)."""
    return replace(diagnose(code, message, span, saran), forbids_final=True)


def listed(things: Iterable[str], limit: int = DISEBUT) -> str:
    """Return things in one line, each once; of many only the first."""
    every = tuple(dict.fromkeys(things))
    shown = ", ".join(every[:limit])
    return f"{shown}, dan {len(every) - limit} lainnya" if every[limit:] else shown


def runs(numbers: Iterable[int]) -> str:
    """Return numbers in one line, runs of them drawn together: ``1–3, 7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs
    )


@dataclass(frozen=True)
class Wacana:
    """The texts of one place of the book, each with the name of its part."""

    nama: str
    span: Span
    teks: tuple[tuple[str, Teks], ...]

    @property
    def berbaris(self) -> bool:
        """Return whether its texts are known by their lines alone."""
        return self.nama.startswith("naskah ")

    @cached_property
    def kecil(self) -> str:
        """Return its texts in small letters, parted by what no pattern finds."""
        return "\0".join(teks.isi for _, teks in self.teks).lower()


def plain(text: str) -> str:
    """Return a text with citations blanked out."""
    small = text.lower()
    return _blanked(text) if any(one in small for one in MENGUTIP) else text


@remembered(2000)
def _blanked(text: str) -> str:
    return KUTIPAN.sub(lambda match: " " * len(match[0]), text)


@gathered
def passages(buku: Buku) -> Iterator[Wacana]:
    """Yield the decrees, the office's own chapters and the SOP with their texts."""
    yield Wacana("buku", buku.judul.span, (("judul", buku.judul),))
    for keputusan in buku.keputusan:
        own = tuple(parts_of(keputusan))
        yield Wacana(f"keputusan {keputusan.id}", keputusan.span, own)
    for naskah in buku.naskah.values():
        if not naskah.teks.span.source.path.startswith("sopgen:"):
            own = (("", naskah.teks),)
            yield Wacana(f"naskah {naskah.nama}", naskah.teks.span, own)
    for sop, every in zip(buku.sop, texts_of_sop(buku), strict=True):
        inside = tuple(("", teks) for teks in every)
        yield Wacana(f"SOP {sop.nomor}", sop.span, inside)


def parts_of(keputusan: Keputusan) -> Iterator[tuple[str, Teks]]:
    """Yield the texts of a decree with what they are called."""
    yield "judul", keputusan.judul
    if keputusan.tentang.span != keputusan.judul.span:
        yield "tentang", keputusan.tentang
    if keputusan.menetapkan:
        yield "menetapkan", keputusan.menetapkan
    for n, teks in enumerate(keputusan.menimbang, 1):
        yield f"menimbang huruf {huruf(n).lower()}", teks
    for n, teks in enumerate(keputusan.diktum, 1):
        yield f"diktum {urutan(n).upper()}", teks
    for lampiran in keputusan.lampiran:
        own = "judul tabel lampiran" if lampiran.bertabel else "judul lampiran"
        yield own, lampiran.judul
        for kode, nama in lampiran.sebutan.items():
            span = keputusan.at(*lampiran.jejak, "sebutan", kode)
            yield "sebutan dalam lampiran", Teks(nama, span)
        yield from (("kolom lampiran", teks) for teks in lampiran.kolom)
        for row in lampiran.baris:
            yield from (("isi lampiran", teks) for teks in row)


def titles(place: Wacana) -> Iterator[tuple[str, Teks]]:
    """Yield the titles among the texts of the book itself or of a decree."""
    if place.nama == "buku" or place.nama.startswith("keputusan "):
        yield from ((nama, teks) for nama, teks in place.teks if nama in JUDUL)


def numbered(sop: Iterable[Sop]) -> str:
    """Return ``SOP 1–3, 7``."""
    return f"SOP {runs(one.nomor for one in sop)}"
