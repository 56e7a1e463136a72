"""Where a user's documents lie."""

from __future__ import annotations

import sys
from pathlib import Path

#: What the folder is called below a user's own, where no system is asked.
NAMES = ("Documents", "Dokumen")
#: By what Windows knows it: FOLDERID_Documents (KnownFolders.h).
DOCUMENTS = "FDD39AD0-238F-46AF-ADB4-6C85480369C7"


def documents() -> Path:
    """Return the folder of the user's documents; the user's own if there is none."""
    if known := _known():
        return Path(known)
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return Path.cwd()
    return next((home / n for n in NAMES if (home / n).is_dir()), home)


def _known() -> str:
    """Return what Windows says of it, wherever it was moved; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes
        import uuid

        found = ctypes.c_wchar_p()
        which = ctypes.c_char_p(uuid.UUID(DOCUMENTS).bytes_le)
        ask = ctypes.windll.shell32.SHGetKnownFolderPath
        try:
            failed = ask(which, 0, None, ctypes.byref(found))
            return "" if failed else found.value or ""
        finally:
            ctypes.windll.ole32.CoTaskMemFree(found)
    return ""
