"""Task: a new office, as a workbook to be filled in."""

from __future__ import annotations

import os
from typing import NamedTuple

from sopgen.menu.meja import Meja
from sopgen.model.nama_kantor import like, objection, slug
from sopgen.model.nama_windows import TERLARANG

#: What an office's name ends with that is no name of a file.
AKHIRAN = ".xlsx"


class Jawaban(NamedTuple):
    """The name of an office as files have it, or why it is refused."""

    nama: str
    ditolak: str = ""


def buat(meja: Meja) -> None:
    """Make a workbook for a new office."""
    nama = asked_name(meja, "Nama kecamatan, misalnya Suruh (0 = kembali)")
    if meja.do("new", "--xlsx", "--", nama) != 0:
        return
    file = meja.folder / f"{nama}{AKHIRAN}"
    meja.terakhir = file.name
    meja.say(f"Kantor baru: {file}")
    meja.say("Isi di Excel dan simpan; lalu pilih 2 (periksa) dan 3 (bangun).")
    meja.offer(file, file.name)


def asked_name(meja: Meja, question: str, default: str = "") -> str:
    """Return the name of an office that is not there yet."""
    while True:
        nama, refused = named(meja.percakapan.ask(question, default))
        if not refused and (there := _there(meja, nama)):
            refused = f"berkas `{there}` sudah ada; pilih nama lain"
        if not refused:
            return nama
        meja.say(f"{refused[0].upper()}{refused[1:]}.")


def named(answer: str) -> Jawaban:
    """Return what an office is called in files, or why it cannot be."""
    nama = slug(answer)
    if found := TERLARANG.search(answer):
        hint = f"; misalnya `{nama}`" if nama else ""
        return Jawaban("", f"nama tidak boleh memuat `{found[0]}`{hint}")
    if not nama:
        return Jawaban("", "nama memerlukan huruf atau angka")
    if no := objection(nama):
        hint = f"; misalnya `{no.usul}`" if no.usul else ""
        return Jawaban("", f"{no.pesan}{hint}")
    return Jawaban(nama)


def _there(meja: Meja, nama: str) -> str:
    """Return the file that has this name, in whatever capitals, or nothing."""
    return like(f"{nama}{AKHIRAN}", os.listdir(meja.folder))
