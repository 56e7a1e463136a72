"""Task: last year's book becomes this year's."""

from __future__ import annotations

import os

from sopgen.menu.kantor import typed
from sopgen.menu.meja import Meja


def tahun_baru(meja: Meja) -> None:
    """Roll the book of the office that is chosen; the command asks for what is new."""
    nama = meja.office()
    before = {*os.listdir(meja.folder)}
    if meja.do("roll", "--", typed(nama)) != 0:
        meja.say("Buku tahun baru belum dibuat; buku yang lama tidak diubah.")
        return
    made = sorted({*os.listdir(meja.folder)} - before)
    if not made:
        meja.say(f"Buku tahun baru: {nama}. Isi yang masih harus diputuskan.")
        return
    meja.terakhir = made[0]
    meja.say(f"Buku tahun baru: {meja.folder / made[0]}")
    meja.say("Lihat lembar Perubahan, isi yang masih harus diputuskan, lalu pilih 2.")
    meja.offer(meja.folder / made[0], made[0])
