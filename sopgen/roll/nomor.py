"""The number of a decree in the year that follows, its sequence left blank."""

from __future__ import annotations

import re
from datetime import date

from sopgen.model.bahasa import romawi
from sopgen.model.pergantian import RUMPANG, PintaError, is_open

#: A part that counts decrees: ``19``, ``09.1``, ``12a``, and with letters before it.
URUT = re.compile(r"0*[0-9]{1,4}(?:\.[0-9]{1,2})?[a-z]?", re.IGNORECASE)
BERHURUF = re.compile(r"([A-Z][A-Z. -]*?[. -]?)([0-9]{1,4})", re.IGNORECASE)
TAHUN = re.compile(r"(?:19|20)[0-9]{2}")


def next_number(nomor: str, kode_unit: str, days: tuple[date, date]) -> str:
    """Return last year's number with the new year and a blank for the sequence.

    ``days`` are the dates of the old decree and the new one.  Where no part is known
    as the sequence the whole number is blank.
    """
    old, new = days
    parts = nomor.split("/")
    at = _sequence([part.strip() for part in parts], kode_unit)
    if at is None or len(parts) == 1:
        return RUMPANG
    parts[at] = _blank(parts[at].strip())
    made = [_dated(p, old, new) if n != at else p for n, p in enumerate(parts)]
    return "/".join(made)


def wished_number(wish: str, pattern: str) -> str:
    """Return the number that is wished; a sequence alone goes into last year's pattern.

    Raises PintaError for what is no number.
    """
    if not re.search("[0-9]", wish) or re.search(r"[{}\\]|\.\.", wish):
        shown = pattern.replace(f" {RUMPANG} ", "7").replace(RUMPANG, "7")
        pesan = f"nomor `{wish[:60]}` bukan nomor keputusan"
        raise PintaError(pesan, f"tulis nomornya utuh, misalnya {shown}")
    if RUMPANG in pattern and pattern != RUMPANG and URUT.fullmatch(wish):
        return pattern.replace(f" {RUMPANG} ", wish).replace(RUMPANG, wish)
    return wish


def _sequence(parts: list[str], kode_unit: str) -> int | None:
    """Return which part counts: the code of classification stands before it."""
    for n, one in enumerate(parts):
        if is_open(one):
            return n
    taken = [n for n, one in enumerate(parts) if one == kode_unit or _is_year(one)]
    rest = [n for n in range(len(parts)) if n not in taken]
    plain = [n for n in rest if URUT.fullmatch(parts[n])]
    lettered = [n for n in rest if BERHURUF.fullmatch(parts[n])]
    return next((n for n in (*plain, *lettered) if n), next(iter(plain), None))


def _is_year(part: str) -> bool:
    return bool(TAHUN.fullmatch(part))


def _blank(part: str) -> str:
    if is_open(part) and re.search("[A-Z]", part, re.IGNORECASE):
        return part
    match = BERHURUF.fullmatch(part)
    return f"{match[1]}{RUMPANG}" if match else f" {RUMPANG} "


def _dated(part: str, old: date, new: date) -> str:
    """Return a part with the year, or the month in Roman numerals, of the new date."""
    bare = part.strip()
    if bare == romawi(old.month):
        return part.replace(bare, romawi(new.month))
    return re.sub(rf"(?<![0-9.]){old.year}(?![0-9]|\.[0-9])", str(new.year), part)
