"""What the program comes to: its code, its data, and the libraries that it uses."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
#: Where its data lie in a checkout; installed they lie in the package.
BESIDE = PACKAGE.parent / "assets"
#: What a library leaves where it was installed: a folder named by it and its version.
INSTALLED = ".dist-info"
#: A program that some books are built with, where it is there.
GRAPHVIZ = "dot"


@cache
def sidik_program() -> str:
    """Return the digest of all that makes the same spec another book.

    A file of the program or of its data, a library, Python itself.
    """
    made = hashlib.sha256()
    for name, file in _files():
        made.update(
            f"{name}\n{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode()
        )
    for line in (sys.version, sys.platform, shutil.which(GRAPHVIZ), *_libraries()):
        made.update(f"{line}\n".encode())
    return made.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the files of the program, their names first, in order."""
    for top in (PACKAGE, BESIDE):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(n for n in folders if n != "__pycache__")
            for name in sorted(names):
                file = Path(folder) / name
                yield file.relative_to(top).as_posix(), file


def _libraries() -> Iterator[str]:
    """Yield the names and versions of what is installed beside the program."""
    for place in sys.path:
        try:
            names = sorted(os.listdir(place or "."))
        except OSError:
            continue
        yield from (name for name in names if name.endswith(INSTALLED))
