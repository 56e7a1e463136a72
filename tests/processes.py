"""sopgen as a process of its own, under the permissions of a plain user."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.books import ROOT

#: What lets root pass over the permissions of files (capabilities(7)), and how a
#: process gives it up (prctl(2)).
DAC_OVERRIDE, DAC_READ_SEARCH, CAPBSET_DROP = 1, 2, 24

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def give_up_privileges() -> None:
    """Let permissions of files bind this process, even as root."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None).prctl
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if prctl(CAPBSET_DROP, capability, 0, 0, 0):
                os._exit(77)


SOPGEN = (sys.executable, "-m", "sopgen")


def call(place: Path, *args: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run sopgen in a folder; permissions of files count."""
    return subprocess.run(
        [*SOPGEN, *args],
        cwd=place,
        env=ENVIRONMENT,
        check=False,
        text=True,
        **{
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "preexec_fn": give_up_privileges,
            **settings,
        },
    )


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
