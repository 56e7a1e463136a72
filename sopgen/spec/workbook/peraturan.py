"""Regulations in the cells of a workbook: chosen by what they are called, or typed.

A cell says ``UU 25/2009 – Pelayanan Publik``.  Read is that in any spelling, the id,
and a citation that names one regulation without doubt: ``UU No. 25 Th 2009``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from sopgen.model.diagnostic import Source
from sopgen.model.kenal_peraturan import meant_by
from sopgen.model.kode import kode
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import Tabel
from sopgen.model.salah_ketik import letters
from sopgen.model.sebutan_kantor import called_in
from sopgen.model.sebutan_peraturan import all_named, in_order
from sopgen.spec.peraturan import table_with
from sopgen.spec.reader import Content
from sopgen.spec.workbook.words import listed

#: An id as specs write it.
ID = re.compile(r"[a-z]+(-[a-z0-9]+)*-\d+")
#: The sign of an item, as it is typed in a list.
BUTIR = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)]|[-•])\s+")


@dataclass(frozen=True, eq=False)
class Pilihan:
    """The regulations that a workbook may name, and the region of its office."""

    tabel: Tabel
    kabupaten: str

    @cached_property
    def sebutan(self) -> Mapping[str, str]:
        """Return what each regulation is called, by its id."""
        return all_named(self.tabel)

    @cached_property
    def _disebut(self) -> Mapping[str, str]:
        return {letters(text): kode for kode, text in self.sebutan.items()}

    def offered(self, own: Iterator[str]) -> tuple[str, ...]:
        """Return what is offered in a list: some ids first, all by rank and year."""
        every = dict.fromkeys((*own, *in_order(self.tabel)))
        return tuple(map(self.shown, every))

    def shown(self, peraturan: str) -> str:
        """Return how a cell names a regulation; one that is unknown by its id."""
        return self.sebutan.get(peraturan, peraturan)

    def is_shown(self, word: str) -> bool:
        """Tell whether a text is what a regulation is called in the list."""
        return letters(word) in self._disebut

    def find(self, text: str) -> str:
        """Return the id that a text means, or nothing; a number before it says none."""
        word = BUTIR.sub("", " ".join(text.split()))
        if kode(word) in self.tabel:
            return kode(word)
        if letters(word) in self._disebut:
            return self._disebut[letters(word)]
        found = meant_by(word, self.tabel, self.kabupaten)
        return found.id if found else ""

    def read(self, text: str) -> str:
        """Return the id that a cell means; else what stands there."""
        word = " ".join(text.split())
        return self.find(word) or (kode(word) if is_id(word) else word)

    def read_several(self, text: str) -> list[str]:
        """Return the ids in a cell that may hold several."""
        whole = [one for one in re.split(r"[;\n]", text) if one.strip()]
        parts = (([one] if self.find(one) else listed(one)) for one in whole)
        return [self.read(one) for some in parts for one in some]


def is_id(word: str) -> bool:
    """Tell whether a text is an id, be it of a regulation that nobody knows."""
    return ID.fullmatch(word.casefold()) is not None


def choices_in(buku: Any, peraturan: Any) -> Pilihan:
    """Return the regulations of an office, given its files."""
    kecamatan = buku.get("kecamatan") if isinstance(buku, Mapping) else None
    table = table_with(Content(Source(""), peraturan))
    return Pilihan(table, called_in(kecamatan).dikenal_sebagai)
