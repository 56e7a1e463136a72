"""Codes of findings as people write them: ``SOP602``, ``602``, ``dasar_dicabut``."""

from __future__ import annotations

import re

from sopgen.model.salah_ketik import meant
from sopgen.model.temuan import TABEL

KODE = re.compile(r"(?:sop[ -]?)?([0-9]{3})", re.IGNORECASE)
#: The beginning of codes, which stands for the family: SOP6, 6, 94.
RUMPUN = re.compile(r"(?:sop[ -]?)?([0-9]{1,2})", re.IGNORECASE)
#: Codes or names that are offered instead of an unknown one.
OFFERED = 3


def written_as_code(word: str) -> str:
    """Return the code that a word is written as, be it in the table or not."""
    match = KODE.fullmatch(word.strip())
    return f"SOP{match[1]}" if match else ""


def kode_of(word: str) -> str:
    """Return the code that a word means, by its number or its name; or nothing."""
    kode = written_as_code(word)
    if kode:
        return kode if kode in TABEL else ""
    name = _as_name(word)
    return next((one.kode for one in TABEL.values() if one.nama == name), "")


def codes_of(word: str) -> tuple[str, ...]:
    """Return the codes that a word means: one, or those of a family."""
    match = RUMPUN.fullmatch(word.strip())
    if match:
        return tuple(one for one in TABEL if one[3:].startswith(match[1]))
    return tuple(filter(None, [kode_of(word)]))


def nearest_codes(word: str) -> list[str]:
    """Return the codes with the next numbers, or the names that are most alike."""
    kode = written_as_code(word)
    if kode:
        family = [one for one in TABEL if one[3] == kode[3]]
        number = int(kode[3:])
        near = sorted(family, key=lambda one: abs(int(one[3:]) - number))
        return sorted(near[:OFFERED])
    names = [one.nama for one in TABEL.values()]
    return meant(word, names)[:OFFERED]


def suggested(word: str) -> str:
    """Return what to say to one who wrote an unknown code."""
    near = ", ".join(f"`{one}`" for one in nearest_codes(word))
    return f"mungkin maksudnya {near}" if near else "lihat `sopgen explain --semua`"


def _as_name(word: str) -> str:
    return word.strip().casefold().replace("-", "_")
