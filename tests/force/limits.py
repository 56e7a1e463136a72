"""What one input may cost: seconds of the processor and megabytes of memory."""

from __future__ import annotations

import resource
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType


class TooSlow(BaseException):
    """An input took more of the processor than it may; no ``except Exception`` ours."""


@contextmanager
def limited(seconds: float, megabytes: int) -> Iterator[None]:
    """Raise TooSlow or MemoryError in what takes more; warnings are errors."""
    with _memory(megabytes), _processor(seconds), warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@contextmanager
def _processor(seconds: float) -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"lebih dari {seconds:g} detik CPU")

    before = signal.signal(signal.SIGPROF, ring)
    # again and again: what is raised while rubbish is collected is lost
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
