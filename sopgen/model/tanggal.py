"""Dates as offices type them, read into the days they mean.

The day comes first whatever stands between: ``12/1/2026`` is 12 Januari 2026.  What
is not certain, such as a year of two digits, is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date

from sopgen.model.bahasa import BULAN, romawi, tanggal
from sopgen.model.nilai import dataclass
from sopgen.model.salah_ketik import meant

#: How months are called: officially, in older spelling, abbreviated, in English.
NAMA_BULAN = (
    ("januari", "jan", "january"),
    ("februari", "pebruari", "feb", "peb", "febr", "pebr", "february"),
    ("maret", "mar", "mrt", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agt", "ags", "agu", "agst", "agust", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "des", "december", "dec"),
)
NAMA_HARI = (
    ("senin", "sen", "monday", "mon"),
    ("selasa", "sel", "tuesday", "tue"),
    ("rabu", "rab", "wednesday", "wed"),
    ("kamis", "kam", "thursday", "thu"),
    ("jumat", "jum'at", "jum", "friday", "fri"),
    ("sabtu", "sab", "saturday", "sat"),
    ("minggu", "ahad", "min", "sunday", "sun"),
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
KE_BULAN = {
    **{name: n for n, names in enumerate(NAMA_BULAN, 1) for name in names},
    **{romawi(n).casefold(): n for n in range(1, 13)},
}
KE_HARI = {name: n for n, names in enumerate(NAMA_HARI) for name in names}
#: Years that an office writes of.
TAHUN = range(1900, 3000)

#: Letters that nobody sees; the dashes and apostrophes of word processors.
TANDA = {
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "‘’`´"), "'"),
}
AWALAN = re.compile(
    rf"(?:hari )?(?:(?P<hari>{'|'.join(sorted(KE_HARI, reverse=True))})\b[., ]*)?"
    r"(?:(?:tanggal|tgl)\b[.: ]*)?"
)
#: A time of day, as spreadsheets and programs write it behind a date.
JAM = re.compile(
    r"(?:t|,? ?\b(?:pukul|jam) | )[0-9]{1,2}(?:[:.][0-9]{2}){1,2}(?:[.,][0-9]+)?"
    r" ?(?:z|am|pm|wib|wita|wit|[+-][0-9]{2}:?[0-9]{2})?$"
)
_HARI, _ANGKA = r"(?P<hari>[0-9]{1,2})", r"(?P<bulan>[0-9]{1,2})"
_NAMA = r"(?:bulan )?(?P<bulan>[a-z]+)"
_TAHUN, _EMPAT = r"(?:tahun )?'?(?P<tahun>[0-9]+)", r"(?P<tahun>[0-9]{4})"
_URUTAN, _SELA = r"(?:st|nd|rd|th)?", r"[-/., ]{0,3}"
POLA = tuple(
    map(
        re.compile,
        (
            rf"{_EMPAT} ?[-/.] ?{_ANGKA} ?[-/.] ?{_HARI}",
            rf"{_HARI} ?[-/. ] ?{_ANGKA} ?[-/. ] ?{_TAHUN}",
            rf"{_HARI}{_URUTAN}{_SELA}{_NAMA}{_SELA}{_TAHUN}",
            rf"{_NAMA}\.? {_HARI}{_URUTAN},? {_EMPAT}",
            rf"(?:tahun )?{_EMPAT}",
            rf"{_NAMA}{_SELA}{_TAHUN}",
            rf"{_ANGKA} ?[-/] ?{_EMPAT}",
            rf"{_EMPAT}-{_ANGKA}",
        ),
    )
)
BENTUK = "tulis seperti 16 Januari 2025, 16/1/2025, atau 2025-01-16"


class TanggalError(ValueError):
    """Why a text is no date, and what to write instead.

    ``mustahil`` tells of a date that no calendar has.
    """

    def __init__(self, sebab: str, saran: str, *, mustahil: bool = False) -> None:
        super().__init__(sebab or "bukan tanggal")
        self.sebab, self.saran, self.mustahil = sebab, saran, mustahil


@dataclass(frozen=True, slots=True)
class Kurun:
    """The days that a date may mean: a single one, those of a month or of a year.

    ``hari`` is the weekday that is written with it, right or wrong.
    """

    awal: date
    akhir: date
    hari: str = ""

    @property
    def lengkap(self) -> bool:
        """Return whether the day is known."""
        return self.awal == self.akhir

    @property
    def tercetak(self) -> str:
        """Return it as it is printed: ``12 Januari 2026``, ``Januari 2026``."""
        if self.lengkap:
            return tanggal(self.awal)
        if self.awal.month == self.akhir.month:
            return f"{BULAN[self.awal.month - 1]} {self.awal.year}"
        return str(self.awal.year)

    @property
    def hari_sebenarnya(self) -> str:
        """Return the weekday that a wrong one should be, else nothing."""
        right = HARI[self.awal.weekday()]
        return right if self.lengkap and self.hari not in ("", right) else ""


def read_tanggal(text: str) -> Kurun:
    """Return the days that a text means as a date.

    Raises TanggalError for a text that is none, not certainly one, or impossible.
    """
    plain = JAM.sub("", _plain(text)).strip(" .,;")
    before = AWALAN.match(plain)
    rest = plain[before.end() :] if before else plain
    found = next(filter(None, (pola.fullmatch(rest) for pola in POLA)), None)
    if found is None:
        raise TanggalError("", BENTUK)
    parts = found.groupdict()
    bulan = _bulan(parts["bulan"]) if "bulan" in parts else None
    hari = int(parts["hari"]) if "hari" in parts else None
    awal, akhir = _Tertulis(_tahun(parts["tahun"]), bulan, hari).days()
    named = before["hari"] if before else None
    return Kurun(awal, akhir, HARI[KE_HARI[named]] if named else "")


def _plain(text: str) -> str:
    """Return a text in small letters with single blanks and plain signs."""
    plain = unicodedata.normalize("NFKC", text.translate(TANDA))
    return " ".join(plain.translate(TANDA).casefold().split())


def _bulan(word: str) -> int:
    """Return the number of a month; a number may be none."""
    if word.isdigit():
        return int(word)
    if word in KE_BULAN:
        return KE_BULAN[word]
    names = [names[0] for names in NAMA_BULAN]
    near = meant(word, names)
    if not near:
        raise TanggalError("", BENTUK)
    saran = f"mungkin maksudnya {' atau '.join(map(str.capitalize, near))}"
    raise TanggalError(f"bulan `{word}` tidak dikenal", saran)


def _tahun(digits: str) -> int:
    if len(digits) != 4:
        count = "hanya dua angka" if len(digits) == 2 else "tidak empat angka"
        sebab = f"tahun `{digits[:12]}` {count}"
        raise TanggalError(sebab, "tulis tahunnya lengkap, mis. 16 Januari 2025")
    if int(digits) not in TAHUN:
        raise TanggalError(f"tahun {digits} tidak mungkin", BENTUK, mustahil=True)
    return int(digits)


@dataclass(frozen=True, slots=True)
class _Tertulis:
    """The numbers of a date as they are written, possible or not."""

    tahun: int
    bulan: int | None
    hari: int | None

    def days(self) -> tuple[date, date]:
        """Return the first and the last day that it may be."""
        if self.bulan is None:
            return date(self.tahun, 1, 1), date(self.tahun, 12, 31)
        if not 1 <= self.bulan <= 12:
            sebab = f"bulan {self.bulan} tidak ada"
            raise TanggalError(sebab, self._turned(self.bulan), mustahil=True)
        last = monthrange(self.tahun, self.bulan)[1]
        if self.hari is None:
            first = date(self.tahun, self.bulan, 1)
            return first, first.replace(day=last)
        if not 1 <= self.hari <= last:
            month = f"{BULAN[self.bulan - 1]} {self.tahun}"
            sebab = f"{month} hanya punya tanggal 1 sampai {last}"
            raise TanggalError(sebab, BENTUK, mustahil=True)
        day = date(self.tahun, self.bulan, self.hari)
        return day, day

    def _turned(self, bulan: int) -> str:
        """Return the saran for a month that is none: perhaps it is the day."""
        if self.hari is None or not (1 <= self.hari <= 12 and 1 <= bulan <= 31):
            return BENTUK
        meant = f"{bulan}/{self.hari}/{self.tahun}"
        words = f"{bulan} {BULAN[self.hari - 1]} {self.tahun}"
        return f"hari ditulis sebelum bulan: {meant} atau {words}"
