"""Where the fields of a thing stand in its file, each at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sopgen.model.diagnostic import Span
from sopgen.model.nilai import dataclass

#: The way to a value in a file: keys and numbers of items, from the outermost.
Trail = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Letak:
    """The places of values and keys of a file, seen from a thing at ``akar`` in it.

    ``lain`` are fields of the thing that are written elsewhere: in the list of SOP,
    or in the field whose words they take over.
    """

    spans: Mapping[Trail, Span] = field(default_factory=dict)
    keys: Mapping[Trail, Span] = field(default_factory=dict)
    akar: Trail = ()
    lain: Mapping[Trail, Span] = field(default_factory=dict)

    def at(self, *trail: str | int) -> Span | None:
        """Return the place of a field, or of the nearest one of the thing around it."""
        own = (*self.akar, *trail)
        exact = self.spans.get(own) or self.lain.get(trail) or self.keys.get(own)
        return exact or self._around(trail)

    def said(self, *trail: str | int) -> bool:
        """Return whether a field is written where it belongs."""
        return (*self.akar, *trail) in self.spans

    def below(self, *trail: str | int) -> frozenset[Span]:
        """Return the places of a field, of its key and of all that stands in it."""
        own = (*self.akar, *trail)
        every = (*self.spans.items(), *self.keys.items())
        return frozenset(span for one, span in every if one[: len(own)] == own)

    def _around(self, trail: Trail) -> Span | None:
        for end in range(len(trail) - 1, 0, -1):
            outer = (*self.akar, *trail[:end])
            if found := self.keys.get(outer) or self.spans.get(outer):
                return found
        return None


NOWHERE = Letak()
