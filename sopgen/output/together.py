"""Replace several files at once: all of them or none, and only those that were read."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.output.manifest import digest
from sopgen.output.writing import SCRATCH, beside, is_readonly, protected, unwritten


@dataclass(frozen=True, slots=True)
class Ganti:
    """A file that gets new bytes; ``None`` stands for no file.

    ``sidik`` is the digest of the file as it was read.
    """

    path: Path
    sidik: str | None
    lama: bytes | None
    baru: bytes | None

    @property
    def balik(self) -> Ganti:
        """Return what undoes it."""
        sidik = None if self.baru is None else digest(self.baru)
        return Ganti(self.path, sidik, self.baru, self.lama)


def replace_together(ganti: Sequence[Ganti]) -> Diagnostic | None:
    """Put files in their places by renames; return what forbade it.

    Where one cannot be put there, those that were are put back.
    """
    for one in ganti:
        if problem := _forbidden(one):
            return problem
    moves = [_Move(one) for one in ganti]
    at = Path()
    try:
        for step in (_Move.prepare, _Move.put):
            for move in moves:
                at = move.ganti.path
                step(move)
    except OSError as error:
        for move in reversed(moves):
            move.back()
        return beside(unwritten(at, error))
    finally:
        for move in moves:
            move.clear()
    return None


def _forbidden(one: Ganti) -> Diagnostic | None:
    """Return why a file must not be replaced."""
    try:
        now = digest(one.path.read_bytes()) if one.path.exists() else None
    except OSError as error:
        return beside(unwritten(one.path, error))
    if now != one.sidik:
        return diagnose(
            "SOP801",
            "berkas sudah berubah sejak dibaca; tidak ada yang ditulis",
            Span(Source(one.path.as_posix())),
            "simpan dan tutup berkas itu di program lain, lalu ulangi",
        )
    return beside(protected(one.path)) if is_readonly(one.path) else None


class _Move:
    """A file on its way: the new one beside its place, then the old one."""

    def __init__(self, ganti: Ganti) -> None:
        self.ganti = ganti
        self.new: Path | None = None
        self.old: Path | None = None
        self.done = False

    def prepare(self) -> None:
        """Write the new file and keep the old one, both under other names."""
        path = self.ganti.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.ganti.baru is not None:
            self.new = _scratch(path)
            self.new.write_bytes(self.ganti.baru)
            self.new.chmod(0o644)
        if path.exists():
            self.old = _scratch(path)
            shutil.copy2(path, self.old)
            if self.new is not None:
                shutil.copymode(path, self.new)

    def put(self) -> None:
        """Put the new file in its place."""
        if self.new is None:
            self.ganti.path.unlink()
        else:
            os.replace(self.new, self.ganti.path)
        self.done = True

    def back(self) -> None:
        """Put the old file back, if the new one is there.

        One that cannot be put back stays under its other name.
        """
        if not self.done:
            return
        with suppress(OSError):
            if self.old is None:
                self.ganti.path.unlink(missing_ok=True)
            else:
                old, self.old = self.old, None
                os.replace(old, self.ganti.path)

    def clear(self) -> None:
        """Remove what is left under other names."""
        for file in (self.new, self.old):
            if file is not None:
                with suppress(OSError):
                    file.unlink(missing_ok=True)


def _scratch(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=SCRATCH, dir=path.parent)
    os.close(handle)
    return Path(name)
