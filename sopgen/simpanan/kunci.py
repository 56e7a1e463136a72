"""The key by which a user's cache is known to be the user's own.

What lies beside the books may lie on a disk that others write, too.  So it is signed
with a key that is in the user's own folder, or beside a program that was unzipped;
without one nothing is kept and nothing is believed.
"""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

LENGTH = 32
#: Names the folder of a program that was unzipped, which writes nothing elsewhere; its
#: starters set it.
RUMAH = "SOPGEN_RUMAH"


@cache
def kunci() -> bytes | None:
    """Return the user's key, made when first wanted; None if there can be none."""
    try:
        file = own_folder() / "kunci"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            _make(file)
        key = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == LENGTH else None


def program_folder() -> Path | None:
    """Return the folder in which the program was unzipped, if it was."""
    named = os.environ.get(RUMAH, "").strip().strip('"')
    return Path(os.path.abspath(named)) if named else None


def own_folder() -> Path:
    """Return the folder for what sopgen remembers: the program's, or the user's own.

    Raises RuntimeError where a user has no home.
    """
    unzipped = program_folder()
    if unzipped is not None:
        return unzipped
    local = os.environ.get("LOCALAPPDATA") if os.name == "nt" else None
    folder = Path(local) if local else Path.home() / ".config"
    return folder / "sopgen"


def _make(file: Path) -> None:
    """Write a new key that nobody else can read, unless another process did."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as stream:
        stream.write(secrets.token_bytes(LENGTH))
