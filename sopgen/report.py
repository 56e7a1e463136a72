"""Diagnostics as text for people, as lines for editors, as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sopgen.model.diagnostic import Diagnostic, Severity, Span

#: Longest piece of a source line that is shown, in letters.
WINDOW = 96
#: What stands left of the caret at least, when a long line is cut.
BEFORE = 30
#: What is said of a warning that ``build --final`` takes for an error.
FINAL = "final: dengan --final menjadi kesalahan"

KATA = {
    Severity.ERROR: "kesalahan",
    Severity.WARNING: "peringatan",
    Severity.INFO: "catatan",
}


def short(finding: Diagnostic) -> str:
    """Return one line: ``path:line:column: severity[CODE]: message``."""
    label = _printable(finding.span.label)
    message = _printable(finding.message)
    return f"{label}: {finding.severity.value}[{finding.code}]: {message}"


def text(finding: Diagnostic) -> str:
    """Return a finding with its source line, a caret and the saran."""
    lines = [short(finding)]
    number = "" if finding.span.place else str(finding.span.line)
    gutter = " " * len(number)
    if finding.span.excerpt:
        line, at = excerpt(finding.span)
        lines.append(f"{number} | {line}")
        lines.append(f"{gutter} | {' ' * at}^")
    if finding.saran:
        lines.append(f"{gutter} = saran: {_printable(finding.saran)}")
    if finding.forbids_final and finding.severity is not Severity.ERROR:
        lines.append(f"{gutter} = {FINAL}")
    return "\n".join(lines)


def excerpt(span: Span) -> tuple[str, int]:
    """Return the source line around a span, and where in it the caret stands.

    A long line is cut to a window; an ellipsis stands for what is left out.
    """
    line = _printable(span.excerpt.rstrip())
    at = max(min(span.column - 1, len(line)), 0)
    if len(line) <= WINDOW:
        return line, at
    start = max(min(at - BEFORE, len(line) - WINDOW), 0)
    piece = line[start : start + WINDOW]
    if start:
        piece = f"…{piece[1:]}"
    if start + WINDOW < len(line):
        piece = f"{piece[:-1]}…"
    return piece, at - start


def summary(findings: Iterable[Diagnostic]) -> str:
    """Return how many findings there are: ``2 kesalahan, 1 peringatan``."""
    count = Counter(finding.severity for finding in findings)
    parts = [f"{count[level]} {word}" for level, word in KATA.items() if count[level]]
    return ", ".join(parts) or "tidak ada temuan"


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Return whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _printable(line: str) -> str:
    """Return one line in which no letter moves the cursor of a terminal."""
    return "".join(
        c if c.isprintable() else " " if c in "\t\xa0" else "·" for c in line
    )
