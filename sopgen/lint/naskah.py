"""Rules about what texts still say from another year or office (codes 7xx)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sopgen.lint.ejaan import EJAAN, SALAH, respelled
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import Wacana, at_all, listed, once, passages, plain, titles
from sopgen.lint.wilayah import JAWA_TIMUR, TRENGGALEK
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.kata import berkas

TAHUN = re.compile(r"(?<!sejak )(?<!sejak\n)\btahun\s+([12][0-9]{3})\b", re.IGNORECASE)
#: More finds in one place are not looked for.
TERBANYAK = 50
#: Years further back are history.
LAMA = 15
USANG = re.compile(
    r"covid(?:-?\s?19)?|corona\s+virus|pandemi|ta(?:tan|tap|tat)an\s+normal\s+baru"
    r"|\bnew\s+normal\b",
    re.IGNORECASE,
)
#: The pandemic ended by Keppres 17/2023.
PASCAPANDEMI = 2024
#: Passages that go round with the template, and what is wrong with them.
RUSAK: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE), why, saran)
    for pattern, why, saran in (
        (
            r"perlu adanya (?:dalam|untuk|pada|di)\b",
            "objek kalimat hilang",
            "tulis apa yang perlu ada",
        ),
        (
            r"pelayanan prima, antara lain Peraturan",
            "bagian kalimat hilang",
            "sebut dulu apa yang dicontohkan: … sejumlah peraturan, antara lain …",
        ),
        (
            r"telah tersusun (?!sebanyak)[^.]{0,120}?yang akan disusun",
            "telah tersusun dan akan disusun bertentangan",
            "pilih salah satu",
        ),
        (
            r"telah tersusun SOP sebagai",
            "jumlah SOP tidak disebut",
            "tulis `telah tersusun {{ sop | length }} SOP`",
        ),
        (
            r"sejak tahun 1988",
            "tahunnya meragukan",
            "reformasi tata kepemerintahan dimulai tahun 1998; periksa sumbernya",
        ),
        (
            r"di kecamatan-kecamatan yang ada di Kabupaten",
            "ditulis untuk tingkat kabupaten, bukan kecamatan",
            "sebut kecamatan sendiri",
        ),
        (
            r"menyebabkan semakin [^.]{0,160}? adalah menyebabkan",
            "kalimat berulang dan tidak runtut",
            "pisahkan menjadi dua kalimat",
        ),
        (
            r"meliputi Keputusan:",
            "kata Keputusan tidak pada tempatnya",
            "tulis `meliputi:`",
        ),
        (
            r"\bBusiness Proses\b",
            "setengah Inggris",
            "tulis proses bisnis",
        ),
        (
            r"Menerima permohonan (?:formulir|berkas) permohonan",
            "kata permohonan berulang",
            "tulis misalnya Menerima berkas permohonan",
        ),
        (
            r"Lampiran yang tidak terpisahkan",
            "rumusan Lampiran tidak lengkap",
            "tulis `Lampiran yang merupakan bagian tidak terpisahkan dari`",
        ),
    )
)
GANDA = re.compile(r"\b([A-Za-z]{3,})[ \n]\1\b")
WILAYAH = re.compile(r"\b(Kecamatan|Camat|Kabupaten|Bupati)\s+([A-Z][a-z]+)", re.I)


@dataclass(frozen=True, slots=True)
class Jejak:
    """Words that a pattern found: the part of the text they stand in, and the place."""

    kata: str
    bagian: str
    span: Span


def _found(
    place: Wacana,
    pattern: re.Pattern[str],
    wanted: Callable[[str], bool] = lambda _: True,
) -> list[Jejak]:
    """Return what a pattern finds in the texts of a place, up to TERBANYAK."""
    made: list[Jejak] = []
    if not pattern.search(place.polos):
        return made
    for nama, teks in place.teks:
        for match in pattern.finditer(plain(teks.isi)):
            words = " ".join(match[0].split())
            if len(made) < TERBANYAK and wanted(words):
                span = line_of(teks, match.start())
                part = nama or (span.where if place.berbaris else "")
                made.append(Jejak(words, part, span))
    return made


def _told(code: str, what: str, found: list[Jejak], saran: str) -> Diagnostic:
    """Return a warning of what was found, at its first place."""
    parts = tuple(dict.fromkeys(one.bagian for one in found if one.bagian))
    told = len(parts) == 1 and parts[0].startswith("baris")
    where = f" ({listed(parts)})" if parts and not told else ""
    finding = diagnose(code, f"{what}{where}", found[0].span, saran)
    return at_all(finding, (one.span for one in found))


def _named(found: list[Jejak], limit: int = 4) -> str:
    """Return the words that were found, each once in whatever letters."""
    words = {one.kata.casefold(): one.kata for one in reversed(found)}
    return listed((f"`{one}`" for one in reversed(words.values())), limit)


def tahun_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that speaks of another year as the book's; titles aside."""
    recent = range(buku.tahun - LAMA, buku.tahun + 2)

    def stale(words: str) -> bool:
        return int(words[-4:]) in recent and int(words[-4:]) != buku.tahun

    for place in passages(buku):
        named = dict(titles(place))
        own = tuple(one for one in place.teks if one[0] not in named)
        rest = replace(place, teks=own) if named else place
        found = _found(rest, TAHUN, stale)
        if found:
            what = f"{_named(found)} dalam buku tahun {buku.tahun}"
            yield _told("SOP730", what, found, "tulis `{{ tahun }}`")


