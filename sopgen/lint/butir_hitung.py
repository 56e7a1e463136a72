"""Rules about lists and what is said of them: how many items, dan before the last.

Source: UU 12/2011, Lampiran II: a list ends its last but one item with dan or atau.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.lint.bacaan import KOSONG, Bacaan, wacana
from sopgen.lint.bilangan import number_of, satuan
from sopgen.lint.terbaca import gathered
from sopgen.model.bahasa import terbilang
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass

#: The sign of an item: a letter, a number, or a dash; what of it is the same in a list.
TANDA = re.compile(
    r"^(?P<jarak>[ \t]*)(?:(?:(?P<angka>[0-9]{1,3})|(?P<huruf>[a-z]))(?P<tutup>[.)])"
    r"|[-*•])[ \t]+(?=\S)",
    re.MULTILINE,
)
#: Where the sentence before a list begins.
KALIMAT = re.compile(r"[.;:]\s|\n[ \t]*\n")
#: What is counted where nothing like yaitu stands behind the number.
TERHITUNG = (
    "hal|tujuan|manfaat|asas|prinsip|unsur|bagian|tahap|tahapan|langkah|butir|syarat|"
    "persyaratan|ketentuan|jenis|macam|kelompok|seksi|subbagian|komponen|aspek|poin|"
    "kriteria|fungsi|tugas|alasan|faktor|pelayanan|layanan|desa|kelurahan|dokumen|"
    "bidang|kegiatan|sasaran|indikator|dasar|nilai|kewajiban|hak|larangan|bab"
)
YAITU = (
    r"yaitu|yakni|ialah|adalah|meliputi|terdiri\s+(?:dari|atas)|sebagai\s+berikut|"
    r"berikut(?:\s+ini)?"
)
#: A number that is no count of what follows: of a year, an article, a measure.
BERNOMOR = re.compile(
    r"\b(?:nomor|no\.|pasal|ayat|angka|huruf|tahun|bab|ke|rangkap|pukul|tanggal|lampiran|"
    r"diktum|versi|lantai|loket|setiap|tiap|kurang|lebih|minimal|maksimal|paling\s+\w+)"
    r"\s*$",
    re.IGNORECASE,
)
#: Items that are only some of so many.
CONTOH = re.compile(
    r"\b(?:antara\s+lain|di\s?antara\w*|misalnya|seperti|contoh\w*|terutama|khususnya)\b",
    re.IGNORECASE,
)
SATUAN_UKUR = re.compile(
    r"^(?:menit|jam|hari|minggu|bulan|tahun|orang|lembar|rangkap|kali|persen|rupiah|meter|"
    r"km)\b",
    re.IGNORECASE,
)
#: SOP are counted where they are listed; of all of them other rules tell.
BERSOP = re.compile(
    r"(?:(?:buah|dokumen|judul)\s+)?(?:SOP|standar\s+operasional|prosedur)\b",
    re.IGNORECASE,
)
#: By what a number begins, in digits and in words.
ADA = re.compile(
    r"[0-9]|\b(?:ke)?(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)",
    re.IGNORECASE,
)
#: So much before a list is looked at, in letters.
PANDANG = 400
SEDIKIT, TERBANYAK = 2, 30
#: Lists with fewer items are not asked for their dan.
BERDAN = 3
DAN = re.compile(r"[;,]\s*(?:dan|atau|serta|dan/atau)\s*$")
#: An item ends where a paragraph ends.
KALIMAT_BARU = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list in a text: where it begins, the words and the places of its items."""

    awal: int
    butir: tuple[str, ...]
    mulai: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many items the words before a list tell, these words, where they begin.

    ``bersop`` tells that SOP are counted.
    """

    nilai: int
    kata: str
    mulai: int
    bersop: bool


def jumlah_butir(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list of which the words before it say another number of items."""
    for one, daftar in _every_list(buku):
        told, there = _counted(one.isi[: daftar.awal]), len(daftar.butir)
        of_all = told and told.bersop and told.nilai == len(buku.sop)
        if told and told.nilai != there and not of_all:
            message = f"tertulis `{told.kata}`, daftarnya memuat {there} butir"
            saran = f"tulis {there} ({terbilang(there)}), atau lengkapi daftarnya"
            yield diagnose("SOP770", message, one.span(told.mulai), saran)


@gathered
def _every_list(buku: Buku) -> Iterator[tuple[Bacaan, Daftar]]:
    """Yield the lists of the decrees and chapters."""
    for one in wacana(buku):
        if "\n" in one.isi:
            yield from ((one, daftar) for daftar in _lists(one))


