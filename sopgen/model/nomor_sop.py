"""The numbers of the SOP of a book: each in the book, in its seksi, and as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sopgen.model.bahasa import romawi
from sopgen.model.nilai import dataclass

#: Fields that are numbers, and those that are words.
ANGKA = ("nomor_buku", "nomor", "tahun")
KATA = ("kode_unit", "seksi")
#: A number that is printed in Roman numerals.
ROMAWI = "romawi"
#: A field: its name, and for numbers how many digits at least, or that they are Roman.
FIELD = re.compile(
    rf"\{{({'|'.join(ANGKA)})(?::(?:0?([0-9])d?|{ROMAWI}))?\}}"
    rf"|\{{({'|'.join(KATA)})\}}"
)
#: What a pattern may hold, as it is told.
BENTUK = (
    "pakai `{nomor}`, `{nomor:02}`, `{nomor:romawi}`, `{kode_unit}`, `{tahun}`; dalam "
    "buku per seksi juga `{seksi}` dan `{nomor_buku}`"
)


@dataclass(frozen=True, slots=True)
class Nomor:
    """The numbers of a SOP: in the book, and in its seksi where these are counted.

    ``seksi`` is the short form of its seksi, or nothing.
    """

    buku: int
    urut: int
    seksi: str = ""


def pattern_fault(pola: str) -> str:
    """Return what is wrong with a pattern, or nothing."""
    rest = FIELD.sub("", pola)
    if match := re.search(r"\{[^{}]*\}?|\}", rest):
        return match[0]
    return ""


def names_seksi(pola: str) -> bool:
    """Return whether a pattern names the seksi: then each of them counts by itself."""
    return "{seksi}" in pola


def sebutan_nomor(pola: str, nomor: int) -> str:
    """Return how a SOP is called by its number alone: ``SOP 01`` where all have two."""
    found = next((m for m in FIELD.finditer(pola) if m[1] in ANGKA[:2]), None)
    digits = int(found[2] or 0) if found else 0
    return f"SOP {str(nomor).zfill(digits)}"


def format_nomor(pola: str, nomor: Nomor, kode_unit: str, tahun: int) -> str:
    """Return the pattern with its fields filled in, and nothing else evaluated."""
    numbers = {"nomor": nomor.urut, "nomor_buku": nomor.buku, "tahun": tahun}
    words: Mapping[str, str] = {"kode_unit": kode_unit, "seksi": nomor.seksi}

    def fill(match: re.Match[str]) -> str:
        if match[3]:
            return words[match[3]]
        if match[0].endswith(f":{ROMAWI}}}"):
            return romawi(numbers[match[1]])
        return str(numbers[match[1]]).zfill(int(match[2] or 0))

    return FIELD.sub(fill, pola)
