"""Values kept as bytes, signed: what others put there, or what is cut, is nothing.

Even so they are read back with care: they can name nothing but the plain classes of
the model, and some others that are named where they are read.
"""

from __future__ import annotations

import hmac
import io
import pickle
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from sopgen.simpanan.kunci import kunci

T = TypeVar("T")

#: Where plain classes are: those of the model, and what is drawn.
PLAIN = ("sopgen.model.", "sopgen.render.")
FOREIGN = "a class that is not plain"
SIGNED, SIGNATURE = "sha256", 32


def freeze(value: object) -> bytes:
    """Return a value as bytes, signed by the user; none where there is no key."""
    key = kunci()
    if key is None:
        return b""
    data = bare(value)
    return hmac.digest(key, data, SIGNED) + data


def bare(value: object) -> bytes:
    """Return a value as bytes that somebody else signs."""
    stream = io.BytesIO()
    _Writer(stream, 5).dump(value)
    return stream.getvalue()


def thaw(data: bytes, kind: type[T], *others: type[Any]) -> T | None:
    """Return the value that the user kept as bytes; None if they are no such value.

    ``others`` are classes that it may hold besides those of the model.
    """
    key, signature, body = kunci(), data[:SIGNATURE], data[SIGNATURE:]
    if key is None or not hmac.compare_digest(
        signature, hmac.digest(key, body, SIGNED)
    ):
        return None
    value = value_of(body, kind, *others)
    return value if isinstance(value, kind) else None


def value_of(data: bytes, *others: type[Any]) -> Any:
    """Return the value of bytes that were signed; None if they are none."""
    named = {(one.__module__, one.__qualname__): one for one in others}
    try:
        return _Reader(io.BytesIO(data), named).load()
    except Exception:  # whatever bytes of another version lead to
        return None


class _Writer(pickle.Pickler):
    """Writes values; those of an Enum by their class, which not every Python does."""

    def reducer_override(self, one: Any) -> Any:
        """Return how a value is made again."""
        return (type(one), (one.value,)) if isinstance(one, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    """Reads frozen values, made of the model's classes and of some others."""

    def __init__(
        self, file: io.BytesIO, others: Mapping[tuple[str, str], type[Any]]
    ) -> None:
        super().__init__(file)
        self.others = others

    def find_class(self, module: str, name: str) -> Any:
        """Return a plain class; refuse anything else."""
        if (module, name) in self.others:
            return self.others[module, name]
        if not module.startswith(PLAIN) or "." in name:
            raise pickle.UnpicklingError(FOREIGN)
        found = super().find_class(module, name)
        if not _is_plain(found, module):
            raise pickle.UnpicklingError(FOREIGN)
        return found


def _is_plain(found: Any, module: str) -> bool:
    """Tell whether it is a class that this module makes: data only."""
    if not isinstance(found, type) or found.__module__ != module:
        return False
    named = issubclass(found, tuple) and hasattr(found, "_fields")
    text = issubclass(found, str)
    return (
        issubclass(found, Enum)
        or hasattr(found, "__dataclass_fields__")
        or named
        or text
    )
