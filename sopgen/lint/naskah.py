"""Rules about what texts still say from another year or office (codes 7xx)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from sopgen.lint.teks import line_of
from sopgen.lint.temuan import Wacana, at_all, listed, passages, plain, titles
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass

TAHUN = re.compile(
    r"\b(?:tahun\s+(?:anggaran\s+|ajaran\s+|kerja\s+|pelayanan\s+)?|T\.?A\.?\s+)"
    r"([12][0-9]{3})\b(?!\s*[-–—/]\s*[0-9])",
    re.IGNORECASE,
)
#: Without one of these no year is named.
BERTAHUN = re.compile(r"[12][0-9]{3}")
#: What was in another year and is told of it: surveys, reports, what has happened.
RIWAYAT = re.compile(
    r"\b(?:sejak|semenjak|mulai)(?:\s+awal)?\s+$"
    r"|\b(?:surve[iy]|sensus|indeks|penghargaan|audit|pelatihan|bimtek|bimbingan|studi"
    r"|kunjungan|lomba|bencana|banjir|gempa|rpjm\w*|rpjp\w*|renstra)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
#: What is made every year: in a chapter of any of them, in a SOP of the last or next.
TAHUNAN = re.compile(
    r"\b(?:laporan|hasil|capaian|realisasi|evaluasi|nilai|rekapitulasi|rencana|rapat)\b"
    r"[^.;]{0,80}$",
    re.IGNORECASE,
)
#: What a template fills in: its dot ends no sentence.
ISIAN = re.compile(r"\{\{[^{}]*\}\}")
#: Behind a year: that something amounted to so much.
BERNILAI = re.compile(
    r"\s+(?:adalah|sebesar|sebanyak|sejumlah|mencapai|tercatat|berjumlah|sekitar|mendapat|"
    r"memperoleh|meraih|terdapat|ada)\s+[0-9]",
    re.IGNORECASE,
)
TELAH = re.compile(r"\s+(?:yang\s+lalu|telah|sudah|pernah|lalu)\b", re.IGNORECASE)
PADA = re.compile(r"\b(?:pada|di|dalam)\s+$", re.IGNORECASE)
#: So much of a text is looked at before and behind what was found.
PANDANG = 120
#: More finds in one place are not looked for.
TERBANYAK = 50
#: Years further back are history.
LAMA = 15
USANG = re.compile(
    r"covid(?:-?\s?19)?|corona\s+virus|pandemi|ta(?:tan|tap|tat)an\s+normal\s+baru"
    r"|\bnew\s+normal\b",
    re.IGNORECASE,
)
#: Words without one of which nobody speaks of it.
PANDEMI = ("covid", "corona", "pandemi", "normal")
#: A pandemic among other disasters for which a procedure may provide.
DARURAT = re.compile(r"darurat|bencana|wabah|kahar|force\s+majeure|luar\s+biasa", re.I)
#: An office whose own code is named.
KANTOR = re.compile(
    r"sekretariat\s+daerah|setda|dinas\s+[A-Z]|badan\s+[A-Z]|inspektorat|bagian\s+[A-Z]"
    r"|kode\s+(?:unit|kantor|kecamatan|dinas|perangkat)|surat\s+(?:dari|masuk)",
    re.IGNORECASE,
)
#: The pandemic ended by Keppres 17/2023.
PASCAPANDEMI = 2024


@dataclass(frozen=True, slots=True)
class Jejak:
    """Words that a pattern found: the part of the text they stand in, and the place."""

    kata: str
    bagian: str
    span: Span


def found_in(
    place: Wacana,
    pattern: re.Pattern[str],
    wanted: Callable[[re.Match[str]], bool] = lambda _: True,
) -> list[Jejak]:
    """Return what a pattern finds in the texts of a place, up to TERBANYAK."""
    made: list[Jejak] = []
    for nama, teks in place.teks:
        if not pattern.search(teks.isi):
            continue
        for match in pattern.finditer(plain(teks.isi)):
            if len(made) < TERBANYAK and wanted(match):
                words = " ".join(match[0].split())
                span = line_of(teks, match.start())
                part = nama or (span.where if place.berbaris else "")
                made.append(Jejak(words, part, span))
    return made


def told_of(code: str, what: str, found: list[Jejak], saran: str) -> Diagnostic:
    """Return a warning of what was found, at its first place."""
    parts = tuple(dict.fromkeys(one.bagian for one in found if one.bagian))
    told = len(parts) == 1 and parts[0].startswith("baris")
    where = f" ({listed(parts)})" if parts and not told else ""
    finding = diagnose(code, f"{what}{where}", found[0].span, saran)
    return at_all(finding, (one.span for one in found))


def named_of(found: list[Jejak], limit: int = 4) -> str:
    """Return the words that were found, each once in whatever letters."""
    words = {one.kata.casefold(): one.kata for one in reversed(found)}
    return listed((f"`{one}`" for one in reversed(words.values())), limit)


def tahun_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that speaks of another year as the book's; titles aside."""
    recent = range(buku.tahun - LAMA, buku.tahun + 2)

    def stale(match: re.Match[str], of_sop: bool) -> bool:
        year = int(match[1])
        if year not in recent or year == buku.tahun or _history(match):
            return False
        yearly = TAHUNAN.search(ISIAN.sub("x", _around(match)[0]))
        return not yearly or (of_sop and year < buku.tahun - 1)

    for place in passages(buku):
        of_sop = place.nama.startswith("SOP ")
        named = dict(titles(place))
        own = tuple(
            (nama, teks)
            for nama, teks in place.teks
            if BERTAHUN.search(teks.isi) and nama not in named
        )
        found = found_in(replace(place, teks=own), TAHUN, partial(stale, of_sop=of_sop))
        if found:
            what = f"{named_of(found)} dalam buku tahun {buku.tahun}"
            typed = f"hapus tahunnya, atau tulis {buku.tahun}"
            saran = typed if of_sop else "tulis `{{ tahun }}`"
            yield told_of("SOP730", what, found, saran)


