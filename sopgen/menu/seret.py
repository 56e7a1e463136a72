r"""Files dropped on a starter: which they are, and what is done with each.

Explorer puts no quotes around a name without spaces, so ``a&b.xlsx`` is cut by the
shell of Windows before the starter has it.  The line by which the shell itself was
started has it whole: ``cmd.exe /c ""D:\sopgen\Bangun.cmd" D:\a&b.xlsx"``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from sopgen.menu.ambil import take
from sopgen.menu.bangun import build
from sopgen.menu.ganti import enter
from sopgen.menu.meja import Meja
from sopgen.menu.percakapan import OverError
from sopgen.menu.periksa import check

#: Names the line by which the shell of a starter was started.
BARIS = "SOPGEN_BARIS"
STARTED = re.compile(r'.*?/c\s+""[^"]+\.cmd"(?P<files>.*)"\s*', re.I | re.S)
FILE = re.compile(r'"([^"]*)"|(\S+)')

#: What a starter does with a file that is dropped on it, by the flag it gives.
CARA: dict[str, Callable[[Meja, str], int]] = {
    "periksa": check,
    "bangun": build,
    "ambil": lambda meja, nama: take(meja, Path(nama)),
}
CARA_PAKAI = {
    "periksa": "Seret buku kerja .xlsx ke atas Periksa.cmd untuk memeriksanya.",
    "bangun": "Seret buku kerja .xlsx ke atas Bangun.cmd untuk membangun bukunya.",
    "ambil": "Seret SOP lama (.xlsx atau .docx) ke atas Ambil SOP lama.cmd.",
}


def dropped(line: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Return the files of a starter: those dropped on it, or typed behind it."""
    if match := STARTED.fullmatch(line):
        return tuple(quoted or bare for quoted, bare in FILE.findall(match["files"]))
    return tuple(typed)


def treat(meja: Meja, cara: str, files: Sequence[str]) -> int:
    """Do with each file what a starter is for; return the worst exit code."""
    if not files:
        meja.say(CARA_PAKAI[cara])
        return 2
    worst = 0
    try:
        for place in [Path(os.path.abspath(one)) for one in files]:
            worst = max(worst, _treated(meja, cara, place))
    except OverError:
        return max(worst, meja.kode)
    except KeyboardInterrupt:
        meja.say("\nDihentikan.")
        return 130
    return worst


def _treated(meja: Meja, cara: str, place: Path) -> int:
    """Do it with one file, standing in its folder."""
    meja.say(f"\n{place}")
    try:
        enter(meja, place.parent)
    except OSError:
        meja.say("Folder berkas ini tidak dapat dibuka.")
        return 1
    return CARA[cara](meja, place.name)
