"""What is drawn once in a build, whatever files it is printed in."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """What was drawn once in a build, to be used by every file that prints it."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what a key stands for, made if it is new.

        The key has to say all that it depends on, by value.
        """
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made
