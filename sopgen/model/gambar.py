"""A picture of a chapter, as it can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gambar:
    """A sound picture: its name as written, its file, its natural size in mm."""

    nama: str
    berkas: Path
    lebar: float
    tinggi: float
