"""Lengths of time as they are written: minutes, hours, days, each counted apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from sopgen.model.nilai import dataclass

MENIT, JAM, HARI = ("menit", "mnt"), ("jam",), ("hari", "hk")
#: How many minutes an hour has, and a day: of the calendar, of a day of work.
SEJAM, SEHARI = 60, (1440, 480, 450, 420)
UKURAN = re.compile(
    r"([0-9]+(?:[.,][0-9]+)?(?:\s*/\s*[0-9]+)?)\s*(?:\([^()]*\)\s*)?"
    r"(menit|mnt|jam|hari|hk)(?![a-z])(?:\s+kerja|\s+kalender)?"
)
#: A number whose points part thousands.
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
#: Nothing but measures one behind the other.
MURNI = re.compile(rf"(?:{UKURAN.pattern}[\s,.]*(?:dan\s+)?)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lama:
    """A length of time in minutes, and in days that nobody can turn into minutes."""

    menit: Fraction = Fraction(0)
    hari: Fraction = Fraction(0)

    def __add__(self, other: Lama) -> Lama:
        """Return both lengths one behind the other."""
        return Lama(self.menit + other.menit, self.hari + other.hari)

    def may_be(self, other: Lama) -> bool:
        """Return whether two lengths are the same for some length of a day."""
        return any(
            self.menit + self.hari * day == other.menit + other.hari * day
            for day in SEHARI
        )

    def __str__(self) -> str:
        """Return ``2 hari 1 jam 5 menit``."""
        jam, menit = self.menit // SEJAM, self.menit % SEJAM
        parts = ((self.hari, "hari"), (jam, "jam"), (menit, "menit"))
        shown = [f"{_number(one)} {unit}" for one, unit in parts if one]
        return " ".join(shown) or "0 menit"


def lamanya(waktu: str) -> Lama | None:
    """Return the length that a text tells, or nothing where it leaves that open."""
    text = " ".join(waktu.casefold().split()).rstrip(" .")
    if not MURNI.fullmatch(text):
        return None
    total = Lama()
    for number, unit in UKURAN.findall(text):
        count = count_of(number)
        if count is None:
            return None
        if unit in HARI:
            total += Lama(hari=count)
        else:
            total += Lama(menit=count * (SEJAM if unit in JAM else 1))
    return total


def total_of(every: Iterable[Lama]) -> str:
    """Return the sum of lengths as it is written."""
    return str(sum(every, Lama()))


def count_of(number: str) -> Fraction | None:
    """Return a number as it is typed: ``1,5``, ``1/2``, ``1.440`` with a thousand."""
    if THOUSANDS.fullmatch(number):
        return Fraction(number.replace(".", ""))
    whole, _, part = number.replace(" ", "").replace(",", ".").partition("/")
    if part and not int(part):
        return None
    return Fraction(whole) / (int(part) if part else 1)


def _number(one: Fraction | int) -> str:
    return f"{float(one):g}".replace(".", ",")
