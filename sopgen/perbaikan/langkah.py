"""A cure, by places → edits of the fields that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from sopgen.model.diagnostic import Span
from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Beri, Hapus, Perbaikan, Susun, Tindakan, Tulis
from sopgen.model.suntingan import (
    DeleteRow,
    GantiBaris,
    InsertRow,
    MoveRow,
    RenameKey,
    RenamePelaksana,
    Set,
    SuntinganSpec,
)
from sopgen.perbaikan.hasil import Ubahan
from sopgen.spec.jejak import Isian, Tempat

#: The words of a basis that is cited by its id, too.
TEKS = "teks"
DIHAPUS, BELUM_ADA = "(dihapus)", "(belum ada)"


class UnknownFieldError(Exception):
    """No field, or not exactly one, is what a cure speaks of."""


@dataclass(frozen=True, slots=True)
class Langkah:
    """Edits that belong together, what they touch, and what is told of them."""

    isian: tuple[SuntinganSpec, ...]
    baris: tuple[SuntinganSpec, ...]
    sentuh: frozenset[tuple[str, Trail]]
    ubahan: tuple[Ubahan, ...]

    @property
    def edits(self) -> tuple[SuntinganSpec, ...]:
        """Return all edits, those after which rows stand elsewhere last."""
        return (*self.isian, *self.baris)


def find_edits(perbaikan: Perbaikan, tempat: Tempat) -> Langkah:
    """Return the edits of a cure; raises UnknownFieldError."""
    made = [_edit(one, tempat) for one in perbaikan.tindakan]
    return Langkah(
        isian=tuple(e for one in made for e in one.isian),
        baris=tuple(e for one in made for e in one.baris),
        sentuh=frozenset().union(*(one.sentuh for one in made)),
        ubahan=tuple(u for one in made for u in one.ubahan),
    )


def _edit(one: Tindakan, tempat: Tempat) -> Langkah:
    match one:
        case Tulis():
            return _written(one, tempat)
        case Beri():
            return _given(one, tempat)
        case Hapus():
            return _deleted(one, tempat)
        case Susun():
            return _arranged(one, tempat)
        case _:
            assert_never(one)


def _field(edit: SuntinganSpec, jejak: Trail, ubahan: Ubahan) -> Langkah:
    return Langkah((edit,), (), frozenset(((edit.berkas, jejak),)), (ubahan,))


def _written(one: Tulis, tempat: Tempat) -> Langkah:
    """Return the edit of the field, key or line that holds the text."""
    told = Ubahan(one.tempat, one.lama, one.baru)
    fields = [f for f in _texts(one.tempat, tempat) if _same(f.nilai, one.lama)]
    if len(fields) == 1:
        return _field(_text_edit(fields[0], one), fields[0].jejak, told)
    keys = [k for k in tempat.keys_at(one.tempat) if k.nilai == one.lama]
    if not fields and len(keys) == 1:
        key = keys[0]
        renamed = RenameKey(key.berkas, key.jejak, one.baru)
        return _field(renamed, key.jejak, told)
    if not fields and (nama := tempat.text_of(one.tempat)):
        line = one.tempat.line
        edit = GantiBaris(nama, line, one.lama, one.baru)
        return _field(edit, (line,), told)
    raise UnknownFieldError


def _texts(span: Span, tempat: Tempat) -> Iterator[Isian]:
    """Yield the texts at a place, those of a basis that is cited by its id, too."""
    for one in tempat.at(span):
        if isinstance(one.nilai, dict) and TEKS in one.nilai:
            yield Isian(one.berkas, (*one.jejak, TEKS), one.nilai[TEKS])
        else:
            yield one


def _same(nilai: object, lama: str) -> bool:
    return isinstance(nilai, str) and nilai.strip() == lama.strip()


def _text_edit(found: Isian, one: Tulis) -> SuntinganSpec:
    """Return the edit of a text; of a pelaksana it is his name wherever it stands."""
    jejak = found.jejak
    if found.berkas.startswith("sop/") and jejak[:1] == ("pelaksana",):
        return RenamePelaksana(found.berkas, found.nilai, one.baru)
    old, new = one.lama.strip(), one.baru.strip()
    return Set(found.berkas, jejak, str(found.nilai).replace(old, new, 1))


def _given(one: Beri, tempat: Tempat) -> Langkah:
    """Return the edit of a field of what stands at a place."""
    found = [f for f in tempat.at(one.tempat) if _fits(f, one)]
    if len(found) != 1:
        raise UnknownFieldError
    berkas, jejak = found[0].berkas, (*found[0].jejak, *one.isian)
    old = found[0].nilai
    for step in one.isian:
        old = old.get(step) if isinstance(old, dict) else None
    was = BELUM_ADA if one.di is not None and not old else _shown(old)
    told = Ubahan(one.di or one.tempat, was, _shown(one.nilai))
    edits = tuple(_giving(berkas, jejak, old, one.nilai))
    touched = frozenset(((berkas, jejak),))
    if isinstance(edits[0], InsertRow):
        return Langkah((), edits, touched, (told,))
    return Langkah(edits, (), touched, (told,))


def _giving(
    berkas: str, jejak: Trail, old: Any, new: Data | None
) -> Iterator[Set | InsertRow]:
    """Yield the edits that give a field its value: of a list only what it lacks."""
    both = isinstance(new, list) and isinstance(old, list)
    if not both or [one for one in new or () if one in old] != old:
        yield Set(berkas, jejak, new)
    else:
        yield from (
            InsertRow(berkas, (*jejak, n), one)
            for n, one in enumerate(new or ())
            if one not in old
        )


def _fits(found: Isian, one: Beri) -> bool:
    """Tell whether a field is of the kind that a cure speaks of."""
    if one.isian:
        return isinstance(found.nilai, dict) and (
            one.di is not None or one.isian[0] in found.nilai
        )
    return isinstance(found.nilai, list) or one.nilai is None


def _shown(nilai: Data | None) -> str:
    if nilai is None:
        return DIHAPUS
    return nilai if isinstance(nilai, str) else ", ".join(map(str, nilai))


def _row(span: Span, tempat: Tempat) -> Isian:
    """Return the row of a list that stands at a place."""
    found = [f for f in tempat.at(span) if f.jejak and isinstance(f.jejak[-1], int)]
    if len(found) != 1:
        raise UnknownFieldError
    return found[0]


def _deleted(one: Hapus, tempat: Tempat) -> Langkah:
    row = _row(one.tempat, tempat)
    told = Ubahan(one.tempat, _words(row), DIHAPUS)
    edit = DeleteRow(row.berkas, row.jejak)
    return Langkah((), (edit,), frozenset(((row.berkas, row.jejak[:-1]),)), (told,))


def _words(row: Isian) -> str:
    """Return what a row says, in a line."""
    if isinstance(row.nilai, dict):
        return ", ".join(f"{k}: {v}" for k, v in row.nilai.items())
    return str(row.nilai)


def _arranged(one: Susun, tempat: Tempat) -> Langkah:
    """Return the moves that put the rows of a list in another order."""
    rows = [_row(span, tempat) for span in one.baris]
    berkas, daftar = rows[0].berkas, rows[0].jejak[:-1]
    numbers = [int(row.jejak[-1]) for row in rows]
    if any((r.berkas, r.jejak[:-1]) != (berkas, daftar) for r in rows):
        raise UnknownFieldError
    if sorted(numbers) != list(range(len(rows))):
        raise UnknownFieldError
    moves = tuple(_moves(berkas, daftar, numbers))
    told = tuple(_moved(one, rows))
    return Langkah((), moves, frozenset(((berkas, daftar),)), told)


def _moved(one: Susun, rows: Sequence[Isian]) -> Iterator[Ubahan]:
    """Yield each row that gets another number."""
    for new, (span, row) in enumerate(zip(one.baris, rows, strict=True)):
        old, words = int(row.jejak[-1]), _words(row).rstrip(" .;,")
        if old != new:
            yield Ubahan(
                span, f"urutan {old + 1}: {words}", f"urutan {new + 1}: {words}"
            )


def _moves(berkas: str, daftar: Trail, wanted: list[int]) -> Iterator[MoveRow]:
    now = sorted(wanted)
    for to, number in enumerate(wanted):
        at = now.index(number)
        if at != to:
            yield MoveRow(berkas, (*daftar, at), to)
            now.insert(to, now.pop(at))
