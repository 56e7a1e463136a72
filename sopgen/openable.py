"""Tell why a file cannot be read, before it is opened."""

from __future__ import annotations

import stat
from pathlib import Path


def unusable(file: Path, limit: int) -> tuple[str, str] | None:
    """Return code and message of why a file is not even opened; limit is in bytes."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return "SOP901", "berkas tidak ada"
    except (OSError, ValueError):
        return "SOP903", "berkas tidak dapat dibaca"
    if stat.S_ISDIR(found.st_mode):
        return "SOP902", "ini folder, padahal harus berkas"
    if not stat.S_ISREG(found.st_mode):
        return "SOP902", "ini bukan berkas biasa"
    big = f"berkas lebih besar dari {limit // 1_000_000} MB"
    return ("SOP905", big) if found.st_size > limit else None
