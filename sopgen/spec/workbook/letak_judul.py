"""Headings of the table of a SOP that are changed or gone: known by their neighbours.

The columns stand in the order in which they are written.  Where as many headings lack
between two that are known as there are columns between them, it is certain which is
which; at the left edge the sheet itself is a neighbour, at the right there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sopgen.model.nilai import dataclass
from sopgen.model.salah_ketik import nearest
from sopgen.spec.workbook.cells import Cell
from sopgen.spec.workbook.lembar import Kolom

#: Columns that stand several times, with how many of each are written at least.
EXITS, COPIES = 3, 2


@dataclass(frozen=True, slots=True)
class Celah:
    """Columns between two known headings, and the keys that lack there.

    ``tepi`` tells that there is no heading on the right.
    """

    columns: range
    keys: tuple[str, ...]
    tepi: bool = False


def is_of_sop(table: Sequence[Kolom]) -> bool:
    """Tell whether a table is that of a SOP, whose headings may be changed."""
    return any(column.key == "ke" for column in table)


def without_number(found: Mapping[str, int]) -> dict[str, int]:
    """Return the columns that lost their number: others of the kind have one."""
    numbered = {key.partition(" ")[0] for key in found if " " in key}
    return {key: column for key, column in found.items() if key in numbered}


def judul_of(key: str, table: Sequence[Kolom]) -> str:
    """Return the heading of a column as it is written."""
    name, _, number = key.partition(" ")
    judul = next((c.judul for c in table if c.key == name), name)
    return f"{judul} {number}".strip()


def placed(
    found: Mapping[str, int], others: Sequence[Cell], table: Sequence[Kolom]
) -> dict[str, int]:
    """Return the columns that are known by their place, by their keys.

    ``found`` are those with headings that are known, ``others`` the other cells of
    the row.
    """
    made: dict[str, int] = {}
    for celah in gaps(found, table):
        if len(celah.columns) == len(celah.keys) and not celah.tepi:
            made |= dict(zip(celah.keys, celah.columns, strict=True))
            continue
        for cell in others:
            names = {judul_of(key, table): key for key in celah.keys}
            close = nearest(cell.text, names) if cell.column in celah.columns else []
            if len(close) == 1 and names[close[0]] not in made:
                made[names[close[0]]] = cell.column
    return made


def gaps(found: Mapping[str, int], table: Sequence[Kolom]) -> Iterator[Celah]:
    """Yield where headings lack: between two known ones, or at an edge."""
    every = _orders(found, table)
    known = sorted(found.items(), key=lambda one: one[1])
    for (left, a), (right, b) in pairwise((("", 0), *known)):
        fitting = [keys for keys in (_between(left, right, o) for o in every) if keys]
        lacking = [tuple(k for k in keys if k not in found) for keys in fitting]
        exact = [keys for keys in lacking if len(keys) == b - a - 1]
        for keys in (exact or lacking)[:1]:
            if keys:
                yield Celah(range(a + 1, b), keys)
    if known:
        last, a = known[-1]
        order = every[0]
        behind = order[order.index(last) + 1 :] if last in order else ()
        keys = tuple(key for key in behind if key not in found)
        if keys:
            yield Celah(range(a + 1, a + 2 + len(keys)), keys, tepi=True)


def _between(left: str, right: str, order: Sequence[str]) -> tuple[str, ...]:
    """Return the keys from one to another in an order, the second among them."""
    if right not in order or (left and left not in order):
        return ()
    start = order.index(left) + 1 if left else 0
    return tuple(order[start : order.index(right) + 1])


def _orders(found: Mapping[str, int], table: Sequence[Kolom]) -> list[list[str]]:
    """Return the orders in which the columns may be written, the likeliest first."""
    exits = max(_count(found, "ke"), _count(found, "jawaban"))
    copies = _count(found, "tembusan")
    tries = ((exits, copies), (max(exits, EXITS), max(copies, COPIES)))
    every = (*tries, (exits, tries[1][1]), (tries[1][0], copies))
    return [list(_order(found, table, n, m)) for n, m in dict.fromkeys(every)]


def _order(
    found: Mapping[str, int], table: Sequence[Kolom], exits: int, copies: int
) -> Iterator[str]:
    for column in table:
        key = column.key
        if key == "jawaban":
            yield from _alone(found, "jawaban", "ke")
            for n in range(1, exits + 1):
                yield from (f"jawaban {n}", f"ke {n}")
        elif key == "tembusan":
            yield from _alone(found, key)
            yield from (f"tembusan {n}" for n in range(1, copies + 1))
        elif key != "ke" and (not column.jarang or key in found):
            yield key


def _alone(found: Mapping[str, int], *keys: str) -> Iterator[str]:
    """Yield the columns that stand several times and have no number."""
    yield from (key for key in keys if key in found)


def _count(found: Mapping[str, int], key: str) -> int:
    """Return the highest number of a column that stands several times."""
    numbers = (
        name.removeprefix(f"{key} ") for name in found if name.startswith(f"{key} ")
    )
    return max(map(int, numbers), default=0)
