"""Put files where they belong: whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span

#: How temporary names begin, and after how many seconds one is a leftover.
SCRATCH, STALE = ".sopgen-", 600


def write_whole(path: Path, data: bytes) -> Diagnostic | None:
    """Write a file under a temporary name and rename it; return what went wrong.

    The file that was there before stays whole when anything fails.
    """
    if is_readonly(path):
        return protected(path)
    scratch = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, scratch = tempfile.mkstemp(prefix=SCRATCH, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(scratch, 0o644)
        os.replace(scratch, path)
        scratch = ""
    except OSError as error:
        return unwritten(path, error)
    finally:
        if scratch:
            Path(scratch).unlink(missing_ok=True)
    return None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Diagnostic | None:
    """Write a new folder of files: whole or not at all; it must not be there.

    Raises ValueError for a name that leads out of the folder.
    """
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise ValueError(f"{name} leads out of the folder")
    scratch = folder.with_name(f".{folder.name}.baru")
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        scratch.mkdir(parents=True)
        for name, data in files.items():
            file = scratch / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        scratch.rename(folder)
    except OSError as error:
        return unwritten(folder, error)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return None


def is_readonly(path: Path) -> bool:
    """Return whether a file must not be written, by its own mark.

    The mark binds root, too, whom the system lets write everything.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    if not stat.S_ISREG(mode):
        return False
    return not mode & stat.S_IWUSR or not os.access(path, os.W_OK)


def protected(path: Path) -> Diagnostic:
    """Return the finding for a file that must not be written."""
    return diagnose(
        "SOP957",
        "berkas keluaran hanya-baca; dibiarkan, tidak diganti",
        Span(Source(str(path))),
        f"hapus tanda hanya-baca berkas itu, atau {ELSEWHERE}",
    )


ELSEWHERE = "pilih folder lain dengan --output"
BUSY = ("tidak boleh ditulis", f"tutup berkas itu di program lain, atau {ELSEWHERE}")
NO_FOLDER = ("berada di bawah sebuah berkas, bukan folder", ELSEWHERE)
FULL = ("tidak muat: media penuh", "kosongkan ruang, lalu ulangi")
#: What to say for each failure, by errno: what happened, what to do.
FAILURES = {
    errno.EACCES: BUSY,
    errno.EPERM: BUSY,
    errno.EROFS: ("berada di media yang hanya dapat dibaca", ELSEWHERE),
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.ENOENT: ("tidak dapat dibuat di sana", ELSEWHERE),
    errno.EISDIR: ("adalah folder", f"pindahkan folder itu, atau {ELSEWHERE}"),
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
}


def beside(problem: Diagnostic) -> Diagnostic:
    """Return the finding for a file that has its place: no option leads elsewhere."""
    saran = "kerjakan salinannya di folder yang boleh ditulis"
    return replace(problem, saran=problem.saran.replace(ELSEWHERE, saran))


def prepare(folder: Path) -> Diagnostic | None:
    """Make the folder of a build; return what forbids it, once for all its files.

    Leftovers of a build that was killed are cleared away.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=SCRATCH, dir=folder)
        os.close(handle)
        os.unlink(name)
        for old in folder.rglob(f"{SCRATCH}*"):
            if time.time() - old.stat().st_mtime > STALE:
                old.unlink(missing_ok=True)
    except OSError as error:
        return unwritten(folder, error)
    return None


def unwritten(path: Path, error: OSError) -> Diagnostic:
    """Return the finding for a file that could not be written."""
    why, what = FAILURES.get(
        error.errno or 0, (f"gagal ditulis: {error.strerror}", ELSEWHERE)
    )
    return diagnose(
        code="SOP951",
        message=f"berkas keluaran {why}; berkas lama, bila ada, tetap utuh",
        span=Span(Source(str(path))),
        saran=what,
    )
