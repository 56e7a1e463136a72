"""What many rules need of a book is found out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from sopgen.model.buku import Buku

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Itu:
    """This very book: a key without looking at all that stands in it."""

    buku: Buku

    def __hash__(self) -> int:
        return id(self.buku)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itu) and other.buku is self.buku


def sekali(find: Callable[[Buku], Iterable[T]]) -> Callable[[Buku], tuple[T, ...]]:
    """Return a function that remembers what it found in the last book."""

    @lru_cache(1)
    def found(itu: _Itu) -> tuple[T, ...]:
        return tuple(find(itu.buku))

    @wraps(find)
    def remembered(buku: Buku) -> tuple[T, ...]:
        return found(_Itu(buku))

    return remembered
