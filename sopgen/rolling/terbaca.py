"""Last year's book as it is read before it is rolled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sopgen.lint.sitiran import read_pokok
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
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


def _recognising(buku: Buku) -> Callable[[Dasar], Butir]:
    """Return what tells which regulation a basis cites, and its rank."""

    def recognise(dasar: Dasar) -> Butir:
        known = buku.peraturan.get(dasar.peraturan)
        if known is None:
            kabupaten = buku.kecamatan.kabupaten
            first, _ = read_pokok(dasar, buku.peraturan, kabupaten)
            known = first[0].peraturan if first else None
            if known is None:
                return Butir(None, first[0].urutan if first else None)
        return Butir(known, known.urutan)

    return recognise
