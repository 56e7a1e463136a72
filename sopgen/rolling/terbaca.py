"""Last year's book as it is read before it is rolled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from sopgen.lint.kutipan import Daftar, Kutipan, lists
from sopgen.lint.perbaikan_dasar import renewal
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import Dasar
from sopgen.pipeline import vocabulary
from sopgen.roll import Asal
from sopgen.roll.dasar import Butir
from sopgen.spec import read_buku
from sopgen.spec.exchange import Spec, read_spec
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from sopgen.spec.terbuka import opened

DAHULU = "perbaiki dahulu kesalahan itu, lalu ulangi"


@dataclass(frozen=True, slots=True)
class Terbaca:
    """Last year's book as it was read."""

    place: Path
    files: Files
    spec: Spec
    asal: Asal


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What came of reading last year's book: nothing where errors forbid to go on."""

    terbaca: Terbaca | None
    findings: tuple[Diagnostic, ...] = ()


def read_last(place: Path) -> Bacaan:
    """Read the book that is to be rolled."""
    findings = Findings()
    files = open_files(place, findings)
    spec = read_spec(files, findings) if files else None
    reading = read_buku(place)
    wrong = [f for f in reading.findings if f.severity is Severity.ERROR]
    if files is None or spec is None or reading.buku is None or wrong:
        message = f"buku ini memuat {len(wrong)} kesalahan; tidak dapat dilanjutkan"
        told = diagnose("SOP807", message, Span(Source(place.as_posix())), DAHULU)
        return Bacaan(None, said(place, (*wrong, told)))
    if locked := opened(place):
        return Bacaan(None, (locked,))
    buku = reading.buku
    asal = Asal(spec.data, buku, _recognising(buku))
    return Bacaan(Terbaca(place, files, spec, asal))


def said(place: Path, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in words that suit where a spec is."""
    return tuple(map(vocabulary(place).said, findings))


def _recognising(buku: Buku) -> Callable[[Dasar, int], Butir]:
    """Return what tells which regulation a basis cites, and what takes its place.

    It is what the rules about bases know of the same book in another year.
    """

    @cache
    def known(tahun: int) -> dict[Span, Butir]:
        return {
            kutipan.dasar.span: _butir(kutipan, daftar)
            for daftar in lists(replace(buku, tahun=tahun))
            for kutipan in daftar.kutipan
        }

    return lambda dasar, tahun: known(tahun)[dasar.span]


def _butir(kutipan: Kutipan, daftar: Daftar) -> Butir:
    known, pokok = kutipan.peraturan, kutipan.pokok
    urutan = known.urutan if known else pokok.urutan if pokok else None
    return Butir(known, urutan, renewal(kutipan, daftar))
