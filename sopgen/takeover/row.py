"""A row of a chart's table as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A kegiatan: its texts by column, and the rows of the board that it fills.

    ``doubts`` say why a text may belong elsewhere.
    """

    nomor: str
    top: int
    bottom: int
    texts: dict[str, str]
    doubts: Mapping[str, str] = field(default_factory=dict)

    @property
    def uraian(self) -> str:
        """Return what is done."""
        return self.texts.get("kegiatan", "")
