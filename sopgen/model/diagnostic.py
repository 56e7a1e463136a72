"""What is wrong in a spec, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from enum import StrEnum

from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Perbaikan
from sopgen.model.tempat import CELL as CELL
from sopgen.model.tempat import Source as Source
from sopgen.model.tempat import Span as Span


class Severity(StrEnum):
    """How much a finding weighs; editors understand these three words."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Pokok(StrEnum):
    """The kinds of things that findings are about by name."""

    SOP = "SOP"
    LEMBAR_SOP = "lembar SOP"
    KEPUTUSAN = "keputusan"
    TUJUAN = "tujuan"
    KATA = "kata"
    JUDUL = "judul keputusan"
    JUDUL_SOP = "judul SOP"
    KETERKAITAN = "keterkaitan"
    PELAKSANA = "pelaksana"


@dataclass(frozen=True, slots=True)
class Hal:
    """A thing that a finding is about: a SOP by its code, a target by its word."""

    pokok: Pokok
    nama: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.  ``code`` keeps its meaning for ever; ``saran`` says what to do.

    ``forbids_final`` is said of a warning that no book for signature may carry: a
    draft is built with it, ``build --final`` takes it for an error (``for_final``).
    ``juga`` are other places of the same mistake; the message names them.  ``tentang``
    is what it is about, where other findings may follow from it or it from others.
    ``perbaikan`` mends it for certain, each its own place; none where nobody but the
    office knows what is right.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    saran: str = ""
    forbids_final: bool = False
    juga: tuple[Span, ...] = ()
    tentang: Hal | None = None
    perbaikan: tuple[Perbaikan, ...] = field(default=(), compare=False, repr=False)

    def cured_by(self, *perbaikan: Perbaikan | None) -> Diagnostic:
        """Return the same finding with what mends it for certain, if anything does."""
        made = (*self.perbaikan, *(one for one in perbaikan if one is not None))
        return replace(self, perbaikan=made)

    def about(self, pokok: Pokok, nama: str = "") -> Diagnostic:
        """Return the same finding, which says by name what it is about."""
        return replace(self, tentang=Hal(pokok, nama))

    def as_data(self) -> dict[str, object]:
        """Return it as plain data for JSON, its other places in a list of their own."""
        return {
            "kode": self.code,
            "tingkat": self.severity.value,
            **self.span.as_data(),
            "pesan": self.message,
            "saran": self.saran,
            "tempat_lain": [span.as_data() for span in self.juga],
            "perbaikan": bool(self.perbaikan),
        }


@dataclass(frozen=True, slots=True)
class Teks:
    """Text of the author, possibly a Jinja2 template, with the place it stands."""

    isi: str
    span: Span


def for_final(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings as a final build takes them: what forbids one is an error."""
    return tuple(
        replace(one, severity=Severity.ERROR) if one.forbids_final else one
        for one in findings
    )


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in file order, each once: the book first, then its folders."""

    def place(finding: Diagnostic) -> tuple[int, str, int, int, int, str, str]:
        source = finding.span.source
        depth = source.path.count("/")
        row, column = _row_and_column(finding.span)
        told = finding.code, finding.message
        return depth, source.path, source.order, row, column, *told

    return tuple(sorted(dict.fromkeys(findings), key=place))


def _row_and_column(span: Span) -> tuple[int, int]:
    """Return line and column, or row and column of a cell."""
    found = CELL.search(span.place)
    if found is None:
        return span.line, span.column
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column
