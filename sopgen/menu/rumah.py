"""In which folder the offices lie: asked once, remembered beside the program."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.menu.ambil import path_of
from sopgen.menu.dokumen import documents
from sopgen.menu.percakapan import BackError, Percakapan
from sopgen.simpanan.kunci import own_folder, program_folder

#: Where it is remembered, and how the folder of the offices is called.
CATATAN, SOP = "folder-kantor.txt", "SOP"
LAIN = "folder lain"
BELUM_ADA = "Folder {} belum ada. Buat folder itu?"


def remembered() -> Path | None:
    """Return the folder of the offices that was chosen, if it is there."""
    memory = _memory()
    if memory is None:
        return None
    try:
        line = memory.read_text(encoding="utf-8-sig").strip()
        folder = Path(os.path.normpath(memory.parent / line))
        return folder if line and folder.is_dir() else None
    except (OSError, ValueError):
        return None


def remember(folder: Path) -> Path | None:
    """Note the folder of the offices; return the file that could not be written.

    One below the program's folder is noted as seen from there: a stick may be called
    otherwise tomorrow.
    """
    from sopgen.output import write_whole

    memory = _memory()
    if memory is None:
        return Path(CATATAN)
    near = folder.is_relative_to(memory.parent)
    line = folder.relative_to(memory.parent) if near else folder
    text = f"{line.as_posix() if near else line}\n"
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        problem = write_whole(memory, text.encode("utf-8", "replace"))
    except OSError:
        return memory
    return memory if problem else None


def ask_folder(percakapan: Percakapan) -> Path:
    """Return the folder that is chosen for the offices; it is there now."""
    known = _offered()
    percakapan.say("Di folder mana berkas kantor Anda disimpan?")
    while True:
        number = percakapan.choose([*map(str, known), LAIN], "Nomor folder", 1)
        folder = known[number] if number < len(known) else _typed(percakapan)
        if folder is None:
            continue
        try:
            return _made(folder)
        except (OSError, ValueError):
            percakapan.say("Folder itu tidak dapat dibuat atau dibuka. Pilih lagi.")


def _offered() -> list[Path]:
    program = program_folder()
    beside = [] if program is None else [program / SOP]
    return [*dict.fromkeys((documents() / SOP, *beside))]


def _typed(percakapan: Percakapan) -> Path | None:
    """Return the folder that is typed, or dropped on the window; None if none is.

    One that is not there may be a slip: it is made only if that is meant.
    """
    try:
        folder = path_of(percakapan.ask("Alamat folder (0 = kembali)"))
    except BackError:
        return None
    place = os.path.abspath(folder)
    if not os.path.exists(place) and not percakapan.agrees(BELUM_ADA.format(place)):
        return None
    return folder


def _made(folder: Path) -> Path:
    """Return a folder that is made if it is not there, and can be entered."""
    place = Path(os.path.abspath(folder))
    place.mkdir(parents=True, exist_ok=True)
    os.listdir(place)
    return place


def _memory() -> Path | None:
    """Return the file in which the folder is remembered; None if nobody has a place."""
    try:
        return own_folder() / CATATAN
    except RuntimeError:  # a user without a home
        return None
