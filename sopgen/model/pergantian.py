"""What becomes of a book when its year changes: the wish, each change, what is open."""

from __future__ import annotations

import re
from datetime import date

from sopgen.model.bahasa import tanggal
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import Edit
from sopgen.model.tanggal import TanggalError, read_tanggal

#: What stands in a number for the part that is not known yet.
RUMPANG = "…"
_OPEN = re.compile(r"…|\.{3,}|_{3,}")
_GUESS = re.compile(
    r"tanggal\s+([0-9]{1,2}\s+[a-z]+\s+[0-9]{4})\s+diperkirakan", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Pinta:
    """What is wished for the new year; what is empty stays, or is left open.

    ``camat`` is ``nama; nip; pangkat``; ``keputusan`` the id of the decree to go on.
    """

    tahun: int
    camat: str = ""
    kapasitas: str = ""
    nomor: str = ""
    tanggal: date | None = None
    keputusan: str = ""


class PintaError(Exception):
    """A wish that cannot be fulfilled, and what to wish instead."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.pesan, self.saran = pesan, saran


@dataclass(frozen=True, slots=True)
class Pergantian:
    """A field before and after; ``jejak`` is where it stands in last year's file.

    ``None`` stands for a row that was not there, or is not any more.
    """

    berkas: str
    jejak: Trail
    lama: str | None
    baru: str | None
    sebab: str


@dataclass(frozen=True, slots=True)
class Langkah:
    """A change of one field on its way: the edit, and what is told of it, if anything.

    ``sisa`` is what staff must decide instead.
    """

    edit: Edit | None = None
    ganti: Pergantian | None = None
    sisa: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Rencana:
    """All that becomes of a book: the edits in their order, the changes, the rest."""

    edits: tuple[Edit, ...]
    pergantian: tuple[Pergantian, ...]
    sisa: tuple[Diagnostic, ...]


def is_open(nomor: str) -> bool:
    """Return whether a part of a number is still to be filled in."""
    return bool(_OPEN.search(nomor))


def guess_note(day: date) -> str:
    """Return the note of a decree whose date was only guessed from last year's."""
    return (
        f"PERIKSA: tanggal {tanggal(day)} diperkirakan dari keputusan tahun lalu; "
        "hapus catatan ini bila tanggalnya sudah benar"
    )


def without_guess(catatan: str) -> str:
    """Return a note without the lines that say of an older date that it was guessed."""
    lines = catatan.splitlines()
    return "\n".join(one for one in lines if not _GUESS.search(one)).strip()


def is_guess(catatan: str, day: date) -> bool:
    """Return whether a note says that this very date was guessed."""
    for match in _GUESS.finditer(catatan):
        try:
            if read_tanggal(match[1]).awal == day:
                return True
        except TanggalError:
            continue
    return False
