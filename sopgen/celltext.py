"""What a cell of a workbook holds as text, as the sheet shows it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

#: How formulas begin: text that begins so is marked as text, also when it is edited.
FORMULA_SIGNS = ("=", "+", "-", "@")
#: Excel keeps no more digits of a number.
MAX_DIGITS = 15
ZEROS = re.compile(r"(0+)(?:\.(0+))?")
#: A number with words behind it: ``0 "menit"``.
WITH_WORDS = re.compile(r'(0+|#|#,##0)(?:\.(0+))?\s*\\?\s*"([^"]*)"')
PERCENT = re.compile(r"0+(?:\.0+)?%")
#: Thousands apart, with money before them or words behind: ``"Rp"#,##0.00``.
GROUPED = re.compile(
    r"(?P<awal>[A-Za-z$€£¥.]{0,8}\s?)#,##0(?:\.(?P<koma>0+))?(?P<akhir>\s?[A-Za-z ]*)"
)
#: What of a format stands for room, and what for itself: quoted words, a currency.
ROOM = re.compile(r"_.|\*.")
LITERAL = re.compile(r'"([^"]*)"|\[\$([^\]-]*)[^\]]*\]|\\(.)')
#: Smaller numbers that are no money stay as they are: years, numbers of papers.
APART = 10_000
#: What of a format is no sign: words in quotes, colours and conditions, letters kept.
WORDS = re.compile(r'"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\.|_.')
#: Excel counts days from here; a day in 1900 is not to be expected.
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001
#: What is no letter: control characters, halves of pairs.
UNSEEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
#: How Excel writes letters that XML has not.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def number(value: float, shown: str) -> str:
    """Return a number in its format: 06123, 406.10, 50%, 5 menit, Rp10.000.

    A fraction alone has its comma, 0,5; another number with a point may be a code.
    """
    if PERCENT.fullmatch(shown):
        return f"{value * 100:.{MAX_DIGITS}g}%"
    if found := ZEROS.fullmatch(shown):
        return _fixed(value, found[1], found[2])
    return _grouped(value, shown) or _with_words(value, shown) or _plain(value)


def _with_words(value: float, shown: str) -> str:
    """Return a number with the words behind it, or nothing where there are none."""
    found = WITH_WORDS.fullmatch(shown)
    if found is None:
        return ""
    digits = found[1] if found[1].startswith("0") else "0"
    return f"{_fixed(value, digits, found[2])} {found[3].strip()}"


def _plain(value: float) -> str:
    if float(value).is_integer():
        return str(int(value))
    plain = f"{value:.{MAX_DIGITS}g}"
    return plain.replace(".", ",") if abs(value) < 1 else plain


def _grouped(value: float, shown: str) -> str:
    """Return a number with its thousands apart, as offices here write it, or nothing.

    Of the formats for other signs the first says how, as accounts have it.
    """
    first = ROOM.sub("", shown.partition(";")[0])
    plain = LITERAL.sub(lambda match: "".join(filter(None, match.groups())), first)
    found = GROUPED.fullmatch(plain.strip())
    if found is None or not (found["awal"].strip() or abs(value) >= APART):
        return ""
    digits = f"{abs(value):,.{len(found['koma'] or '')}f}"
    here = digits.translate(str.maketrans(",.", ".,"))
    sign = "-" if value < 0 and digits.strip("0.,") else ""
    return f"{sign}{found['awal']}{here}{found['akhir']}".strip()


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


def is_moment(shown: str) -> bool:
    """Tell whether a format is one of a date or time."""
    signs = WORDS.sub("", shown).casefold()
    return signs != "general" and any(sign in signs for sign in "dmyhs")


def from_serial(days: float, shown: str) -> str:
    """Return the date or time of a number of days, by the signs of its format."""
    signs = WORDS.sub("", shown).casefold()
    if "[" in signs:
        return moment(timedelta(days=days))
    at = FIRST_DAY + timedelta(seconds=round(days * 86400))
    if not any(sign in signs for sign in "dy"):
        return moment(at.time())
    return moment(at if "h" in signs else at.date())


def visible(text: str) -> str:
    """Return a text without what no file of a spec may hold."""
    return UNSEEN.sub("", text)


def unescaped(text: str) -> str:
    """Return a text with the letters that Excel wrote as ``_x000D_``."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
