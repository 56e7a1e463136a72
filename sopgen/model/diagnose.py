"""Make a finding: its weight stands in the book of findings, and nowhere else."""

from __future__ import annotations

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.temuan import TABEL


def diagnose(code: str, message: str, span: Span, saran: str = "") -> Diagnostic:
    """Return a finding with the weight that its code has.

    Raises KeyError for a code that the book of findings lacks.
    """
    return Diagnostic(code, TABEL[code].tingkat, message, span, saran)


def diagnose_lightly(
    code: str, message: str, span: Span, saran: str = ""
) -> Diagnostic:
    """Return a finding with the lighter weight that its code may also have."""
    return Diagnostic(code, TABEL[code].weights[-1], message, span, saran)