@cache
def _number() -> re.Pattern[str]:
    """Return the pattern of a number with what is counted, up to the colon."""
    return re.compile(
        rf"(?<![\w./,-])(?P<n>[0-9]{{1,2}}|(?:ke)?{satuan()})(?:\s*\([a-z\s]+\))?"
        rf"(?P<benda>(?:\s+(?!(?:{YAITU})\b)[\w/-]+){{0,6}}?)\s*,?\s*(?P<yaitu>{YAITU})?\s*\Z",
        re.IGNORECASE,
    )


def _counted(before: str) -> Hitungan | None:
    """Return the number that the words before a list tell of it, and where."""
    before = before.rstrip()
    if not before.endswith(":"):
        return None
    start = max(0, len(before) - PANDANG)
    for match in KALIMAT.finditer(before, start, len(before) - 1):
        start = match.end()
    text = before[start:-1]
    if CONTOH.search(text) or not ADA.search(text):
        return None
    for match in _number().finditer(text):
        number = number_of(re.sub(r"^ke(?=\D)", "", match["n"].casefold()))
        things = match["benda"].strip()
        if number is None or not SEDIKIT <= number <= TERBANYAK:
            continue
        if BERNOMOR.search(text[: match.start()]) or SATUAN_UKUR.match(things):
            continue
        counted = re.match(rf"(?:{TERHITUNG})\b", things, re.IGNORECASE)
        of_sop = bool(BERSOP.match(things))
        if counted or (match["yaitu"] and (not things or of_sop)):
            words = " ".join(match[0].split()).rstrip(",")
            return Hitungan(number, words, start + match.start(), of_sop)
    return None


def _lists(one: Bacaan) -> Iterator[Daftar]:
    """Yield the outermost lists of a text, those that a template makes aside."""
    text = one.isi
    run: list[re.Match[str]] = []
    for match in TANDA.finditer(text):
        if run and not _follows(run, match, text):
            if len(match["jarak"]) > len(run[0]["jarak"]):
                continue
            yield from _whole(run, text)
            run = []
        run.append(match)
    yield from _whole(run, text)


def _kind(match: re.Match[str]) -> tuple[bool, bool, str | None]:
    return bool(match["angka"]), bool(match["huruf"]), match["tutup"]


def _follows(run: list[re.Match[str]], match: re.Match[str], text: str) -> bool:
    """Return whether an item goes on with a list: alike, and nothing between."""
    first = run[0]
    same = _kind(first) == _kind(match) and len(first["jarak"]) == len(match["jarak"])
    between = KALIMAT_BARU.split(text[run[-1].end() : match.start()].rstrip())
    loose = [part for part in between[1:] if not part.startswith((" ", "\t"))]
    return same and not [part for part in loose if not TANDA.match(part)]


def _whole(run: list[re.Match[str]], text: str) -> Iterator[Daftar]:
    """Yield the list of some signs unless a template fills its items."""
    if len(run) < SEDIKIT:
        return
    ends = [match.start() for match in run[1:]]
    tail = KALIMAT_BARU.search(text, run[-1].end())
    ends.append(tail.start() if tail else len(text))
    items = tuple(
        text[match.end() : end].strip() for match, end in zip(run, ends, strict=True)
    )
    if not any(KOSONG in item for item in items):
        yield Daftar(run[0].start(), items, tuple(match.end() for match in run))


def tanpa_dan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list of a chapter whose last but one item ends without dan.

    Where no list of the chapters has it, the office writes so.
    """
    every = [(one, daftar) for one, daftar in _every_list(buku) if one.naskah]
    if not any(DAN.search(daftar.butir[-2]) for _, daftar in every):
        return
    for one, daftar in every:
        if _lacks_dan(daftar):
            words = " ".join(daftar.butir[-2].split()[-4:])
            message = f"butir sebelum yang terakhir tanpa kata dan: `{words}`"
            span = one.span(daftar.mulai[-2])
            saran = "akhiri dengan `; dan`, atau `; atau`"
            yield diagnose_lightly("SOP754", message, span, saran)


def _lacks_dan(daftar: Daftar) -> bool:
    *before, last = daftar.butir
    if len(daftar.butir) < BERDAN:
        return False
    whole = last.endswith(".") and all(item.endswith(";") for item in before)
    return whole and not any(DAN.search(item) for item in before)
