"""Names that Windows lets no file bear: a spec must be able to move there.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import re

#: Names of devices, whatever follows them after a dot.
PERANGKAT = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    }
)
#: Letters that no name may have; ``/`` stands between names on every system.
TERLARANG = re.compile(r'[<>:"|?*\x00-\x1f\\/]')
#: A way that begins elsewhere than in the folder it is written in: ``C:\x``, ``D:x``,
#: ``\\server\share``, ``\x``, ``/x``.
DI_LUAR = re.compile(r"[A-Za-z]:|[\\/]")


def is_elsewhere(path: str) -> bool:
    """Tell whether a path leads away from its folder, on Windows or any system."""
    return DI_LUAR.match(path.strip()) is not None


def why_not(name: str) -> str:
    """Return why Windows lets no file or folder bear a name; nothing if it does."""
    if found := TERLARANG.search(name):
        return f"memuat {_shown(found[0])}"
    if name != name.rstrip(" ."):
        return "berakhir dengan titik atau spasi"
    stem = name.partition(".")[0].rstrip().casefold()
    return f"`{stem}` nama perangkat" if stem in PERANGKAT else ""


def _shown(letter: str) -> str:
    return f"`{letter}`" if letter.isprintable() else "karakter kendali"
