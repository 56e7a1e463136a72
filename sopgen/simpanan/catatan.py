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
from sopgen.output import holds, interrupted, write_whole
from sopgen.output.interrupted import EndedError, completed, telling
from sopgen.output.manifest import MANIFEST, Built, digest, still_holds
from sopgen.simpanan.bahan import CACHE as CACHE
from sopgen.simpanan.bahan import sidik_bahan, sidik_berkas
from sopgen.simpanan.beku import freeze, thaw
from sopgen.simpanan.program import sidik_program

BUILT = ".bangun"
#: Records of an office that are kept, the latest ones.
MOST = 12
#: What may have another cause than the spec: Graphviz failed.
PASSING = frozenset({"SOP952"})


@dataclass(frozen=True, slots=True)
class Permintaan:
    """A wish as it was typed: where the spec is, where the files go, and what of it.

    What is not in ``pilihan`` must not change what comes of it.
    """

    place: Path
    output: Path
    pilihan: tuple[str, ...]

    @property
    def file(self) -> Path:
        """Return where its record lies.  Raises OSError where there is no folder."""
        here = os.getcwd(), os.fspath(self.place), os.fspath(self.output)
        whose, which = (_short(here), _short(self.pilihan))
        return self.output / CACHE / BUILT / whose / which


@dataclass(frozen=True, slots=True)
class Catatan:
    """The result of a build, and by what it is known to be that of another one.

    ``manifest`` is the digest of the list of its files, ``berkas`` those of the files,
    of which some were signed since.
    """

    program: str
    bahan: str
    manifest: str
    hasil: Result
    berkas: tuple[str, ...]


def keep(wish: Permintaan, hasil: Result, bahan: str) -> None:
    """Record what came of a wish; ``bahan`` are the spec's bytes as they were read.

    What cannot be kept is done without: an edition that is not all of a piece, what is
    told only once, a spec that was changed meanwhile.
    """
    with telling(lambda: _done(hasil)):
        _keep(wish, hasil, bahan)


def _done(hasil: Result) -> EndedError | None:
    """Return what is told of a build that has made all but its record."""
    if hasil.folder is None:
        return None
    return completed(hasil.folder, hasil.told, hasil.lama)


def _keep(wish: Permintaan, hasil: Result, bahan: str) -> None:
    program = sidik_program()
    manifest = _digest(hasil.folder / MANIFEST) if hasil.folder else ""
    passing = hasil.told or hasil.lama or {f.code for f in hasil.findings} & PASSING
    if not (program and manifest and bahan) or passing or not _same_beside(hasil):
        return
    if bahan == sidik_bahan(wish.place, wish.output):
        berkas = tuple(map(_lying, hasil.files))
        made = Catatan(program, bahan, manifest, hasil, berkas)
        data = freeze(made) if all(berkas) else None
        with suppress(OSError):
            if data and write_whole(wish.file, data) is None:
                _forget(wish.file.parent)


def known(wish: Permintaan) -> Result | None:
    """Return what a wish comes to, if nothing at all has changed since it was built."""
    try:
        made = thaw(wish.file.read_bytes(), Catatan, Result, Built, type(wish.place))
    except OSError:
        return None
    if made is None or not made.program or made.program != sidik_program():
        return None
    hasil, folder = made.hasil, made.hasil.folder
    if folder is None or _digest(folder / MANIFEST) != made.manifest:
        return None
    if made.bahan != sidik_bahan(wish.place, wish.output) or not _same_beside(hasil):
        return None
    now = tuple(_digest(one.path) for one in hasil.files)
    whole = now == made.berkas and still_holds(folder)
    return hasil if whole and interrupted(folder) is None else None


def _same_beside(hasil: Result) -> bool:
    """Tell whether all files beside the spec are known, and as they were read."""
    if hasil.beside is None:
        return False
    try:
        return all(sidik_berkas(file) == sidik for file, sidik in hasil.beside)
    except OSError:
        return False


def _short(text: object) -> str:
    return hashlib.sha256(repr(text).encode("utf-8", "replace")).hexdigest()[:24]


def _digest(file: Path) -> str:
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""


def _lying(one: Built) -> str:
    """Return the digest of a file as it lies there; nothing if it is another one."""
    try:
        data = one.path.read_bytes()
    except OSError:
        return ""
    return digest(data) if holds(data, one.sha256) else ""


def _forget(folder: Path) -> None:
    """Remove the oldest records beyond the most that are kept."""
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-MOST]:
        file.unlink()
