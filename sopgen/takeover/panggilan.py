"""Symbols that name another SOP of the same file: by its number, or by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.takeover.casing import slug

#: The number of a SOP at the end of a text, behind other words or alone.
BERNOMOR = re.compile(
    r"(?:(.*\S)\s+)?SOP\s*(?:No(?:mor)?\b\.?\s*)?0*([1-9]\d{0,3})", re.I
)
BERNAMA = re.compile(r"(?:lihat\s+|ke\s+)?SOP\s+", re.I)
#: A box with double side lines that names no SOP of the file.
UNKNOWN = (
    "kotak bergaris ganda pada berkas lama; bila SOP lain tulis "
    f"{isian('simbol', 'subproses')} dan {isian('sop_dipanggil')}"
)
#: Where a flow goes on in a SOP that is not in the file.
ELSEWHERE = f"berlanjut dalam SOP lain; tulis {isian('ke', '{sop: kode-sop}')}"


class Terpanggil(NamedTuple):
    """The SOP that a symbol names, and the other words in it."""

    sop: str
    teks: str


@dataclass(frozen=True, slots=True)
class Panggilan:
    """The SOP of a file that one of them may call: ids by number and by name."""

    nomor: Mapping[int, str] = field(default_factory=dict)
    nama: Mapping[str, str] = field(default_factory=dict)

    def called(self, teks: str) -> Terpanggil | None:
        """Return what a text calls; nothing if it names no other SOP of the file."""
        found = BERNOMOR.fullmatch(teks)
        if found and int(found[2]) in self.nomor:
            return Terpanggil(self.nomor[int(found[2])], found[1] or "")
        nama = slug(BERNAMA.sub("", teks, count=1)) if BERNAMA.match(teks) else ""
        return Terpanggil(self.nama[nama], "") if nama in self.nama else None


def names_sop(teks: str) -> bool:
    """Return whether a connector names a SOP, and no page of the same one."""
    return BERNOMOR.fullmatch(teks) is not None or BERNAMA.match(teks) is not None
