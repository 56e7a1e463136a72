"""Rules about a decree's title in its several places, and what is printed (7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import KOSONG, filled
from sopgen.lint.sebutan_kantor import is_head
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import listed
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Pokok, Span, Teks
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass

#: What stands before the title behind Menetapkan, and in the last menimbang.
KEPUTUSAN = re.compile(
    r"\s*keputusan\s+(?P<siapa>.*?)\btentang\s+", re.IGNORECASE | re.DOTALL
)
TANPA_TENTANG = re.compile(
    r"\s*keputusan\s+(?P<siapa>(?!.*\btentang\b).*)", re.IGNORECASE | re.DOTALL
)
PENUTUP = re.compile(
    r"\b(?:menetapkan|ditetapkan\s+dengan|dengan)\s+keputusan\s+(?P<siapa>.{0,100}?)"
    r"\btentang\s+(?P<judul>.*?)[;.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
TAHUN = re.compile(r"\b(?:tahun )?[12][0-9]{3}\b")
SOP = re.compile(r"\bstandar operasional prosedur\b(?: sop\b)?")


def judul_berbeda_tempat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place of a decree that calls it otherwise than its title.

    Where all others agree the title itself is the odd one.
    """
    for one in buku.keputusan:
        if one.menetapkan and _untitled(filled(one.menetapkan.isi, buku), buku):
            message = "Menetapkan tanpa kata TENTANG"
            kepala = buku.kecamatan.sebutan.kepala.upper()
            saran = f"tulis `KEPUTUSAN {kepala} … TENTANG …`"
            yield diagnose("SOP757", message, one.menetapkan.span, saran)
            continue
        title = _words(one.judul.isi, buku)
        every = [
            t for t in _titles(one, buku) if t.words and not _unknown(t.teks, buku)
        ]
        odd = [other for other in every if other.words != title]
        if len(odd) > 1 and odd == every and len({other.words for other in odd}) == 1:
            names = listed(other.nama for other in odd)
            more = _difference(title, odd[0].words)
            message = f"judul keputusan lain dari {names}: {more}"
            told = diagnose("SOP757", message, one.judul.span, "samakan judulnya")
            yield told.about(Pokok.JUDUL, more)
            continue
        for other in odd:
            more = _difference(other.words, title)
            message = f"{other.nama} lain dari judul keputusan: {more}"
            told = diagnose("SOP757", message, other.teks.span, "samakan judulnya")
            yield told.about(Pokok.KATA, more)


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A title of a decree at one of its places: what the place is, its words."""

    nama: str
    words: tuple[str, ...]
    teks: Teks


def _untitled(text: str, buku: Buku) -> bool:
    """Return whether a text names the decree and not what it is about."""
    found = TANPA_TENTANG.match(text)
    return found is not None and is_head(found["siapa"], buku)


def _unknown(teks: Teks, buku: Buku) -> bool:
    return KOSONG in filled(teks.isi, buku)


def _titles(one: Keputusan, buku: Buku) -> Iterator[Sebutan]:
    if one.tentang.span != one.judul.span:
        yield Sebutan("tentang", _words(one.tentang.isi, buku), one.tentang)
    if one.menetapkan and one.menetapkan.isi.strip():
        text = filled(one.menetapkan.isi, buku)
        led = KEPUTUSAN.match(text)
        if led and is_head(led["siapa"], buku):
            text = text[led.end() :]
        yield Sebutan("Menetapkan", _words(text, buku), one.menetapkan)
    last = one.menimbang[-1]
    found = PENUTUP.search(filled(last.isi, buku))
    if found and is_head(found["siapa"], buku):
        yield Sebutan("judul dalam menimbang", _words(found["judul"], buku), last)


def _words(text: str, buku: Buku) -> tuple[str, ...]:
    """Return the words of a title; SOP in letters is SOP in full.

    Years are left out: another year is told by itself.
    """
    plain = TAHUN.sub(" ", " ".join(split_words(filled(text, buku))))
    return tuple(SOP.sub("sop", plain).split())


def _difference(words: tuple[str, ...], title: tuple[str, ...]) -> str:
    """Return the words that one title has and the other lacks."""
    more = [one for one in words if one not in title]
    less = [one for one in title if one not in words]
    told = [
        f"{what} `{' '.join(some[:6])}`"
        for what, some in (("memuat", more), ("tanpa", less))
        if some
    ]
    return " dan ".join(told) or "urutan katanya berbeda"


#: Fewer SOP need no list of contents.
BERDAFTAR_ISI = 3


def bagian_tak_dicetak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield what the book holds and does not print: decrees, annexes, chapters, SOP."""
    parts = {(bagian.jenis, bagian.keputusan) for bagian in buku.susunan}
    kinds = {bagian.naskah or bagian.jenis for bagian in buku.susunan}
    absent = [
        f"{jenis} {one.id}"
        for one in buku.keputusan
        for jenis, there in (("keputusan", True), ("lampiran", bool(one.lampiran)))
        if there and (jenis, one.id) not in parts
    ]
    absent += [f"naskah {nama}" for nama in _own_chapters(buku) if nama not in kinds]
    if "sop" not in kinds and buku.sop:
        absent.append("lembar SOP")
    if absent:
        span: Span = buku.at("susunan")
        message = f"tidak dicetak karena tidak ada dalam susunan: {listed(absent)}"
        yield diagnose(
            "SOP759", message, span, "tambahkan bagiannya, atau hapus isinya"
        )


def _own_chapters(buku: Buku) -> Iterator[str]:
    """Yield the chapters that the office wrote itself."""
    for nama, one in buku.naskah.items():
        if not one.teks.span.source.path.startswith("sopgen:"):
            yield nama


def tanpa_daftar_isi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a book of several SOP that lacks its cover or its list of contents.

    Source: PermenPAN-RB 35/2012, Dokumen SOP AP: cover, decree, daftar isi.
    """
    kinds = {bagian.jenis for bagian in buku.susunan}
    if not {"sop", "keputusan"} <= kinds or len(buku.sop) < BERDAFTAR_ISI:
        return
    for jenis, nama in (("sampul", "sampul"), ("daftar_isi", "daftar isi")):
        if jenis not in kinds:
            message = f"buku tanpa {nama}"
            saran = f"tambahkan {isian(jenis)} pada {isian('susunan')}"
            yield diagnose_lightly("SOP759", message, buku.at("susunan"), saran)
