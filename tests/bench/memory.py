"""The memory that a program and all its processes take together, at their most.

What several processes share counts once: Linux tells of each its proportional share.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tests.bench.taken import KILO, begun

PROC = Path("/proc")
#: Seconds between two looks.
PAUSE = 0.005


def peak_of_all(command: Sequence[str], place: Path) -> float | None:
    """Run a program; return the most MB that its processes had together, if known."""
    most = 0.0
    with (
        tempfile.TemporaryFile() as error,
        begun(command, place, error.fileno()) as one,
    ):
        while one.poll() is None:
            most = max(most, sum(map(share, tree(one.pid))))
            time.sleep(PAUSE)
    return most or None


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    for file in (PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):
            for child in file.read_text().split():
                yield from tree(int(child))


def share(pid: int) -> float:
    """Return the proportional share of a process in MB; nothing once it has ended."""
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / KILO
    return 0.0
