"""Rules about the sort of an office: Kelurahan where Kecamatan is meant (SOP734).

A kelurahan may well have the name of its kecamatan.  It is told for certain only where
the office itself is spoken of: in a decree, in a title, before the kabupaten, behind
words like Kantor, and wherever a template fills the name of the kecamatan in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from sopgen.lint.bacaan import Bacaan
from sopgen.lint.kantor_lain import naming_offices
from sopgen.lint.temuan import JUDUL, at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: Words for a smaller office; the others of the pattern are those for its head.
LEBIH_KECIL = ("kelurahan", "desa")
SEBUTAN = r"\b(?P<jenis>kelurahan|lurah|kepala\s+desa|kades|desa)\s+"
#: Behind a name: another one goes on, that of a part.
BAGIAN = (
    r"(?!\s+(?:timur|barat|utara|selatan|tengah|lor|kidul|wetan|kulon|baru|lama|i+)\b)"
)
#: A name that the office's own data give.
ISIAN = re.compile(
    rf"{SEBUTAN}\{{\{{\s*kecamatan\s*\.\s*(?:nama|tempat)\b", re.IGNORECASE
)
#: Desa are called so of old; a kelurahan or lurah is one of the town.
KOTA = ("kelurahan", "lurah")
KABUPATEN = re.compile(r"\s*,?\s*(?:kabupaten|kab\.|kota\s)", re.IGNORECASE)
KECAMATAN = re.compile(r"\s*,?\s*(?:di\s+)?(?:kecamatan|kec\.)", re.IGNORECASE)
#: Before a name: the office itself is spoken of, or what it issues.
KANTOR = re.compile(
    r"\b(?:pemerintah|kantor|sekretariat|perangkat|aparatur|aparat|pegawai|staf|asn|"
    r"lingkungan|sekretaris|(?:seksi|kasi|subbag\w*|kasubb?ag)(?:\s+\w+){1,3}|"
    r"(?:keputusan|peraturan|instruksi|surat\s+edaran|sop|prosedur))\s+"
    r"(?:(?:di|pada)\s+)?$",
    re.IGNORECASE,
)
#: Others of its sort beside it: then there is one of that name.
LAIN = re.compile(r"\b(?i:desa|kelurahan)\s+(?P<nama>[A-Z][a-z]+)")
SEBELUM, SAMPING = 60, 40


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Where a text calls the own name that of a smaller office."""

    teks: Bacaan
    temu: re.Match[str]

    @property
    def jenis(self) -> str:
        """Return what sort of office it is called."""
        return " ".join(self.temu["jenis"].casefold().split())

    @property
    def span(self) -> Span:
        """Return its place."""
        return self.teks.span(self.temu.start())

    @property
    def sesudah(self) -> str:
        """Return the text behind it."""
        return self.temu.string[self.temu.end() :]

    @property
    def is_heading(self) -> bool:
        """Return whether it stands in a heading of a chapter."""
        text = self.temu.string
        return text.startswith("#", text.rfind("\n", 0, self.temu.start()) + 1)

    @property
    def sebelum(self) -> str:
        """Return what stands before it."""
        start = self.temu.start()
        return self.temu.string[max(0, start - SEBELUM) : start]


def jenis_kantor(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that calls the own kecamatan a kelurahan, its camat a lurah.

    Where nothing tells that the own office is meant there is one note for the book;
    none where the book speaks of a kelurahan of that name.  An office that is itself no
    kecamatan, however that is called, is told by ``sebutan_kantor``.
    """
    if not buku.kecamatan.sebutan.setingkat_kecamatan:
        return
    named = list(_named(buku))
    real = any(map(_is_real, named))
    sure = [one for one in named if _is_own(one, real)]
    for _, places in groupby(sure, key=lambda one: one.teks.tempat):
        yield _told(list(places), buku, True)
    rest = [one for one in named if one.jenis in KOTA and one not in sure]
    if rest and not real:
        yield _told(rest, buku, False)


def _named(buku: Buku) -> Iterator[Sebutan]:
    """Yield where the own name is a smaller office's; who signs is told elsewhere."""
    pattern = _pattern(buku.kecamatan.sebutan.nama)
    signing = buku.penandatangan.jabatan
    for one in naming_offices(buku):
        if not (one.dasar or one.isi == signing):
            for match in pattern.finditer(one.isi):
                yield Sebutan(one, match)


@remembered(8)
def _pattern(nama: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, nama.split()))
    return re.compile(rf"{SEBUTAN}(?P<nama>{words})\b{BAGIAN}", re.IGNORECASE)


def _is_real(one: Sebutan) -> bool:
    """Return whether a text speaks of a kelurahan or desa of the kecamatan's name."""
    own = one.temu["nama"].split()[0].casefold()
    beside = f"{one.sebelum[-SAMPING:]}\0{one.sesudah[:SAMPING]}"
    others = (match["nama"].casefold() != own for match in LAIN.finditer(beside))
    return bool(KECAMATAN.match(one.sesudah)) or any(others)


def _is_own(one: Sebutan, real: bool) -> bool:
    """Return whether the own office is meant for certain."""
    place, nama = one.teks.tempat, one.teks.nama
    title = (nama in JUDUL or one.is_heading) and not KECAMATAN.match(one.sesudah)
    if title or ISIAN.search(one.teks.teks.isi):
        return True
    if one.jenis not in KOTA or _is_real(one):
        return False
    decree = place.startswith("keputusan ") and nama != "tembusan"
    office = KANTOR.search(one.sebelum) and not real
    return bool(decree or office or KABUPATEN.match(one.sesudah))


def _told(found: Sequence[Sebutan], buku: Buku, sure: bool) -> Diagnostic:
    """Return that some places call the own office otherwise."""
    named = listed((f"`{' '.join(one.temu[0].split())}`" for one in found), 3)
    own = dict.fromkeys(f"`{_meant(one, buku)}`" for one in found)
    kind = buku.kecamatan.sebutan.jenis.lower()
    message = f"kantor ini {kind}, tertulis {named}"
    saran = f"tulis {listed(own)} bila kantor sendiri yang dimaksud"
    told = (diagnose if sure else diagnose_lightly)(
        "SOP734", message, found[0].span, saran
    )
    words = " ".join(one.temu[0] for one in found)
    return at_all(told.about(Pokok.KATA, words), (one.span for one in found))


def _meant(one: Sebutan, buku: Buku) -> str:
    """Return how the own office or its head is written there."""
    own = buku.kecamatan.sebutan
    word = own.jenis if one.jenis in LEBIH_KECIL else own.awalan_pimpinan
    typed = one.teks.tempat.startswith("SOP ")
    return f"{word} {own.nama if typed else '{{ kecamatan.nama }}'}"
