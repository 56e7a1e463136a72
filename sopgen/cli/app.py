"""The program ``sopgen``: its commands, and how it ends."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sopgen import __version__
from sopgen.assets import BrokenAssetError
from sopgen.cli.build import build
from sopgen.cli.check import check
from sopgen.cli.completion import completion
from sopgen.cli.diff import diff
from sopgen.cli.draw import draw, draw_map
from sopgen.cli.exchange import export, import_file
from sopgen.cli.explain import explain
from sopgen.cli.fix import fix
from sopgen.cli.listing import listing
from sopgen.cli.menu import menu
from sopgen.cli.new import new
from sopgen.cli.peraturan import peraturan
from sopgen.cli.roll import roll
from sopgen.cli.schema import schema
from sopgen.cli.signals import StoppedError, obey_signals, release_signals
from sopgen.cli.streams import lost_on_stdout, open_streams
from sopgen.cli.verify import verify
from sopgen.cli.wording import Kelompok, complain
from sopgen.model.ingatan import look_seldom

if TYPE_CHECKING:
    from sopgen.output.interrupted import EndedError

#: Exit codes: what was said is lost or the installation is broken, usage, interrupted
#: by the user, a fault of the program (sysexits.h).  A signal's is 128 and its number,
#: as in a shell.
UNTOLD, BROKEN, USAGE, INTERRUPTED, FAULT = 1, 1, 2, 130, 70

#: What tells the program to end, and what is said of files where nothing else is.
ENDS = (click.Abort, KeyboardInterrupt, StoppedError)
UNTOUCHED = "berkas yang belum selesai tidak diubah"

CONTOH = """\
sopgen build karangan                bangun seluruh buku
sopgen build karangan --only lampiran
sopgen check karangan                periksa tanpa membangun
sopgen new suruh                     mulai buku kantor baru"""


class Program(Kelompok):
    """The whole program: every way out of it is a number and a plain sentence."""

    def main(self, *args: Any, **settings: Any) -> NoReturn:
        """Run a command line and exit."""
        code = self.run(*args, **settings)
        if why := lost_on_stdout():
            click.echo(f"sopgen: keluaran baku tidak dapat ditulis: {why}", err=True)
            code = code or UNTOLD
        sys.exit(code)

    def run(self, *args: Any, **settings: Any) -> int:
        """Run a command line; return its exit code."""
        settings.update(prog_name="sopgen", standalone_mode=False)
        try:
            code = super().main(*args, **settings)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            return USAGE
        except click.UsageError as error:
            complain(error)
            return USAGE
        except ENDS as end:
            return _stopped(end)
        except Exception as error:
            known = isinstance(error, BrokenAssetError)
            if os.environ.get("SOPGEN_DEBUG") and not known:
                raise
            return _apologise(error)
        return code if isinstance(code, int) else 0


def _stopped(end: BaseException) -> int:
    """Print a line for a program that was told to end; return its exit code.

    Before it stands what there is to tell of an edition that was put in its place.
    """
    code, how = INTERRUPTED, "dibatalkan"
    if isinstance(end, StoppedError):
        code, how = end.code, f"dihentikan ({end.name})"
    done = _done_by(end)
    if done is not None:
        _tell(done)
    state = done.keadaan if done and done.keadaan else UNTOUCHED
    click.echo(f"sopgen: {how}; {state}", err=True)
    return code


def _done_by(end: BaseException) -> EndedError | None:
    """Return what a build had done that was told to end, if it is known."""
    cause: BaseException | None = end
    while isinstance(cause, ENDS):
        cause = cause.__cause__
    if cause is None:
        return None
    from sopgen.output.interrupted import EndedError

    return cause if isinstance(cause, EndedError) else None


def _tell(done: EndedError) -> None:
    """Print what was found of files, and which of them are not of the new edition."""
    from sopgen.cli.telling import tell

    for finding in done.told:
        tell(finding, err=True)
    if done.lama:
        names = ", ".join(done.lama)
        click.echo(f"{len(done.lama)} berkas masih dari edisi lama: {names}", err=True)


def _apologise(error: Exception) -> int:
    """Print a line for a fault of the program or of its files; return its code."""
    if isinstance(error, BrokenAssetError):
        finding = error.finding
        click.echo(f"sopgen: {finding.span.label}: {finding.message}", err=True)
        click.echo(f"   = saran: {finding.saran}", err=True)
        return BROKEN
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        click.echo(
            "sopgen: sistem tidak mengizinkan lebih banyak berkas terbuka; "
            "tutup program lain, lalu ulangi",
            err=True,
        )
        return BROKEN
    fault = f"{type(error).__name__}: {error}".splitlines()[0]
    click.echo(
        f"sopgen: kesalahan tak terduga ({fault[:200]}); laporkan kepada pembuat "
        "sopgen bersama berkas spesifikasinya (rincian: SOPGEN_DEBUG=1)",
        err=True,
    )
    return FAULT


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
    fix,
    diff,
    roll,
    explain,
    draw,
    draw_map,
    verify,
    export,
    import_file,
    listing,
    peraturan,
    new,
    menu,
    schema,
    completion,
)
for command in COMMANDS:
    sopgen.add_command(command)


def main() -> NoReturn:
    """Run sopgen with the arguments of the process."""
    look_seldom()
    open_streams()
    try:
        obey_signals()
        sopgen.main()
    except (KeyboardInterrupt, StoppedError) as end:
        sys.exit(_stopped(end))
    finally:
        release_signals()
