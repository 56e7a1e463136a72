"""What the data of a file shall be after an edit: the measure of every writer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sopgen.model.draft import Data, Trail
from sopgen.model.suntingan import (
    DeleteRow,
    InsertRow,
    Langsung,
    MoveRow,
    RenameKey,
    Set,
    SuntinganError,
)

#: What becomes of the list or mapping around a field, given the field's last step.
Change: TypeAlias = Callable[[Data], Data]


def value_at(data: Data | None, jejak: Trail) -> Data | None:
    """Return what stands at a trail, or nothing."""
    for step in jejak:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if 0 <= step < len(data) else None
        else:
            return None
    return data


def applied(data: Data, edit: Langsung) -> Data:
    """Return data after an edit; what was given stays as it is."""
    match edit:
        case Set(jejak=()):
            return _whole(edit)
        case Set():
            change = _setting(edit)
        case InsertRow():
            change = _inserting(edit)
        case DeleteRow():
            change = _deleting(edit)
        case MoveRow():
            change = _moving(edit)
        case RenameKey():
            change = _renaming(edit)
    return _within(data, edit.jejak[:-1], change, edit)


def _whole(edit: Set) -> Data:
    if edit.nilai is None:
        raise refusal("berkas tidak dapat dikosongkan", edit)
    return edit.nilai


def _within(data: Data | None, jejak: Trail, change: Change, edit: Langsung) -> Data:
    """Return data in which what stands at a trail is changed."""
    if not jejak:
        fresh: Data = [] if isinstance(edit.jejak[-1], int) else {}
        return change(fresh if data is None else data)
    step = jejak[0]
    inner = _within(value_at(data, (step,)), jejak[1:], change, edit)
    if isinstance(step, str) and (data is None or isinstance(data, dict)):
        return {**(data or {}), step: inner}
    if isinstance(step, int) and isinstance(data, list) and step < len(data):
        return [*data[:step], inner, *data[step + 1 :]]
    raise refusal("isian yang memuatnya tidak ada", edit)


def _setting(edit: Set) -> Change:
    last, nilai = edit.jejak[-1], edit.nilai

    def change(around: Data) -> Data:
        if isinstance(around, dict) and isinstance(last, str):
            if nilai is None:
                return {k: v for k, v in around.items() if k != last}
            return {**around, last: nilai}
        if isinstance(around, list) and _row(around, last) and nilai is not None:
            return [nilai if n == last else one for n, one in enumerate(around)]
        raise refusal("isian yang memuatnya tidak ada", edit)

    return change


def _inserting(edit: InsertRow) -> Change:
    at = edit.jejak[-1]

    def change(around: Data) -> Data:
        if isinstance(around, list) and isinstance(at, int) and 0 <= at <= len(around):
            return [*around[:at], edit.nilai, *around[at:]]
        raise refusal("daftar untuk baris baru tidak ada", edit)

    return change


def _deleting(edit: DeleteRow) -> Change:
    def change(around: Data) -> Data:
        if isinstance(around, list) and _row(around, edit.jejak[-1]):
            return [one for n, one in enumerate(around) if n != edit.jejak[-1]]
        raise refusal("baris yang dihapus tidak ada", edit)

    return change


def _moving(edit: MoveRow) -> Change:
    def change(around: Data) -> Data:
        if isinstance(around, list) and _row(around, edit.jejak[-1], edit.ke):
            return [around[n] for n in moved(len(around), edit)]
        raise refusal("baris yang dipindah tidak ada", edit)

    return change


def _renaming(edit: RenameKey) -> Change:
    def change(around: Data) -> Data:
        last = edit.jejak[-1]
        if isinstance(around, dict) and last in around and edit.baru not in around:
            return {edit.baru if k == last else k: v for k, v in around.items()}
        raise refusal("kunci tidak ada, atau nama barunya sudah dipakai", edit)

    return change


def moved(count: int, edit: MoveRow) -> list[int]:
    """Return the old numbers of rows in their new order."""
    order = list(range(count))
    order.insert(edit.ke, order.pop(int(edit.jejak[-1])))
    return order


def _row(around: list[Data], *steps: str | int) -> bool:
    return all(isinstance(one, int) and 0 <= one < len(around) for one in steps)


def refusal(pesan: str, edit: Langsung) -> SuntinganError:
    """Return the error for an edit that is not made."""
    return SuntinganError(pesan, edit.berkas, edit.jejak)
