"""The codes of this stage, and remarks beside values that somebody has to check."""

from __future__ import annotations

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span

#: What every remark begins with, so that it is found by searching.
PERIKSA = "PERIKSA: "

#: Letters of what somebody wrote that a finding repeats.
LONGEST = 60

NO_SOP = "SOP961"
BROKEN_PART = "SOP962"
LOOSE_SHAPE = "SOP963"
LOOSE_ARROW = "SOP964"
LOOSE_WORDS = "SOP965"
NOT_READ = "SOP966"
COLUMN = "SOP967"
NO_CHART = "SOP968"
ROW = "SOP969"
TOO_MUCH = "SOP970"
CONNECTOR = "SOP971"
CROWDED = "SOP972"


def about_file(source: Source, code: str, message: str, saran: str = "") -> Diagnostic:
    """Return an error about a file as a whole."""
    return diagnose(code, message, Span(source), saran)


def noted(
    source: Source, code: str, message: str, saran: str = "", cell: str = ""
) -> Diagnostic:
    """Return what is merely good to know about a file."""
    span = Span(source, cell=cell)
    return diagnose_lightly(code, message, span, saran)


def short(text: str) -> str:
    """Return the beginning of what somebody wrote, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def mm(length: float) -> str:
    """Return a length as it is written in Indonesian: 2,1 mm."""
    return f"{length:.1f} mm".replace(".", ",")
