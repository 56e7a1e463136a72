"""Replace several files at once: all of them or none, and only those that were read."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.output.lock import Builder
from sopgen.output.manifest import digest
from sopgen.output.writing import (
    SCRATCH,
    STALE,
    beside,
    is_readonly,
    protected,
    unwritten,
)

#: What a user, a terminal or a session ends a program with; a system has some of them.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@dataclass(frozen=True, slots=True)
class Ganti:
    """A file that gets new bytes; ``None`` stands for no file.

    ``sidik`` is the digest of the file as it was read.
    """

    path: Path
    sidik: str | None
    lama: bytes | None
    baru: bytes | None

    @property
    def balik(self) -> Ganti:
        """Return what undoes it."""
        sidik = None if self.baru is None else digest(self.baru)
        return Ganti(self.path, sidik, self.baru, self.lama)


def replace_together(ganti: Sequence[Ganti]) -> Diagnostic | None:
    """Put files in their places by renames; return what forbade it.

    Where one cannot be put there, or a signal comes, those that were are put back.
    """
    if problem := forbidden(ganti):
        return problem
    clear_leftovers({one.path.parent for one in ganti})
    moves = [_Move(one) for one in ganti]
    at = Path()
    with signals_waiting() as heed:
        try:
            for step in (_Move.prepare, _Move.put):
                for move in moves:
                    at = move.ganti.path
                    step(move)
                    heed()
        except BaseException as error:
            for move in reversed(moves):
                move.back()
            if isinstance(error, OSError):
                return beside(unwritten(at, error))
            raise
        finally:
            for move in moves:
                move.clear()
    return None


@contextmanager
def signals_waiting() -> Iterator[Callable[[], None]]:
    """Let signals wait; yield what raises KeyboardInterrupt if one does.

    They are obeyed at the end.
    """
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    def heed() -> None:
        if came:
            raise KeyboardInterrupt

    obeyed = _obeyed()
    try:
        for number in obeyed:
            signal.signal(number, note)
        yield heed
    finally:
        for number, old in obeyed.items():
            signal.signal(number, old)
        for number in came:
            obeyed[number](number, None)


def _obeyed() -> dict[int, Callable[[int, FrameType | None], object]]:
    """Return what this thread does at each signal; nothing for those it leaves."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    every = [(number, signal.getsignal(number)) for number in numbers]
    return {number: doing for number, doing in every if callable(doing)}


def clear_leftovers(folders: Iterable[Path]) -> None:
    """Remove from folders what a process left there that is gone, or began long ago."""
    for folder in folders:
        for file in folder.glob(f"{SCRATCH}*"):
            with suppress(OSError):
                if file.is_file() and (_is_forsaken(file.name) or _is_old(file)):
                    file.unlink()


def _is_old(file: Path) -> bool:
    known = file.stat()
    return time.time() - max(known.st_ctime, known.st_mtime) > STALE


def _is_forsaken(name: str) -> bool:
    """Tell by the name of a file whether the process that made it runs no more."""
    here = Builder.here()
    host, _, rest = name.removeprefix(SCRATCH).partition("-")
    pid = rest.partition("-")[0]
    mine = host == _sign(here) and pid.isascii() and pid.isdecimal()
    return mine and Builder(int(pid), here.host).is_gone


def _sign(builder: Builder) -> str:
    """Return what names a computer in the name of a file."""
    return digest(builder.host.encode())[:8]


def forbidden(ganti: Iterable[Ganti]) -> Diagnostic | None:
    """Return why files must not be replaced: they are not what was read, or closed."""
    return next(filter(None, map(_forbidden, ganti)), None)


def _forbidden(one: Ganti) -> Diagnostic | None:
    try:
        now = digest(one.path.read_bytes()) if one.path.exists() else None
    except OSError as error:
        return beside(unwritten(one.path, error))
    if now != one.sidik:
        return changed(one.path)
    return beside(protected(one.path)) if is_readonly(one.path) else None


def changed(path: Path) -> Diagnostic:
    """Return the finding for a file that is not what was read."""
    return diagnose(
        "SOP801",
        "berkas sudah berubah sejak dibaca; tidak ada yang ditulis",
        Span(Source(path.as_posix())),
        "simpan dan tutup berkas itu di program lain, lalu ulangi",
    )


class _Move:
    """A file on its way: the new one beside its place, then the old one."""

    def __init__(self, ganti: Ganti) -> None:
        self.ganti = ganti
        self.new: Path | None = None
        self.old: Path | None = None

    def prepare(self) -> None:
        """Write the new file and keep the old one, both under other names."""
        path = self.ganti.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.ganti.baru is not None:
            self.new = _scratch(path)
            self.new.write_bytes(self.ganti.baru)
            self.new.chmod(0o644)
        if path.exists():
            self.old = _scratch(path)
            shutil.copy2(path, self.old)
            if self.new is not None:
                shutil.copymode(path, self.new)

    def put(self) -> None:
        """Put the new file in its place."""
        if self.new is None:
            self.ganti.path.unlink()
        else:
            os.replace(self.new, self.ganti.path)

    def back(self) -> None:
        """Put the old file back, if the new one is there, whoever noted it or not.

        One that cannot be put back stays under its other name.
        """
        if self.old is None and self.ganti.sidik is not None:
            return
        old, self.old = self.old, None
        with suppress(OSError):
            if not self._is_put():
                self.old = old
            elif old is None:
                self.ganti.path.unlink(missing_ok=True)
            else:
                os.replace(old, self.ganti.path)

    def _is_put(self) -> bool:
        """Tell whether what lies in its place is the new file."""
        try:
            now = self.ganti.path.read_bytes()
        except FileNotFoundError:
            now = None
        return now == self.ganti.baru

    def clear(self) -> None:
        """Remove what is left under other names."""
        for file in (self.new, self.old):
            if file is not None:
                with suppress(OSError):
                    file.unlink(missing_ok=True)


def _scratch(path: Path) -> Path:
    """Make an empty file beside one, named by this computer and process."""
    here = Builder.here()
    prefix = f"{SCRATCH}{_sign(here)}-{here.pid}-"
    handle, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    os.close(handle)
    return Path(name)
