"""Numbers and dates as Indonesian words: tables, no library needed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
    "September", "Oktober", "November", "Desember",
)  # fmt: skip
SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan",
    "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
#: Powers by which larger numbers are read, with the form for exactly one.
PANGKAT = (
    (1_000_000_000_000, "triliun", ""),
    (1_000_000_000, "miliar", ""),
    (1_000_000, "juta", ""),
    (1_000, "ribu", "seribu"),
    (100, "ratus", "seratus"),
    (10, "puluh", ""),
)
#: Larger numbers have no name that everybody knows.
TERBESAR = 999_999_999_999_999
ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def tanggal(day: date) -> str:
    """Return ``16 Januari 2025``."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def terbilang(number: int) -> str:
    """Return a number in words: 18 is ``delapan belas``.

    Raises ValueError for a number beyond TERBESAR.
    """
    if abs(number) > TERBESAR:
        raise ValueError("terbilang hanya sampai 999 triliun")
    if number < 0:
        return f"minus {terbilang(-number)}"
    if number < len(SATUAN):
        return SATUAN[number]
    if number < 20:
        return f"{SATUAN[number - 10]} belas"
    for value, name, one in PANGKAT:
        if number >= value:
            count, rest = divmod(number, value)
            words = one if count == 1 and one else f"{terbilang(count)} {name}"
            return f"{words} {terbilang(rest)}" if rest else words
    raise AssertionError(number)


def urutan(number: int) -> str:
    """Return ``kesatu``, ``kedua``, ``ketiga belas``: the names of diktum."""
    return f"ke{terbilang(number)}"


def romawi(number: int) -> str:
    """Return a number from 1 in capital Roman numerals."""
    made = ""
    for value, letters in ROMAWI:
        count, number = divmod(number, value)
        made += letters * count
    return made


def huruf(number: int) -> str:
    """Return A … Z, AA, AB … for the numbers from 1."""
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: ``1–4, 6``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
