"""What came of whole builds: the same wish of the same bytes has the same result.

A record is believed only when everything is as it was when the build ended: every
byte of the spec and of the program, the manifest, and each file that was made.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.tumpukan_cetak import TumpukanCetak
from sopgen.output.manifest import MANIFEST, digest
from sopgen.output.writing import write_whole
from sopgen.simpanan.bahan import sidik_bahan
from sopgen.simpanan.beku import freeze, thaw
from sopgen.simpanan.program import sidik_program

CACHE = ".cache"
#: Records that are kept, the latest ones.
MOST = 64


@dataclass(frozen=True, slots=True)
class Permintaan:
    """A wish as it was typed: where the spec is, where the files go, and what of it."""

    place: Path
    output: Path
    pilihan: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return a name for it, by which its record is found."""
        here = os.getcwd(), os.fspath(self.place), os.fspath(self.output)
        return hashlib.sha256(repr((here, self.pilihan)).encode()).hexdigest()[:32]

    @property
    def file(self) -> Path:
        """Return where its record lies."""
        return self.output / CACHE / "bangun" / self.key


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file that was made: its name in the book's folder, its part and its pages."""

    nama: str
    bagian: BagianId
    pages: int
    sha256: str
    cetak: TumpukanCetak | None = None


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a build made and told."""

    folder: str
    berkas: tuple[Berkas, ...]
    findings: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]
    diabaikan: int


@dataclass(frozen=True, slots=True)
class Catatan:
    """The result of a build, and by what it is known to be that of another one.

    ``beside`` are the files that a workbook uses; ``manifest`` is its digest.
    """

    program: str
    bahan: str
    beside: tuple[str, ...]
    manifest: str
    hasil: Hasil


def keep(wish: Permintaan, hasil: Hasil, bahan: str, beside: Iterable[Path]) -> None:
    """Record what came of a wish; ``bahan`` are the spec's bytes as they were read.

    What cannot be kept is done without.
    """
    manifest = _digest(Path(hasil.folder) / MANIFEST)
    if not bahan or not manifest:
        wish.file.unlink(missing_ok=True)
        return
    names = tuple(os.fspath(path) for path in beside)
    made = Catatan(sidik_program(), bahan, names, manifest, hasil)
    write_whole(wish.file, freeze(made))
    _forget(wish.file.parent)


def known(wish: Permintaan) -> Hasil | None:
    """Return what a wish comes to, if nothing at all has changed since it was built."""
    try:
        made = thaw(wish.file.read_bytes(), Catatan)
    except OSError:
        return None
    if made is None or made.program != sidik_program():
        return None
    bahan = sidik_bahan(wish.place, map(Path, made.beside))
    if not bahan or bahan != made.bahan:
        return None
    hasil: Hasil = made.hasil
    folder = Path(hasil.folder)
    if _digest(folder / MANIFEST) != made.manifest:
        return None
    whole = all(_digest(folder / b.nama) == b.sha256 for b in hasil.berkas)
    return hasil if whole else None


def _digest(file: Path) -> str:
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""


def _forget(folder: Path) -> None:
    """Remove the oldest records beyond the most that are kept."""
    with suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-MOST]:
            file.unlink()
