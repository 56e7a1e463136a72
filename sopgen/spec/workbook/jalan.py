"""Where a symbol leads to, as edits change it and as its cells say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sopgen.model.draft import Data, Trail
from sopgen.model.suntingan import DeleteRow, InsertRow, MoveRow
from sopgen.spec.workbook.rows import Isi, kegiatan

#: The fields that say where a symbol leads to.
JALAN = ("ke", "tembusan")


def ways_in(jejak: Trail) -> Trail:
    """Return the trail of the ways out that a trail leads into, or to; else nothing."""
    found = [n for n, step in enumerate(jejak) if step in JALAN]
    return jejak[: found[0] + 1] if jejak[:1] == ("kegiatan",) and found else ()


def replaced(found: Any, jejak: Trail, nilai: Data | None) -> Any:
    """Return data in which something else stands at a trail; nothing goes with None."""
    if not jejak:
        return nilai
    step, rest = jejak[0], jejak[1:]
    if isinstance(found, list):
        made = [
            replaced(v, rest, nilai) if n == step else v for n, v in enumerate(found)
        ]
        return [one for one in made if one]
    inside = found if isinstance(found, dict) else {}
    changed = {**inside, step: replaced(inside.get(step), rest, nilai)}
    return {key: one for key, one in changed.items() if one}


def arranged(
    found: Sequence[Data] | None, edit: InsertRow | DeleteRow | MoveRow
) -> list[Data]:
    """Return the values of a list after one came, went or moved."""
    at, values = int(edit.jejak[-1]), list(found or ())
    if isinstance(edit, InsertRow):
        values.insert(at, edit.nilai)
        return values
    one = values.pop(at)
    if isinstance(edit, MoveRow):
        values.insert(edit.ke, one)
    return values


def renamed(found: Mapping[str, Data], lama: str, baru: str) -> dict[str, Data]:
    """Return a mapping in which a key has another name."""
    return {baru if key == lama else key: value for key, value in found.items()}


def cells_of(key: str, nilai: Data | None) -> dict[str, Isi]:
    """Return the cells in which a symbol says where it leads to, by their columns."""
    one: Any = {} if nilai is None else {key: nilai}
    (made,) = kegiatan({"kegiatan": [one]})
    return {column: isi for column, isi in made.items() if column != "nomor"}
