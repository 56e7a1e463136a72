"""Tell why a file cannot be read, before it is opened."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

#: Failures that mean that there is no such file; all others mean that there may be.
ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}

UNREADABLE_SARAN = "periksa hak baca dan sambungan medianya, lalu ulangi"


def unusable(file: Path, limit: int) -> tuple[str, str] | None:
    """Return code and message of why a file is not even opened; limit is in bytes."""
    try:
        found = file.stat()
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and not broken_link(file):
            return "SOP901", "berkas tidak ada"
        return "SOP903", f"berkas {unread(error)}"
    if stat.S_ISDIR(found.st_mode):
        return "SOP902", "ini folder, padahal harus berkas"
    if not stat.S_ISREG(found.st_mode):
        return "SOP902", "ini bukan berkas biasa"
    return _withheld(file, found.st_size, limit)


def _withheld(file: Path, size: int, limit: int) -> tuple[str, str] | None:
    """Return why a file that is there and a file indeed is not opened."""
    if not os.access(file, os.R_OK):
        return "SOP903", "berkas tidak boleh dibaca"
    big = f"berkas lebih besar dari {limit // 1_000_000} MB"
    return ("SOP905", big) if size > limit else None


def unread(error: OSError | ValueError) -> str:
    """Return what is said of a file or folder that could not be read."""
    if isinstance(error, PermissionError):
        return "tidak boleh dibaca"
    if getattr(error, "errno", 0) in {errno.ENOENT, errno.ELOOP}:
        return "tidak dapat dibaca: tautannya putus"
    return "tidak dapat dibaca"


def stands(path: Path) -> bool:
    """Return whether something of that name is there, be it unreadable.

    What may not be looked at counts as there: "not allowed" is not "not there".
    """
    try:
        path.lstat()
    except ValueError:
        return False
    except OSError as error:
        return error.errno not in ABSENT
    return True


def broken_link(path: Path) -> bool:
    """Return whether a link leads to nothing, or to itself."""
    try:
        path.stat()
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", 0)
        gone = number == errno.ENOENT and path.is_symlink()
        return gone or number == errno.ELOOP
    return False
