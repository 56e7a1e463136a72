"""The workshop beside a book's folder, where the next edition of it is made.

It is there as long as a build is at work.  One that lies there with nobody in it was
left by a build that was killed; what has to be done then is told in ``edition``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.output.disk import Disk
from sopgen.output.journal import JOURNAL
from sopgen.output.lock import Builder, HeldError, take
from sopgen.output.manifest import MANIFEST, digest
from sopgen.output.writing import (
    FOLDER,
    SCRATCH,
    is_readonly,
    prepare,
    protected,
    unwritten,
)

LOCK = "kunci.json"


class RefusedError(Exception):
    """An edition cannot be made; what is in the book's folder stays as it is.

    The last of the findings says why.
    """

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__(*findings)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Workshop:
    """The workshop of a book's folder."""

    book: Path
    disk: Disk

    @property
    def folder(self) -> Path:
        """Return where it is: beside the real folder, whatever leads there."""
        real = Path(os.path.realpath(self.book))
        return real.with_name(f"{SCRATCH}{real.name}")

    @property
    def lock(self) -> Path:
        """Return the file that says who is at work."""
        return self.folder / LOCK

    @property
    def journal(self) -> Path:
        """Return the file that says what shall lie in the book's folder."""
        return self.folder / JOURNAL

    def staged(self, name: str) -> Path:
        """Return where the bytes of a file wait; no name is too long or odd for it."""
        return self.folder / digest(name.encode())

    def clear(self) -> None:
        """Take away all but the lock; what has a journal is still to be put there."""
        if self.journal.exists():
            return
        for path in sorted(self.folder.iterdir()):
            if path.name != LOCK:
                self.disk.remove(path)


@contextmanager
def open_workshop(book: Path, disk: Disk, patience: float) -> Iterator[Workshop]:
    """Yield the workshop of a book's folder, to one process at a time.

    Another one is waited for some seconds.  Raises RefusedError if it goes on, or if
    the folder may not be written.
    """
    workshop = Workshop(book, disk)
    try:
        with refusing(book):
            lock = take(workshop.lock, patience)
    except HeldError as error:
        raise RefusedError(_held(workshop, error.builder)) from error
    try:
        with refusing(book):
            prepare(book)
        if is_readonly(book / MANIFEST):
            raise RefusedError(protected(book / MANIFEST))
        yield workshop
    finally:
        try:
            with suppress(OSError):
                workshop.clear()
        finally:
            lock.leave(disk)


@contextmanager
def refusing(book: Path) -> Iterator[None]:
    """Turn a failure of the disk into one finding, about a book's folder as a whole."""
    try:
        yield
    except OSError as error:
        raise RefusedError(unwritten(book, error, FOLDER)) from error


def _held(workshop: Workshop, builder: Builder) -> Diagnostic:
    """Return what is told to one who waited in vain."""
    where = "komputer ini" if builder.is_here else f"komputer {builder.host}"
    who = f"proses {builder.pid} di {where}" if builder.pid else "proses lain"
    remove = (
        f"bila di sana tidak ada yang membangun, hapus `{workshop.lock.as_posix()}`"
    )
    elsewhere = "" if builder.is_here else f"; {remove}"
    return diagnose(
        "SOP934",
        f"buku ini sedang dibangun oleh {who}; tidak ada yang diubah",
        Span(Source(workshop.book.as_posix())),
        f"tunggu sampai selesai, lalu ulangi{elsewhere}",
    )
