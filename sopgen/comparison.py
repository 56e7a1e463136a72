"""Two specs → what is not the same in them; a book with its earlier years."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sopgen.diff import Sisi, compare
from sopgen.diff.marked import marked, weighed
from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.layout import arrange
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span, in_order
from sopgen.model.document import Document
from sopgen.model.kata import isian
from sopgen.model.perubahan import Perubahan, Riwayat, UbahSop
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts import chart_room
from sopgen.parts.cetakan import Cetakan
from sopgen.parts.laporan_perubahan import Bagan, compose_report
from sopgen.spec import read_buku
from sopgen.years import Found, earlier_years

#: Parts of the book that show what changed since last year, and since all years.
COMPARING, WHOLE = frozenset({"matriks_perubahan", "riwayat"}), "riwayat"


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing two specs: nothing where one of them cannot be read."""

    perubahan: Perubahan | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """The earlier years of a book, and why one that is there was not compared."""

    riwayat: Riwayat = field(default_factory=Riwayat)
    findings: tuple[Diagnostic, ...] = ()

    @property
    def last(self) -> Perubahan | None:
        """Return what changed since last year, if that is known."""
        return next(iter(self.riwayat.perubahan), None)


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
        (YAML if os.path.isdir(place) else BUKU_KERJA).said(finding)
        for place, reading in zip((lama, baru), readings, strict=True)
        for finding in reading.findings
        if finding.severity is Severity.ERROR
    ]
    old, new = (reading.buku for reading in readings)
    if old is None or new is None:
        return Compared(None, in_order(told))
    return Compared(compare(side(old), side(new)), in_order(told))


def compare_years(place: Path, buku: Buku) -> Years:
    """Compare a book with last year's, or with all years where a part shows them.

    Parts that want an earlier year and have none are told at their place.
    """
    kinds = {part.jenis for part in buku.susunan}
    made: list[Perubahan] = []
    found: list[Diagnostic] = []
    newer = side(buku)
    for earlier in earlier_years(place):
        told, older = _read(earlier)
        found += told
        if older is None:
            break
        made.append(compare(older, newer))
        newer = older
        if WHOLE not in kinds:
            break
    if not made:
        found += _unknown(buku)
    return Years(Riwayat(tuple(made)), tuple(found))


def _read(earlier: Found) -> tuple[list[Diagnostic], Sisi | None]:
    """Return an earlier year as one side, and what is told of it."""
    found = list(earlier.findings)
    if earlier.place is None:
        return found, None
    reading = read_buku(earlier.place)
    if reading.buku is not None:
        return found, side(reading.buku)
    errors = [f for f in reading.findings if f.severity is Severity.ERROR]
    why = f": {errors[0].message}" if errors else ""
    message = f"buku tahun lalu tidak terbaca{why}; tidak dibandingkan"
    span = Span(Source(earlier.place.as_posix()))
    saran = "periksa berkas itu dengan `sopgen check`"
    found.append(diagnose("SOP827", message, span, saran))
    return found, None


def _unknown(buku: Buku) -> Iterator[Diagnostic]:
    for part in buku.susunan:
        if part.jenis in COMPARING:
            yield diagnose(
                "SOP826",
                f"tahun lalu tidak diketahui; bagian `{part.jenis}` dicetak tanpa isi",
                part.span,
                f"hapus bagian itu dari {isian('susunan')} sampai ada arsip, atau isi "
                f"{isian('buku_tahun_lalu')} di buku kerja",
            )


def report(perubahan: Perubahan, symbols: Symbols) -> Document:
    """Return the report of what changed, with the charts before and after."""
    bagan = {
        one.sop.id: Charts(perubahan, one, symbols).both
        for one in perubahan.berubah
        if not one.ubah or any(u.titik or u.isian == "pelaksana" for u in one.ubah)
    }
    return compose_report(perubahan, bagan)


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a SOP that changed, its changes marked."""

    perubahan: Perubahan
    sop: UbahSop
    symbols: Symbols

    @property
    def both(self) -> Bagan:
        """Return the charts before and after; of a new SOP only that after."""
        lama, baru = self.sop.lama, self.sop.baru
        return Bagan(
            self._drawn(lama, lama=True) if lama else None,
            self._drawn(baru, lama=False) if baru else None,
        )

    def _drawn(self, sop: Sop, *, lama: bool) -> Chart:
        buku = self.perubahan.lama if lama else self.perubahan.baru
        changed = self.sop.keadaan == "berubah"
        word = (
            ("SEMULA" if lama else "MENJADI") if changed else self.sop.keadaan.upper()
        )
        judul = f"{word} ({buku.tahun}): {sop.judul_prosedur}"
        shown = marked(sop, self.sop.ubah, judul, lama=lama)
        room = chart_room(self.perubahan.baru)
        made = arrange(shown, room, self.symbols, keterangan=buku.berketerangan)
        made = weighed(made, sop, self.sop.ubah, lama=lama)
        return replace(made, sop=f"{sop.id}-{'lama' if lama else 'baru'}")
