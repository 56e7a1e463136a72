"""Data while it is collected from cells: every value knows its place."""

from __future__ import annotations

from typing import Any

from sopgen.model.diagnostic import Source, Span
from sopgen.spec.reader import Content, Trail


class Tree:
    """A file of a spec that grows value by value, as ``reader`` would read it."""

    def __init__(self, source: Source, top: Span, *, listing: bool = False) -> None:
        self.source = source
        self.data: Any = [] if listing else {}
        self.spans: dict[Trail, Span] = {(): top}
        self.keys: dict[Trail, Span] = {}

    def put(self, path: Trail, text: str, span: Span) -> None:
        """Put a text at a path; what is around it begins here if it is new."""
        self.begin(path[:-1], span, path[-1])
        self._set(path, text, span)

    def begin(self, path: Trail, span: Span, inside: str | int = "") -> None:
        """Make sure that there is a mapping at a path, or a list for a number."""
        for end in range(1, len(path) + 1):
            following = path[end] if end < len(path) else inside
            if path[:end] not in self.spans:
                empty: Any = [] if isinstance(following, int) else {}
                self._set(path[:end], empty, span)

    def expect(self, path: Trail, span: Span) -> None:
        """Note where a value would stand that is left empty."""
        self.keys.setdefault(path, span)

    def count(self, path: Trail) -> int:
        """Return how many items or keys there are at a path."""
        return len(self._at(path)) if path in self.spans else 0

    def has(self, path: Trail) -> bool:
        """Return whether there is a value at a path."""
        return path in self.spans

    def _set(self, path: Trail, value: Any, span: Span) -> None:
        around = self._at(path[:-1])
        if isinstance(around, list):
            around.append(value)
        else:
            around[path[-1]] = value
        self.spans[path] = span
        self.keys[path] = span

    def _at(self, path: Trail) -> Any:
        at = self.data
        for step in path:
            at = at[step]
        return at

    @property
    def content(self) -> Content:
        """Return what was collected."""
        return Content(self.source, self.data, self.spans, self.keys)
