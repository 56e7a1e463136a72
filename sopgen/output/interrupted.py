"""What is said of a book's folder whose build was killed; nothing is changed."""

from __future__ import annotations

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
