"""Standard streams that do not stop the work: closed, full, or with nobody reading."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: Failures that mean that nobody reads; all others are told.
GONE = {errno.EPIPE, errno.ECONNRESET, errno.EIO}
#: What a pipe without a reader fails with on Windows.
GONE_ON_WINDOWS = {errno.EINVAL}
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


class Closed(io.TextIOWrapper):
    """What stands for a stream that is closed: whatever is written to it is lost."""


class Patient(io.FileIO):
    """The far end of a stream, which takes what cannot be written for written.

    ``fault`` is why, where somebody wants to read it.
    """

    fault: OSError | None = None
    given_up = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Write what can be written."""
        view = memoryview(data)
        while not self.given_up:
            try:
                written = super().write(view)
            except OSError as error:
                self.given_up = True
                if not _is_gone(error):
                    self.fault = error
            else:
                if written is not None:
                    return written
        return view.nbytes


def _is_gone(error: OSError) -> bool:
    gone = GONE | GONE_ON_WINDOWS if os.name == "nt" else GONE
    return error.errno in gone


def open_streams() -> None:
    """Give the program streams that it can always write to.

    Those that are closed are opened anew, leading nowhere: so no file of ours takes
    their number, and gets what a library says on its stderr.
    """
    for name, mode in STREAMS.items():
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _closed(mode))
        elif mode == "w":
            setattr(sys, name, _patient(stream))


def _closed(mode: str) -> Closed:
    raw = io.FileIO(os.devnull, mode)
    buffer = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    return Closed(buffer, encoding="utf-8", errors="replace")


def _patient(stream: TextIO) -> TextIO:
    """Return a stream that never fails; a console of Windows stays as it is."""
    far = getattr(stream, "buffer", None)
    if not isinstance(getattr(far, "raw", far), io.FileIO):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
        return stream
    raw = Patient(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding=stream.encoding,
        errors="replace",
        line_buffering=stream.isatty(),
    )


def is_closed(stream: TextIO) -> bool:
    """Return whether a stream leads nowhere because it was closed."""
    return isinstance(stream, Closed)


def lost_on_stdout() -> str:
    """Return why what was said on stdout is not there; nothing if it is, or unread."""
    sys.stdout.flush()
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    fault = raw.fault if isinstance(raw, Patient) else None
    if fault is None:
        return ""
    return "media penuh" if fault.errno in FULL else "gagal"
