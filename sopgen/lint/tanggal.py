"""Rules about the dates of the identity sheets (codes 1xx).

Source: PermenPAN-RB 35/2012, bagian identitas: made, perhaps revised, then in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopgen.lint.tahun import MENYUSUL, established, in_force_from, start
from sopgen.lint.temuan import forbid_final
from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop, TanggalSop

PEMBUATAN, REVISI, EFEKTIF = "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"


@dataclass(frozen=True, slots=True)
class Masa:
    """The days between which the SOP of a book come into force."""

    awal: date
    akhir: date

    def misses(self, nama: str, day: TanggalSop) -> bool:
        """Return whether a date of a SOP cannot stand in the book.

        A SOP may have been made and revised in any year before.
        """
        if day.kurun is None:
            return False
        early = nama == EFEKTIF and day.kurun.awal < self.awal
        return early or day.kurun.awal > self.akhir


def term(buku: Buku) -> Masa:
    """Return the days between which the SOP of a book may come into force."""
    first, last = start(buku.tahun), date(buku.tahun, 12, 31)
    days = [one.tanggal for one in established(buku)]
    oldest = min(days, default=first).replace(day=1)
    return Masa(min(first, oldest), max(last, max(days, default=first) + MENYUSUL))


def tahun_sop(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each date of a SOP that cannot stand in the book's year."""
    masa = term(buku)
    for sop in buku.sop:
        for nama, day in _dates(sop):
            if masa.misses(nama, day):
                yield forbid_final(
                    "SOP128",
                    f"{isian(nama)} {day.cetak} dalam buku tahun {buku.tahun}",
                    day.span,
                    "tulis tanggal tahun ini, biasanya tanggal keputusan, atau "
                    f"perbaiki {isian('tahun')}",
                )


def urutan_tanggal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that is in force or revised before it is made."""
    for fitting in _fitting(buku):
        made = fitting.get(PEMBUATAN)
        for nama, day in fitting.items():
            if made and _before(day, made):
                what = nama.replace("_", " ")
                yield forbid_final(
                    "SOP129",
                    f"{what} {day.cetak} sebelum tanggal pembuatan {made.cetak}",
                    day.span,
                    "perbaiki salah satu; SOP dibuat dahulu",
                )


def revisi_sesudah_efektif(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP whose revision is not in force yet by its own sheet."""
    for fitting in _fitting(buku):
        revised, valid = fitting.get(REVISI), fitting.get(EFEKTIF)
        if revised and valid and _before(valid, revised):
            message = f"tanggal revisi {revised.cetak} sesudah tanggal efektif "
            saran = "tulis tanggal mulai berlaku SOP yang sudah direvisi"
            yield diagnose("SOP130", f"{message}{valid.cetak}", revised.span, saran)


def efektif_sebelum_keputusan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in force before the first decree by which it is.

    Where its own dates contradict each other that is told.
    """
    days = [in_force_from(one) for one in established(buku)]
    for fitting in _fitting(buku) if days else ():
        valid = fitting.get(EFEKTIF)
        others = (fitting.get(name) for name in (PEMBUATAN, REVISI))
        if valid is None or any(one and _before(valid, one) for one in others):
            continue
        if valid.kurun and valid.kurun.akhir < min(days):
            message = f"tanggal efektif {valid.cetak} sebelum keputusan berlaku, "
            saran = "tulis tanggal keputusan atau sesudahnya"
            told = f"{message}{tanggal(min(days))}"
            yield diagnose("SOP150", told, valid.span, saran)


def dibuat_sesudah_keputusan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP made only after the last decree of the year that establishes it.

    What is made for a decree of the last days of the year before may be dated later.
    """
    days = [one.tanggal for one in established(buku)]
    days = days if days and max(days).year == buku.tahun else []
    for fitting in _fitting(buku) if days else ():
        made, valid = fitting.get(PEMBUATAN), fitting.get(EFEKTIF)
        if made is None or made.kurun is None or (valid and _before(valid, made)):
            continue
        if made.kurun.awal > max(days):
            message = f"tanggal pembuatan {made.cetak} sesudah keputusan yang "
            saran = "perbaiki tanggal itu; SOP dibuat sebelum ditetapkan"
            told = f"{message}menetapkannya, {tanggal(max(days))}"
            yield diagnose("SOP151", told, made.span, saran)


def _fitting(buku: Buku) -> Iterator[dict[str, TanggalSop]]:
    """Yield the dates of each SOP, by their fields, without those told already."""
    masa = term(buku)
    for sop in buku.sop:
        yield {n: day for n, day in _dates(sop) if not masa.misses(n, day)}


def _before(one: TanggalSop, other: TanggalSop) -> bool:
    """Return whether a date certainly lies before another."""
    first, second = one.kurun, other.kurun
    return first is not None and second is not None and first.akhir < second.awal


def _dates(sop: Sop) -> tuple[tuple[str, TanggalSop], ...]:
    """Return the dates of a SOP in the order of the form, with their fields."""
    own = sop.identitas
    return (
        (PEMBUATAN, own.tanggal_pembuatan),
        (REVISI, own.tanggal_revisi),
        (EFEKTIF, own.tanggal_efektif),
    )
