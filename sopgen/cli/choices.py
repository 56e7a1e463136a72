"""Lists of words and numbers as values of options."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from sopgen.cli.wording import Salah, saran

F = TypeVar("F", bound=Callable[..., Any])
#: Windows waits for no more processes than these.
MOST_PROCESSES = 61
#: A range such as 1-999999999 is no list that anyone means.
MOST_NUMBERS, MOST_DIGITS = 1000, 9


def word(text: str, option: str, allowed: Iterable[str]) -> str:
    """Return the text if it is one of the words allowed."""
    known = list(allowed)
    if text not in known:
        raise Salah(f"{option} tidak mengenal `{text}`", saran(text, known))
    return text


def words(text: str, option: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return the words of ``a,b,c``, each one of those allowed."""
    known = list(allowed)
    chosen = [one.strip() for one in text.split(",") if one.strip()]
    if text and not chosen:
        raise Salah(f"{option} tidak menyebut apa pun", saran("", known))
    return tuple(dict.fromkeys(word(one, option, known) for one in chosen))


def codes(text: str, option: str) -> frozenset[str]:
    """Return the codes of findings of ``SOP734,SOP6``; a beginning means a family."""
    from sopgen.model.kode_temuan import codes_of, suggested

    chosen: set[str] = set()
    for one in filter(None, (piece.strip() for piece in text.split(","))):
        found = codes_of(one)
        if not found:
            raise Salah(f"{option}: kode temuan `{one}` tidak ada", suggested(one))
        chosen.update(found)
    if text and not chosen:
        raise Salah(f"{option} tidak menyebut kode", "misalnya `SOP734` atau `SOP6`")
    return frozenset(chosen)


def asked_for(kode: str, kecuali: str) -> Callable[[str], bool]:
    """Return what tells whether a code is asked for by ``--kode`` and ``--kecuali``."""
    only, but = codes(kode, "--kode"), codes(kecuali, "--kecuali")
    return lambda one: (not only or one in only) and one not in but


def numbers(text: str, option: str) -> frozenset[int]:
    """Return the numbers of ``3,7`` or ``3-7``."""
    chosen: set[int] = set()
    for piece in filter(None, text.replace(" ", "").split(",")):
        first, _, last = piece.partition("-")
        try:
            begin, end = int(first), int(last or first)
        except ValueError:
            raise Salah(
                f"{option} memerlukan nomor SOP, bukan `{piece}`",
                "tulis `3,7` atau `3-7`",
            ) from None
        if not 0 < begin <= end < begin + MOST_NUMBERS:
            raise Salah(f"{option} `{piece}` bukan urutan nomor", "tulis `3-7`")
        chosen.update(range(begin, end + 1))
    if text and not chosen:
        raise Salah(f"{option} tidak menyebut nomor", "tulis `3,7` atau `3-7`")
    return frozenset(chosen)


def kerja_option() -> Callable[[F], F]:
    """Return the decorator for the option ``--kerja``: so many processes at a time."""
    return click.option(
        "--kerja",
        metavar="N",
        default="",
        callback=_processes,
        help="Bekerja dengan N proses (bawaan: sebanyak inti prosesor)",
    )


def _processes(_: click.Context, __: click.Parameter, text: str) -> int:
    """Return how many processes are wanted; as many as there are cores if not said."""
    from sopgen.kerja import cores

    if not text:
        return min(cores(), MOST_PROCESSES)
    few = text.isascii() and text.isdecimal() and len(text) < MOST_DIGITS
    if not few or not 0 < int(text) <= MOST_PROCESSES:
        raise Salah(
            f"--kerja memerlukan angka 1 sampai {MOST_PROCESSES}, bukan `{text[:20]}`",
            "hapus --kerja untuk memakai semua inti prosesor",
        )
    return int(text)
