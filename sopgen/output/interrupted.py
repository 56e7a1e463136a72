"""What is said of a book's folder whose build was killed, or was told to end.

Nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output.disk import Disk
from sopgen.output.lock import holder
from sopgen.output.workshop import Workshop

CODE = "SOP933"
MIXED = "sebagian berkas di sini mungkin edisi baru, sebagian edisi lama"
UNTOUCHED = "belum ada yang diganti, isi folder ini masih utuh"
AGAIN = "bangun bukunya lagi"
DO_NOT_PRINT = "; jangan mencetak dari folder ini sebelum itu"


class EndedError(Exception):
    """What a build has done by the time that something told it to end.

    It is the cause of that.  ``keadaan`` says what lies in the book's folder, unless it
    is what lay there before; ``told`` is what was found of files that were put there,
    ``lama`` are the names of those that stayed.
    """

    def __init__(
        self, keadaan: str, told: Sequence[Diagnostic], lama: Sequence[str] = ()
    ) -> None:
        super().__init__(keadaan)
        self.keadaan = keadaan
        self.told = told
        self.lama = lama


@contextmanager
def telling(done: Callable[[], EndedError | None]) -> Iterator[None]:
    """Tell whatever ends a build meanwhile what has been done by then, if anything."""
    try:
        yield
    except BaseException as end:
        known = None if isinstance(end, Exception) else done()
        if known is None:
            raise
        raise end from known


def completed(
    book: Path, told: Sequence[Diagnostic], lama: Sequence[str]
) -> EndedError:
    """Return what is told by a build whose edition is in its place when it ends."""
    where = "sudah di tempatnya" if lama else "sudah di tempatnya semua"
    once = tuple(dict.fromkeys(told))
    return EndedError(f"edisi baru di {book.as_posix()} {where}", once, lama)


def mixed(book: Path, told: Sequence[Diagnostic]) -> EndedError:
    """Return what is told by a build that was not let finish."""
    what = f"sebagian berkas di {book.as_posix()} edisi baru, sebagian edisi lama"
    return EndedError(f"{what}; {AGAIN}{DO_NOT_PRINT}", told)


def interrupted(book: Path) -> Diagnostic | None:
    """Return the finding for a folder that a killed build left, if one did.

    While a build is at work on this computer there is none; of one on another computer
    nobody knows whether it still is.
    """
    workshop = Workshop(book, Disk())
    builder = holder(workshop.lock)
    elsewhere = builder is not None and bool(builder.host) and not builder.is_here
    if not workshop.folder.is_dir() or (builder and not elsewhere):
        return None
    what, then = "bangunan terakhir terputus", AGAIN
    if builder:
        what = f"bangunan di komputer {builder.host} belum selesai, atau terputus"
        then = f"tunggu sampai selesai; bila terputus, {AGAIN}"
    span = Span(Source(book.as_posix()))
    if workshop.journal.exists():
        return diagnose(CODE, f"{what}: {MIXED}", span, f"{then}{DO_NOT_PRINT}")
    return diagnose_lightly(CODE, f"{what}: {UNTOUCHED}", span, then)


def finished(book: Path) -> Diagnostic:
    """Return what is told by the build that finishes what another one left."""
    return diagnose_lightly(
        CODE,
        "bangunan sebelumnya terputus; berkasnya kini sudah di tempatnya semua",
        Span(Source(book.as_posix())),
        "bila berkas hasil sempat disunting, lihat folder suntingan",
    )
