"""What every task of the menu has before it: who is asked, what is run, and where."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sopgen.menu.buka import opened
from sopgen.menu.kantor import Kantor, offices_in
from sopgen.menu.percakapan import BackError, Percakapan
from sopgen.model.nilai import dataclass

#: Runs a command with its words; returns its exit code.
Run = Callable[..., int]
BELUM_ADA = (
    "Belum ada kantor di folder ini. Buat dahulu dengan 1 (kantor baru) "
    "atau 5 (ambil SOP lama)."
)
#: The exit code of what the user ended by Ctrl-C, and what is said of it.
INTERRUPTED, DIBATALKAN = 130, "Dibatalkan; tidak ada yang diubah setengah jalan."
#: The best file of a book to look at.
BUKU_PDF = "buku.pdf"


@dataclass(slots=True)
class Meja:
    """What a task works with; ``terakhir`` is the office that was last chosen.

    ``output_for`` says where the book of a spec goes.  Work is done in ``folder``;
    ``kode`` is the exit code of the last command.
    """

    percakapan: Percakapan
    run: Run
    output_for: Callable[[Path], Path]
    folder: Path
    terakhir: str = ""
    kode: int = 0

    def say(self, text: str = "") -> None:
        """Write a line."""
        self.percakapan.say(text)

    def do(self, *words: str) -> int:
        """Run a command between two empty lines; return its exit code."""
        self.say()
        code = self.kode = self.run(*words)
        self.say()
        if code == INTERRUPTED:
            self.say(DIBATALKAN)
        return code

    def office(self) -> str:
        """Return the name of the office that is chosen, as commands know it."""
        kantor = offices_in(self.folder)
        if not kantor:
            self.say(BELUM_ADA)
            raise BackError
        self.say("Kantor di folder ini:")
        number = self.percakapan.choose(
            [str(one) for one in kantor], "Nomor kantor", self._usual(kantor)
        )
        self.terakhir = kantor[number].nama
        return self.terakhir

    def _usual(self, kantor: list[Kantor]) -> int:
        """Return the number that Enter stands for: the only office, or the last one."""
        names = [one.nama for one in kantor]
        if len(names) == 1:
            return 1
        return names.index(self.terakhir) + 1 if self.terakhir in names else 0

    def book_of(self, nama: str) -> Path | None:
        """Return where the book of an office lies; None if its spec has no year."""
        from sopgen.spec import read_buku

        buku = read_buku(Path(nama)).buku
        if buku is None:
            return None
        return (
            Path(os.path.abspath(self.output_for(Path(nama))))
            / buku.id
            / str(buku.tahun)
        )

    def offer(self, place: Path, called: str) -> None:
        """Offer to open what was made."""
        if not self.percakapan.agrees(f"Buka {called} sekarang?"):
            return
        if not opened(place):
            self.say(f"Tidak dapat dibuka dari sini. Letaknya: {place}")
