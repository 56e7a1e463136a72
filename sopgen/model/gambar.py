"""A picture of a chapter, as it can be printed."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Gambar:
    """A sound picture: its name as written, its file, its natural size in mm."""

    nama: str
    berkas: Path
    lebar: float
    tinggi: float
