"""What is drawn once in a build, and used by every file that prints it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Kept:
    """What was drawn once in a build, to be used by every file that prints it.

    A key is all that the drawn thing depends on: what differs never shares.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key, or make it."""
        known = self._made.get(key, self)
        if known is self:
            known = self._made[key] = make()
        return cast("T", known)

    def __reduce__(self) -> tuple[type[Kept], tuple[()]]:
        """Send an empty one to another process: what is drawn is not worth sending."""
        return Kept, ()
