"""What the program comes to: its code, its data, and the libraries that it uses."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
#: Where its data lie in a checkout; installed they lie in the package.
BESIDE = PACKAGE.parent / "assets"
#: What a library leaves where it was installed: named by it and its version.
INSTALLED = (".dist-info", ".egg-info")
#: A program that some books are built with, where it is there.
GRAPHVIZ = "dot"


@cache
def sidik_program() -> str:
    """Return the digest of all that makes the same spec another book.

    A file of the program or of its data, a library, Python itself.  Nothing is returned
    where a file of the program cannot be read.
    """
    made = hashlib.sha256()
    try:
        for name, file in _files():
            data = hashlib.sha256(file.read_bytes()).hexdigest()
            made.update(f"{name}\n{data}\n".encode())
    except OSError:
        return ""
    for line in (sys.version, sys.platform, *_graphviz(), *_libraries()):
        made.update(f"{line}\n".encode())
    return made.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the files of the program, their names first, in order."""
    for top in (PACKAGE, BESIDE):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(n for n in folders if n != "__pycache__")
            for name in sorted(n for n in names if not n.startswith(".")):
                file = Path(folder) / name
                yield file.relative_to(top).as_posix(), file


def _graphviz() -> Iterator[object]:
    """Yield which program draws maps, as far as that can be told."""
    found = shutil.which(GRAPHVIZ)
    with suppress(OSError):
        if found:
            known = os.stat(found)
            yield from (found, known.st_size, known.st_mtime_ns)


def _libraries() -> Iterator[str]:
    """Yield the names and versions of what is installed beside the program."""
    for place in sys.path:
        try:
            names = sorted(os.listdir(place or "."))
        except OSError:
            continue
        yield from (name for name in names if name.endswith(INSTALLED))
