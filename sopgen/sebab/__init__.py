"""Leave out findings that only follow from another one: one mistake is told once.

A wrong ``ke`` cuts off all that comes after it; a name that is misspelt in the list of
pelaksana is unknown in every row.  What is left out is told when its cause is mended,
unless it is mended with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Hal, Pokok, Severity
from sopgen.model.sop import Sop
from sopgen.sebab.aliran import aliran_of
from sopgen.sebab.berulang import (
    of_early_ends,
    of_empty_rows,
    of_misspelt_units,
    of_wrong_bases,
    with_copied_rows,
)
from sopgen.sebab.daftar import of_broken_list
from sopgen.sebab.isi import of_names_of_heads, of_repealed, of_same_field
from sopgen.sebab.lembar import of_lost_sheets

TAK_TERCAPAI, BUNTU, TANPA_JALAN, DUA_KALI = "SOP302", "SOP303", "SOP304", "SOP307"
TANPA_TUJUAN = "SOP301"
TAK_TERDAFTAR, MENGANGGUR = "SOP201", "SOP207"
KUNCI_KEMBAR, NAMA_KEMBAR = "SOP913", ("SOP203", "SOP204")
#: Where a flow begins, ends, answers: it shows elsewhere by symbols not understood.
UJUNG, SIMBOL = ("SOP316", "SOP317", "SOP310"), ("SOP205", "SOP949")
#: The chain of documents breaks where an arrow is lost.
RANTAI = ("SOP408", "SOP411")
#: An end from which an arrow leads back: then nothing ends.
BERLANJUT = "SOP319"
TANPA_BERKAS, TAK_DIPAHAMI, TANPA_LAMPIRAN = "SOP901", "SOP954", "SOP704"
TAK_DICETAK = "SOP759"
BAGIAN_KELIRU = frozenset({"SOP701", "SOP702", "SOP703", "SOP704"})
SALAH_KETIK, JUDUL_LAMPIRAN, DAERAH_LAIN = "SOP760", "SOP743", "SOP734"
#: Findings that name the words that differ, a mistyped one among them.
BERNAMA = frozenset(
    {"SOP221", "SOP407", "SOP734", "SOP735", "SOP743", "SOP753", "SOP756", "SOP757"}
)
#: Values that are not what their fields take.
UNSUITABLE = "SOP92"
#: More pelaksana than the paper has room for: nothing in their columns has enough.
TERLALU_BANYAK = "SOP511"
SEMPIT = frozenset({"SOP501", "SOP502", "SOP504", "SOP507", "SOP508", "SOP509"})
#: SOP that cannot be called: where a flow goes on in one nothing is drawn.
TAK_TERPANGGIL = ("SOP322", "SOP324", "SOP325")
#: Errors by which an arrow is lost: whatever cannot be read, and wrong targets.
LOSING = (
    "SOP9", TANPA_TUJUAN, TANPA_JALAN, "SOP306", *NAMA_KEMBAR, *TAK_TERPANGGIL,
)  # fmt: skip
#: Words that are told once, in the whole book or in each SOP, wherever they stand.
SAME_IN_BOOK = frozenset({"SOP101", "SOP601", "SOP702", TAK_DIPAHAMI})
SAME_IN_SOP = frozenset({"SOP201", "SOP301", "SOP304", "SOP322"})
#: What is told once in each SOP, whatever its words: a row that is gone shifts many
#: numbers, a column that is gone takes every label.
ONCE_IN_SOP = frozenset({"SOP305", "SOP306"})
#: Other places of the same mistake that are named.
NAMED = 3


def causes(found: Iterable[Diagnostic], buku: Buku | None) -> tuple[Diagnostic, ...]:
    """Return what was found in a book without what follows from another finding."""
    every = tuple(dict.fromkeys(found))
    following = {
        *(f for sop in _sop(buku) for f in _in_sop(sop, _of(sop, every))),
        *_targets_of_renamed(every),
        *_of_missing_sop(every),
        *of_broken_list(every),
        *of_repealed(every),
        *of_names_of_heads(every),
        *of_same_field(every),
        *_of_sheets_without_code(every),
        *of_lost_sheets(every),
        *_of_unknown_names(every),
        *_of_unknown_pelaksana(every),
        *_of_broken_lampiran(every, buku),
        *_of_broken_susunan(every),
        *_of_names_and_titles(every),
        *of_wrong_bases(every),
        *of_misspelt_units(every),
    }
    left = (f for f in every if f not in following)
    return tuple(with_copied_rows(_once(left)))


def _sop(buku: Buku | None) -> tuple[Sop, ...]:
    return buku.sop if buku is not None else ()


def _of(sop: Sop, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what was found in the file or on the sheet of a SOP."""
    places = {(s.span.source.path, s.span.source.order) for s in sop.langkah[:1]}
    return [f for f in found if (f.span.source.path, f.span.source.order) in places]


