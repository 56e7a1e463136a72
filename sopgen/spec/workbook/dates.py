"""Dates in cells: what they say, whatever format Excel shows them in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time
from typing import Any

from openpyxl.utils.datetime import from_excel

from sopgen.celltext import WORDS
from sopgen.model.bahasa import tanggal
from sopgen.model.tanggal import TAHUN, Kurun

#: Days that a number may count to: from 1950 on, as far as a book may be dated.
SERIAL = range(18_264, 401_769)


def shown_date(one: Any) -> str:
    """Return what a cell that holds a date says, nothing of any other.

    ``12 Januari 2026``; of a month's first day in a format without days, which is
    what Excel makes of a typed ``Januari 2026``, the month alone.
    """
    day = _held(one.value)
    if day is None:
        return ""
    month = _month(day, one.number_format or "")
    return month.tercetak if month else tanggal(day)


def day_of(one: Any) -> date | None:
    """Return the day that a cell holds or that its number counts to, if it does."""
    value = one.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        whole = value in SERIAL
        return from_excel(value, one.parent.parent.epoch).date() if whole else None
    day = _held(value)
    return None if day is None or _month(day, one.number_format or "") else day


def _held(value: object) -> date | None:
    """Return the day of a date without a time of day, in years that are written."""
    if isinstance(value, datetime):
        if value.time() != time():
            return None
        value = value.date()
    return value if isinstance(value, date) and value.year in TAHUN else None


def _month(day: date, shown: str) -> Kurun | None:
    """Return the month of a date whose format shows months and no days."""
    signs = WORDS.sub("", shown.partition(";")[0]).casefold()
    if day.day > 1 or "d" in signs or "m" not in signs:
        return None
    return Kurun(day, day.replace(day=monthrange(day.year, day.month)[1]))
