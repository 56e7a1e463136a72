"""Where a command writes: never over what lies there unless that was told."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.wording import Salah

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic

TIMPA = "pilih nama lain dengan --output, atau tambahkan --timpa"


def refuse_taken(target: Path, saran: str = TIMPA, kind: str = "berkas") -> None:
    """Refuse a place where something lies, be it a link that leads nowhere."""
    if os.path.lexists(target):
        raise Salah(f"{kind} `{target.as_posix()}` sudah ada", saran)


def refuse_itself(target: Path, place: Path) -> None:
    """Refuse a target that is the workbook it is made from, under whatever name."""
    try:
        same = os.path.samefile(target, place)
    except (OSError, ValueError):
        return
    if same:
        raise Salah("buku kerja asli tidak diubah", "sebut berkas lain pada --output")


def write_new(target: Path, data: bytes, saran: str = TIMPA) -> Diagnostic | None:
    """Write a file where nothing lies; return what went wrong.

    What came there since one looked is refused as if it had been there then.
    """
    from sopgen.output import taken, write_whole

    problem = write_whole(target, data, new=True)
    if problem == taken(target):
        refuse_taken(target, saran)
    return problem


def write_new_folder(
    folder: Path, files: Mapping[str, bytes], saran: str
) -> Diagnostic | None:
    """Write a folder where nothing lies; the same holds of it."""
    from sopgen.output import taken, write_folder

    problem = write_folder(folder, files)
    if problem == taken(folder, "folder"):
        refuse_taken(folder, saran, "folder")
    return problem
