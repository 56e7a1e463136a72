"""Keep what many rules need of a book, so that it is made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from sopgen.model.buku import Buku

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Milik:
    """A book that is the same only as itself: books are too large to compare."""

    buku: Buku

    def __hash__(self) -> int:
        return id(self.buku)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Milik) and other.buku is self.buku


def once_a_book(make: Callable[[Buku], T]) -> Callable[[Buku], T]:
    """Return a function that makes the same of a book only once."""
    kept = lru_cache(1)(lambda key: make(key.buku))

    @wraps(make)
    def made(buku: Buku) -> T:
        return kept(_Milik(buku))

    return made
