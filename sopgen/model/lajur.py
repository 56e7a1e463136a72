"""The list of pelaksana as it is written: names, and groups that hold names.

    pelaksana:
      - {kelompok: Desa, pelaksana: [Pemohon, Kepala Desa]}
      - Camat

Of a group that is written otherwise as much is understood as can be: its mistake is
told, and the pelaksana in it are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass

PELAKSANA, KELOMPOK = "pelaksana", "kelompok"


@dataclass(frozen=True, slots=True)
class Lajur:
    """A pelaksana in the list: the name, the trail to it, and the group if any."""

    nama: str
    jejak: Trail
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group in the list; ``jejak`` leads to it, ``judul`` to its name.

    ``dalam`` are groups in it, which have no heading of their own.
    """

    nama: str
    jejak: Trail
    judul: Trail
    lajur: tuple[Lajur, ...]
    dalam: tuple[Kelompok, ...] = ()


def entries_of(listed: Any) -> Iterator[Lajur | Kelompok]:
    """Yield what a list of pelaksana holds; what is neither is left out."""
    if isinstance(listed, list):
        yield from _entries(listed, (PELAKSANA,), "")
    for key, held in listed.items() if isinstance(listed, Mapping) else ():
        yield _group({key: held}, (PELAKSANA,), "")


def lajur_of(listed: Any) -> Iterator[Lajur]:
    """Yield every pelaksana of a list in its order, those of groups among them."""
    for one in entries_of(listed):
        yield from _lajur(one)


def _lajur(one: Lajur | Kelompok) -> tuple[Lajur, ...]:
    return (one,) if isinstance(one, Lajur) else one.lajur


def _entries(listed: Any, jejak: Trail, group: str) -> Iterator[Lajur | Kelompok]:
    """Yield what a list holds; a lone name is as good as a list of it."""
    if isinstance(listed, str):
        yield Lajur(listed.strip(), jejak, group)
    for n, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, str):
            yield Lajur(one.strip(), (*jejak, n), group)
        elif isinstance(one, Mapping):
            yield _group(one, (*jejak, n), group)


def _group(one: Mapping[str, Any], jejak: Trail, outer: str) -> Kelompok:
    """Return a group; what is in it stands below the outermost name."""
    key = _of(one, PELAKSANA, list)
    named = _of({k: v for k, v in one.items() if k != key}, KELOMPOK, str)
    if key != PELAKSANA and named not in one:
        nama, judul = key, (*jejak, key)
    else:
        nama, judul = str(one.get(named, "")).strip(), (*jejak, named)
    found = [*_entries(one.get(key), (*jejak, key), outer or nama)]
    return Kelompok(
        nama,
        jejak,
        judul,
        tuple(lane for each in found for lane in _lajur(each)),
        tuple(each for each in found if isinstance(each, Kelompok)),
    )


def _of(one: Mapping[str, Any], key: str, kind: type[Any]) -> str:
    """Return a key, or the only one that holds a value of its kind instead."""
    if key in one:
        return key
    others = [k for k, v in one.items() if isinstance(v, kind)]
    return others[0] if len(others) == 1 else key


def listed_of(lajur: Sequence[Lajur]) -> list[Data]:
    """Return the list that says these pelaksana, neighbours of a group together."""
    made: list[Data] = []
    names: list[Data] = []
    last = ""
    for one in lajur:
        if not one.kelompok:
            made.append(one.nama)
        elif one.kelompok == last:
            names.append(one.nama)
        else:
            names = [one.nama]
            made.append({KELOMPOK: one.kelompok, PELAKSANA: names})
        last = one.kelompok
    return made
