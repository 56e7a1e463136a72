"""Task: take over an old SOP, drawn by hand, as a workbook."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.menu.buat import AKHIRAN, asked_name
from sopgen.menu.kantor import old_sop_in
from sopgen.menu.meja import Meja
from sopgen.menu.percakapan import number_of
from sopgen.model.nama_kantor import free, objection, slug

#: What stands for a name that has no letters.
TANPA_NAMA = "sop-lama"


def ambil(meja: Meja) -> None:
    """Take over the old SOP that is chosen, or typed, or dropped on the window."""
    file = _asked(meja)
    nama = asked_name(meja, "Nama kantor baru (0 = kembali)", _usual(meja, file))
    take(meja, file, nama)


def take(meja: Meja, file: Path, nama: str = "") -> int:
    """Take over a file as a workbook of a name; return the exit code."""
    nama = nama or _usual(meja, file)
    code = meja.do("import", "--xlsx", "--nama", nama, "--", str(file))
    made = meja.folder / f"{nama}{AKHIRAN}"
    if code not in (0, 1) or not made.is_file():
        meja.say("SOP lama ini belum diambil; sebabnya disebut di atas.")
        return code
    meja.terakhir = made.name
    meja.say(f"Buku kerja: {made}")
    meja.say("Periksa sel yang ditandai (lembar Temuan), simpan, lalu periksa lagi.")
    meja.offer(made, made.name)
    return code


def _asked(meja: Meja) -> Path:
    """Return the file that is wanted."""
    found = old_sop_in(meja.folder)
    if found:
        meja.say("Berkas yang bukan buku kerja sopgen di folder ini:")
    for index, name in enumerate(found, 1):
        meja.say(f"  {index}  {name}")
    ways = "Nomor, atau seret" if found else "Seret"
    question = f"{ways} berkas SOP lama ke jendela ini (0 = kembali)"
    while True:
        answer = meja.percakapan.ask(question)
        if chosen := number_of(answer, len(found)):
            return Path(found[chosen - 1])
        path = path_of(answer)
        if path.is_file():
            return path
        meja.say(f"Berkas `{path}` tidak ada.")


def path_of(answer: str) -> Path:
    """Return a path as it is typed, or as a window writes it that it is dropped on."""
    bare = answer.removeprefix("& ")  # PowerShell
    for quote in ('"', "'"):
        if bare.startswith(quote) and bare.endswith(quote):
            bare = bare.strip(quote)
    return Path(os.path.expanduser(bare.strip()))


def _usual(meja: Meja, file: Path) -> str:
    """Return the name that a file gives its office, one that is not taken."""
    nama = slug(file.stem) or TANPA_NAMA
    no = objection(nama)
    taken = (Path(name).stem for name in os.listdir(meja.folder))
    return free(no.usul or TANPA_NAMA if no else nama, taken)
