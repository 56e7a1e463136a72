"""What is done to the files of an edition: few things, each of which is one step.

A build is given its disk, so that tests can stop it after any step.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from sopgen.output.writing import SCRATCH

#: What a system says that knows no syncing of a folder.
UNKNOWN = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


#: So many files are synced at a time.
AT_ONCE = 4


class Disk:
    """The disk there is."""

    def make(self, folder: Path) -> None:
        """Make a folder, and those in which it lies, if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file that everybody may read; it may be half there for a while."""
        path.write_bytes(data)
        path.chmod(0o644)

    def sync(self, *paths: Path) -> None:
        """Return when files, or the names in folders, would outlast a power cut.

        Many at once take hardly longer than one: the system writes them together.
        """
        if not paths:
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(AT_ONCE) as pool:
            for _ in pool.map(_sync, paths):
                pass

    def move(self, source: Path, target: Path) -> None:
        """Put a file in the place of another, at one stroke, from wherever it lies."""
        try:
            os.replace(source, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            self._carry(source, target)

    def _carry(self, source: Path, target: Path) -> None:
        """Move a file to another file system; the stroke is made there."""
        scratch = target.with_name(f"{SCRATCH}{target.name}")
        try:
            shutil.copy2(source, scratch)
            _sync(scratch)
            os.replace(scratch, target)
        except OSError:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
            raise
        source.unlink()

    def remove(self, path: Path) -> None:
        """Remove a file that may be gone already."""
        path.unlink(missing_ok=True)

    def drop(self, folder: Path) -> None:
        """Remove a folder in which nothing lies."""
        folder.rmdir()


def _sync(path: Path) -> None:
    folder = path.is_dir()
    if folder and os.name != "posix":
        return  # Windows knows no such thing
    handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNKNOWN:
            raise
    finally:
        os.close(handle)
