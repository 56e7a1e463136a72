"""Rules about years that cannot stand in one book (codes 1xx and 7xx).

A book of a year may rest on a decree of the last months before it; what is older than
that, or later than the year, was left standing when something else was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sopgen.lint.naskah import LAMA
from sopgen.lint.perbaikan_keputusan import of_the_year
from sopgen.lint.temuan import KUTIPAN, forbid_final, passages, titles
from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Teks
from sopgen.model.kata import isian
from sopgen.model.sop import Sop
from sopgen.model.tanggal import TanggalError, read_tanggal

#: The field to mend where the dates are right.
TAHUN = isian("tahun")
#: From this month on a decree may be for the following year's book.
MENJELANG = 11
#: So long after a decree what it establishes may come into force.
MENYUSUL = timedelta(days=62)
#: On the next day a book may be approved, or weeks later; between them a digit slipped.
SEHARI, SEPULUH_HARI = timedelta(days=1), timedelta(days=10)
#: The diktum that says from when a decree is in force, and not until when.
BERLAKU = re.compile(
    r"keputusan\s+ini\s+(?:mulai\s+)?berlaku\b(?:(?!sampai|hingga|ditetapkan)[^.;]){0,60}?"
    r"\btanggal\s+([0-9]{1,2}\s+[a-z]+\s+[0-9]{4})",
    re.IGNORECASE,
)
#: A year in a number, as ``/2025`` or ``TAHUN 2025``.
BERTAHUN = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})(?![0-9]|\.[0-9])")
#: A year in a title, or the years from one to another.
RENTANG = re.compile(
    r"(?<![\w./:-])((?:19|20)[0-9]{2})(?:\s*(?:[-–/]|s\.?d\.?|sampai)\s*"
    r"((?:19|20)[0-9]{2}))?(?![\w/]|[.-][0-9])",
    re.IGNORECASE,
)
#: A regulation cited without the word Nomor.
SINGKAT = re.compile(r"\b[0-9]+\s+tahun\s+[0-9]{4}", re.IGNORECASE)
#: Titles that speak of an older decree.
LAIN = re.compile(r"perubahan|pencabutan|mencabut|pengganti", re.IGNORECASE)


def fits(day: date, tahun: int) -> bool:
    """Return whether a date may stand in a year's book."""
    return start(tahun) <= day <= date(tahun, 12, 31)


def start(tahun: int) -> date:
    """Return the first day that may stand in a year's book."""
    return date(tahun - 1, MENJELANG, 1)


def year_of(nomor: str) -> int | None:
    """Return the year that a number names: the last one in it."""
    found = BERTAHUN.findall(nomor)
    return int(found[-1]) if found else None


def established(buku: Buku) -> tuple[Keputusan, ...]:
    """Return the decrees that a book may rest on.

    An older one may stand beside one of the book's own year.
    """
    last = date(buku.tahun, 12, 31)
    if any(fits(one.tanggal, buku.tahun) for one in buku.keputusan):
        return tuple(one for one in buku.keputusan if one.tanggal <= last)
    return ()


def tanggal_keputusan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree of a date that is not the book's year's."""
    resting = established(buku)
    for one in buku.keputusan:
        if not fits(one.tanggal, buku.tahun):
            message = f"keputusan tanggal {tanggal(one.tanggal)} dalam buku tahun "
            saran = f"tulis tanggal penetapannya untuk tahun ini, atau perbaiki {TAHUN}"
            told = diagnose if one in resting else forbid_final
            yield told("SOP748", f"{message}{buku.tahun}", one.at("tanggal"), saran)


def tahun_nomor(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree whose number names another year than its date or the book."""
    resting = established(buku)
    for one in buku.keputusan:
        year, span = year_of(one.nomor), one.at("nomor")
        if year is None or (year == buku.tahun and one not in resting):
            continue
        if year != one.tanggal.year:
            message = f"nomor berakhir {year}, tanggalnya {tanggal(one.tanggal)}"
            yield forbid_final("SOP731", message, span, "samakan tahunnya")
        elif one not in resting:
            message = f"nomor keputusan tahun {year} dalam buku tahun {buku.tahun}"
            saran = f"tulis nomor keputusan tahun ini, atau perbaiki {TAHUN}"
            yield forbid_final("SOP748", message, span, saran)


