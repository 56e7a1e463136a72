"""What the files of a spec come to, byte for byte: nothing of them is understood."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sopgen.output import ASLI
from sopgen.output.manifest import MANIFEST
from sopgen.output.writing import SCRATCH

#: By these files Excel and LibreOffice say that a workbook is open there.
LOCKS = ("~${}", ".~lock.{}#")
#: Where an office keeps its earlier years.
ARSIP = "arsip"
#: Where in the output it is kept what one build leaves to the next.
CACHE = ".cache"


def sidik_bahan(place: Path, output: Path) -> str:
    """Return the digest of a spec's files, without what was built to ``output``.

    Of a folder every file in it counts, with its name, its archive too; of a year in
    an archive all years; of a workbook the one file.  Nothing is returned where that
    does not tell all: something in it is a link, or no file or folder, or cannot be
    read, or the workbook is open in another program.
    """
    made = hashlib.sha256()
    try:
        for name, data in _contents(place, output):
            made.update(f"{len(name)} {name} {data}\n".encode("utf-8", "replace"))
    except (OSError, ValueError):
        return ""
    return made.hexdigest()


def office_of(place: Path) -> Path:
    """Return the folder of the office of which a spec is a year in the archive."""
    archived = place.parent.name == ARSIP and os.path.isdir(place)
    return place.parent.parent if archived else place


def files_in(folder: Path, output: Path) -> Iterator[Path]:
    """Yield every folder and file in a folder, but for what was built.

    Whatever else lies in the output counts: a spec may be read from there.  Raises
    ValueError for a link, and for what is neither file nor folder.
    """
    built = _built(folder, output)
    for top, folders, names in os.walk(folder, onerror=_raise, followlinks=True):
        here = [Path(top, name) for name in sorted(folders)]
        real = {path: path.resolve() for path in here} if built.made else {}
        here = [path for path in here if real.get(path) not in built.made]
        folders[:] = [path.name for path in here]
        own = [path for path in here if real.get(path) not in built.ways]
        for path in (*own, *(Path(top, name) for name in sorted(names))):
            mode = path.lstat().st_mode
            if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
                raise ValueError(f"`{path.as_posix()}` bukan berkas atau folder biasa")
            yield path


class _Built(NamedTuple):
    """The folders that builds make, and those in which they lie."""

    made: frozenset[Path] = frozenset()
    ways: frozenset[Path] = frozenset()


def _built(folder: Path, output: Path) -> _Built:
    """Return what was built into a folder; nothing if the output is not in it."""
    real = output.resolve()
    typed = Path(os.path.abspath(output))
    inside = typed.is_relative_to(Path(os.path.abspath(folder)))
    if not (inside or real.is_relative_to(folder.resolve())):
        return _Built()
    books = {file.parent for file in real.glob(f"*/*/{MANIFEST}")}
    years = {*books, *real.glob(f"*/{SCRATCH}*")}
    made = frozenset((*years, real / CACHE, real / ASLI))
    return _Built(made, frozenset((real, *(year.parent for year in years))))


def sidik_berkas(file: Path) -> str:
    """Return the SHA-256 of a file.  Raises OSError if it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _contents(place: Path, output: Path) -> Iterator[tuple[str, str]]:
    """Yield the names of what is in a spec, and what that comes to."""
    if not os.path.isdir(place):
        if any(os.path.lexists(place.with_name(n.format(place.name))) for n in LOCKS):
            raise ValueError("open elsewhere")
        if not stat.S_ISREG(place.stat().st_mode):
            raise ValueError("no plain file")
        yield place.name, sidik_berkas(place)
        return
    office = office_of(place)
    for path in files_in(office, output):
        name = path.relative_to(office).as_posix()
        yield name, "" if path.is_dir() else sidik_berkas(path)


def _raise(error: OSError) -> None:
    raise error
