"""References follow what they name: rows by number, SOP by id, other things by name.

What led to a row that is deleted leads nowhere, and is a finding then; it never comes
to lead to the row that has its number now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopgen.edit.nomor import (
    Simbol,
    called,
    references,
    rows,
    symbols,
    targets,
    word,
)
from sopgen.edit.seksi import following_seksi
from sopgen.edit.wanted import applied, moved, refusal, value_at
from sopgen.model.draft import Data, Trail
from sopgen.model.kode import kode
from sopgen.model.lajur import PELAKSANA, lajur_of
from sopgen.model.suntingan import (
    DeleteRow,
    Edit,
    InsertRow,
    Langsung,
    MoveRow,
    RenameKey,
    RenamePelaksana,
    RenameSop,
    Set,
    SuntinganError,
)

#: What a reference ends in that leads nowhere: its number is that of another row now.
GONE, NEVER = "(dihapus)", "(tidak ada)"
#: Between the names of several pelaksana in one text.
AND = ";"


def steps(data: Data, edit: Edit) -> tuple[Langsung, ...]:
    """Return the edits of one file that an edit consists of, one after the other."""
    match edit:
        case RenamePelaksana():
            return tuple(_pelaksana(data, edit))
        case RenameSop():
            return tuple(_sop(data, edit))
        case _ if edit.jejak != literal(data, edit.jejak):
            return steps(data, replace(edit, jejak=literal(data, edit.jejak)))
        case _ if _counts(edit):
            made = _plainly(data, edit)
            return (made, *_following(data, made))
        case _:
            return (edit, *following_seksi(data, edit))


def _plainly(data: Data, edit: Langsung) -> Langsung:
    """Return an edit; who is left alone with a kegiatan is no list any more."""
    around, at = value_at(data, edit.jejak[:-1]), edit.jejak[-1]
    two = isinstance(around, list) and len(around) == 2 and at in (0, 1)
    if not isinstance(edit, DeleteRow) or not two:
        return edit
    if edit.jejak[-2] != "pelaksana" or not isinstance(around, list):
        return edit
    return Set(edit.berkas, edit.jejak[:-1], around[1 - int(at)])


def _counts(edit: Langsung) -> bool:
    """Tell whether an edit may change what rows are called."""
    if edit.jejak[:1] != ("kegiatan",) or isinstance(edit, RenameKey):
        return False
    last = edit.jejak[-1]
    return isinstance(last, int) or last in ("nomor", "id")


def _following(data: Data, edit: Langsung) -> Iterator[Langsung]:
    """Yield the edits by which numbers and references follow an edit of rows."""
    after = applied(data, edit)
    places = _places(data, edit)
    for step in _numbered(data, after, places, edit):
        yield step
        after = applied(after, step)
    yield from _referred(data, after, places, edit)


def _places(data: Data, edit: Langsung) -> Mapping[Trail, Trail]:
    """Return where each symbol stands after an edit; those that are gone are not in."""
    made = {}
    for one in symbols(data):
        now = _moved(one.path, data, edit)
        if now is not None:
            made[one.path] = now
    return made


def _moved(path: Trail, data: Data, edit: Langsung) -> Trail | None:
    """Return where a symbol stands after an edit."""
    depth = len(edit.jejak) - 1
    if (
        isinstance(edit, Set)
        or path[:depth] != edit.jejak[:depth]
        or len(path) <= depth
    ):
        return path
    at, number = int(path[depth]), int(edit.jejak[-1])
    match edit:
        case InsertRow():
            at += at >= number
        case DeleteRow() if at == number:
            return None
        case DeleteRow():
            at -= at > number
        case MoveRow():
            listed = value_at(data, edit.jejak[:-1])
            at = moved(len(listed or ()), edit).index(at)
        case RenameKey():
            return path
    return (*path[:depth], at, *path[depth + 1 :])


def _numbered(
    data: Data, after: Data, places: Mapping[Trail, Trail], edit: Langsung
) -> Iterator[Set]:
    """Yield new numbers for rows that were numbered in order and said so."""
    old = {places[one.path]: one for one in symbols(data) if one.path in places}
    if isinstance(edit, Set):
        return
    for n in range(len(rows(after))):
        path: Trail = ("kegiatan", n)
        before = old.get(path)
        here = next(one for one in symbols(after) if one.path == path)
        said = word(rows(after)[n], "nomor")
        if not said or before is None or not before.implied or here.implied:
            continue
        expected = _expected(after, n)
        step = Set(edit.berkas, (*path, "nomor"), expected)
        yield step
        after = applied(after, step)


def _expected(data: Data, at: int) -> str:
    """Return the nomor that a row has if it says none."""
    bare = applied(data, Set("", ("kegiatan", at, "nomor"), None))
    return next(one.nomor for one in symbols(bare) if one.path == ("kegiatan", at))


def _referred(
    data: Data, after: Data, places: Mapping[Trail, Trail], edit: Langsung
) -> Iterator[Set]:
    """Yield new words for references that would lead elsewhere."""
    before, now = targets(data), targets(after)
    called = {one.path: one for one in symbols(after)}
    for one in references(data):
        here = places.get(one.dari)
        old = before.get(one.kata)
        meant = places.get(old) if old is not None else None
        if here is None or now.get(one.kata) == meant:
            continue
        there = value_at(after, (*here, *one.sub))
        if not isinstance(there, str) or there.strip() != one.kata:
            continue
        if meant is None:
            name = f"{one.kata} {NEVER if old is None else GONE}"
        else:
            name = _name(called[meant], now, edit)
        yield Set(edit.berkas, (*here, *one.sub), name)


def _name(symbol: Simbol, now: Mapping[str, Trail], edit: Langsung) -> str:
    """Return a word that leads to a symbol, and to no other."""
    for name in (symbol.nomor if symbol.main else "", symbol.id):
        if name and now.get(name) == symbol.path:
            return name
    pesan = f"nomor `{symbol.nomor}` akan dipakai dua kegiatan; ubah nomornya dahulu"
    raise refusal(pesan, edit)


def _pelaksana(data: Data, edit: RenamePelaksana) -> Iterator[Set]:
    """Yield the edits that give a pelaksana another name, in the list at last.

    A cell with several names is read by what the list knows.
    """
    lanes = list(lajur_of(value_at(data, (PELAKSANA,))))
    if _one(edit.lama) not in [_one(lane.nama) for lane in lanes]:
        pesan = f"pelaksana `{edit.lama}` tidak ada dalam daftar"
        raise SuntinganError(pesan, edit.berkas, (PELAKSANA,))
    for one in symbols(data):
        path = (*one.path, PELAKSANA)
        found = value_at(data, path)
        if isinstance(found, list):
            for n, name in enumerate(found):
                yield from _renamed(name, (*path, n), edit)
        else:
            yield from _renamed(found, path, edit)
    for lane in lanes:
        yield from _renamed(lane.nama, lane.jejak, edit)


def _renamed(found: Data | None, path: Trail, edit: RenamePelaksana) -> Iterator[Set]:
    """Yield the edit of a text that names a pelaksana, alone or among others."""
    if not isinstance(found, str):
        return
    if _one(found) == _one(edit.lama):
        yield Set(edit.berkas, path, edit.baru)
        return
    parts = [_one(part) for part in found.split(AND)]
    if len(parts) > 1 and _one(edit.lama) in parts:
        old = _one(edit.lama)
        names = (edit.baru if part == old else part for part in parts)
        yield Set(edit.berkas, path, f"{AND} ".join(names))


def _one(name: str) -> str:
    return " ".join(name.split())


def _sop(data: Data, edit: RenameSop) -> Iterator[Langsung]:
    """Yield the edits of a file that give a SOP another id, wherever it names it."""
    for place, named in called(data):
        if _same(named, edit.lama):
            yield Set(edit.berkas, place, edit.baru)
    for n, one in enumerate(_listed(value_at(data, ("sop",)))):
        path: Trail = ("sop", n, "id")
        if _same(value_at(one, ("id",)), edit.lama):
            yield Set(edit.berkas, path, edit.baru)
    for n, one in enumerate(_listed(value_at(data, ("keputusan",)))):
        for key in _sebutan(one):
            if _same(str(key[-1]), edit.lama):
                yield RenameKey(edit.berkas, ("keputusan", n, *key), edit.baru)


def _sebutan(keputusan: Data) -> Iterator[Trail]:
    """Yield where the annexes of a decree, one or several, name a SOP by its id."""
    listed = value_at(keputusan, ("lampiran",))
    several = [(k,) for k in range(len(listed))] if isinstance(listed, list) else [()]
    for number in several:
        path: Trail = ("lampiran", *number, "sebutan")
        found = value_at(keputusan, path)
        yield from ((*path, key) for key in (found if isinstance(found, dict) else ()))


def literal(data: Data, jejak: Trail) -> Trail:
    """Return a trail with its keys as they are written: codes in other letters, too."""
    made: list[str | int] = []
    for step in jejak:
        around = value_at(data, tuple(made))
        if isinstance(step, str) and isinstance(around, dict) and step not in around:
            alike = [key for key in around if kode(key) == step]
            step = alike[0] if len(alike) == 1 else step
        made.append(step)
    return tuple(made)


def _same(word_: Data | None, id_: str) -> bool:
    return isinstance(word_, str) and (kode(word_) or word_) == (kode(id_) or id_)


def _listed(found: Data | None) -> list[Data]:
    return found if isinstance(found, list) else []
