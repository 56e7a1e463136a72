"""What the data of a file means: the same for all ways of writing it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, TypeAdapter

from sopgen.model.draft import Trail
from sopgen.model.lajur import PELAKSANA, lajur_of, listed_of
from sopgen.spec.kolom import own_keys, sop_schema
from sopgen.spec.naskah import KOREKSI
from sopgen.spec.parse import BUKU
from sopgen.spec.peraturan import PERATURAN
from sopgen.spec.schema import BukuYaml
from sopgen.spec.schema_tabel import KoreksiYaml, TabelYaml
from sopgen.spec.tanda import Numbers

MODELS: dict[str, Any] = {
    BUKU: BukuYaml,
    PERATURAN: TabelYaml,
    KOREKSI: list[KoreksiYaml],
}
#: Fields in which one word is as good as a list of one word.
ONE_OR_MORE = ("ke", "tembusan", "oleh", "sebagian", "pelaksana", "lampiran")
#: Fields in which an empty list says as much as nothing.
NONE_OR_MORE = ("tembusan", "lampiran")
#: The field that has such a word or list for each label.
ANSWERS = "ke"
#: Files that mean nothing when they are empty.
SPARE: dict[str, Any] = {PERATURAN: {"per": None, "peraturan": []}, KOREKSI: []}


def schema_of(name: str, *files: Any) -> Any:
    """Return the schema of a file of an office, by its name.

    ``files`` is the data of buku.yaml and of the file itself.
    """
    return MODELS[name] if name in MODELS else sop_schema(own_keys(*files))


def meaning_of(name: str, checked: Any) -> Any:
    """Return what the checked content of a file means."""
    meaning = _plain(_dumped(name, checked))
    numbers = Numbers()
    for row in meaning.get("kegiatan", ()) if isinstance(meaning, dict) else ():
        row["nomor"] = numbers.following(row["nomor"])
    if isinstance(meaning, dict) and PELAKSANA in meaning:
        meaning[PELAKSANA] = listed_of([*lajur_of(meaning[PELAKSANA])])
    return None if meaning == SPARE.get(name, 0) else meaning


def _dumped(name: str, checked: Any) -> Any:
    if isinstance(checked, BaseModel):
        return checked.model_dump()
    return TypeAdapter(MODELS[name]).dump_python(checked) if name in MODELS else None


def _plain(value: Any, key: str = "") -> Any:
    """Return data without the liberties of writing."""
    if isinstance(value, dict):
        made = {k: _plain(v, key if key == ANSWERS else k) for k, v in value.items()}
        spare = all(not v for k, v in made.items() if k != "bagian")
        return made["bagian"] if "bagian" in made and spare else made
    if isinstance(value, list):
        return _list(key, [_plain(one) for one in value])
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.split("\n")).strip()
    return value


def _list(key: str, items: list[Any]) -> Any:
    """Return what a list means: the same as its only item, or as none, in some."""
    if key in ONE_OR_MORE and len(items) == 1:
        return items[0]
    if key == "baris":
        return [_without_blanks(one) for one in items]
    return None if key in NONE_OR_MORE and not items else items


def _without_blanks(cells: list[Any]) -> list[Any]:
    """Return the cells of a row of a table; a workbook does not know the last blank."""
    end = max((n for n, one in enumerate(cells, 1) if one), default=0)
    return cells[:end]


def first_difference(first: Any, second: Any, path: Trail = ()) -> Trail | None:
    """Return the way to the first place where data differs, or None."""
    if first == second:
        return None
    if isinstance(first, dict) and isinstance(second, dict):
        keys = [key for key in first if first[key] != second.get(key)]
        if keys:
            key = keys[0]
            return first_difference(first[key], second.get(key), (*path, key))
    if isinstance(first, list) and isinstance(second, list):
        for n, (one, other) in enumerate(zip(first, second, strict=False)):
            if one != other:
                return first_difference(one, other, (*path, n))
    return path
