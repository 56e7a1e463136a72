"""What is wrong in a spec, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; editors understand these three words."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its path as shown to the user and its lines."""

    path: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source: line and column from 1, or a cell such as ``SOP 1!B7``.

    Line 0 means the file as a whole.
    """

    source: Source
    line: int = 0
    column: int = 0
    width: int = 1
    cell: str = ""

    @property
    def label(self) -> str:
        """Return ``path:line:column``, ``path:Lembar!B7`` or the bare path."""
        if self.cell:
            return f"{self.source.path}:{self.cell}"
        if self.line:
            return f"{self.source.path}:{self.line}:{self.column}"
        return self.source.path

    @property
    def excerpt(self) -> str:
        """Return the source line the span lies on, or nothing."""
        if 0 < self.line <= len(self.source.lines):
            return self.source.lines[self.line - 1]
        return ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.  ``code`` keeps its meaning for ever; ``saran`` says what to do."""

    code: str
    severity: Severity
    message: str
    span: Span
    saran: str = ""

    def as_data(self) -> dict[str, str | int]:
        """Return it as plain data for JSON."""
        return {
            "kode": self.code,
            "tingkat": self.severity.value,
            "berkas": self.span.source.path,
            "baris": self.span.line,
            "kolom": self.span.column,
            "sel": self.span.cell,
            "tempat": self.span.label,
            "pesan": self.message,
            "saran": self.saran,
        }


@dataclass(frozen=True, slots=True)
class Teks:
    """Text of the author, possibly a Jinja2 template, with the place it stands."""

    isi: str
    span: Span


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in file order, each once: the book first, then its folders."""

    def place(finding: Diagnostic) -> tuple[int, str, int, int, str, str]:
        span = finding.span
        path = span.source.path
        depth = path.count("/")
        return depth, path, span.line, span.column, finding.code, finding.message

    return tuple(sorted(dict.fromkeys(findings), key=place))
