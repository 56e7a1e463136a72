"""Who signs, and in which capacity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sopgen.model.diagnostic import Span


class Kapasitas(StrEnum):
    """In which capacity an official signs; it is printed before the jabatan.

    Source: tata naskah dinas, kewenangan penandatanganan.
    """

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    AN = "an"

    @property
    def awalan(self) -> str:
        """Return what stands before the jabatan, with its space: ``Plt. ``."""
        return {"definitif": "", "plt": "Plt. ", "plh": "Plh. ", "an": "a.n. "}[self]


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An official who signs; unknown facts are empty and print as dots.

    ``atas_nama`` is whose jabatan an official signs for in the capacity a.n.
    """

    id: str
    jabatan: str
    kapasitas: Kapasitas
    nama: str
    pangkat: str
    nip: str
    span: Span
    atas_nama: str = ""
