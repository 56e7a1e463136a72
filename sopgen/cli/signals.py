"""Signals that end the program as Ctrl-C does: in order, with one sentence."""

from __future__ import annotations

import signal
from types import FrameType

#: The end of a session, of a terminal, of a window; a system has some of them.
NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
#: What a shell adds to the number of the signal that ended a program.
SHELL = 128


class StoppedError(BaseException):
    """A signal came; like KeyboardInterrupt, no handler of errors takes it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.name = signal.Signals(number).name
        self.code = SHELL + number


def obey_signals() -> None:
    """Let signals end the program in order; those that are ignored stay so (nohup)."""
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def release_signals() -> None:
    """Let signals end what is left of the program, when all is done and said."""
    for name in (*NAMES, "SIGINT"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) in (_stop, signal.default_int_handler):
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise StoppedError(number)
