"""Disks that end: a process is killed on them, the power fails, or they are full."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sopgen.output import Disk


class KilledError(BaseException):
    """The process is no more; whatever it would still do does not happen."""


class Unsynced(Disk):
    """A disk that is in a hurry, and whose power never fails."""

    def sync(self, *paths: Path) -> None:
        pass


UNSYNCED = Unsynced()


class Mortal(Disk):
    """A disk whose process is killed after so many steps; a write is torn by it."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.dead = False

    def make(self, folder: Path) -> None:
        self.step()
        super().make(folder)

    def write(self, path: Path, data: bytes) -> None:
        try:
            self.step()
        except KilledError:
            if self.dead_now():
                path.write_bytes(data[: len(data) // 2])
            raise
        super().write(path, data)

    def sync(self, *paths: Path) -> None:
        for path in paths:
            self.step()
            self.synced(path)

    def synced(self, path: Path) -> None:
        """Take note of what outlasts a power cut."""

    def move(self, source: Path, target: Path) -> None:
        self.step()
        super().move(source, target)

    def remove(self, path: Path) -> None:
        self.step()
        super().remove(path)

    def drop(self, folder: Path) -> None:
        self.step()
        super().drop(folder)

    def step(self) -> None:
        if self.steps == 0:
            raise KilledError
        self.steps -= 1

    def dead_now(self) -> bool:
        """Return whether it died just now, for the first time that it is asked."""
        first, self.dead = not self.dead, True
        return first


@dataclass(frozen=True)
class Loss:
    """What a power cut undoes, unless a folder or file was synced since."""

    synced_by: Path
    undo: Callable[[], object]


class Powerless(Mortal):
    """A disk that after a power cut has nothing of what was not synced.

    Names that came or went are as before, and bytes that were written are torn.
    """

    moves_last = False

    def __init__(self, steps: int) -> None:
        super().__init__(steps)
        self.losses: list[Loss] = []
        self.torn: set[Path] = set()

    def write(self, path: Path, data: bytes) -> None:
        if not path.exists():
            self.losses.append(Loss(path.parent, lambda: restore(path, None)))
        super().write(path, data)
        self.torn.add(path)

    def synced(self, path: Path) -> None:
        self.torn.discard(path)
        self.losses = [loss for loss in self.losses if loss.synced_by != path]

    def move(self, source: Path, target: Path) -> None:
        data, old = source.read_bytes(), bytes_of(target)
        super().move(source, target)
        if source in self.torn:
            self.torn ^= {source, target}

        def undo() -> None:
            source.write_bytes(data)
            restore(target, old)

        if not self.moves_last:
            self.losses.append(Loss(target.parent, undo))

    def remove(self, path: Path) -> None:
        old = bytes_of(path)
        super().remove(path)
        self.losses.append(Loss(path.parent, lambda: restore(path, old)))

    def step(self) -> None:
        try:
            super().step()
        except KilledError:
            self.cut()
            raise

    def cut(self) -> None:
        for loss in reversed(self.losses):
            loss.undo()
        for path in self.torn:
            if path.is_file():
                os.truncate(path, path.stat().st_size // 2)
        self.losses, self.torn = [], set()


class Disordered(Powerless):
    """A disk that after a power cut has what came last, but not what came first."""

    moves_last = True


class Full(Disk):
    """A disk that is full after so many bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, path: Path, data: bytes) -> None:
        super().write(path, data[: self.room])
        if len(data) > self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.room -= len(data)


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif path.parent.is_dir():
        path.write_bytes(data)
