"""What is said of a book's folder whose build was killed; nothing is changed."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output.disk import Disk
from sopgen.output.lock import holder
from sopgen.output.workshop import Workshop

CODE = "SOP933"
CUT = "bangunan terakhir terputus"
MIXED = "sebagian berkas di sini mungkin edisi baru, sebagian edisi lama"
UNTOUCHED = "sebelum ada yang diganti; isi folder ini masih utuh"
DO_NOT_PRINT = "jangan mencetak dari folder ini sebelum itu"
AGAIN = "bangun lagi dengan `sopgen build`"


def interrupted(book: Path) -> Diagnostic | None:
    """Return the finding for a folder that a killed build left, if one did.

    While a build is at work, on this computer or another one, there is none.
    """
    workshop = Workshop(book, Disk())
    if not workshop.folder.is_dir() or holder(workshop.lock):
        return None
    span = Span(Source(book.as_posix()))
    if workshop.journal.exists():
        return diagnose(CODE, f"{CUT}: {MIXED}", span, f"{AGAIN}; {DO_NOT_PRINT}")
    return diagnose_lightly(CODE, f"{CUT} {UNTOUCHED}", span, AGAIN)


def finished(book: Path) -> Diagnostic:
    """Return what is told by the build that finishes what another one left."""
    return diagnose_lightly(
        CODE,
        "bangunan sebelumnya terputus; berkasnya kini sudah di tempatnya semua",
        Span(Source(book.as_posix())),
        "bila berkas hasil sempat disunting, lihat folder suntingan",
    )
