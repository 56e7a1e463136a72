"""Remove a folder of output, but never with a signed PDF in it: ``make clean-output``.

It runs without the libraries of the program, which ``make clean`` takes away.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from sopgen.output.signed import is_signed_file

#: So many files are named.
MOST = 20


def empty(folder: Path) -> tuple[str, ...]:
    """Remove a folder with all that is in it; return the lines that say why it stays.

    Whatever cannot be read stays, too: it may be signed.
    """
    if folder.is_symlink():
        return (
            f"`{folder.as_posix()}` hanya tautan; hapus sendiri isinya, lalu tautannya",
        )
    if not folder.is_dir():
        return ()
    try:
        why = tuple(_forbidding(folder))
        if not why:
            shutil.rmtree(folder)
    except OSError as error:
        return (f"`{error.filename}` tidak dapat dibaca atau dihapus",)
    return why


def _forbidding(folder: Path) -> Iterator[str]:
    for top, _, names in os.walk(folder, onerror=_raise):
        for name in names:
            file = Path(top, name)
            if file.is_file() and is_signed_file(file):
                yield f"`{file.as_posix()}` bertanda tangan elektronik"


def _raise(error: OSError) -> None:
    raise error


def main(arguments: list[str]) -> int:
    """Empty the folder that is named; return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("pemakaian: python -m sopgen.output.emptying FOLDER\n")
        return 2
    why = empty(Path(arguments[0]))
    if not why:
        return 0
    sys.stderr.write("tidak ada yang dihapus:\n")
    for line in why[:MOST]:
        sys.stderr.write(f"  {line}\n")
    if len(why) > MOST:
        sys.stderr.write(f"  dan {len(why) - MOST} lagi\n")
    sys.stderr.write("pindahkan PDF bertanda tangan ke arsip kantor, lalu ulangi\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
