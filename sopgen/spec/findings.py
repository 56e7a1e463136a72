"""Collect what is wrong while a spec is read."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span, in_order
from sopgen.model.salah_ketik import meant

#: Longer texts of the author are cut in messages.
SHOWN = 60
#: More words that are equally likely are not offered.
OFFERED = 3
#: More allowed values than this are not listed.
LISTED = 14


class Findings:
    """The diagnostics of one reading, in the order they were met."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def tell(self, code: str, message: str, span: Span, saran: str = "") -> None:
        """Add a finding with the weight of its code."""
        self.add(diagnose(code, message, span, saran))

    def tell_lightly(
        self, code: str, message: str, span: Span, saran: str = ""
    ) -> None:
        """Add a finding with the lighter weight that its code may have."""
        self.add(diagnose_lightly(code, message, span, saran))

    def add(self, *found: Diagnostic) -> None:
        """Add findings that were made elsewhere."""
        self._found.extend(found)

    def count(self, source: Source) -> int:
        """Return how many errors a file (or a sheet of a workbook) has so far."""
        here = source.path, source.order
        return sum(
            f.severity is Severity.ERROR
            and (f.span.source.path, f.span.source.order) == here
            for f in self._found
        )

    @property
    def ordered(self) -> tuple[Diagnostic, ...]:
        """Return all of them in file order."""
        return in_order(self._found)


def quoted(text: str) -> str:
    """Return the author's own text for a message: one line, in backticks."""
    line = " ".join(text.split())
    return f"`{line[:SHOWN]}…`" if len(line) > SHOWN else f"`{line}`"


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the only allowed word that is likely meant, if there is one."""
    close = meant(word, allowed)
    return close[0] if len(close) == 1 else None


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """Return the saran for an unknown word: the nearest match or all there are."""
    known = tuple(allowed)
    close = meant(word, known)
    if 0 < len(close) <= OFFERED:
        return f"mungkin maksudnya {' atau '.join(map(quoted, close))}"
    if not known or len(known) > LISTED:
        return ""
    return "pilihannya: " + ", ".join(map(quoted, known))
