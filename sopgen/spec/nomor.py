"""The number of a SOP after the office's pattern."""

from __future__ import annotations

import re

#: A field: its name, and for numbers how many digits at least.
FIELD = re.compile(r"\{(nomor|tahun)(?::0?([0-9])d?)?\}|\{(kode_unit)\}")


def pattern_fault(pola: str) -> str:
    """Return what is wrong with a pattern, or nothing."""
    rest = FIELD.sub("", pola)
    if match := re.search(r"\{[^{}]*\}?|\}", rest):
        return match[0]
    return ""


def sebutan_nomor(pola: str, nomor: int) -> str:
    """Return how a SOP is called by its number alone: ``SOP 01`` where all have two."""
    found = next((m for m in FIELD.finditer(pola) if m[1] == "nomor"), None)
    digits = int(found[2] or 0) if found else 0
    return f"SOP {str(nomor).zfill(digits)}"


def format_nomor(pola: str, nomor: int, kode_unit: str, tahun: int) -> str:
    """Return the pattern with its fields filled in, and nothing else evaluated."""
    numbers = {"nomor": nomor, "tahun": tahun}

    def fill(match: re.Match[str]) -> str:
        if match[3]:
            return kode_unit
        return str(numbers[match[1]]).zfill(int(match[2] or 0))

    return FIELD.sub(fill, pola)