def tahun_pengesahan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield an approval of another year, or close to the decree but not on its day."""
    day, span = buku.tanggal_pengesahan, buku.at("tanggal_pengesahan")
    if day is None:
        return
    if not fits(day, buku.tahun):
        message = f"pengesahan tanggal {tanggal(day)} dalam buku tahun {buku.tahun}"
        saran = f"tulis tanggal pengesahan tahun ini, atau perbaiki {TAHUN}"
        yield forbid_final("SOP133", message, span, saran)
        return
    last = max((one.tanggal for one in established(buku)), default=day)
    if SEHARI < day - last < SEPULUH_HARI:
        message = f"buku disahkan {tanggal(day)}, keputusannya tanggal {tanggal(last)}"
        saran = "samakan dengan tanggal keputusan, bila memang disahkan bersamanya"
        yield diagnose("SOP144", message, span, saran)
    if day < last:
        message = f"buku disahkan {tanggal(day)}, keputusannya baru {tanggal(last)}"
        saran = "samakan dengan tanggal keputusan, atau tulis tanggal sesudahnya"
        yield diagnose("SOP749", message, span, saran)


def tahun_pola(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a pattern for the numbers of SOP in which another year is typed.

    So is a number of a SOP's own, unless the SOP is of that year.
    """
    for sop in (*buku.berpola[:1], *(one for one in buku.sop if one.bernomor_sendiri)):
        year = year_of(sop.nomor_sop)
        if year is None or year == buku.tahun:
            continue
        message = f"nomor SOP `{sop.nomor_sop}` dalam buku tahun {buku.tahun}"
        if not sop.bernomor_sendiri:
            saran = f"tulis `{{tahun}}` pada {isian('pola_nomor_sop')}, bukan angkanya"
            told = forbid_final("SOP132", message, buku.at("pola_nomor_sop"), saran)
            yield told.cured_by(*of_the_year(buku))
        elif year not in _lifetime(sop):
            saran = "tulis tahun buku ini, atau `{tahun}`"
            yield forbid_final("SOP132", message, sop.at("nomor_sop"), saran)


def _lifetime(sop: Sop) -> frozenset[int]:
    """Return the years in which a SOP was made, revised, or came into force."""
    i = sop.identitas
    days = (i.tanggal_pembuatan, i.tanggal_revisi, i.tanggal_efektif)
    return frozenset(one.kurun.awal.year for one in days if one.kurun)


def mulai_berlaku(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each diktum by which a decree is in force from a day of another year."""
    for one in buku.keputusan:
        for teks in one.diktum:
            for match in BERLAKU.finditer(teks.isi):
                day = _day(match[1])
                if day and not start(buku.tahun) <= day <= one.tanggal + MENYUSUL:
                    message = f"diktum mulai berlaku {tanggal(day)}, keputusannya "
                    saran = (
                        "tulis `Keputusan ini mulai berlaku pada tanggal ditetapkan`"
                    )
                    told = f"{message}tanggal {tanggal(one.tanggal)}"
                    yield forbid_final("SOP750", told, teks.span, saran)


def in_force_from(keputusan: Keputusan) -> date:
    """Return the day from which a decree is in force: its own, or an earlier one."""
    said = (m for teks in keputusan.diktum for m in BERLAKU.finditer(teks.isi))
    days = [day for match in said if (day := _day(match[1]))]
    return min((keputusan.tanggal, *days))


def _day(text: str) -> date | None:
    try:
        kurun = read_tanggal(text)
    except TanggalError:
        return None
    return kurun.awal if kurun.lengkap else None


def tahun_judul(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each title on cover, decree and annex that names another year."""
    older = {
        f"keputusan {one.id}": one.tanggal.year
        for one in established(buku)
        if not fits(one.tanggal, buku.tahun)
    }
    for place in passages(buku):
        own = older.get(place.nama, buku.tahun)
        for nama, teks in titles(place):
            years = [year for year in _years(teks, own) if abs(year - own) <= LAMA]
            if years:
                what = "judul buku" if place.nama == "buku" else f"{nama} {place.nama}"
                message = f"{what} menyebut {years[0]} dalam buku tahun {buku.tahun}"
                told = forbid_final("SOP730", message, teks.span, "tulis `{{ tahun }}`")
                yield told.about(Pokok.KATA, f"tahun {years[0]}")


def _years(teks: Teks, tahun: int) -> Iterator[int]:
    """Yield the years that a title names and that do not include the book's own."""
    if LAIN.search(teks.isi):
        return
    own = SINGKAT.sub(" ", KUTIPAN.sub(" ", teks.isi))
    for match in RENTANG.finditer(own):
        first = int(match[1])
        last = int(match[2] or first)
        if not first <= tahun <= last:
            yield first
