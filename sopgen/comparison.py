"""Two specs → what is not the same in them; a book with all its earlier years."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sopgen.diff import Sisi, compare
from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity, in_order
from sopgen.model.perubahan import Perubahan, Riwayat
from sopgen.parts.cetakan import Cetakan
from sopgen.spec import read_buku
from sopgen.years import earlier_years


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing two specs: nothing where one of them cannot be read."""

    perubahan: Perubahan | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """The earlier years of a book, and why one that is there was not compared."""

    riwayat: Riwayat
    findings: tuple[Diagnostic, ...] = ()


def side(buku: Buku) -> Sisi:
    """Return a book as one side of a comparison."""
    return Sisi(buku, Cetakan(buku), _picture(buku.kecamatan.lambang))


def _picture(file: Path | None) -> str:
    """Return what a picture comes to, nothing where there is none to print."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""
    except OSError:
        return ""


def compare_specs(lama: Path, baru: Path) -> Compared:
    """Compare two specs; errors of both are told: what they hide is not compared."""
    readings = [read_buku(place) for place in (lama, baru)]
    told = [
        (YAML if place.is_dir() else BUKU_KERJA).said(finding)
        for place, reading in zip((lama, baru), readings, strict=True)
        for finding in reading.findings
        if finding.severity is Severity.ERROR
    ]
    old, new = (reading.buku for reading in readings)
    if old is None or new is None:
        return Compared(None, in_order(told))
    return Compared(compare(side(old), side(new)), in_order(told))


def compare_years(place: Path, buku: Buku) -> Years:
    """Compare a book with the year before it, that with the one before, and so on."""
    made: list[Perubahan] = []
    found: list[Diagnostic] = []
    newer = side(buku)
    for earlier in earlier_years(place):
        found += earlier.findings
        reading = read_buku(earlier.place) if earlier.place else None
        if reading is None or reading.buku is None:
            break
        older = side(reading.buku)
        made.append(compare(older, newer))
        newer = older
    return Years(Riwayat(tuple(made)), tuple(found))
