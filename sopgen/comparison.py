"""Two specs → what is not the same in them; a book with its earlier years."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import field, replace
from pathlib import Path

from sopgen.bagan import chart_of
from sopgen.diff import Sisi, compare
from sopgen.diff.marked import marked, weighed
from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.layout import Room, arrange_alike
from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span, in_order
from sopgen.model.document import Document
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Perubahan, Riwayat, UbahSop
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts.bagan_berdampingan import HEAD, Bagan, Separuh, half_room
from sopgen.parts.cetakan import Cetakan
from sopgen.parts.laporan_perubahan import compose_report
from sopgen.parts.styles import chart_sheet
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
    k = buku.kecamatan
    return Sisi(
        buku,
        Cetakan(buku),
        lambang=_picture(k.lambang),
        lambang_kanan=_picture(k.lambang_kanan),
        gambar={nama: _picture(one.berkas) for nama, one in buku.gambar.items()},
    )


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

    Parts that want an earlier year and have none are told at their place, unless it is
    told why there is none.
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
    if not made and not found:
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
    made = (
        Charts(perubahan, one, symbols).bagan
        for one in perubahan.berubah
        if one.bagan_berubah
    )
    return compose_report(perubahan, [one for one in made if one.lembar])


@dataclass(frozen=True, slots=True)
class Side:
    """A SOP in one of two books: the older one or not."""

    sop: Sop
    lama: bool


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a SOP that changed, its changes marked."""

    perubahan: Perubahan
    sop: UbahSop
    symbols: Symbols

    @property
    def bagan(self) -> Bagan:
        """Return the charts before and after; of a new SOP only that after.

        They stand beside each other unless they would be too small to read.
        """
        one = self.sop
        state = "" if one.keadaan == "berubah" else f" ({one.keadaan})"
        beside = self._beside() if len(self._sides) > 1 else None
        charts = beside or tuple(map(self._alone, self._sides))
        return Bagan(
            BagianId("sop", one.sop.id),
            f"SOP {one.sop.nomor} {one.sop.nama}{state}",
            tuple(
                Separuh(
                    f"{self._year(side)}: SOP {side.sop.nomor}{state}",
                    chart_sheet(self._book(side), side.sop, lying=chart.lying),
                    chart,
                )
                for side, chart in zip(self._sides, charts, strict=True)
            ),
            berdampingan=beside is not None,
        )

    @property
    def _sides(self) -> tuple[Side, ...]:
        both = (self.sop.lama, True), (self.sop.baru, False)
        return tuple(Side(sop, lama) for sop, lama in both if sop)

    def _year(self, side: Side) -> str:
        return self.perubahan.sebutan[0 if side.lama else 1]

    def _beside(self) -> tuple[Chart, ...] | None:
        """Return both charts for half a sheet each, if that is room enough."""
        books = self.perubahan.lama, self.perubahan.baru
        room = Room(*half_room(), any(buku.berketerangan for buku in books))
        made = arrange_alike(tuple(map(self._marked, self._sides)), room, self.symbols)
        if made is None:
            return None
        return tuple(map(self._weighed, made, self._sides))

    def _book(self, side: Side) -> Buku:
        """Return the book of a side; the report is printed on the newer one's paper."""
        lama, baru = self.perubahan.lama, self.perubahan.baru
        return replace(lama, kertas=baru.kertas) if side.lama else baru

    def _alone(self, side: Side) -> Chart:
        shown = self._marked(side)
        made = chart_of(self._book(side), shown, self.symbols, below=HEAD)
        return self._weighed(made, side)

    def _marked(self, side: Side) -> Sop:
        return marked(side.sop, self.sop.ubah, lama=side.lama)

    def _weighed(self, chart: Chart, side: Side) -> Chart:
        made = weighed(chart, side.sop, self.sop.ubah, lama=side.lama)
        return replace(made, sop=f"{side.sop.id}-{'lama' if side.lama else 'baru'}")
