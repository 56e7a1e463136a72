"""Places in what was read: a file or sheet, and a line or cell in it."""

from __future__ import annotations

import re
from dataclasses import field

from sopgen.model.nilai import dataclass

#: The end of a cell's name: its column and row.
CELL = re.compile(r"([A-Z]{1,3})([0-9]+)$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its path as shown to the user and its lines.

    A sheet of a workbook is a source of its own, the ``order``-th of the file.  Of a
    text that was put together from cells, ``cells`` tells where each line stands.
    """

    path: str
    #: Not hashed: with many findings in a long file that would take for ever.
    lines: tuple[str, ...] = field(default=(), hash=False)
    cells: tuple[str, ...] = field(default=(), hash=False)
    order: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source: line and column from 1, or a cell such as ``SOP 1!B7``.

    Line 0 means the file as a whole.
    """

    source: Source
    line: int = 0
    column: int = 0
    width: int = 1
    cell: str = ""

    @property
    def label(self) -> str:
        """Return ``path:line:column``, ``path:Lembar!B7`` or the bare path."""
        if self.place:
            return f"{self.source.path}:{self.place}"
        if self.line:
            return f"{self.source.path}:{self.line}:{self.column}"
        return self.source.path

    @property
    def place(self) -> str:
        """Return the cell, such as ``SOP 1!B7``, if it lies in a workbook."""
        if self.cell or not 0 < self.line <= len(self.source.cells):
            return self.cell
        return self.source.cells[self.line - 1]

    @property
    def where(self) -> str:
        """Return where it is in its file: ``baris 12`` or ``sel SOP 1!B7``."""
        return f"sel {self.place}" if self.place else f"baris {self.line}"

    def as_data(self) -> dict[str, str | int]:
        """Return it as plain data for JSON."""
        return {
            "berkas": self.source.path,
            "baris": self.line,
            "kolom": self.column,
            "sel": self.place,
            "tempat": self.label,
        }

    @property
    def excerpt(self) -> str:
        """Return the source line the span lies on, or nothing."""
        if 0 < self.line <= len(self.source.lines):
            return self.source.lines[self.line - 1]
        return ""
