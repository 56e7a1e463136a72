"""A build that is killed, or whose calls fail, at one call that writes."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.books import ROOT, require
from tests.force.kantor import Kantor
from tests.processes import ENVIRONMENT, SOPGEN

TRACER = (sys.executable, "-S", str(ROOT / "tests/force/tracer.py"))
#: How a call fails, once; and from then on, as a disk that is full or gone.
ERRORS = ("ENOSPC", "EIO", "EROFS", "EDQUOT", "EACCES", "EINTR")
LASTING = ("ENOSPC", "EIO", "EROFS")
#: How a program dies at a call: before it, and when half of a write is done.
KILLS = ("kill", "torn")


@dataclass(frozen=True)
class Traced:
    """How a traced build ended, and its calls below the output's folder."""

    code: int
    out: str
    err: str
    calls: tuple[tuple[str, ...], ...]


def traced(
    kantor: Kantor,
    at: int = 0,
    do: str = "",
    *,
    on: bool = False,
    more: Sequence[str] = (),
) -> Traced:
    """Build, and let something happen at a call."""
    log = kantor.place / "panggilan.json"
    wish = {
        "below": [os.path.realpath(kantor.output)],
        "log": str(log),
        "at": at,
        "do": do,
        "on": on,
    }
    done = subprocess.run(
        [*TRACER, json.dumps(wish), *SOPGEN, *kantor.line, *more],
        cwd=kantor.place,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"tracer: {done.returncode} {done.stderr}"
    made = json.loads(log.read_text(encoding="utf-8"))
    calls = tuple(tuple(call) for call in made["calls"])
    return Traced(made["code"], done.stdout, done.stderr, calls)


@cache
def can_trace(place: Path) -> bool:
    """Return whether programs can be traced here."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    wish = {"below": [str(place)], "log": str(place / "log.json")}
    line = [*TRACER, json.dumps(wish), "true"]
    return subprocess.run(line, check=False).returncode == 0


def require_tracing(place: Path) -> None:
    require(can_trace(place), "ptrace dan seccomp (Linux, x86-64)")
