"""What a process takes: seconds of the clock, of all processors, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.books import ROOT

#: How ru_maxrss counts.
KILO = 1024.0


class Taken(NamedTuple):
    """Seconds of the clock and of all processors; the largest process in MB."""

    wall: float
    cpu: float
    peak: float = 0.0

    def beyond(self, other: Taken) -> Taken:
        """Return what was taken beyond another process."""
        return Taken(self.wall - other.wall, self.cpu - other.cpu, self.peak)


def environment() -> dict[str, str]:
    """Return the environment of a measured process: its modules stay compiled."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**env, "PYTHONPATH": str(ROOT)}


def begun(command: Sequence[str], place: Path, error: int) -> subprocess.Popen[bytes]:
    """Begin a process in a folder; what it says of errors goes into a file."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=place, env=environment(), stdin=quiet, stdout=quiet, stderr=error
    )


def take(command: Sequence[str], place: Path) -> Taken:
    """Run a process in a folder, and return what it and all its children took.

    Ends the program where the process fails: a failure's time is worth nothing.
    """
    with tempfile.TemporaryFile() as error:
        start = time.perf_counter()
        process = begun(command, place, error.fileno())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            error.seek(0)
            sys.exit(f"{' '.join(command)}\n{error.read().decode()}")
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / KILO)
