"""Values of the model kept as bytes.

They are read back with care: bytes that somebody else put there can name nothing but
the plain classes of the model.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")

#: What a class of the model may be: its package, and nothing deeper than its module.
MODEL = "sopgen.model."
FOREIGN = "a class that is none of the model's"


def freeze(value: object) -> bytes:
    """Return a value of the model as bytes."""
    return pickle.dumps(value, 5)


def thaw(data: bytes, kind: type[T], *others: type[Any]) -> T | None:
    """Return the value that was kept as bytes; None if they are no such value.

    ``others`` are classes that it may hold besides those of the model.
    """
    try:
        named = {(one.__module__, one.__qualname__): one for one in (kind, *others)}
        value = _Reader(io.BytesIO(data), named).load()
    except Exception:  # whatever broken bytes lead to
        return None
    return value if isinstance(value, kind) else None


class _Reader(pickle.Unpickler):
    """Reads frozen values, made of the model's classes and of some others."""

    def __init__(
        self, file: io.BytesIO, others: Mapping[tuple[str, str], type[Any]]
    ) -> None:
        super().__init__(file)
        self.others = others

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of the model; refuse anything else."""
        if (module, name) in self.others:
            return self.others[module, name]
        if not module.startswith(MODEL) or "." in name:
            raise pickle.UnpicklingError(FOREIGN)
        found = super().find_class(module, name)
        if not _is_plain(found, module):
            raise pickle.UnpicklingError(FOREIGN)
        return found


def _is_plain(found: Any, module: str) -> bool:
    """Tell whether it is a class that this module of the model makes: data only."""
    if not isinstance(found, type) or found.__module__ != module:
        return False
    named = issubclass(found, tuple) and hasattr(found, "_fields")
    return issubclass(found, Enum) or hasattr(found, "__dataclass_fields__") or named
