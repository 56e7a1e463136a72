"""What several rules gather from one book, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cached_property, wraps
from typing import Any, TypeVar

from sopgen.model.buku import Buku
from sopgen.model.nilai import dataclass

T = TypeVar("T")


@dataclass(frozen=True)
class BukuTerbaca(Buku):
    """A book that remembers what was gathered from it."""

    @cached_property
    def kept(self) -> dict[Callable[[Buku], Iterable[Any]], tuple[Any, ...]]:
        """Return what each function has gathered so far."""
        return {}


def to_read(buku: Buku) -> BukuTerbaca:
    """Return a book from which every rule reads."""
    return BukuTerbaca(**{one.name: getattr(buku, one.name) for one in fields(buku)})


def gathered(gather: Callable[[Buku], Iterable[T]]) -> Callable[[Buku], tuple[T, ...]]:
    """Return a function that gathers once from a book to read, however often called."""

    @wraps(gather)
    def kept(buku: Buku) -> tuple[T, ...]:
        if not isinstance(buku, BukuTerbaca):
            return tuple(gather(buku))
        if gather not in buku.kept:
            buku.kept[gather] = tuple(gather(buku))
        return buku.kept[gather]

    return kept
