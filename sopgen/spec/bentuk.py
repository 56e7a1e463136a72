"""The form of each file as its schema has it: which keys, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from sopgen.model.suntingan import LEPAS, Bentuk
from sopgen.spec.meaning import MODELS
from sopgen.spec.schema import KegiatanYaml, SimbolYaml, SopYaml

#: What stands first in a kegiatan, though every symbol has the other fields.
FIRST = ("nomor", "uraian")


def bentuk_of(name: str) -> Bentuk:
    """Return the form of a file of an office, by its name."""
    return _form(MODELS.get(name, SopYaml))


def _form(kind: Any) -> Bentuk:
    """Return the form of what a type holds; of alternatives that of the richest."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields
        return Bentuk({key: _form(fields[key].annotation) for key in _order(kind)})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list:
        return Bentuk(butir=_form(inner[0]))
    if origin in (dict, Mapping):
        return Bentuk(butir=_form(inner[1]))
    forms = (_form(one) for one in inner)
    return next((form for form in forms if form != LEPAS), LEPAS)


def _order(kind: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a mapping in the order they are written."""
    if kind is KegiatanYaml:
        yield from ("id", *FIRST)
        yield from (key for key in SimbolYaml.model_fields if key != "id")
        done = {*FIRST, *SimbolYaml.model_fields}
        yield from (key for key in kind.model_fields if key not in done)
    else:
        yield from kind.model_fields
