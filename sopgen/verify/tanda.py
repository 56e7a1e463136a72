"""What is found about the signatures of a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from sopgen.model.bahasa import tanggal
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Tanda:
    """A signature: in which field, by whom, when as he says, and what is wrong.

    It is ``utuh`` where nothing that it covers was changed, ``seluruh`` where it covers
    the whole file or only what signing adds came later, ``tepercaya`` where its
    certificate stems from a trusted root.  ``sebab`` says why not; ``sesudah`` what was
    rightly added later.  A ``cap`` only proves a time.
    """

    kolom: str
    penanda: str = ""
    penerbit: str = ""
    waktu: datetime | None = None
    utuh: bool = False
    seluruh: bool = False
    tepercaya: bool = False
    sebab: tuple[str, ...] = ()
    sesudah: str = ""
    cap: bool = False

    @property
    def baik(self) -> bool:
        """Return whether nothing is wrong with it."""
        return self.utuh and self.seluruh and self.tepercaya

    @property
    def saat(self) -> str:
        """Return when it was signed, by the clock of whoever signed."""
        if self.waktu is None:
            return "waktunya tidak disebut"
        zone = f"{self.waktu:%z}"
        utc = f"UTC{zone[:3]}.{zone[3:5]}" if zone else "zona waktu tidak disebut"
        return f"{tanggal(self.waktu.date())} pukul {self.waktu:%H.%M} ({utc})"

    def as_data(self) -> dict[str, Any]:
        """Return it as programs read it."""
        return {
            "kolom": self.kolom,
            "jenis": "cap waktu" if self.cap else "tanda tangan",
            "penanda_tangan": self.penanda,
            "penerbit": self.penerbit,
            "waktu": self.waktu.isoformat() if self.waktu else "",
            "utuh": self.utuh,
            "seluruh_berkas": self.seluruh,
            "tepercaya": self.tepercaya,
            "sebab": [*self.sebab],
            "sesudah": self.sesudah,
        }


@dataclass(frozen=True, slots=True)
class Diperiksa:
    """A file: its signatures, the names of its empty fields, or why it has neither."""

    path: Path
    tanda: tuple[Tanda, ...] = ()
    kosong: tuple[str, ...] = ()
    masalah: str = ""

    @property
    def baik(self) -> bool:
        """Return whether it is signed, and nothing is wrong with any signature."""
        signed = any(not one.cap for one in self.tanda)
        return signed and not self.masalah and all(one.baik for one in self.tanda)

    @property
    def ringkas(self) -> str:
        """Return in a clause what came of it."""
        if self.masalah:
            return self.masalah
        if not self.tanda:
            return "tidak ada tanda tangan"
        count = f"{len(self.tanda)} tanda tangan"
        bad = sum(not one.baik for one in self.tanda)
        if bad:
            return f"{count}, {bad} di antaranya tidak dapat diandalkan"
        if not self.baik:
            return "hanya cap waktu, tidak ada tanda tangan"
        return f"{count}, utuh dan tepercaya"

    def as_data(self) -> dict[str, Any]:
        """Return it as programs read it."""
        return {
            "berkas": self.path.as_posix(),
            "baik": self.baik,
            "masalah": self.masalah,
            "tanda_tangan": [one.as_data() for one in self.tanda],
            "kolom_kosong": [*self.kosong],
        }
