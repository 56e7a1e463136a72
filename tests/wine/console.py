"""A console of Windows with somebody before it: Wine draws it on a terminal of ours."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from pathlib import Path

from tests.wine.machine import PATIENCE, Windows

CTRL_C = b"\x03"
ROWS, COLUMNS = 40, 140
#: What Wine draws with: steps to the right, of which each is a blank, and the rest.
RIGHT, DRAWN = re.compile(r"\x1b\[(\d*)C"), re.compile(r"\x1b\[[?\d;]*[A-Za-z]|\r")


def _sit_down() -> None:
    """Take the terminal: what is typed is for this program."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Console:
    """A program in a console; what it shows is read, what is typed goes to it."""

    def __init__(
        self, windows: Windows, place: Path, *command: str, **env: str
    ) -> None:
        self.ours, theirs = pty.openpty()
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        self.process = subprocess.Popen(
            ["wine", *command],
            cwd=place,
            env={**windows.environment, "TERM": "xterm", **env},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_sit_down,
        )
        os.close(theirs)
        self._drawn = b""
        self._seen = 0

    @property
    def shown(self) -> str:
        """Return all that was shown up to now, as text."""
        text = self._drawn.decode(errors="replace")
        blanks = RIGHT.sub(lambda step: " " * int(step[1] or 1), text)
        return DRAWN.sub("", blanks)

    def until(self, words: str) -> None:
        """Read until some words are shown, behind those that were waited for last."""
        end = time.monotonic() + PATIENCE
        while (found := self.shown.find(words, self._seen)) < 0:
            assert self._read(), self.shown
            assert time.monotonic() < end, self.shown
        self._seen = found + len(words)

    def type(self, keys: str) -> None:
        """Press keys, once the console takes them one by one."""
        while termios.tcgetattr(self.ours)[3] & termios.ICANON:
            assert self.process.poll() is None, self.shown
            time.sleep(0.05)
        os.write(self.ours, keys.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, whatever the program is at."""
        os.write(self.ours, CTRL_C)

    def end(self) -> int:
        """Return the exit code; whatever is still shown is read."""
        while self._read():
            pass
        os.close(self.ours)
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        """Read on; return whether the program may show still more."""
        try:
            if select.select([self.ours], [], [], 1.0)[0]:
                self._drawn += os.read(self.ours, 65536)
                return True
        except OSError:  # the program has ended
            return False
        return self.process.poll() is None


def running(windows: Windows) -> list[str]:
    """Return the programs of sopgen that run on this Windows."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().decode(errors="replace")
            own = os.fsencode(windows.prefix) in (process / "environ").read_bytes()
        except OSError:
            continue
        if own and "python" in line:
            found.append(line)
    return found