def _in_sop(sop: Sop, own: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what follows from another finding of the same SOP."""
    yield from _in_alur(sop, own)
    yield from of_empty_rows(sop, own)
    yield from of_early_ends(sop, own)
    if any(f.code == TERLALU_BANYAK for f in own):
        yield from (f for f in own if f.code in SEMPIT)


def _in_alur(sop: Sop, own: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what follows from a lost or a wrong arrow of a SOP."""
    single = [
        f for f in own if f.code == TANPA_JALAN and f.severity is Severity.WARNING
    ]
    losing = any(_is_error(f, LOSING) for f in own)
    if losing or any(f.code in SIMBOL for f in own):
        yield from (f for f in own if f.code in UJUNG)
    if losing:
        yield from (f for f in own if f.code in (TAK_TERCAPAI, BUNTU, *RANTAI))
        if any(f.code == KUNCI_KEMBAR for f in own):
            yield from single
        return
    if any(f.code == BERLANJUT for f in own):
        yield from (f for f in own if f.code == BUNTU)
        return
    alur = aliran_of(sop)
    lost = alur.at(own, TAK_TERCAPAI)
    first = alur.beginnings(lost)
    if len(first) <= len(single):
        first = set()
    held = alur.leaving(single)
    endless = alur.at(own, BUNTU)
    traps = set() if alur.may_end(first) else alur.traps(endless, held)
    for finding in own:
        ends = finding.code == TAK_TERCAPAI and not alur.at([finding]) & first
        turns = finding.code == BUNTU and not alur.at([finding]) & traps
        if ends or turns or (first and finding.code == DUA_KALI):
            yield finding


def _targets_of_renamed(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield unknown targets that are likely symbols whose own name is taken."""
    every = [f for f in found if f.code in NAMA_KEMBAR]
    for source in dict.fromkeys(f.span.source for f in every):
        taken = sum(f.span.source == source for f in every)
        unknown = [f for f in found if f.code == TANPA_TUJUAN]
        own = [f for f in unknown if f.span.source == source]
        if len({f.tentang for f in own}) <= taken:
            yield from own


def _of_missing_sop(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is said of the bases of a SOP whose sheet is missing."""
    absent = {f.tentang for f in _missing(found)}
    yield from (f for f in found if f.code == TAK_DIPAHAMI and f.tentang in absent)


def _of_sheets_without_code(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield missing SOP while there are as many sheets whose code is not told."""
    nameless = [f for f in found if _is_about(f, Pokok.LEMBAR_SOP)]
    missing = _missing(found)
    if len(missing) <= len(nameless):
        yield from missing


def _missing(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what is said of SOP in the list that have no file or sheet."""
    return [f for f in found if f.code == TANPA_BERKAS and _is_about(f, Pokok.SOP)]


def _is_about(finding: Diagnostic, pokok: Pokok) -> bool:
    return finding.tentang is not None and finding.tentang.pokok is pokok


def _is_error(finding: Diagnostic, codes: str | tuple[str, ...]) -> bool:
    """Tell whether a finding is an error whose code begins so."""
    return finding.severity is Severity.ERROR and finding.code.startswith(codes)


def _of_broken_susunan(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is not printed because a part of the list is not understood."""
    if any(one.code in BAGIAN_KELIRU for one in found):
        yield from (one for one in found if one.code == TAK_DICETAK)


def _of_names_and_titles(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield mistyped words of a name or title that is told by itself.

    Of a title that is wrong itself also in what its annex differs from it.
    """
    named = {
        word
        for one in found
        if one.code in BERNAMA and one.tentang
        for word in _words(one.tentang.nama)
    }
    for one in found:
        if one.code == SALAH_KETIK and one.tentang and one.tentang.nama in named:
            yield one
    others = {w for one in found if one.code == DAERAH_LAIN for w in _named(one)}
    titles = (one for one in found if one.code == JUDUL_LAMPIRAN)
    yield from (one for one in titles if _named(one) and others.issuperset(_named(one)))
    if any(_is_about(one, Pokok.JUDUL) for one in found):
        yield from (one for one in found if one.code == JUDUL_LAMPIRAN)


def _named(one: Diagnostic) -> list[str]:
    """Return the words of what a finding is about."""
    return _words(one.tentang.nama) if one.tentang else []


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"\w+", text.casefold())


def _of_unknown_names(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is missing where a name stands that is likely meant for it."""
    unknown = {f.span for f in found if f.code in ("SOP920", TAK_DIPAHAMI)}
    yield from (f for f in found if f.code == "SOP921" and f.span in unknown)


def _of_unknown_pelaksana(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield idle columns of a SOP in which a kegiatan names somebody unknown."""
    unknown = {f.span.source for f in found if f.code == TAK_TERDAFTAR}
    yield from (f for f in found if f.code == MENGANGGUR and f.span.source in unknown)


def _of_broken_lampiran(
    found: Sequence[Diagnostic], buku: Buku | None
) -> Iterator[Diagnostic]:
    """Yield what is said of a decree without lampiran that has one, written wrongly."""
    for one in buku.keputusan if buku is not None else ():
        own = one.letak.below("lampiran")
        if any(_is_error(f, UNSUITABLE) and f.span in own for f in found):
            bare = TANPA_LAMPIRAN, Hal(Pokok.KEPUTUSAN, one.id)
            yield from (f for f in found if (f.code, f.tentang) == bare)


def _once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, those of the same word in several places as one."""
    groups: dict[object, list[Diagnostic]] = {}
    for n, finding in enumerate(found):
        groups.setdefault(_same(finding) or n, []).append(finding)
    for first, *others in groups.values():
        yield _with_places(first, others) if others else first


def _same(finding: Diagnostic) -> object:
    """Return what findings of the same mistake have in common, or nothing."""
    if finding.code in SAME_IN_BOOK:
        return finding.code, finding.message
    source = finding.span.source
    if finding.code in SAME_IN_SOP | ONCE_IN_SOP:
        words = "" if finding.code in ONCE_IN_SOP else finding.message
        return finding.code, words, source.path, source.order
    return None


def _with_places(first: Diagnostic, others: Sequence[Diagnostic]) -> Diagnostic:
    here = first.span.source
    places = [
        f.span.where if f.span.source == here or f.span.place else f.span.label
        for f in others[:NAMED]
    ]
    more = len(others) - NAMED
    tail = f" dan {more} tempat lain" if more > 0 else ""
    message = f"{first.message}; juga pada {', '.join(places)}{tail}"
    return replace(first, message=message, juga=tuple(f.span for f in others))
