"""Task: choose the folder of the offices, and stand in it."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.menu.meja import Meja
from sopgen.menu.rumah import ask_folder, remember


def ganti(meja: Meja) -> None:
    """Let another folder be chosen."""
    enter(meja, ask_folder(meja.percakapan))
    if unwritten := remember(meja.folder):
        meja.say(f"Pilihan ini tidak dapat dicatat di {unwritten};")
        meja.say("lain kali akan ditanyakan lagi.")


def enter(meja: Meja, folder: Path) -> None:
    """Work in a folder from now on.  Raises OSError where it cannot be entered."""
    os.chdir(folder)
    meja.folder, meja.terakhir = folder, ""
