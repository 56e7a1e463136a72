"""Last year's book as it is rolled: the data of its files, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sopgen.model.buku import Buku, Keputusan
from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import Dasar
from sopgen.model.pergantian import Langkah, Pergantian, Pinta
from sopgen.model.suntingan import Set
from sopgen.roll.dasar import Butir

BUKU = "buku.yaml"


@dataclass(frozen=True, slots=True)
class Asal:
    """Last year's book: what stands in its files by their names, and what it means.

    ``kenali`` tells which regulation a basis cites, and what takes its place in the
    book of a year.
    """

    data: Mapping[str, Any]
    buku: Buku
    kenali: Callable[[Dasar, int], Butir]


@dataclass(frozen=True, slots=True)
class Lama:
    """Last year's book on its way: what is wished, and what follows from that.

    ``keputusan`` is the decree that goes on, ``tanggal`` the day of the new one.
    """

    asal: Asal
    pinta: Pinta
    keputusan: Keputusan | None
    tanggal: date | None

    @property
    def buku(self) -> Buku:
        """Return what last year's book means."""
        return self.asal.buku

    @property
    def nomor_urut(self) -> int:
        """Return the number of the decree that goes on in the list of all."""
        ids = [one.get("id") for one in self.at(BUKU, ("keputusan",)) or ()]
        return ids.index(self.keputusan.id) if self.keputusan else -1

    def at(self, berkas: str, jejak: Trail) -> Any:
        """Return what stands in a field, or nothing."""
        found = self.asal.data.get(berkas)
        for step in jejak:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int):
                found = found[step] if step < len(found) else None
            else:
                return None
        return found

    def set(self, jejak: Trail, baru: str, sebab: str, berkas: str = BUKU) -> Langkah:
        """Return the step that gives a field a text; none where it has it."""
        lama = self.at(berkas, jejak)
        if lama == baru:
            return Langkah()
        told = None if lama is None else str(lama)
        return Langkah(
            Set(berkas, jejak, baru), Pergantian(berkas, jejak, told, baru, sebab)
        )
