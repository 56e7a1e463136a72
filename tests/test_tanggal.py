"""Dates as offices type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sopgen.model.bahasa import BULAN, tanggal
from sopgen.model.tanggal import HARI, NAMA_BULAN, Kurun, TanggalError, read_tanggal

DAY = date(2026, 1, 12)
#: Ways to write 12 Januari 2026, a Monday.
TYPED = (
    "12 Januari 2026", "12 januari 2026", "12 JANUARI 2026", "12  Januari  2026",
    "12 Jan 2026", "12 Jan. 2026", "12-Jan-2026", "12/Jan/2026", "12Januari2026",
    "12/1/2026", "12/01/2026", "12-01-2026", "12.1.2026", "12 - 1 - 2026",
    "12 1 2026", "12/I/2026", "12\u00a0Januari\u00a02026", "12\u202fJanuari\u20092026",
    "\ufeff12 Januari 2026\u200b", "12–01–2026", "１２/１/２０２６",
    "Senin, 12 Januari 2026", "Senin 12 Januari 2026", "hari Senin, 12 Januari 2026",
    "tanggal 12 Januari 2026", "Tgl. 12 Januari 2026", "12 Januari 2026.",
    "Senin tanggal 12 bulan Januari tahun 2026",
    "2026-01-12", "2026-1-12", "2026/01/12", "2026.01.12",
    "2026-01-12T08:30:00", "2026-01-12 08:30", "2026-01-12 00:00:00.000",
    "2026-01-12T00:00:00Z", "2026-01-12T00:00:00+07:00", "12/01/2026 00:00:00",
    "12 Januari 2026 pukul 08.30 WIB",
    "12 January 2026", "January 12, 2026", "12th January 2026",
    "Monday, January 12th, 2026",
)  # fmt: skip
#: Months in other words: what is typed, and which month it is.
MONTHS = (
    ("Pebruari", 2), ("Peb", 2), ("Mrt", 3), ("Apr", 4), ("Mei", 5), ("May", 5),
    ("Jun", 6), ("Jul", 7), ("Agt", 8), ("Ags", 8), ("Agust", 8), ("Agu", 8),
    ("August", 8), ("Sept", 9), ("Sep", 9), ("Okt", 10), ("October", 10),
    ("Nopember", 11), ("Nop", 11), ("Nov", 11), ("Des", 12), ("December", 12),
    ("XII", 12), ("IX", 9),
)  # fmt: skip
#: What is no date: what is typed, whether no calendar has it, what is said of it.
REFUSED = (
    ("31 Februari 2026", True, "Februari 2026 hanya punya tanggal 1 sampai 28"),
    ("29/2/2025", True, "Februari 2025 hanya punya tanggal 1 sampai 28"),
    ("30-02-2024", True, "Februari 2024 hanya punya tanggal 1 sampai 29"),
    ("31 April 2026", True, "April 2026 hanya punya tanggal 1 sampai 30"),
    ("32/1/2026", True, "Januari 2026 hanya punya tanggal 1 sampai 31"),
    ("0 Januari 2026", True, "Januari 2026 hanya punya"),
    ("2026-02-30", True, "Februari 2026 hanya punya"),
    ("12/13/2026", True, "bulan 13 tidak ada · hari ditulis sebelum bulan: 13/12/2026"),
    ("1/31/2026", True, "hari ditulis sebelum bulan: 31/1/2026 atau 31 Januari 2026"),
    ("12/0/2026", True, "bulan 0 tidak ada"),
    ("13/13/2026", True, "bulan 13 tidak ada"),
    ("12 Januari 0026", True, "tahun 0026 tidak mungkin"),
    ("12/1/26", False, "tahun `26` hanya dua angka"),
    ("12 Januari 26", False, "tahun `26` hanya dua angka"),
    ("12 Jan '26", False, "tahun `26` hanya dua angka"),
    ("26-01-12", False, "tahun `12` hanya dua angka"),
    ("12 Januari 20266", False, "tahun `20266` tidak empat angka"),
    ("12 Janurai 2026", False, "bulan `janurai` tidak dikenal · mungkin maksudnya Jan"),
    ("12 Febuari 2026", False, "mungkin maksudnya Februari"),
    ("12 Januari", False, "tulis seperti"),
    ("12/1", False, "tulis seperti"),
    ("Januari", False, "tulis seperti"),
    ("Januari 2025 (revisi ke-1)", False, "tulis seperti"),
    ("12 s.d. 14 Januari 2026", False, "tulis seperti"),
    ("Karangan, 12 Januari 2026", False, "tulis seperti"),
    ("46034", False, "tulis seperti"),
    ("revisi 2", False, "tulis seperti"),
    ("belum ada", False, "tulis seperti"),
    ("-", False, "tulis seperti"),
    ("", False, "tulis seperti"),
)


@pytest.mark.parametrize("text", TYPED)
def test_a_day_is_read_however_it_is_typed(text: str) -> None:
    kurun = read_tanggal(text)
    assert (kurun.awal, kurun.akhir) == (DAY, DAY)
    assert kurun.tercetak == "12 Januari 2026"
    assert kurun.hari_sebenarnya == ""


@pytest.mark.parametrize(("word", "bulan"), MONTHS)
def test_months_are_known_by_other_names(word: str, bulan: int) -> None:
    assert read_tanggal(f"3 {word} 2026").awal == date(2026, bulan, 3)
    assert read_tanggal(f"{word} 2026").tercetak == f"{BULAN[bulan - 1]} 2026"


@pytest.mark.parametrize(
    ("text", "printed", "last"),
    [
        ("Februari 2024", "Februari 2024", date(2024, 2, 29)),
        ("jan 2025", "Januari 2025", date(2025, 1, 31)),
        ("bulan Januari tahun 2025", "Januari 2025", date(2025, 1, 31)),
        ("01/2025", "Januari 2025", date(2025, 1, 31)),
        ("2025-01", "Januari 2025", date(2025, 1, 31)),
        ("2025", "2025", date(2025, 12, 31)),
        ("tahun 2025", "2025", date(2025, 12, 31)),
    ],
)
def test_a_month_or_a_year_is_known_to_lack_its_day(
    text: str, printed: str, last: date
) -> None:
    kurun = read_tanggal(text)
    assert (kurun.tercetak, kurun.akhir, kurun.lengkap) == (printed, last, False)


@pytest.mark.parametrize(("text", "mustahil", "told"), REFUSED)
def test_what_is_no_certain_date_says_why(text: str, mustahil: bool, told: str) -> None:
    with pytest.raises(TanggalError) as caught:
        read_tanggal(text)
    assert caught.value.mustahil is mustahil
    assert told in f"{caught.value.sebab} · {caught.value.saran}"


@pytest.mark.parametrize("day", range(7))
def test_a_weekday_is_compared_with_its_date(day: int) -> None:
    when = DAY + timedelta(days=day)
    right = read_tanggal(f"{HARI[day]}, {tanggal(when)}")
    wrong = read_tanggal(f"{HARI[(day + 1) % 7]}, {tanggal(when)}")
    assert (right.hari_sebenarnya, wrong.hari_sebenarnya) == ("", HARI[day])


@pytest.mark.parametrize("word", ["Jum'at", "Jum’at", "JUMAT", "Friday"])
def test_friday_is_known_by_its_spellings(word: str) -> None:
    assert read_tanggal(f"{word}, 16 Januari 2026").hari == "Jumat"


def test_every_day_of_many_years_comes_back_as_it_is_printed() -> None:
    for n in range(0, 366 * 60, 11):
        day = date(1980, 1, 1) + timedelta(days=n)
        for text in (
            tanggal(day),
            day.isoformat(),
            f"{day.day}/{day.month}/{day.year}",
        ):
            assert read_tanggal(text) == Kurun(day, day)


def test_no_month_has_the_name_of_another() -> None:
    names = [name for names in NAMA_BULAN for name in names]
    assert len(set(names)) == len(names)
    assert [names[0] for names in NAMA_BULAN] == [name.casefold() for name in BULAN]


@pytest.mark.parametrize(
    "text", ["1 " * 100_000, "x" * 300_000 + "2026", "9" * 300_000, "1/" * 200_000]
)
def test_no_text_of_a_stranger_takes_long(text: str) -> None:
    with pytest.raises(TanggalError):
        read_tanggal(text)
