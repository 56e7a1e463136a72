"""What two rules say of the same thing: an empty row, a wrong number, an early end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.sop import Sop
from sopgen.sebab.aliran import aliran_of

#: A kegiatan without waktu, and what else it lacks.
TANPA_WAKTU, KOSONG = "SOP401", (("SOP405", "kelengkapan"), ("SOP406", "output"))
#: An end in the middle of a SOP, and what is not reached behind it.
DI_TENGAH, TAK_TERCAPAI = "SOP315", "SOP302"
#: A regulation of a wrong number or title, and what else is said of its name.
KELIRU, DISEBUT = ("SOP606", "SOP607"), ("SOP611", "SOP630")
#: A unit whose head is called otherwise, and a mistyped word.
UNIT, SALAH_KETIK = "SOP122", "SOP760"
#: A row that stands twice, and the arrow that leads to itself since numbers moved.
GANDA, DIRI_SENDIRI = "SOP217", "SOP306"


def of_empty_rows(sop: Sop, own: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what a row lacks that has nothing of its mutu baku, which is told."""
    timeless = {f.span for f in own if f.code == TANPA_WAKTU}
    bare = [one for one in sop.kegiatan if one.at("waktu") in timeless]
    for code, field in KOSONG:
        places = {one.at(field) for one in bare}
        for one in own:
            rest = {*one.juga, one.span} - {row.span for row in bare}
            if one.code == code and rest and rest <= places:
                yield one


def of_early_ends(sop: Sop, own: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is not reached because a flow ends too early, which is told."""
    early = {f.span for f in own if f.code == DI_TENGAH}
    if not early:
        return
    alur = aliran_of(sop)
    ends = {one.baris for one in sop.langkah if one.at("simbol") in early}
    behind = {one.id for one in sop.langkah if one.baris - 1 in ends}
    reached = alur.reached_from(behind)
    yield from (f for f in own if f.code == TAK_TERCAPAI and alur.at([f]) & reached)


def of_wrong_bases(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is said of the name of a regulation that is wrong itself."""
    wrong = {span for f in found if f.code in KELIRU for span in (f.span, *f.juga)}
    for one in found:
        if one.code in DISEBUT and {one.span, *one.juga} <= wrong:
            yield one


def of_misspelt_units(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield a mistyped word of a unit whose head is told to have another."""
    units = {_line(span) for f in found if f.code == UNIT for span in (f.span, *f.juga)}
    for one in found:
        lines = {_line(span) for span in (one.span, *one.juga)}
        if one.code == SALAH_KETIK and lines <= units:
            yield one


def _line(span: Span) -> tuple[object, ...]:
    return span.source.path, span.source.order, span.line, span.place


def with_copied_rows(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, a row that stands twice with the arrow that it shifted."""
    every = tuple(found)
    shifted = {f.span.source: f for f in every if f.code == DIRI_SENDIRI}
    copied = {f.span.source: f for f in every if f.code == GANDA}
    for one in every:
        other = copied.get(one.span.source)
        if one.code == GANDA and one.span.source in shifted:
            continue
        if one.code == DIRI_SENDIRI and other is not None:
            message = f"{one.message}; {other.message}"
            one = replace(one, message=message, juga=(*one.juga, other.span))
        yield one
