"""Task: check an office, and mark its workbook."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.menu.kantor import WORKBOOK, typed
from sopgen.menu.meja import Meja


def periksa(meja: Meja) -> None:
    """Check the office that is chosen."""
    check(meja, meja.office())


def check(meja: Meja, nama: str) -> int:
    """Check an office and say what to do next; return the exit code."""
    code = meja.do("check", "--", typed(nama))
    if code == 0:
        meja.say("Tidak ada kesalahan. Bukunya dapat dibangun.")
    elif code == 1:
        meja.say(f"Perbaiki yang disebut di atas dalam {nama}, simpan, lalu ulangi.")
    if code in (0, 1) and Path(nama).suffix.casefold() == WORKBOOK:
        _mark(meja, nama)
    return code


def _mark(meja: Meja, nama: str) -> None:
    """Offer a copy of a workbook in which the findings are marked."""
    question = "Tulis salinan dengan sel yang ditandai?"
    if not meja.percakapan.agrees(question):
        return
    before = {*os.listdir(meja.folder)}
    meja.do("check", "--annotate", "--format", "short", "--", typed(nama))
    for name in sorted({*os.listdir(meja.folder)} - before):
        meja.say("Salinan itu untuk dibaca; perbaiki di berkas asli.")
        meja.offer(meja.folder / name, name)
