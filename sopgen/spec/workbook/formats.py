"""Numbers, dates and times of a workbook as text, as the sheet shows them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

#: Excel keeps no more digits of a number.
MAX_DIGITS = 15
ZEROS = re.compile(r"(0+)(?:\.(0+))?")
#: A number with words behind it: ``0 "menit"``.
WITH_WORDS = re.compile(r'(0+|#|#,##0)(?:\.(0+))?\s*\\?\s*"([^"]*)"')
PERCENT = re.compile(r"0+(?:\.0+)?%")


def number(value: float, shown: str) -> str:
    """Return a number in its format: 06123, 406.10, 50%, 5 menit."""
    if PERCENT.fullmatch(shown):
        return f"{value * 100:.{MAX_DIGITS}g}%"
    if found := ZEROS.fullmatch(shown):
        return _fixed(value, found[1], found[2])
    if found := WITH_WORDS.fullmatch(shown):
        digits = found[1] if found[1].startswith("0") else "0"
        return f"{_fixed(value, digits, found[2])} {found[3].strip()}"
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.{MAX_DIGITS}g}"


def _fixed(value: float, digits: str, decimals: str | None) -> str:
    places = len(decimals or "")
    width = len(digits) + (places + 1 if places else 0)
    return f"{value:0{width}.{places}f}"


def moment(value: datetime | date | time | timedelta) -> str:
    """Return a date as 2025-01-16, a time as 07:30, a span of time as 30:00."""
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value.isoformat("minutes")
