"""Task: build the book of an office."""

from __future__ import annotations

from sopgen.menu.kantor import typed
from sopgen.menu.meja import BUKU_PDF, Meja


def bangun(meja: Meja) -> None:
    """Build the book of the office that is chosen."""
    build(meja, meja.office())


def build(meja: Meja, nama: str) -> int:
    """Build a book, and say where it is; return the exit code."""
    code = meja.do("build", "--", typed(nama))
    if code not in (0, 1):
        return code
    folder = meja.book_of(nama)
    if folder is None or not folder.is_dir():
        meja.say(f"Buku belum dibangun. Perbaiki {nama} seperti disebut di atas.")
        return code
    if code == 1:
        meja.say("Ada kesalahan, disebut di atas; perbaiki sebelum buku dicetak.")
    meja.say(f"Hasil: {folder}")
    pdf = folder / BUKU_PDF
    meja.offer(pdf, pdf.name) if pdf.is_file() else meja.offer(folder, "foldernya")
    return code
