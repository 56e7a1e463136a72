"""Whoever changes the year of a book, or takes it back, has the book alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output import Disk, RefusedError
from sopgen.output.lock import Builder, HeldError, take
from sopgen.output.together import clear_leftovers
from sopgen.output.workshop import LOCK
from sopgen.output.writing import SCRATCH
from sopgen.spec.files import ARSIP
from sopgen.spec.folders import FOLDERS

#: How an archive is called while another one takes its place.
LAMA = f"{SCRATCH}lama-"


@contextmanager
def alone(place: Path, scratch: Path | None = None) -> Iterator[None]:
    """Let one process at a time change the year of a book in a folder.

    Another one is waited for some seconds.  What one that was killed left is cleared;
    ``scratch`` is in use.  Raises RefusedError if the other one goes on, or OSError.
    """
    real = place.resolve()
    file = real.with_name(f"{SCRATCH}{real.name}") / LOCK
    try:
        lock = take(file)
    except HeldError as error:
        raise RefusedError(_held(place, file, error.builder)) from error
    try:
        _settle_archive(real / ARSIP)
        _clear(real, scratch)
        yield
    finally:
        lock.leave(Disk())


def _settle_archive(arsip: Path) -> None:
    """Bring an archive back that lies under another name, unless its place has it all.

    What cannot be moved stays.
    """
    for kept in arsip.glob(f"{LAMA}*"):
        year = kept.with_name(kept.name.removeprefix(LAMA))
        names = (file.relative_to(kept) for file in kept.rglob("*"))
        with suppress(OSError):
            if not os.path.lexists(year):
                kept.rename(year)
            elif all(os.path.lexists(year / name) for name in names):
                shutil.rmtree(kept)


def _clear(real: Path, scratch: Path | None) -> None:
    """Remove the copies of a book on which others worked that are gone."""
    used = scratch.resolve() if scratch else None
    for folder in real.parent.glob(f"{SCRATCH}*"):
        if folder != used and (folder / real.name / ARSIP).is_dir():
            shutil.rmtree(folder, ignore_errors=True)
    clear_leftovers((real, *(real / sub for sub in FOLDERS)))


def _held(place: Path, file: Path, builder: Builder) -> Diagnostic:
    """Return what is told to one who waited in vain."""
    where = "komputer ini" if builder.is_here else f"komputer {builder.host}"
    who = f"proses {builder.pid} di {where}" if builder.pid else "proses lain"
    remove = f"; bila di sana tidak ada yang bekerja, hapus `{file.as_posix()}`"
    return diagnose(
        "SOP934",
        f"tahun buku ini sedang diganti oleh {who}; tidak ada yang diubah",
        Span(Source(place.as_posix())),
        f"tunggu sampai selesai, lalu ulangi{'' if builder.is_here else remove}",
    )
