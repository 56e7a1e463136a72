"""What functions remember while a book is made, and forget with it.

A text, a look or a paragraph comes back many times in a book, and hardly ever in that
of another office.  So whoever makes one book after another forgets in between: what is
kept stays as small as one book, however many there are.  What is read of the program's
own files is kept for good by ``functools.cache``.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

#: So many objects more than before are looked through for rings that nobody holds.
#: Data that never change make none: looking often costs a fifth of a build.
RINGS = (400_000, 50, 1000)
#: The generations of objects that were made since it was last looked for rings.
YOUNG = 1

R = TypeVar("R")

_every: list[_lru_cache_wrapper[Any]] = []


def remembered(
    most: int,
) -> Callable[[Callable[..., R]], _lru_cache_wrapper[R]]:
    """Return the decorator of a function that remembers so many results of a book."""

    def wrapped(function: Callable[..., R]) -> _lru_cache_wrapper[R]:
        made = lru_cache(most)(function)
        _every.append(made)
        return made

    return wrapped


def look_seldom() -> None:
    """Let this process look for rings as seldom as it is good for making books."""
    gc.set_threshold(*RINGS)


def forget() -> None:
    """Forget the book that was made, and free what of it only rings still hold.

    To be called when nothing else of it is held any more: what outlives this counts as
    the program's own, and is not looked through again.
    """
    for one in _every:
        one.cache_clear()
    gc.collect(YOUNG)
