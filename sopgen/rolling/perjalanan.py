"""What a roll comes to, and what folders and workbooks have in common on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sopgen.model.diagnostic import Diagnostic, Severity, Span
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.pergantian import Pergantian, Pinta, Rencana
from sopgen.pipeline import unfinished
from sopgen.roll import concerns_year
from sopgen.rolling.terbaca import Terbaca, said
from sopgen.spec import read_buku


@dataclass(frozen=True, slots=True)
class Alih:
    """A change and its place in last year's book."""

    ganti: Pergantian
    span: Span

    @property
    def nama(self) -> str:
        """Return the reference to its field, and its number in a list."""
        words = [one for one in self.ganti.jejak if isinstance(one, str)]
        last = self.ganti.jejak[-1]
        number = f" {last + 1}" if isinstance(last, int) else ""
        return f"{isian(words[-1])}{number}"


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a roll came to: every change, what is left, and where the new book is.

    There is no ``tujuan`` where findings forbade it; ``arsip`` is the folder of last
    year.
    """

    alih: tuple[Alih, ...] = ()
    sisa: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    tujuan: Path | None = None
    arsip: Path | None = None


@dataclass(frozen=True, slots=True)
class Perjalanan:
    """A book on its way into the new year."""

    terbaca: Terbaca
    pinta: Pinta
    rencana: Rencana
    timpa: bool

    @property
    def place(self) -> Path:
        """Return where last year's book is."""
        return self.terbaca.place

    @property
    def tahun(self) -> int:
        """Return last year."""
        return self.terbaca.asal.buku.tahun

    def alih(self) -> tuple[Alih, ...]:
        """Return every change with its place."""
        spec = self.terbaca.spec
        return tuple(
            Alih(one, spec.contents[one.berkas].span(*one.jejak))
            for one in self.rencana.pergantian
        )

    def wrong(self, new: Path, shown: Path) -> tuple[Diagnostic, ...]:
        """Return what makes a new book unreadable."""
        findings = read_buku(new).findings
        wrong = [f for f in findings if f.severity is Severity.ERROR]
        return _moved(said(new, wrong), new, shown)

    def sisa(self, new: Path, shown: Path) -> tuple[Diagnostic, ...]:
        """Return what is left to decide in a new book."""
        own = said(self.place, self.rencana.sisa)
        found = concerns_year(unfinished(new))
        return (*own, *_moved(found, new, shown))


def _moved(
    findings: tuple[Diagnostic, ...], new: Path, shown: Path
) -> tuple[Diagnostic, ...]:
    """Return findings of a book as it will stand in its place."""

    def there(span: Span) -> Span:
        file = Path(span.source.path)
        if not file.is_relative_to(new):
            return span
        path = (shown / file.relative_to(new)).as_posix()
        return replace(span, source=replace(span.source, path=path))

    return tuple(
        replace(one, span=there(one.span), juga=tuple(map(there, one.juga)))
        for one in findings
    )
