"""What values of the model come to: equal values have equal digests, in every run.

But for sets, whose order is another in each run: one may be taken for unlike itself.
"""

from __future__ import annotations

import copyreg
import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path, PosixPath, WindowsPath
from typing import Any


class _Sink:
    """A file that keeps of what is written only the digest."""

    def __init__(self) -> None:
        self.sum = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        return len(data)


def _picture(path: Path) -> tuple[type[str], tuple[str]]:
    """Return what stands for a file: what is in it, wherever it lies."""
    try:
        return str, (hashlib.sha256(path.read_bytes()).hexdigest(),)
    except OSError:
        return str, ("",)


_REDUCED: dict[type[Any], Callable[[Any], Any]] = {
    **copyreg.dispatch_table,
    PosixPath: _picture,
    WindowsPath: _picture,
}


def sidik(*values: object) -> str:
    """Return the SHA-256 of values, those of files by their contents.

    A value that several others hold counts for each of them, so that it does not matter
    whether they share it.
    """
    return _sidik(values, sharing=False)


def sidik_bersama(*values: object) -> str:
    """Return the SHA-256 of values that share much, as places share their file.

    Faster for these, but equal values that share other things are taken for unlike.
    """
    return _sidik(values, sharing=True)


def _sidik(values: tuple[object, ...], *, sharing: bool) -> str:
    sink = _Sink()
    pickler = pickle.Pickler(sink, 5)
    pickler.dispatch_table = _REDUCED
    pickler.fast = not sharing
    pickler.dump(values)
    return sink.sum.hexdigest()
