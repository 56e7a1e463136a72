"""The program ``sopgen``: its commands, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, NoReturn

import click

from sopgen import __version__
from sopgen.assets import BrokenAssetError
from sopgen.cli.build import build
from sopgen.cli.check import check
from sopgen.cli.completion import completion
from sopgen.cli.draw import draw, draw_map
from sopgen.cli.exchange import export, import_file
from sopgen.cli.explain import explain
from sopgen.cli.listing import listing
from sopgen.cli.new import new
from sopgen.cli.schema import schema
from sopgen.cli.wording import Kelompok, complain

#: Exit codes: usage, interrupted by the user, a fault of the program (sysexits.h).
USAGE, INTERRUPTED, FAULT = 2, 130, 70

CONTOH = """\
sopgen build karangan                bangun seluruh buku
sopgen build karangan --only lampiran
sopgen check karangan                periksa tanpa membangun
sopgen new suruh                     mulai buku kantor baru"""


class Program(Kelompok):
    """The whole program: every way out of it is a number and a plain sentence."""

    def main(self, *args: Any, **settings: Any) -> NoReturn:
        """Run a command line and exit."""
        settings.update(prog_name="sopgen", standalone_mode=False)
        try:
            code = super().main(*args, **settings)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(USAGE)
        except click.UsageError as error:
            complain(error)
            sys.exit(USAGE)
        except (click.Abort, KeyboardInterrupt):
            click.echo(
                "sopgen: dibatalkan; berkas yang belum selesai tidak diubah", err=True
            )
            sys.exit(INTERRUPTED)
        except BrokenAssetError as error:
            click.echo(
                f"sopgen: berkas program rusak: {error}; pasang ulang sopgen", err=True
            )
            sys.exit(FAULT)
        except Exception as error:
            if os.environ.get("SOPGEN_DEBUG"):
                raise
            _apologise(error)
            sys.exit(FAULT)
        sys.exit(code if isinstance(code, int) else 0)


def _apologise(error: Exception) -> None:
    """Print one line for a fault of the program itself."""
    fault = f"{type(error).__name__}: {error}".splitlines()[0]
    click.echo(
        f"sopgen: kesalahan tak terduga ({fault[:200]}); laporkan kepada pembuat "
        "sopgen bersama berkas spesifikasinya (rincian: SOPGEN_DEBUG=1)",
        err=True,
    )


@click.group(
    cls=Program,
    epilog=CONTOH,
    help="Susun buku SOP kecamatan dari berkas spesifikasi: bagan alur, keputusan "
    "camat dengan lampiran, sampul, dan lembar identitas, siap cetak.",
)
@click.version_option(
    __version__, message="sopgen %(version)s", help="Tampilkan versi program."
)
def sopgen() -> None:
    """Name the program; the commands are below."""


COMMANDS = (
    build,
    check,
    explain,
    draw,
    draw_map,
    export,
    import_file,
    listing,
    new,
    schema,
    completion,
)
for command in COMMANDS:
    sopgen.add_command(command)


def main() -> NoReturn:
    """Run sopgen with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sopgen.main()
