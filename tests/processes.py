"""sopgen as a process of its own, under the permissions of a plain user."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.books import ROOT
from tests.ready import ready

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
SOPGEN = (sys.executable, "-m", "sopgen")


def call(place: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run sopgen in a folder; permissions of files count."""
    return ready().run(place, args, ENVIRONMENT)


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
