"""What values of the model come to: equal values have equal digests, in every run.

But for sets, whose order is another in each run: one may be taken for unlike itself.
"""

from __future__ import annotations

import copyreg
import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

from sopgen.model.ingatan import remembered
from sopgen.model.tempat import Source


class _Sink:
    """A file that keeps of what is written only the digest."""

    def __init__(self) -> None:
        self.sum = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        return len(data)


class _Pictures:
    """Files that values hold: their names and contents count, wherever they lie."""

    def __init__(self) -> None:
        self.met: dict[str, None] = {}
        self.reduced: dict[type[Any], Callable[[Any], Any]] = {
            **copyreg.dispatch_table,
            PosixPath: self.reduce,
            WindowsPath: self.reduce,
            Source: _source,
        }

    def reduce(self, path: Path) -> tuple[type[str], tuple[str]]:
        """Return what stands for a file: Word and Excel tell its name, too."""
        self.met[os.fspath(path)] = None
        try:
            made = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            made = ""
        return str, (f"{made} {path.name}",)


def _source(source: Source) -> tuple[type[int], tuple[int]]:
    """Return what stands for a file that was read, which many places share.

    Every SOP has places in the list of them all: that it is as long as the book must
    not make each of them so.
    """
    return int, (_number(source),)


@remembered(64)
def _number(source: Source) -> int:
    """Return the digest of a file that was read, as what is never shared."""
    return int(sidik(source.path, source.lines, source.cells, source.order), 16)


def sidik(*values: object) -> str:
    """Return the SHA-256 of values, those of files by their contents.

    A value that several others hold counts for each of them, so that it does not matter
    whether they share it.
    """
    return _sidik(values, sharing=False)[0]


def sidik_letak(*values: object) -> tuple[str, tuple[str, ...]]:
    """Return the same, and where the files lie that the values hold."""
    return _sidik(values, sharing=False)


def sidik_bersama(*values: object) -> str:
    """Return the SHA-256 of values that share much, as places share their file.

    Faster for these, but equal values that share other things are taken for unlike.
    """
    return _sidik(values, sharing=True)[0]


def _sidik(values: tuple[object, ...], *, sharing: bool) -> tuple[str, tuple[str, ...]]:
    sink, pictures = _Sink(), _Pictures()
    pickler = pickle.Pickler(sink, 5)
    pickler.dispatch_table = pictures.reduced
    pickler.fast = not sharing
    pickler.dump(values)
    return sink.sum.hexdigest(), tuple(pictures.met)
