"""What an office has looked at and found right: findings that it does not want told."""

from __future__ import annotations

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Cakupan:
    """The file or sheet of a SOP, and the places elsewhere where it stands too.

    In a workbook its legal bases are on a sheet of their own.
    """

    berkas: tuple[str, int]
    tempat: frozenset[Span] = frozenset()

    def holds(self, span: Span) -> bool:
        """Tell whether a place is the SOP's."""
        return (span.source.path, span.source.order) == self.berkas or (
            span in self.tempat
        )


@dataclass(frozen=True, slots=True)
class Abaikan:
    """An entry of ``abaikan``: which findings are right, and why.

    ``isi`` are words of the message, or of the line it stands at; ``cakupan`` is the
    SOP it holds for, None for the whole book.
    """

    kode: str
    alasan: str
    isi: str
    span: Span
    cakupan: Cakupan | None = None

    def reaches(self, finding: Diagnostic) -> bool:
        """Tell whether it holds at one of the places of a finding at least."""
        if self.cakupan is None:
            return True
        return any(map(self.cakupan.holds, (finding.span, *finding.juga)))

    def holds_at(self, finding: Diagnostic) -> bool:
        """Tell whether it holds at all places of a finding."""
        if self.cakupan is None:
            return True
        return all(map(self.cakupan.holds, (finding.span, *finding.juga)))
