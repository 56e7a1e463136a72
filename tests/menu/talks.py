"""Talk with ``sopgen menu`` as staff do: through a pipe, or on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import termios
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sopgen.workbooks import new_workbook
from tests.processes import ENVIRONMENT, SOPGEN

#: Letters of a terminal that is Ctrl-C, and the end of input.
CTRL_C, CTRL_D = "\x03", "\x04"
PATIENCE = 60.0
#: A Ctrl-C that comes as a question is asked is only heard with the next key: after so
#: many seconds one presses it again.
PAUSE = 10.0


@cache
def workbook(nama: str = "suruh") -> bytes:
    """Return the workbook of a new office."""
    return new_workbook(nama)


class Rumah(NamedTuple):
    """A user's own folder, and where the program was unzipped."""

    home: Path
    program: Path

    @property
    def kantor(self) -> Path:
        """Return the folder of the offices."""
        return self.home / "Documents" / "SOP"

    @property
    def env(self) -> dict[str, str]:
        """Return the environment of a user without a desktop."""
        wanted = {"HOME": str(self.home), "SOPGEN_RUMAH": f"{self.program}{os.sep}"}
        return {**ENVIRONMENT, "DISPLAY": "", "WAYLAND_DISPLAY": "", **wanted}


def moved_in(place: Path, *names: str) -> Rumah:
    """Return the home of somebody who has chosen a folder with some workbooks."""
    rumah = Rumah(place / "rumah ibu", place / "sopgen é")
    rumah.kantor.mkdir(parents=True)
    rumah.program.mkdir()
    note = rumah.program / "folder-kantor.txt"
    note.write_text(f"{rumah.kantor}\n", encoding="utf-8")
    for name in names:
        (rumah.kantor / name).write_bytes(workbook())
    return rumah


class Said(NamedTuple):
    """What a program said on its stdout and stderr, and its exit code."""

    out: str
    error: str
    code: int


def talk(rumah: Rumah, *answers: str, **env: str) -> Said:
    """Answer the menu through a pipe, then let it end."""
    return drop(rumah, (), *answers, **env)


def drop(rumah: Rumah, args: tuple[str, ...], *answers: str, **env: str) -> Said:
    """Call ``sopgen menu`` with arguments, and answer it through a pipe."""
    return typed(rumah, args, "".join(f"{one}\n" for one in answers).encode(), **env)


def typed(rumah: Rumah, args: tuple[str, ...], keys: bytes, **env: str) -> Said:
    """Call ``sopgen menu``, and send it these bytes."""
    done = subprocess.run(
        [*SOPGEN, "menu", *args],
        input=keys,
        cwd=rumah.home,
        env={**rumah.env, **env},
        check=False,
        capture_output=True,
    )
    words = env.get("PYTHONIOENCODING", "utf-8")
    return Said(done.stdout.decode(words), done.stderr.decode(words), done.returncode)


def _sit_down() -> None:
    """Take the terminal, as one who can press Ctrl-C, whoever runs the tests."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """The menu on a terminal of its own."""

    def __init__(self, rumah: Rumah, **env: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [*SOPGEN, "menu"],
            cwd=rumah.home,
            env={**rumah.env, "TERM": "xterm", "COLUMNS": "100", **env},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_sit_down,
        )
        os.close(theirs)
        self.heard = self.typed = ""

    def until(self, words: str) -> str:
        """Read until some words come; return all that came since the last time."""
        end = time.monotonic() + PATIENCE
        while words not in self.heard:
            if time.monotonic() > end:
                self.process.kill()
                raise AssertionError(self.heard)
            if select.select([self.ours], [], [], PAUSE)[0]:
                self.heard += self._read()
            elif self.typed == CTRL_C:
                os.write(self.ours, CTRL_C.encode())
        said, _, self.heard = self.heard.partition(words)
        return said + words

    def answer(self, after: str, text: str) -> str:
        """Type something, once some words were read."""
        said = self.until(after)
        self.typed = text
        os.write(self.ours, text.encode())
        return said

    def end(self) -> int:
        """Return the exit code; whatever is still said is read."""
        while chunk := self._read():
            self.heard += chunk
        os.close(self.ours)
        return self.process.wait(PATIENCE)

    def _read(self) -> str:
        try:
            return os.read(self.ours, 65536).decode("utf-8", "replace")
        except OSError:  # the program has ended
            return ""
