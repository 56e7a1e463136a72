"""What a line of a form and a column of a table are: heading, field, help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sopgen.kosakata import heading
from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Isian:
    """A line of a form: its label, and the value's place in the file.

    ``daftar`` fields hold several values, one below the other.  A ``jarang`` one is
    written only where it says something.
    """

    judul: str
    path: Trail
    model: type[Any]
    daftar: bool = False
    uraian: str = ""
    jarang: bool = False

    @property
    def key(self) -> str:
        """Return the field's name."""
        return str(self.path[-1])

    @property
    def bantuan(self) -> str:
        """Return what the field is for."""
        return self.uraian or self.model.model_fields[self.key].description or ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table: its heading and field; ``lebar`` is in letters.

    Of a ``berulang`` column there are several: ``Ke 1``, ``Ke 2`` and so on.  It is
    known by ``sebutan``, too; ``contoh_lama`` is its example in older workbooks.  A
    ``jarang`` one is on a sheet only where it says something.
    """

    judul: str
    key: str
    bantuan: str
    lebar: float = 18
    contoh: str = ""
    wajib: bool = False
    berulang: bool = False
    sebutan: tuple[str, ...] = ()
    contoh_lama: str = ""
    jarang: bool = False


def isian_of(
    model: type[Any], keys: Iterable[str], before: Trail = (), tail: str = ""
) -> tuple[Isian, ...]:
    """Return the lines of a form for some fields of a model."""
    return tuple(Isian(heading(key) + tail, (*before, key), model) for key in keys)


def kolom_of(model: type[Any], **widths: tuple[float, str]) -> tuple[Kolom, ...]:
    """Return the columns of a table for fields of a model: how wide, an example."""
    fields = model.model_fields
    return tuple(
        Kolom(
            heading(key), key, fields[key].description or "", lebar, contoh,
            wajib=fields[key].is_required(),
        )
        for key, (lebar, contoh) in widths.items()
    )  # fmt: skip
