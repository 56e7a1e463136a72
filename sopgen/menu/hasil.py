"""Task: open the folder of a book that was built."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.menu.buka import opened
from sopgen.menu.kantor import books_in, offices_in
from sopgen.menu.meja import Meja


def hasil(meja: Meja) -> None:
    """Open the folder of the book that is chosen."""
    places = (Path(one.nama) for one in offices_in(meja.folder))
    outputs = dict.fromkeys(os.path.abspath(meja.output_for(one)) for one in places)
    books = books_in(Path(one) for one in outputs)
    if not books:
        meja.say("Belum ada hasil di folder ini. Bangun dahulu dengan 3.")
        return
    meja.say("Buku yang sudah dibangun:")
    rows = [f"{one.parent.name} {one.name}" for one in books]
    usual = 1 if len(rows) == 1 else 0
    folder = books[meja.percakapan.choose(rows, "Nomor buku", usual)]
    meja.say(f"Hasil: {folder}")
    if not opened(folder):
        meja.say("Folder itu tidak dapat dibuka dari sini; bukalah sendiri.")
