"""The elements of a text, in the order in which they are typed.

``at`` is where an element begins: the number of its first letter in the text.
``depth`` of an element is the nesting of the item that it belongs to.
"""

from __future__ import annotations

from typing import Literal

from sopgen.model.nilai import dataclass

Rata = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; level 1 is a chapter."""

    level: int
    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; of ``depth`` 1 and more one that goes on with an item."""

    text: str
    depth: int = 0
    at: int = 0


@dataclass(frozen=True, slots=True)
class Butir:
    """An item of a list of ``depth`` 0 to 3, or deeper.

    ``bentuk`` is the form of its mark (``a.``, ``1)``, ``-``), ``tanda`` the mark as it
    is printed, counted anew; ``tertulis`` is the number that was typed, of bullets 0.
    """

    text: str
    depth: int
    bentuk: str
    tanda: str
    tertulis: int = 0
    at: int = 0


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row of a table, its cells without the pipes."""

    sel: tuple[str, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class TabelTeks:
    """A table of pipes; the first row is its ``kepala`` unless it is the only one.

    ``rata`` is how each column is set, as far as it is said.
    """

    kepala: BarisTabel | None
    baris: tuple[BarisTabel, ...]
    rata: tuple[Rata, ...] = ()
    depth: int = 0
    at: int = 0

    @property
    def every(self) -> tuple[BarisTabel, ...]:
        """Return all rows, the head among them."""
        return (self.kepala, *self.baris) if self.kepala else self.baris

    @property
    def columns(self) -> int:
        """Return the number of columns: no cell is lost."""
        return max(len(one.sel) for one in self.every)

    @property
    def timpang(self) -> tuple[BarisTabel, ...]:
        """Return the rows that have more or fewer cells than the first."""
        first, *rest = self.every
        return tuple(one for one in rest if len(one.sel) != len(first.sel))


@dataclass(frozen=True, slots=True)
class GambarTeks:
    """A picture with its caption; ``tertulis`` is how it was typed."""

    keterangan: str
    berkas: str
    tertulis: str
    depth: int = 0
    at: int = 0


Unsur = Judul | Alinea | Butir | TabelTeks | GambarTeks
