"""The menu: shown, answered, done, until nobody wants anything more."""

from __future__ import annotations

from sopgen.menu.ganti import enter, ganti
from sopgen.menu.meja import Meja
from sopgen.menu.percakapan import KEMBALI, BackError, OverError, number_of
from sopgen.menu.rumah import remembered
from sopgen.menu.tugas import TUGAS

JUDUL, SELESAI = "sopgen: buku SOP kecamatan", "Selesai. Sampai jumpa."
TERPUTUS = "Dihentikan; kembali ke menu."


def serve(meja: Meja) -> None:
    """Do what is chosen, again and again; end where it is said, or nobody answers."""
    try:
        _begin(meja)
        _show(meja)
        while number := _chosen(meja):
            _do(meja, number)
            _show(meja)
    except (BackError, OverError):
        pass
    except KeyboardInterrupt:
        meja.say()
    meja.say(SELESAI)


def _begin(meja: Meja) -> None:
    """Stand in the folder of the offices; ask for it where none is remembered."""
    known = remembered()
    try:
        if known is not None:
            enter(meja, known)
            return
    except OSError:
        pass
    ganti(meja)


def _show(meja: Meja) -> None:
    meja.say(f"\n{JUDUL}\nFolder kantor: {meja.folder}\n")
    for number, tugas in enumerate(TUGAS, 1):
        meja.say(f"  {number}  {tugas.sebutan}")
    meja.say("  0  Selesai\n")


def _chosen(meja: Meja) -> int:
    """Return the number of a task, or 0 for the end; what is neither asks again."""
    while True:
        answer = meja.percakapan.line("Pilih nomor")
        number = number_of(answer, len(TUGAS))
        if number or answer == KEMBALI:
            return number
        meja.say(f"Ketik angka 0 sampai {len(TUGAS)}, lalu tekan Enter.")


def _do(meja: Meja, number: int) -> None:
    """Do a task; back, Ctrl-C and a folder that is gone lead to the menu."""
    meja.say()
    try:
        TUGAS[number - 1].lakukan(meja)
    except BackError:
        pass
    except KeyboardInterrupt:
        meja.say(f"\n{TERPUTUS}")
    except OSError as error:
        meja.say(f"Folder kantor tidak dapat dibaca ({error.strerror}). Pilih 7.")
