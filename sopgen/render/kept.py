"""What is drawn once, and used by every file that prints it, now and later."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar, cast

from sopgen.model.document import Section
from sopgen.model.page import Page

T = TypeVar("T")


class Shelf(Protocol):
    """Where what was drawn lies from one build to the next, for each format."""

    def digest(self, *dari: object) -> str:
        """Return the digest of what something is drawn from."""

    def blocks(self, section: Section) -> object:
        """Return what stands for the blocks of a section."""

    def body(self, page: Page) -> object:
        """Return what stands for the body of a page; None if nothing does."""

    def take(self, suffix: str, dari: str) -> Any:
        """Return what a format has drawn from what has a digest, None if unknown."""

    def put(self, suffix: str, dari: str, made: Any) -> None:
        """Keep what a format has drawn from what has a digest."""


class Kept:
    """What was drawn once, to be used by every file that prints it.

    A key is all that the drawn thing depends on: what differs never shares.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._made: dict[Hashable, Any] = {}
        self._shelf = shelf

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key in this build, or make it."""
        known = self._made.get(key, self)
        if known is self:
            known = self._made[key] = make()
        return cast("T", known)

    def lasting(
        self, suffix: str, key: Hashable, make: Callable[[], T], *dari: object
    ) -> T:
        """Return what a format has made for a key, now or in an earlier build.

        ``dari`` says the same as the key in values that have a digest: sections and
        pages by what ``blocks`` and ``body`` return for them.
        """
        return self.of((suffix, key), lambda: self._lasting(suffix, make, dari))

    def _lasting(
        self, suffix: str, make: Callable[[], T], dari: tuple[object, ...]
    ) -> T:
        shelf = self._shelf
        if shelf is None:
            return make()
        digest = shelf.digest(*dari)
        made = shelf.take(suffix, digest)
        if made is None:
            made = make()
            shelf.put(suffix, digest, made)
        return cast("T", made)

    def blocks(self, section: Section) -> object:
        """Return what the blocks of a section come to in ``dari``."""
        return self._shelf.blocks(section) if self._shelf else None

    def body(self, page: Page) -> object:
        """Return what the body of a page comes to in ``dari``; None if nothing does."""
        return self._shelf.body(page) if self._shelf else None
