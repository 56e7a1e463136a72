"""What came of whole builds: the same wish of the same bytes has the same result.

A record is believed only when everything is as it was when the build ended: every
byte of the spec and of the program, the manifest, and each file that was made.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from sopgen.hasil import Result
from sopgen.model.nilai import dataclass
from sopgen.output import interrupted, write_whole
from sopgen.output.manifest import MANIFEST, Built, digest
from sopgen.simpanan.bahan import sidik_bahan
from sopgen.simpanan.beku import freeze, thaw
from sopgen.simpanan.program import sidik_program

CACHE = ".cache"
#: Records that are kept, the latest ones.
MOST = 64


@dataclass(frozen=True, slots=True)
class Permintaan:
    """A wish as it was typed: where the spec is, where the files go, and what of it.

    What is not in ``pilihan`` must not change what comes of it.
    """

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
class Catatan:
    """The result of a build, and by what it is known to be that of another one.

    ``manifest`` is the digest of the list of its files.
    """

    program: str
    bahan: str
    manifest: str
    hasil: Result


def keep(wish: Permintaan, hasil: Result, bahan: str) -> None:
    """Record what came of a wish; ``bahan`` are the spec's bytes as they were read.

    What cannot be kept is done without: an edition that is not all of a piece, a spec
    that was changed meanwhile.
    """
    manifest = _digest(hasil.folder / MANIFEST) if hasil.folder else ""
    same = bahan and bahan == sidik_bahan(wish.place)
    if same and manifest and not hasil.lama and hasil.beside is not None:
        whole = sidik_bahan(wish.place, hasil.beside)
        made = Catatan(sidik_program(), whole, manifest, hasil)
        write_whole(wish.file, freeze(made))
        _forget(wish.file.parent)


def known(wish: Permintaan) -> Result | None:
    """Return what a wish comes to, if nothing at all has changed since it was built."""
    try:
        made = thaw(wish.file.read_bytes(), Catatan, Result, Built, type(wish.place))
    except OSError:
        return None
    if made is None or made.program != sidik_program():
        return None
    folder = made.hasil.folder
    if folder is None or _digest(folder / MANIFEST) != made.manifest:
        return None
    bahan = sidik_bahan(wish.place, made.hasil.beside or ())
    if not bahan or made.bahan != bahan:
        return None
    whole = all(_digest(one.path) == one.sha256 for one in made.hasil.files)
    return made.hasil if whole and interrupted(folder) is None else None


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
