"""What a part of the book is called: its kind, and what it is about."""

from __future__ import annotations

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class BagianId:
    """A part of the book: its kind, and the decree or SOP that it is about, if any.

    In the list of files it is called ``sampul``, or ``keputusan:sk-1``.
    """

    jenis: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.jenis}:{self.id}" if self.id else self.jenis

    @property
    def anchor(self) -> str:
        """Return the name of the place that links to it lead to."""
        return f"{self.jenis}-{self.id}" if self.id else self.jenis
