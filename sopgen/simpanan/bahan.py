"""What the files of a spec come to, byte for byte: nothing of them is understood."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

#: By these files Excel and LibreOffice say that a workbook is open there.
LOCKS = ("~${}", ".~lock.{}#")


def sidik_bahan(place: Path, beside: Iterable[Path] = ()) -> str:
    """Return the digest of a spec's files, and of those ``beside`` it that it uses.

    Of a folder every file in it counts, with its name, its archive too; of a workbook
    the one file.  Nothing is returned where that does not tell all: a file cannot be
    read, a link leads out of the folder, the workbook is open in another program.
    """
    made = hashlib.sha256()
    try:
        for name, file in (*_files(place), *((p.as_posix(), p) for p in beside)):
            data = hashlib.sha256(file.read_bytes()).hexdigest()
            made.update(f"{len(name)} {name} {data}\n".encode("utf-8", "replace"))
    except (OSError, ValueError):
        return ""
    return made.hexdigest()


def _files(place: Path) -> Iterator[tuple[str, Path]]:
    if not os.path.isdir(place):
        if any(os.path.lexists(place.with_name(n.format(place.name))) for n in LOCKS):
            raise ValueError("open elsewhere")
        yield place.name, place
        return
    for top, folders, names in os.walk(place, onerror=_raise):
        folders.sort()
        for name in folders:
            if os.path.islink(os.path.join(top, name)):
                raise ValueError("a link to a folder")
            shown = os.path.relpath(os.path.join(top, name), place)
            yield f"{shown}/", Path(os.devnull)
        for name in sorted(names):
            file = Path(top, name)
            yield file.relative_to(place).as_posix(), file


def _raise(error: OSError) -> None:
    raise error
