"""sopgen as a process of its own, under the permissions of a plain user."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from tests.books import ROOT
from tests.ready import Wish, ready

#: Where modules that were compiled once need not be compiled by every process.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPATH"] = str(ROOT)
SOPGEN = (sys.executable, "-m", "sopgen")


def call(place: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run sopgen in a folder; permissions of files count."""
    running = Running(place, args)
    code = running.wait()
    return subprocess.CompletedProcess(args, code, running.said, running.told)


class Running:
    """sopgen at work in a folder, as a user whom permissions of files bind.

    What it says goes into files, or on stdout to a device.
    """

    def __init__(self, place: Path, args: Sequence[str], device: str = "") -> None:
        self._out = open(device, "wb") if device else TemporaryFile()  # noqa: SIM115
        self._err = TemporaryFile()  # noqa: SIM115
        wish = Wish(os.fspath(place), args, ENVIRONMENT)
        self.returncode: int | None = None
        self.pid = ready().start(wish, self._out, self._err)

    def poll(self) -> int | None:
        """Return how it ended, None while it has not."""
        if self.returncode is None:
            self.returncode = ready().code(self.pid, wait=False)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def wait(self) -> int:
        """Wait until it has ended; return how."""
        if self.returncode is None:
            self.returncode = ready().code(self.pid)
        assert self.returncode is not None
        self.said, self.told = map(_whole, (self._out, self._err))
        return self.returncode


def _whole(stream: BinaryIO) -> str:
    """Return what was written into a file, and close it."""
    with stream:
        if not stream.readable():
            return ""
        stream.seek(0)
        return stream.read().decode()


def shell(place: Path, line: str) -> tuple[int, str, str]:
    """Run a line of shell, ``sopgen`` in it; return its code, stdout and stderr.

    The code is that of sopgen, be it the first of a pipe.
    """
    done = subprocess.run(
        ["bash", "-c", f'sopgen() {{ "$PYTHON" -m sopgen "$@"; }}; {line}'],
        cwd=place,
        env={**ENVIRONMENT, "PYTHON": sys.executable},
        check=False,
        text=True,
        capture_output=True,
    )
    return done.returncode, done.stdout, done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder with what stands in them."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(files)}
