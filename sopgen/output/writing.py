"""Put files where they belong: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output.signed import is_signed_file

#: How temporary names begin, and after how many seconds one is a leftover.
SCRATCH, STALE = ".sopgen-", 600
#: How the names of files begin that only try whether a folder may be written.
PROBE = f"{SCRATCH}coba-"


def write_whole(path: Path, data: bytes, *, new: bool = False) -> Diagnostic | None:
    """Write a file under a temporary name and rename it; return what went wrong.

    The file that was there before stays whole when anything fails.  Where a link is
    there, it stays, and the file it leads to is replaced.  Of a ``new`` file nothing
    may be there, nor come there meanwhile.
    """
    if is_readonly(path):
        return protected(path)
    try:
        if path.is_file() and is_signed_file(path):
            return signed(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        return None if _put(path, data, new=new) else taken(path)
    except OSError as error:
        return unwritten(path, error)


def _put(path: Path, data: bytes, *, new: bool) -> bool:
    """Put bytes where a file lies or will lie; return whether a new one could be."""
    if new and os.path.lexists(path):
        return False
    place = _place(path)
    with _waiting(place.parent, data) as scratch:
        if new:
            return _put_first(scratch, place)
        os.replace(scratch, place)
    return True


def _place(path: Path) -> Path:
    """Return where a file really lies, in a folder that is made unless a link says so.

    Raises OSError for links that lead in a circle.
    """
    if not path.is_symlink():
        path.parent.mkdir(parents=True, exist_ok=True)
        return path
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


@contextmanager
def _waiting(folder: Path, data: bytes) -> Iterator[str]:
    """Yield the name under which bytes wait in a folder to be put in their place."""
    handle, scratch = tempfile.mkstemp(prefix=SCRATCH, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(scratch, 0o644)
        yield scratch
    finally:
        with suppress(OSError):
            os.unlink(scratch)


def _put_first(scratch: str, path: Path) -> bool:
    """Put a file where nothing is; return whether it was so.

    Where the disk knows no second name of a file, one looks just before.
    """
    try:
        os.link(scratch, path)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(path):
            return False
        os.rename(scratch, path)
    return True


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Diagnostic | None:
    """Write a new folder of files: whole or not at all; it must not be there.

    Raises ValueError for a name that leads out of the folder.
    """
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise ValueError(f"{name} leads out of the folder")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=SCRATCH, dir=folder.parent, ignore_cleanup_errors=True
        ) as scratch:
            made = Path(scratch, folder.name)
            made.mkdir()
            for name, data in files.items():
                file = made / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if os.path.lexists(folder):
                return taken(folder, "folder")
            made.rename(folder)
    except OSError as error:
        if os.path.lexists(folder):
            return taken(folder, "folder")
        return unwritten(folder, error, FOLDER)
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
    marked = not path.stat().st_mode & stat.S_IWUSR
    whose = "hanya-baca" if marked else "hanya-baca bagi pengguna ini"
    what = "hapus tanda hanya-baca" if marked else "minta izin menulis dari pemilik"
    return diagnose(
        "SOP957",
        f"{BERKAS} {whose}; dibiarkan, tidak diganti",
        Span(Source(path.as_posix())),
        f"{what} berkas itu, atau {ELSEWHERE}",
    )


def signed(path: Path) -> Diagnostic:
    """Return the finding for a signed PDF where another file was to be written."""
    span = Span(Source(path.as_posix()))
    return diagnose("SOP959", f"{SIGNED}; dibiarkan, tidak diganti", span, ELSEWHERE)


def taken(path: Path, kind: str = "berkas") -> Diagnostic:
    """Return the finding for a place that is not free for a new file or folder."""
    place = path.as_posix()
    return diagnose("SOP951", f"{kind} `{place}` sudah ada", Span(Source(place)), OTHER)


SIGNED = "berkas ini bertanda tangan elektronik"
#: Letters of a whole path that every Windows takes.
LONGEST = 259
BERKAS, FOLDER = "berkas keluaran", "folder keluaran"
ELSEWHERE = "pilih tempat lain dengan --output"
OTHER = "pilih nama lain, atau pindahkan yang sudah ada"
#: What to do instead, where there is no such option: with a spec, and with a new one.
COPIED = "kerjakan salinannya di folder yang boleh ditulis"
THERE = "pindah ke folder yang boleh ditulis, lalu ulangi"
BUSY = ("tidak boleh ditulis", f"tutup berkas itu di program lain, atau {ELSEWHERE}")
CLOSED = ("tidak boleh ditulisi", f"minta izin menulis di sana, atau {ELSEWHERE}")
NO_FOLDER = ("berada di bawah sebuah berkas, bukan folder", ELSEWHERE)
FULL = ("tidak muat: media penuh", "kosongkan ruang, lalu ulangi")
NAMELESS = (
    "tidak dapat dibuat: namanya tidak dapat dipakai di media itu",
    f"pakai nama yang pendek tanpa tanda khusus, atau {ELSEWHERE}",
)
FAR = (
    "tidak dapat dibuat: alamatnya lebih panjang daripada yang diterima Windows",
    f"pindahkan folder kantor ke tempat yang dekat, misalnya C:\\SOP; atau {ELSEWHERE}",
)
GONE = (
    "tidak terjangkau: media atau sambungannya terputus",
    f"sambungkan lagi, lalu ulangi; atau {ELSEWHERE}",
)
#: What to say for each failure, by the name of its errno: what happened,
#: what to do.  Not every system has all of them.
FAILURES = {
    "EACCES": BUSY,
    "EPERM": BUSY,
    "EBUSY": BUSY,
    "ETXTBSY": BUSY,
    "EROFS": ("berada di media yang hanya dapat dibaca", ELSEWHERE),
    "ENOSPC": FULL,
    "EDQUOT": FULL,
    "EFBIG": FULL,
    "ENOENT": ("tidak dapat dibuat: foldernya tidak ada lagi", ELSEWHERE),
    "ELOOP": ("tidak dapat dibuat: tautan ke sana berputar", ELSEWHERE),
    "ENAMETOOLONG": NAMELESS,
    "EINVAL": NAMELESS,
    "EILSEQ": NAMELESS,
    "EIO": GONE,
    "ENODEV": GONE,
    "ENXIO": GONE,
    "ENOTCONN": GONE,
    "ESTALE": GONE,
    "ETIMEDOUT": GONE,
    "EHOSTDOWN": GONE,
    "EISDIR": ("adalah folder", f"pindahkan folder itu, atau {ELSEWHERE}"),
    "ENOTDIR": NO_FOLDER,
    "EEXIST": NO_FOLDER,
}


def beside(problem: Diagnostic) -> Diagnostic:
    """Return the finding for a file that has its place: no option leads elsewhere."""
    return replace(
        problem,
        message=problem.message.replace(BERKAS, "berkas"),
        saran=problem.saran.replace(ELSEWHERE, COPIED),
    )


def here(problem: Diagnostic) -> Diagnostic:
    """Return the finding for what is begun where one stands, by no option elsewhere."""
    return replace(problem, saran=problem.saran.replace(ELSEWHERE, THERE))


def prepare(folder: Path) -> None:
    """See that a folder, if it is there, may be written; else raise OSError.

    Leftovers of files that were never finished are cleared away.
    """
    if not folder.exists():
        return
    handle, name = tempfile.mkstemp(prefix=PROBE, dir=folder)
    os.close(handle)
    os.unlink(name)
    clear_scratch(folder)


def clear_scratch(folder: Path) -> None:
    """Remove the leftovers in a folder of files that were never finished.

    What cannot be removed may lie there.
    """
    for old in folder.rglob(f"{SCRATCH}*"):
        with suppress(OSError):
            probe = old.name.startswith(PROBE)
            stale = probe or time.time() - old.stat().st_mtime > STALE
            if stale and old.is_file():
                old.unlink()


def is_far(path: PurePath) -> bool:
    """Return whether the whole way to a file is too long for Windows, if it lies there.

    Windows says of such a file that its folder is not there.
    """
    return isinstance(path, PureWindowsPath) and len(os.fspath(path)) > LONGEST


def unwritten(path: Path, error: OSError, what: str = BERKAS) -> Diagnostic:
    """Return the finding for a file, or a folder, that could not be written."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    unknown = (f"gagal ditulis ({name})", f"ulangi, atau {ELSEWHERE}")
    why, saran = FAILURES.get(name, unknown)
    if what == FOLDER and (why, saran) == BUSY:
        why, saran = CLOSED
    if is_far(path):
        why, saran = FAR
    return diagnose(
        code="SOP951",
        message=f"{what} {why}; berkas lama, bila ada, tetap utuh",
        span=Span(Source(path.as_posix())),
        saran=saran,
    )
