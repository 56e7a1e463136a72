"""Processes that are deaf (``tuli``) to Ctrl-C in the console of Windows.

It comes to all programs of a console, also to a worker that is still starting: that
would die of it with a traceback, and whoever started it would wait for ever to hand
over its work.  A process that is made while its parent is deaf stays so; the parent
hears again as soon as the process is there, but heeds it when all is handed over.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, ClassVar


class Pekerja(SpawnProcess):
    """A process that never hears Ctrl-C."""

    def start(self) -> None:
        """Start it."""
        with _heeded_later():
            _hear(False)
            try:
                super().start()
            finally:
                _hear(True)

    def __getstate__(self) -> object:
        """Return what is sent to it: now it has been made."""
        _hear(True)
        return super().__getstate__()


class Tuli(SpawnContext):
    """Makes such processes, each from nothing."""

    Process: ClassVar[Any] = Pekerja


@contextmanager
def _heeded_later() -> Iterator[None]:
    """Heed Ctrl-C when something is done, not before."""
    heed = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(heed):
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heed)
    if heard:
        heed(heard[0], None)


def _hear(ctrl_c: bool) -> None:
    """Let this process hear Ctrl-C, or neither it nor those that it makes now."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleCtrlHandler(None, not ctrl_c)
