"""Cures of findings: what becomes of the texts and rows that stand at some places.

A rule knows places, not files: which field of which file stands at a place is found
when the cure is applied (``sopgen.perbaikan``).
"""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.tempat import Span


@dataclass(frozen=True, slots=True)
class Tulis:
    """A text becomes another one: the whole of a field, a key, or a line of a naskah.

    It is written only where the text is still the one that was found.
    """

    tempat: Span
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Beri:
    """A field of what stands at a place gets a value; with ``None`` it is taken out.

    Without ``isian`` it is the list or text itself.  One that need not be there yet is
    seen where it will be, ``di``.
    """

    tempat: Span
    nilai: Data | None = field(hash=False)
    isian: Trail = ()
    di: Span | None = None


@dataclass(frozen=True, slots=True)
class Hapus:
    """A row of a list goes."""

    tempat: Span


@dataclass(frozen=True, slots=True)
class Susun:
    """All rows of a list stand in another order."""

    baris: tuple[Span, ...]


Tindakan: TypeAlias = Tulis | Beri | Hapus | Susun


@dataclass(frozen=True, slots=True)
class Perbaikan:
    """What mends a mistake for certain: all of it is done, or nothing."""

    tindakan: tuple[Tindakan, ...]


def write(tempat: Span, lama: str, baru: str) -> Perbaikan:
    """Return the cure that only writes one text."""
    return Perbaikan((Tulis(tempat, lama, baru),))
