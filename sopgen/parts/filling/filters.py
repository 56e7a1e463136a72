"""What may stand behind | in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sopgen.model.bahasa import terbilang

#: Digits of the largest number that is written in words.
DIGITS = 12


def is_number(value: object) -> bool:
    """Return whether a value is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def _cased(change: Callable[[str], str]) -> Callable[[Any], str | None]:
    return lambda v: change(str(v)) if isinstance(v, str) or is_number(v) else None


def _length(value: Any) -> int | None:
    return len(value) if isinstance(value, str | list) else None


def _terbilang(value: Any) -> str | None:
    digits = str(value).strip()
    number = is_number(value) or (digits.isdecimal() and len(digits) <= DIGITS)
    return terbilang(int(digits)) if number else None


#: Each filter by its name; it returns nothing for what it is not made for.
FILTERS: dict[str, Callable[[Any], str | int | None]] = {
    "upper": _cased(str.upper),
    "lower": _cased(str.lower),
    "title": _cased(str.title),
    "length": _length,
    "terbilang": _terbilang,
}
