"""A short text whose list runs on, with its items on lines of their own."""

from __future__ import annotations

from sopgen.model.naskah.baca import read_unsur
from sopgen.model.naskah.unsur import Alinea, Butir

#: How far a list inside another stands in, in a cell that has no levels.
MENJOROK = "  "


def in_lines(text: str) -> str:
    """Return a text in one paragraph whose list is sure with an item on each line.

    One that is typed in lines stays as it is.
    """
    if "\n" in text or ";" not in text:
        return text
    made = read_unsur(text)
    butir = [one for one in made if isinstance(one, Butir)]
    if len(butir) < 2 or len(made) > len(butir) + 1:
        return text
    return "\n".join(
        f"{MENJOROK * one.depth}{one.tanda} {one.text}"
        if isinstance(one, Butir)
        else one.text
        for one in made
        if isinstance(one, Alinea | Butir)
    )
