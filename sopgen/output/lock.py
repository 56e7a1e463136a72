"""One build at a time: a file says who is at it, and the system when he is gone.

The lock is the system's, of a process: it ends with that process, however it ends.
What stands in the file is for others: who builds, and on which computer.  A media that
is shared may not carry locks from one computer to the other; so what another one wrote
counts until its build, or somebody, removes it.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from sopgen.model.nilai import dataclass
from sopgen.output.disk import Disk

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: For so many seconds a build waits for another one, and so often it looks.
PATIENCE, PAUSE = 10.0, 0.1
#: What the system says of a lock that another process has.
TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
#: The byte that is locked on Windows, where nobody can read it then.
FAR = 1 << 30
POSIX = os.name == "posix"


@dataclass(frozen=True, slots=True)
class Builder:
    """A process that builds."""

    pid: int
    host: str

    @classmethod
    def here(cls) -> Builder:
        """Return this process."""
        return cls(os.getpid(), platform.node())

    @property
    def is_here(self) -> bool:
        """Return whether it runs, or ran, on this computer."""
        return self.host == platform.node()

    @property
    def is_gone(self) -> bool:
        """Return whether it is known to run no more."""
        if not self.is_here or not POSIX:
            return False
        try:
            os.kill(self.pid, 0)
        except (ProcessLookupError, OverflowError):
            return True
        except OSError:
            return False
        return False


NOBODY = Builder(0, "")


class HeldError(Exception):
    """Another process builds, and was waited for in vain."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(builder)
        self.builder = builder


@dataclass(frozen=True, slots=True)
class Lock:
    """The right to build, as long as this process has it."""

    path: Path
    handle: int

    def leave(self, disk: Disk) -> None:
        """Give it back: its file goes, and the folder if nothing else lies there.

        It goes while nobody else can have it; where a file that is open cannot go,
        right afterwards, unless somebody else has opened it by then.
        """
        try:
            if POSIX:
                _remove(disk, self.path)
        finally:
            os.close(self.handle)
        if not POSIX:
            _remove(disk, self.path)
        with suppress(OSError):
            disk.drop(self.path.parent)


def _remove(disk: Disk, path: Path) -> None:
    with suppress(OSError):
        disk.remove(path)


def take(path: Path, patience: float = PATIENCE) -> Lock:
    """Return the lock of a path, which is made; wait for it some seconds.

    Raises HeldError if another process has it then, OSError if it cannot be made.
    """
    for _ in range(round(patience / PAUSE)):
        taken = _try(path)
        if isinstance(taken, Lock):
            return taken
        time.sleep(PAUSE)
    taken = _try(path)
    if isinstance(taken, Builder):
        raise HeldError(taken)
    return taken


def _try(path: Path) -> Lock | Builder:
    """Return the lock, or who has it: nobody, where its file just went."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except FileNotFoundError:
        return NOBODY
    except OSError:
        with suppress(OSError):
            Disk().drop(path.parent)
        raise
    builder = _holder(handle)
    if builder is None and _lies_at(path, handle):
        lock = Lock(path, handle)
        try:
            _sign(handle)
        except OSError:
            lock.leave(Disk())
            raise
        return lock
    os.close(handle)
    return builder or NOBODY


def holder(path: Path) -> Builder | None:
    """Return who has the lock of a path, if anybody does; nothing is changed.

    Not for the process that has it: the system would take it away.
    """
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        return _holder(handle)
    finally:
        os.close(handle)


def _holder(handle: int) -> Builder | None:
    """Lock an open file; return who has it, if that is somebody else."""
    builder = _signed(handle)
    try:
        _lock(handle)
    except OSError as error:
        # A media may know no locks: there it goes by what is written.
        known = error.errno in TAKEN or (builder.host and not builder.is_gone)
        return builder if known else None
    return builder if builder.host and not builder.is_here else None


def _lock(handle: int) -> None:
    """Lock an open file; raise OSError if another process has done so."""
    if sys.platform == "win32":
        os.lseek(handle, FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lies_at(path: Path, handle: int) -> bool:
    """Return whether an open file is still the one of that name."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False


def _signed(handle: int) -> Builder:
    """Return who is named in an open file; nobody, where that cannot be read."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        made = json.loads(os.read(handle, 1000))
        return Builder(int(made["pid"]), str(made["host"]))
    except (OSError, ValueError, LookupError, TypeError):
        return NOBODY


def _sign(handle: int) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(Builder.here())).encode())
