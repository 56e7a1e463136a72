"""Find the lists that run on in one paragraph: ``meliputi: 1) jadwal; 2) rapat: a) …``.

A paragraph is divided only where its numbering is sure: a list begins behind a colon
with its first mark, each further mark stands behind a semicolon and follows the one
before it, and there are at least two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sopgen.model.naskah.penomoran import MARK, Tanda, tanda_of
from sopgen.model.nilai import dataclass

#: A mark behind a colon, or behind a semicolon and what may stand there.
CALON = re.compile(
    rf"(?P<tanda>[:;])(?P<antara>\s*(?:(?:dan|atau|serta|dan/atau)\s+)?)(?<=\s){MARK}\s+(?=\S)"
)
#: More marks in one paragraph are no list that anybody typed.
TERBANYAK = 200


@dataclass(frozen=True, slots=True)
class Calon:
    """What may be the mark of an item: where it begins, and where its text does.

    ``opens`` says that it stands behind a colon.
    """

    tanda: Tanda
    awal: int
    isi: int
    opens: bool


class Potong(NamedTuple):
    """A piece of a paragraph: its text, from where, its mark and how deep it stands.

    The first piece has no mark of its own.
    """

    isi: str
    at: int
    tanda: Tanda | None
    dalam: int


@dataclass(frozen=True, slots=True)
class Buka:
    """A list that is open: its form, how far it has counted, the first item's place."""

    bentuk: str
    nilai: int
    pertama: int


def split_running(text: str, own: Tanda | None) -> tuple[Potong, ...]:
    """Return the pieces of a paragraph; ``own`` is the mark that it has itself.

    Pieces of depth 0 go on with the list of that mark, or are the text before lists.
    """
    if ";" not in text:
        return (Potong(text, 0, own, 0),)
    found = [
        Calon(
            tanda_of(m),
            m.start("antara") + len(m["antara"]),
            m.end(),
            m["tanda"] == ":",
        )
        for m in CALON.finditer(text)
    ]
    banned: set[int] = set()
    while len(found) <= TERBANYAK:
        taken, lonely = _taken(found, own, banned)
        if not lonely:
            return tuple(_pieces(text, own, taken))
        banned |= lonely
    return (Potong(text, 0, own, 0),)


def find_leaps(text: str) -> Iterator[int]:
    """Yield where marks stand that look like those of a running list and skip.

    They follow a first mark behind a colon, and are the same or not the next ones.
    """
    begun: dict[str, int] = {}
    for match in CALON.finditer(text):
        bentuk, nilai = tanda_of(match)
        if match["tanda"] == ":":
            if nilai == 1:
                begun[bentuk] = 1
        elif bentuk in begun:
            if nilai == begun[bentuk] or nilai > begun[bentuk] + 1:
                yield match.end("antara")
            begun[bentuk] = nilai


def _taken(
    found: list[Calon], own: Tanda | None, banned: set[int]
) -> tuple[list[tuple[Calon, int]], set[int]]:
    """Return the marks that fit, with their depth, and those that stand alone."""
    stack = [Buka(own.bentuk, own.nilai, -1)] if own else []
    base = 0 if own else 1
    taken: list[tuple[Calon, int]] = []
    lonely: set[int] = set()

    def close(count: int) -> None:
        for _ in range(count):
            one = stack.pop()
            if one.pertama in range(len(found)) and one.nilai == 1:
                lonely.add(one.pertama)

    for n, one in enumerate(found):
        level = _goes_on(stack, one)
        if level is not None:
            close(len(stack) - level - 1)
            stack[level] = replace(stack[level], nilai=one.tanda.nilai)
            taken.append((one, level + base))
        elif one.opens and n not in banned and _begins(stack, one):
            stack.append(Buka(one.tanda.bentuk, 1, n))
            taken.append((one, len(stack) - 1 + base))
    close(len(stack))
    return taken, lonely


def _begins(stack: list[Buka], one: Calon) -> bool:
    """Return whether a mark behind a colon begins a list inside the open ones."""
    forms = [other.bentuk for other in stack]
    return one.tanda.nilai == 1 and one.tanda.bentuk not in forms


def _goes_on(stack: list[Buka], one: Calon) -> int | None:
    """Return the level of the open list that a mark goes on with, if there is one."""
    if one.opens:
        return None
    for level in range(len(stack) - 1, -1, -1):
        if one.tanda == (stack[level].bentuk, stack[level].nilai + 1):
            return level
    return None


def _pieces(
    text: str, own: Tanda | None, taken: list[tuple[Calon, int]]
) -> Iterator[Potong]:
    ends = [*(one.awal for one, _ in taken), len(text)]
    yield Potong(text[: ends[0]].strip(), 0, own, 0)
    for (one, dalam), end in zip(taken, ends[1:], strict=True):
        yield Potong(text[one.isi : end].strip(), one.awal, one.tanda, dalam)
