"""Edits of a spec: a field by its file and trail, and what becomes of it.

Who finds a mistake, rolls the year or edits in a browser makes these; ``edit`` turns
them into the new text of a file, or new cells of a workbook.  Trails are those of the
moment: each edit sees the data as the edits before it have left it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from sopgen.model.draft import Data, Trail
from sopgen.model.letak import NOWHERE, Letak
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Set:
    """A field gets a value; with ``None`` it is taken out, with its own comment."""

    berkas: str
    jejak: Trail
    nilai: Data | None


@dataclass(frozen=True, slots=True)
class InsertRow:
    """A row comes into a list: ``jejak`` ends in its number, those below move down."""

    berkas: str
    jejak: Trail
    nilai: Data


@dataclass(frozen=True, slots=True)
class DeleteRow:
    """A row of a list goes; what led to it leads nowhere, never elsewhere."""

    berkas: str
    jejak: Trail


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A row of a list gets another number: ``ke`` counts without the row itself."""

    berkas: str
    jejak: Trail
    ke: int


@dataclass(frozen=True, slots=True)
class RenameKey:
    """A key of a mapping is called otherwise; its place and value stay."""

    berkas: str
    jejak: Trail
    baru: str


@dataclass(frozen=True, slots=True)
class RenamePelaksana:
    """A pelaksana of a SOP gets another name, in his column and in every row."""

    berkas: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class RenameSop:
    """A SOP gets another id, wherever the office's files name it."""

    lama: str
    baru: str
    berkas: str = "buku.yaml"


@dataclass(frozen=True, slots=True)
class GantiBaris:
    """A line of a text without fields, such as a naskah, becomes another one."""

    berkas: str
    baris: int
    lama: str
    baru: str


#: What changes one place of one file.
Langsung: TypeAlias = Set | InsertRow | DeleteRow | MoveRow | RenameKey
Edit: TypeAlias = Langsung | RenamePelaksana | RenameSop
#: What may be done to a spec: its texts are no fields.
SuntinganSpec: TypeAlias = Edit | GantiBaris


@dataclass(frozen=True, slots=True)
class Bentuk:
    """The keys of a mapping in the order they are written, and what they hold.

    ``butir`` is the form of what every item of a list, or every free key, holds.
    """

    kunci: Mapping[str, Bentuk] = field(default_factory=dict)
    butir: Bentuk | None = None

    def at(self, jejak: Trail) -> Bentuk:
        """Return the form of what stands at a trail, an empty one if none is known."""
        here = self
        for step in jejak:
            found = here.kunci.get(step) if isinstance(step, str) else None
            here = found or here.butir or LEPAS
        return here


#: A form of which nothing is known.
LEPAS = Bentuk()


@dataclass(frozen=True, slots=True)
class Isi:
    """What stands in a file, or in the sheets that make one, and where."""

    data: Data
    letak: Letak = NOWHERE


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A field before and after an edit; ``None`` where it is not there.

    Of a row that moved, ``ke`` is where it stands then.
    """

    berkas: str
    jejak: Trail
    lama: Data | None
    baru: Data | None
    ke: Trail = ()


class SuntinganError(Exception):
    """An edit cannot be made without changing anything else; nothing was changed.

    The message is for staff; ``jejak`` names the field.
    """

    def __init__(self, pesan: str, berkas: str = "", jejak: Trail = ()) -> None:
        super().__init__(pesan)
        self.pesan, self.berkas, self.jejak = pesan, berkas, jejak
