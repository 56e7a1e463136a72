"""The marks of lists: their forms, what they count, which form a deeper list has."""

from __future__ import annotations

import re
from typing import NamedTuple

from sopgen.model.bahasa import huruf

#: The sign of an item that is not counted, as it is typed and printed.
PELURU, TERCETAK = "-", "–"
#: A mark: of letters or digits, followed by a stop or bracket, or in brackets.
MARK = (
    r"(?:(?P<huruf>[a-z]{1,2})(?P<titik>\.)|(?P<angka>[0-9]{1,3})(?P<henti>[.)])"
    r"|(?P<kurung>(?P<satu>[a-z])(?P=satu)?)\)"
    r"|\((?P<dalam>(?P<dua>[a-z])(?P=dua)?|[0-9]{1,3})\))"
)
#: The form of a list inside one of a form: 1. → a. → 1) → a) → (1) → (a).
ANAK = {"1.": "a.", "a.": "1)", "1)": "a)", "a)": "(1)", "(1)": "(a)", "(a)": "1."}


class Tanda(NamedTuple):
    """A mark as it is typed: its form, and what it counts."""

    bentuk: str
    nilai: int

    @property
    def biasa(self) -> bool:
        """Return whether it is certainly a mark where it begins a line."""
        return self.bentuk in ("a.", "1.", PELURU)


def tanda_of(match: re.Match[str]) -> Tanda:
    """Return what a match of ``MARK`` means."""
    inner = match["huruf"] or match["angka"] or match["kurung"] or match["dalam"]
    kind = "1" if inner.isdigit() else "a"
    if match["dalam"]:
        return Tanda(f"({kind})", _value(inner))
    ending = match["titik"] or match["henti"] or ")"
    return Tanda(f"{kind}{ending}", _value(inner))


def _value(inner: str) -> int:
    if inner.isdigit():
        return int(inner)
    value = 0
    for letter in inner:
        value = 26 * value + ord(letter) - ord("a") + 1
    return value


def written(bentuk: str, nilai: int) -> str:
    """Return the mark of a form that counts so far."""
    if bentuk == PELURU:
        return TERCETAK
    count = str(nilai) if "1" in bentuk else huruf(nilai).lower()
    return bentuk.replace("1", count) if "1" in bentuk else bentuk.replace("a", count)


def form_below(bentuk: str, outer: tuple[str, ...]) -> str:
    """Return the form in which a list is printed inside lists of printed forms.

    One that is typed like a list around it, as Markdown has it, takes the next.
    """
    if bentuk == PELURU or bentuk not in outer:
        return bentuk
    form = ANAK.get(outer[-1], bentuk)
    for _ in ANAK:
        form = ANAK[form] if form in outer else form
    return form
