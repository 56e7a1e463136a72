"""Rules about the SOP that SOP call: by a step, or where their flow goes on (3xx)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sopgen.lint.alur import closure
from sopgen.lint.keterkaitan import NIHIL, related
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import at_all, forbid_final, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.draft import Data
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Beri, Perbaikan
from sopgen.model.sop import Langkah, Sop, Status

AWALAN = "SOP "


@dataclass(frozen=True, slots=True)
class Panggilan:
    """A symbol by which a SOP calls another: as a step, or to go on there."""

    dari: Sop
    ke: Sop
    langkah: Langkah

    @property
    def span(self) -> Span:
        """Return where it is written."""
        return self.langkah.at("sop")

    @property
    def nomor(self) -> str:
        """Return the nomor of its kegiatan."""
        return self.dari.kegiatan[self.langkah.baris].nomor


def panggilan_of(buku: Buku) -> tuple[Panggilan, ...]:
    """Return every call of a book, in the order of its SOP."""
    known = {sop.id: sop for sop in buku.sop}
    return tuple(
        Panggilan(sop, known[one.sop], one)
        for sop in buku.sop
        for one in sop.langkah
        if one.sop in known
    )


def panggilan_melingkar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each circle of SOP that call each other, once.

    A step that is a SOP waits for its end, which never comes then; where all only hand
    the flow on it may end at another exit.
    """
    calls = panggilan_of(buku)
    ways: dict[str, list[str]] = {}
    for one in calls:
        ways.setdefault(one.dari.id, []).append(one.ke.id)
    told: set[str] = set()
    for one in sorted(calls, key=lambda call: call.langkah.beralih):
        back = _path(one.ke.id, one.dari.id, ways)
        if not back or one.dari.id in told:
            continue
        told |= closure([one.dari.id], _among(ways, one.dari.id))
        yield _circle(one, back, calls)


def _among(ways: Mapping[str, list[str]], start: str) -> dict[str, list[str]]:
    """Return the calls among the SOP from which a SOP is called again."""
    reached = closure([start], ways)
    inside = {id_ for id_ in reached if start in closure(ways.get(id_, []), ways)}
    return {id_: [ke for ke in ways[id_] if ke in inside] for id_ in inside}


def _path(start: str, end: str, ways: Mapping[str, list[str]]) -> list[str]:
    """Return the shortest way of calls from a SOP to another, nothing without one."""
    before: dict[str, str] = {start: ""}
    waiting = [start]
    for here in waiting:
        for one in ways.get(here, ()):
            if one not in before:
                before[one] = here
                waiting.append(one)
    made = [end] if end in before else []
    while made and before[made[-1]]:
        made.append(before[made[-1]])
    return made[::-1]


def _circle(
    first: Panggilan, back: Sequence[str], calls: Sequence[Panggilan]
) -> Diagnostic:
    """Return the finding for a circle: it begins with a call, and leads back."""
    ids = [first.dari.id, *back]
    names = {one.ke.id: one.langkah.sebutan for one in calls}
    way = " → ".join(names[id_] for id_ in ids)
    steps = pairwise(ids[1:])
    along = (next(c for c in calls if (c.dari.id, c.ke.id) == step) for step in steps)
    every = (first, *along)
    waits = not all(one.langkah.beralih for one in every)
    message = f"SOP saling memanggil dalam lingkaran: {way}"
    saran = "hapus salah satu panggilan, supaya alurnya dapat selesai"
    told = (
        diagnose("SOP326", message, first.span, saran)
        if waits
        else diagnose_lightly("SOP326", message, first.span, saran)
    )
    return at_all(told, (one.span for one in every))


def panggilan_draf(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in force that calls one which is still a draft."""
    for sop, calls in _by_sop(buku):
        drafts = [one for one in calls if one.ke.status is Status.DRAF]
        if drafts and sop.status is Status.BERLAKU:
            names = listed(dict.fromkeys(one.langkah.sebutan for one in drafts))
            message = f"yang dipanggil masih draf: {names}"
            saran = f"setelah SOP itu diperiksa tulis {isian('status', 'berlaku')}"
            told = forbid_final("SOP327", message, drafts[0].span, saran)
            yield at_all(told, (one.span for one in drafts))


def panggilan_tak_terkait(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that calls one which it does not name as related."""
    meant = dict(zip((sop.id for sop in buku.sop), related(buku), strict=True))
    for sop, calls in _by_sop(buku):
        named = {buku.sop[n].id for n in meant[sop.id] if n is not None}
        absent = [c for c in calls if c.ke.id not in named and not _said(c.ke, sop)]
        names = dict.fromkeys(_as_written(one.ke, sop) for one in absent)
        if absent:
            shown = listed(f"`{nama}`" for nama in names)
            message = f"yang dipanggil tidak ada pada {isian('keterkaitan')}: {shown}"
            saran = "tambahkan, supaya lembar identitas menyebut SOP yang sama"
            told = diagnose("SOP328", message, absent[0].span, saran)
            told = told.cured_by(_related(sop, list(names)))
            yield at_all(told, (one.span for one in absent))


def _by_sop(buku: Buku) -> Iterator[tuple[Sop, list[Panggilan]]]:
    """Yield each SOP that calls others, with its calls."""
    made: dict[str, list[Panggilan]] = {}
    for one in panggilan_of(buku):
        made.setdefault(one.dari.id, []).append(one)
    yield from ((calls[0].dari, calls) for calls in made.values())


def _said(called: Sop, sop: Sop) -> bool:
    """Return whether a SOP has all words of another one's name among its related."""
    words = set(split_words(called.nama))
    return any(words <= set(split_words(text)) for text in sop.identitas.keterkaitan)


def _as_written(called: Sop, sop: Sop) -> str:
    """Return the name of a SOP as its caller writes such names."""
    others = [text for text in sop.identitas.keterkaitan if not NIHIL.fullmatch(text)]
    bare = called.nama.removeprefix(AWALAN)
    usual = not others or any(text.upper().startswith(AWALAN) for text in others)
    return f"{AWALAN}{bare}" if usual else bare


def _related(sop: Sop, names: Sequence[str]) -> Perbaikan | None:
    """Return the cure that names SOP as related; "tidak ada" makes room for them."""
    place = sop.letak.at()
    if place is None:
        return None
    kept = [text for text in sop.identitas.keterkaitan if not NIHIL.fullmatch(text)]
    nilai: list[Data] = [*kept, *names]
    here = sop.at("keterkaitan")
    return Perbaikan((Beri(place, nilai, ("keterkaitan",), di=here),))
