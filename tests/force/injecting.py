"""A build that is killed, or whose calls fail, at one call that writes."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True)
class Strike:
    """What happens at which call, from 1 on; ``on``: at all later ones, too."""

    at: int = 0
    do: str = ""
    on: bool = False


def traced(kantor: Kantor, strike: Strike = Strike()) -> Traced:
    """Build, and let something happen at a call that writes to the output."""
    line = (*SOPGEN, *kantor.line)
    return traced_program(line, kantor.place, kantor.output, strike)


def traced_program(
    line: Sequence[str], place: Path, below: Path, strike: Strike
) -> Traced:
    """Run a program in a folder, and let something happen at a call below another."""
    log = place / "panggilan.json"
    wish = {"below": [os.path.realpath(below)], "log": str(log), **asdict(strike)}
    done = subprocess.run(
        [*TRACER, json.dumps(wish), *line],
        cwd=place,
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
