"""Collect the texts of a file as they were typed, each with its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sopgen.model.diagnostic import Teks
from sopgen.model.ketikan import Ketikan
from sopgen.spec.reader import Content, Trail

#: Fields whose keys are printed: the answers of a decision.
ANSWERS = "ke"


def typed(content: Content) -> tuple[Ketikan, ...]:
    """Return every text of a file in its order."""
    return tuple(_typed(content, content.data, ()))


def _typed(content: Content, data: Any, trail: Trail) -> Iterator[Ketikan]:
    if isinstance(data, str):
        yield _ketikan(trail, Teks(data, content.span(*trail)))
    elif isinstance(data, dict):
        for key, value in data.items():
            inner = (*trail, key)
            if trail and trail[-1] == ANSWERS:
                yield _ketikan(inner, Teks(key, content.key(*inner)))
            yield from _typed(content, value, inner)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _typed(content, value, (*trail, n))


def _ketikan(trail: Trail, teks: Teks) -> Ketikan:
    return Ketikan(tuple(key for key in trail if isinstance(key, str)), teks)
