"""Diagnostics as text for people, as lines for editors, as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sopgen.model.diagnostic import Diagnostic, Severity, Span
from sopgen.model.temuan import Temuan

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


def weight(temuan: Temuan) -> str:
    """Return what a code weighs, and when less: ``kesalahan, atau catatan bila …``."""
    ringan = temuan.ringan
    if ringan is None:
        return KATA[temuan.tingkat]
    return f"{KATA[temuan.tingkat]}, atau {KATA[ringan.tingkat]} {ringan.bila}"


def weights(temuan: Temuan) -> str:
    """Return the bare words for them: ``kesalahan/peringatan``."""
    return "/".join(KATA[one] for one in temuan.weights)


def level(finding: Diagnostic) -> str:
    """Return its weight and code: ``kesalahan[SOP201]``."""
    return f"{KATA[finding.severity]}[{finding.code}]"


def short(finding: Diagnostic) -> str:
    """Return one line: ``path:line:column: kesalahan[CODE]: message``."""
    label = _printable(finding.span.label)
    message = _printable(finding.message)
    return f"{label}: {level(finding)}: {message}"


def text(finding: Diagnostic) -> str:
    """Return a finding with its source line, a caret and the saran."""
    return "\n".join([short(finding), *below(finding)])


def below(finding: Diagnostic, window: int = WINDOW) -> list[str]:
    """Return what stands under the first line: source line, caret, saran."""
    lines = []
    number = "" if finding.span.place else str(finding.span.line)
    gutter = " " * len(number)
    if finding.span.excerpt:
        line, at = excerpt(finding.span, window)
        lines.append(f"{number} | {line}")
        lines.append(f"{gutter} | {' ' * at}^")
    if finding.saran:
        lines.append(f"{gutter} = saran: {_printable(finding.saran)}")
    if finding.forbids_final and finding.severity is not Severity.ERROR:
        lines.append(f"{gutter} = {FINAL}")
    return lines


def excerpt(span: Span, window: int = WINDOW) -> tuple[str, int]:
    """Return the source line around a span, and where in it the caret stands.

    A long line is cut to a window; an ellipsis stands for what is left out.
    """
    line = _printable(span.excerpt.rstrip())
    at = max(min(span.column - 1, len(line)), 0)
    if len(line) <= window:
        return line, at
    start = max(min(at - BEFORE, len(line) - window), 0)
    piece = line[start : start + window]
    if start:
        piece = f"…{piece[1:]}"
    if start + window < len(line):
        piece = f"{piece[:-1]}…"
    return piece, at - start


def summary(findings: Iterable[Diagnostic], diabaikan: int = 0) -> str:
    """Return how many findings there are: ``2 kesalahan, 1 peringatan (1 diabaikan)``.

    ``diabaikan`` are those that are not told.
    """
    count = Counter(finding.severity for finding in findings)
    parts = [f"{count[level]} {word}" for level, word in KATA.items() if count[level]]
    left_out = f" ({diabaikan} diabaikan)" if diabaikan else ""
    return (", ".join(parts) or "tidak ada temuan") + left_out


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Return whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _printable(line: str) -> str:
    """Return one line in which no letter moves the cursor of a terminal."""
    return "".join(
        c if c.isprintable() else " " if c in "\t\xa0" else "·" for c in line
    )
