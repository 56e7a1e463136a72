"""Apply cures round after round, until nothing is left that is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Perbaikan
from sopgen.model.suntingan import SuntinganError, SuntinganSpec
from sopgen.perbaikan.hasil import Diperbaiki, Hasil, Ubahan
from sopgen.perbaikan.langkah import Langkah, UnknownFieldError, find_edits
from sopgen.perbaikan.salinan import Salinan, copied
from sopgen.pipeline import examine_alone, skim
from sopgen.spec.jejak import read_places
from sopgen.suntingan import Disunting

#: More rounds than this are not gone: cures that go on undo each other.
PUTARAN = 12
LEPAS = "isian yang dimaksud tidak dapat ditentukan; perbaiki dengan tangan"
MEMPERBURUK = "akan menimbulkan kesalahan lain: {}"

Asked = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Calon:
    """A cure that may be applied now, and the finding that it mends."""

    temuan: Diagnostic
    perbaikan: Perbaikan
    langkah: Langkah


@dataclass(slots=True)
class Keadaan:
    """What was done so far; ``ditolak`` are cures that are not tried again.

    ``lepas`` is what the last round found no field for.
    """

    salinan: Salinan
    diperbaiki: list[Diperbaiki] = field(default_factory=list)
    ditolak: dict[Perbaikan, Diperbaiki] = field(default_factory=dict)
    lepas: list[Diperbaiki] = field(default_factory=list)

    def refuse(self, calon: Calon, sebab: str) -> None:
        """Keep in mind that a cure cannot be applied, and why."""
        made = self.about(calon.temuan)
        self.ditolak[calon.perbaikan] = replace(made, ditolak=sebab)

    def about(self, temuan: Diagnostic, ubahan: Iterable[Ubahan] = ()) -> Diperbaiki:
        """Return what is told of a finding, at its place in the spec itself."""
        home = self.salinan.at_home
        told = tuple(replace(one, tempat=home(one.tempat)) for one in ubahan)
        return Diperbaiki(temuan.code, temuan.message, home(temuan.span), told)


def mend(place: Path, asked: Asked) -> Hasil:
    """Return a spec after all certain cures of the codes asked for.

    Nothing is written.  Raises OSError where the spec cannot be read.
    """
    with copied(place) as salinan:
        before = examine_alone(salinan.place).findings
        state = Keadaan(salinan)
        for _ in range(PUTARAN):
            if not _round(state, asked):
                break
        return _checked(state, before, asked)


def _checked(state: Keadaan, before: Sequence[Diagnostic], asked: Asked) -> Hasil:
    """Return what came of it, or why nothing does: it would make the spec worse."""
    salinan = state.salinan
    after = examine_alone(salinan.place).findings if state.diperbaiki else before
    worse = _worse(before, after)
    done = tuple(state.diperbaiki)
    refused = tuple(dict.fromkeys((*state.ditolak.values(), *state.lepas)))
    if worse:
        salinan.back(salinan.lama)
        why = MEMPERBURUK.format(worse)
        refused = (*(replace(d, ubahan=(), ditolak=why) for d in done), *refused)
        done, after = (), before
    changes = salinan.changes()
    data = b"" if salinan.place.is_dir() or not changes else changes[0].baru or b""
    rest = tuple(salinan.told(one) for one in after if asked(one.code))
    return Hasil(Disunting(changes, ()), done, refused, rest, data)


def _worse(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> str:
    """Return the first error that was not there before, or nothing."""
    known = Counter(one.code for one in before if one.severity is Severity.ERROR)
    for one in after:
        if one.severity is Severity.ERROR:
            known[one.code] -= 1
            if known[one.code] < 0:
                return f"{one.code} {one.message}"
    return ""


def _round(state: Keadaan, asked: Asked) -> bool:
    """Apply all cures that can be applied together; tell whether there were any."""
    found = skim(state.salinan.place).findings
    wanted = [one for one in found if asked(one.code)]
    # Where rows go or move, fields stand elsewhere: those are written before.
    chosen = sorted(_chosen(state, wanted), key=lambda one: bool(one.langkah.baris))
    if chosen:
        _apply(state, chosen, found)
    return bool(chosen)


def _chosen(state: Keadaan, found: Iterable[Diagnostic]) -> Iterator[Calon]:
    """Yield cures none of which touches what another one does."""
    tempat = read_places(state.salinan.place)
    touched: set[tuple[str, Trail]] = set()
    state.lepas.clear()
    for temuan in found:
        for perbaikan in temuan.perbaikan:
            if perbaikan in state.ditolak:
                continue
            try:
                langkah = find_edits(perbaikan, tempat)
            except UnknownFieldError:
                state.lepas.append(replace(state.about(temuan), ditolak=LEPAS))
                continue
            if touched.isdisjoint(langkah.sentuh):
                touched |= langkah.sentuh
                yield Calon(temuan, perbaikan, langkah)


def _edits(chosen: Iterable[Calon]) -> list[SuntinganSpec]:
    """Return the edits of cures, those after which rows stand elsewhere last."""
    every = [one.langkah for one in chosen]
    made = [edit for one in every for edit in one.isian]
    return made + [edit for one in every for edit in one.baris]


def _apply(
    state: Keadaan, group: Sequence[Calon], before: Sequence[Diagnostic]
) -> None:
    """Apply cures together, else in halves; of one alone it is told why not."""
    old = state.salinan.files()
    why = _tried(state, group, before)
    if not why:
        state.diperbaiki += [state.about(c.temuan, c.langkah.ubahan) for c in group]
        return
    state.salinan.back(old)
    if len(group) == 1:
        state.refuse(group[0], why)
        return
    half = len(group) // 2
    _apply(state, group[:half], before)
    _apply(state, group[half:], before)


def _tried(state: Keadaan, group: Sequence[Calon], before: Sequence[Diagnostic]) -> str:
    """Apply cures to the copy; return why it must not be."""
    told = [ubahan for one in group for ubahan in one.langkah.ubahan]
    try:
        state.salinan.edit(_edits(group), told)
    except SuntinganError as error:
        return error.pesan
    worse = _worse(before, skim(state.salinan.place).findings)
    return MEMPERBURUK.format(worse) if worse else ""
