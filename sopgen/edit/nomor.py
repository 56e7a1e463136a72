"""What each symbol of a SOP is called, and which one each name leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.tujuan import SOP, sop_of

Row: TypeAlias = dict[str, Data]


@dataclass(frozen=True, slots=True)
class Simbol:
    """A symbol: where it stands, the nomor of its row, its own id or the implied one.

    ``implied`` tells that the row would have its nomor without saying so.
    """

    path: Trail
    nomor: str
    id: str
    own: bool
    implied: bool

    @property
    def main(self) -> bool:
        """Tell whether it is that of the kegiatan itself."""
        return len(self.path) == 2


def rows(data: Data) -> list[Row]:
    """Return the kegiatan of a SOP, those that are no mapping as blank ones."""
    listed = data.get("kegiatan") if isinstance(data, dict) else None
    every = listed if isinstance(listed, list) else []
    return [one if isinstance(one, dict) else {} for one in every]


def word(row: Row, key: str) -> str:
    """Return a text of a row, without spaces around it."""
    found = row.get(key)
    return found.strip() if isinstance(found, str) else ""


def symbols(data: Data) -> Iterator[Simbol]:
    """Yield every symbol with the name it has in ``ke`` and ``tembusan``."""
    last = 0
    for n, row in enumerate(rows(data)):
        expected, nomor = str(last + 1), word(row, "nomor")
        nomor = nomor or expected
        short = nomor.isdecimal() and len(nomor) < 10
        last = int(nomor) if short else last + 1
        path: Trail = ("kegiatan", n)
        own, implied = word(row, "id"), nomor == expected
        yield Simbol(path, nomor, own or nomor, bool(own), implied)
        for k, more in enumerate(further(row)):
            own = word(more, "id")
            letter = chr(ord("a") + k) if k < 26 else f"z{k}"
            inner = (*path, "tambahan", k)
            yield Simbol(inner, nomor, own or f"{nomor}{letter}", bool(own), implied)


def further(row: Row) -> list[Row]:
    """Return the further symbols of a kegiatan."""
    found = row.get("tambahan")
    every = found if isinstance(found, list) else []
    return [one if isinstance(one, dict) else {} for one in every]


def targets(data: Data) -> Mapping[str, Trail]:
    """Return what each word names: a symbol by its id, else by nomor; the first."""
    every = list(symbols(data))
    numbers = {one.nomor: one.path for one in reversed(every) if one.main}
    return {**numbers, **{one.id: one.path for one in reversed(every)}}


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Where a symbol names another one, as seen from it, and the word it uses."""

    dari: Trail
    sub: Trail
    kata: str


def references(data: Data) -> Iterator[Rujukan]:
    """Yield every place where a symbol names another one."""
    for one in symbols(data):
        row = rows(data)[int(one.path[1])]
        symbol = row if one.main else further(row)[int(one.path[3])]
        for key in ("ke", "tembusan"):
            for sub, found in _words(symbol.get(key), (key,)):
                yield Rujukan(one.path, sub, found)


def called(data: Data) -> Iterator[tuple[Trail, str]]:
    """Yield every place where a symbol names another SOP, and the word it uses."""
    for one in symbols(data):
        row = rows(data)[int(one.path[1])]
        symbol = row if one.main else further(row)[int(one.path[3])]
        if own := word(symbol, SOP):
            yield (*one.path, SOP), own
        for path, target in _targets(symbol.get("ke"), (*one.path, "ke")):
            found = sop_of(target)
            if found is not None:
                yield (*path, SOP), found


def _targets(found: Data | None, path: Trail) -> Iterator[tuple[Trail, Data]]:
    """Yield what an arrow may lead to, and where it stands."""
    if isinstance(found, list):
        for n, one in enumerate(found):
            yield from _targets(one, (*path, n))
    elif isinstance(found, dict) and sop_of(found) is None:
        for label, one in found.items():
            yield from _targets(one, (*path, label))
    elif found:
        yield path, found


def _words(found: Data | None, path: Trail) -> Iterator[tuple[Trail, str]]:
    for place, target in _targets(found, path):
        if isinstance(target, str) and target.strip():
            yield place, target.strip()