def istilah_usang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that still speaks of the pandemic.

    Source: Keppres 17/2023 ended it.
    """
    if buku.tahun < PASCAPANDEMI:
        return
    for place in passages(buku):
        found = _found(place, USANG)
        if found:
            what = f"istilah masa pandemi: {_named(found)}"
            saran = "hapus; pandemi dinyatakan berakhir dengan Keppres 17 Tahun 2023"
            yield _told("SOP732", what, found, saran)


def kode_kantor_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with the number code of another office."""
    own = buku.kecamatan.kode_unit
    area, _, rest = own.partition(".")
    if not (area.isdigit() and rest.isdigit()):
        return
    pattern = re.compile(rf"(?<![\w.]){area}\.[0-9]{{{len(rest)}}}(?![\w.]*[0-9])")
    for place in (*passages(buku), *_numbers(buku)):
        found = _found(place, pattern, lambda words: words != own)
        if found:
            what = f"kode kantor lain: {_named(found)}"
            yield _told("SOP733", what, found, f"kode kantor ini `{own}`")


def _numbers(buku: Buku) -> Iterator[Wacana]:
    for one in buku.keputusan:
        own = (("nomor", Teks(one.nomor, one.at("nomor"))),)
        yield Wacana(f"nomor keputusan {one.id}", one.span, own)


def daerah_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that names another kecamatan or kabupaten."""
    k = buku.kecamatan
    for place in passages(buku):
        found = _found(place, WILAYAH, lambda w: _foreign(w, k.nama, k.kabupaten))
        if found:
            what = f"menyebut daerah lain: {_named(found)}"
            saran = "tulis `{{ kecamatan.nama }}` bila kantor sendiri yang dimaksud"
            yield _told("SOP734", what, found, saran)


def _foreign(words: str, kecamatan: str, kabupaten: str) -> bool:
    kind, _, nama = words.partition(" ")
    known, own = JAWA_TIMUR, kabupaten
    if kind.casefold() in ("kecamatan", "camat"):
        known, own = TRENGGALEK, kecamatan
    return nama.title() in known and nama.casefold() != own.split()[0].casefold()


@once
def kalimat_rusak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each passage that the common template hands on damaged."""
    for place in passages(buku):
        for pattern, why, saran in RUSAK:
            found = _found(place, pattern)
            if found:
                yield _told("SOP744", f"{why}: {_named(found)}", found, saran)


@once
def ejaan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with words that are misspelled or stand twice."""
    for place in passages(buku):
        wrong = _found(place, SALAH)
        twice = _found(place, GANDA)
        words = {one.kata.casefold() for one in wrong}
        named = [f"`{word}` → `{EJAAN[word]}`" for word in sorted(words)]
        named += [f"`{one.kata}`" for one in twice]
        if named:
            saran = f"perbaiki, dan catat di {berkas('koreksi.yaml')}"
            told = diagnose("SOP745", f"ejaan: {listed(named)}", place.span, saran)
            told = told.cured_by(*respelled(place, buku))
            yield at_all(told, (one.span for one in (*wrong, *twice)))
