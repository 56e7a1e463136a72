"""What staff type for a word of the spec: other letters, a stop behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Literal, get_args, get_origin

from sopgen.model.kode import kode
from sopgen.spec.pilihan import Pilihan
from sopgen.spec.skalar import SATU_ARTI
from sopgen.spec.workbook.lembar import plain

#: A number as Excel and typists end it: ``1.`` and ``1.0``.
ENDED = re.compile(r"(\d+)\.0*")
#: Fields that hold a code.
CODES = (
    "id", "penandatangan", "disahkan_oleh", "disalin_oleh", "pejabat", "keputusan",
    "peraturan", "oleh", "sebagian",
)  # fmt: skip


def options(model: type[Any], key: str) -> tuple[str, ...]:
    """Return the words that a field allows, none where it allows any."""
    field = model.model_fields.get(key)
    if field is None:
        return ()
    listed = next((one for one in field.metadata if isinstance(one, Pilihan)), None)
    words = listed.read() if listed else _options(field.annotation)
    return tuple(word for word in words if word)


def _options(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _options(part)


def holds_date(model: type[Any], key: str) -> bool:
    """Tell whether a field holds a date."""
    field = model.model_fields.get(key)
    if field is None:
        return False
    inner = (getattr(kind, "__metadata__", ()) for kind in get_args(field.annotation))
    return SATU_ARTI in (*field.metadata, *chain.from_iterable(inner))


def chosen(text: str, allowed: Iterable[str]) -> str:
    """Return the allowed word that is meant by a text, or the text itself."""
    return next((word for word in allowed if plain(word) == plain(text)), text)


def code(text: str) -> str:
    """Return the code that a text means, or the text itself if it means none."""
    return kode(text) or text


def numeral(text: str) -> str:
    """Return the number of a kegiatan without a stop behind it."""
    found = ENDED.fullmatch(text)
    return found[1] if found else text


def calling(sop: str) -> str:
    """Return a target that leads to a SOP, as it stands in a cell."""
    return f"SOP: {sop}"


def field_text(model: type[Any], key: str, text: str) -> str:
    """Return the text of a field as the spec writes it."""
    if allowed := options(model, key):
        return chosen(text, allowed)
    return code(text) if key in CODES else text


def listed(text: str) -> list[str]:
    """Return the words of a list that stands in one cell."""
    return [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]