def _history(match: re.Match[str]) -> bool:
    """Return whether a year is that of something that has happened or will."""
    before, after = _around(match)
    before = ISIAN.sub("x", before)
    happened = PADA.search(before) and (TELAH.match(after) or BERNILAI.match(after))
    return bool(happened or RIWAYAT.search(before))


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind, as far as a sentence may reach."""
    text, start, end = match.string, match.start(), match.end()
    return text[max(0, start - PANDANG) : start], text[end : end + PANDANG]


def istilah_usang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that still speaks of the pandemic.

    Source: Keppres 17/2023 ended it.
    """
    if buku.tahun < PASCAPANDEMI:
        return
    for place in passages(buku):
        if not any(one in place.kecil for one in PANDEMI):
            continue
        found = found_in(place, USANG, lambda match: not _provided(match))
        if found:
            what = f"istilah masa pandemi: {named_of(found)}"
            saran = "hapus; pandemi dinyatakan berakhir dengan Keppres 17 Tahun 2023"
            yield told_of("SOP732", what, found, saran)


def _provided(match: re.Match[str]) -> bool:
    """Return whether the pandemic is one disaster among others, or a law's matter."""
    before, after = _around(match)
    near = before.rsplit(".")[-1] + after.split(".")[0]
    general = match[0].casefold() == "pandemi" and "ovid" not in near
    titled = re.search(r"[0-9]{4}\s+tentang\s[^.;]*$", before, re.I)
    return bool(titled or (general and DARURAT.search(near)))


def kode_kantor_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with the number code of another office."""
    own = buku.kecamatan.kode_unit
    area, _, rest = own.partition(".")
    if not (area.isdigit() and rest.isdigit()):
        return
    pattern = re.compile(rf"(?<![\w.]){area}\.[0-9]{{{len(rest)}}}(?![\w.]*[0-9])")
    for place in (*passages(buku), *_numbers(buku)):
        if f"{area}." not in place.kecil:
            continue
        found = found_in(place, pattern, lambda m: m[0] != own and not _named_office(m))
        if found:
            what = f"kode kantor lain: {named_of(found)}"
            numbered = place.nama.startswith("nomor keputusan ")
            other = f"; bila itu yang keliru, perbaiki {isian('kode_unit')}"
            saran = f"kode kantor ini `{own}`{other if numbered else ''}"
            yield told_of("SOP733", what, found, saran)


def _named_office(match: re.Match[str]) -> bool:
    """Return whether the office is named whose code it is."""
    return any(KANTOR.search(words) for words in _around(match))


def _numbers(buku: Buku) -> Iterator[Wacana]:
    for one in buku.keputusan:
        own = (("nomor", Teks(one.nomor, one.at("nomor"))),)
        yield Wacana(f"nomor keputusan {one.id}", one.span, own)
