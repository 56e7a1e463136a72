"""Put files where they belong: whole or not at all, and a list of what was made."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span

MANIFEST = "manifest.json"
#: How temporary names begin, and after how many seconds one is a leftover.
SCRATCH, STALE = ".sopgen-", 600


@dataclass(frozen=True, slots=True)
class Built:
    """A written file: its part, its pages, and the SHA-256 of its bytes."""

    path: Path
    bagian: str
    pages: int
    sha256: str


def write_whole(path: Path, data: bytes) -> Diagnostic | None:
    """Write a file under a temporary name and rename it; return what went wrong.

    The file that was there before stays whole when anything fails.
    """
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
        shutil.rmtree(scratch, ignore_errors=True)
        return unwritten(folder, error)
    return None


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
    return Diagnostic(
        code="SOP951",
        severity=Severity.ERROR,
        message=f"berkas keluaran {why}; berkas lama, bila ada, tetap utuh",
        span=Span(Source(str(path))),
        saran=what,
    )


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of an earlier build, or an empty one."""
    try:
        made = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made if isinstance(made, dict) else {}


def manifest(
    folder: Path, built: Iterable[Built], findings: Iterable[Diagnostic], whole: bool
) -> bytes:
    """Return the manifest: every file with part, pages and digest, and the findings.

    A partial build keeps the entries of files that it did not touch.
    """
    entries = {} if whole else _entries(folder)
    for file in built:
        name = file.path.relative_to(folder).as_posix()
        entries[name] = {
            "berkas": name,
            "bagian": file.bagian,
            "halaman": file.pages,
            "sha256": file.sha256,
        }
    listed = [finding.as_data() for finding in findings]
    made = {"berkas": [entries[k] for k in sorted(entries)], "temuan": listed}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _entries(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of an earlier manifest whose files are still there."""
    listed = read_manifest(folder).get("berkas", [])
    if not isinstance(listed, list):
        return {}
    named = [
        e for e in listed if isinstance(e, dict) and isinstance(e.get("berkas"), str)
    ]
    return {e["berkas"]: e for e in named if (folder / e["berkas"]).is_file()}


def sweep(folder: Path, built: Iterable[Built]) -> None:
    """Remove files of an earlier build that this one no longer makes.

    Only those that nobody has changed since: what staff edited stays.
    """
    kept = {file.path.relative_to(folder).as_posix() for file in built}
    for name, entry in _entries(folder).items():
        file = (folder / name).resolve()
        if name in kept or not file.is_relative_to(folder.resolve()):
            continue
        try:
            if digest(file.read_bytes()) == entry.get("sha256"):
                file.unlink()
        except OSError:
            continue
