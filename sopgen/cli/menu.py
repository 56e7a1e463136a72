"""``sopgen menu``: a numbered menu for those who do not type commands."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Protocol, cast

import click

from sopgen.cli.lanjutan import chosen
from sopgen.cli.office import output_for
from sopgen.cli.signals import SHELL
from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.menu.meja import Meja

CONTOH = """\
sopgen menu                          pilih pekerjaan dengan angka
sopgen menu --bangun karangan.xlsx   bangun berkas ini di foldernya sendiri
sopgen menu --ambil "SOP lama.docx"  SOP lama menjadi buku kerja di sampingnya"""

#: The exit code of a command that the user ended: the menu goes on.
INTERRUPTED = 130
CARA = ("periksa", "bangun", "ambil")


class Program(Protocol):
    """The program as a command sees it."""

    def run(self, args: list[str]) -> int:
        """Run a command line; return its exit code."""
        ...


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Menu bernomor untuk yang tidak mengetik perintah: buat kantor baru, "
    "periksa, bangun, buku tahun baru, ambil SOP lama. Folder kantor ditanyakan satu "
    "kali dan diingat. Bersama --periksa, --bangun, atau --ambil, yang dikerjakan "
    "hanya BERKAS, masing-masing di foldernya.",
    short_help="menu bernomor, tanpa mengetik perintah",
)
@click.argument("berkas", nargs=-1, metavar="[BERKAS…]")
@click.option("--periksa", is_flag=True, help="Periksa BERKAS")
@click.option("--bangun", is_flag=True, help="Bangun buku dari BERKAS")
@click.option("--ambil", is_flag=True, help="Jadikan SOP lama BERKAS buku kerja")
def menu(berkas: tuple[str, ...], **flags: bool) -> int:
    """Show the menu, or treat the files that were dropped on a starter."""
    wanted = [cara for cara in CARA if flags[cara]]
    if len(wanted) > 1:
        raise Salah("--periksa, --bangun, dan --ambil masing-masing sendiri")
    if berkas and not wanted:
        raise Salah("BERKAS hanya bersama --periksa, --bangun, atau --ambil")
    from sopgen.menu import daftar, seret

    meja = _meja()
    if wanted:
        files = seret.dropped(os.environ.get(seret.BARIS, ""), berkas)
        return seret.treat(meja, wanted[0], files)
    daftar.serve(meja)
    return 0


def _meja() -> Meja:
    from pathlib import Path

    from sopgen.menu.meja import Meja
    from sopgen.menu.percakapan import Percakapan

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    percakapan = Percakapan(sys.stdin, sys.stdout)
    return Meja(percakapan, _run, output_for, Path())


def _run(*words: str) -> int:
    """Run a command as it is typed; return its exit code.

    A signal that ends the program ends the menu, too.
    """
    program = cast("Program", click.get_current_context().find_root().command)
    with chosen():
        code = program.run([*words])
    if code > SHELL and code != INTERRUPTED:
        raise click.exceptions.Exit(code)
    return code
