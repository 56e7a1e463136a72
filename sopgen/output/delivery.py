"""Put a new build in the place of an old one, and lose nothing that staff changed.

A file that is no longer as it was built is moved to ``suntingan/`` before the new one
takes its place.  One that bears a signature, or must not be written, stays.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output.asli import Asli
from sopgen.output.manifest import Built, digest, digests
from sopgen.output.writing import is_readonly, protected, unwritten, write_whole

SUNTINGAN = "suntingan"
#: What only a signed PDF holds (ISO 32000-1, 12.8.1: the bytes that are signed).
BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+\d+\s+\d+\s*\]")
SIGNATURE = re.compile(rb"/(?:Sig|DocTimeStamp|SubFilter)\b")

IN_SPEC = "pindahkan perubahannya ke spesifikasi, lalu hapus"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier build left in a book's folder: its digests, by file name."""

    folder: Path
    digests: Mapping[str, str]
    asli: Asli

    @classmethod
    def of(cls, folder: Path, asli: Asli) -> Earlier:
        """Return what the manifest in a folder tells."""
        return cls(folder, digests(folder), asli)

    def made(self, name: str, data: bytes) -> bool:
        """Return whether a file is as it was built."""
        sha256 = digest(data)
        return sha256 == self.digests.get(name) or sha256 in self.asli


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it went: whether the new file lies there, and what is to be told."""

    written: bool
    finding: Diagnostic | None = None


def deliver(earlier: Earlier, name: str, data: bytes) -> Delivery:
    """Write a file of a build; what staff made of the old one is kept aside."""
    delivery = _deliver(earlier, name, data)
    if delivery.written:
        earlier.asli.put(earlier.folder / name, data)
    return delivery


def _deliver(earlier: Earlier, name: str, data: bytes) -> Delivery:
    path = earlier.folder / name
    try:
        there = path.read_bytes() if path.is_file() else None
    except OSError as error:
        return Delivery(False, unwritten(path, error))
    if there == data:
        return Delivery(True)
    stays = None if there is None else _must_stay(path, there)
    if stays:
        return Delivery(False, stays)
    if there is None or earlier.made(name, there):
        problem = write_whole(path, data)
        return Delivery(problem is None, problem)
    return _replace_edited(earlier, name, there, data)


def _must_stay(path: Path, there: bytes) -> Diagnostic | None:
    if is_readonly(path):
        return protected(path)
    return _signed(path) if is_signed(there) else None


def is_signed(data: bytes) -> bool:
    """Return whether a PDF bears an electronic signature."""
    return bool(
        b"%PDF-" in data[:1024] and BYTE_RANGE.search(data) and SIGNATURE.search(data)
    )


def _replace_edited(earlier: Earlier, name: str, there: bytes, data: bytes) -> Delivery:
    """Keep an edited file and what it was made from, then write the new one."""
    path = earlier.folder / name
    kept, base = next(_places(path, earlier.folder / SUNTINGAN))
    problem = _swap(path, kept, there, data)
    if problem:
        return Delivery(False, problem)
    was = earlier.digests.get(name, "")
    built = data if digest(data) == was else earlier.asli.read(was)
    if built is not None and write_whole(base, built) is None:
        beside = f"bandingkan dengan `{SUNTINGAN}/{base.name}`, "
    else:
        beside = ""
    what = "diubah sesudah dibangun" if was else "tidak dikenal, mungkin suntingan"
    message = f"berkas ini {what}; dipindahkan ke `{SUNTINGAN}/{kept.name}`"
    return Delivery(True, _told(path, message, f"{beside}{IN_SPEC} suntingan itu"))


def _places(path: Path, folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield free names for an edited file and for what had been built in its place."""
    for n in count(1):
        kept = folder / f"{path.stem}-{n}{path.suffix}"
        base = folder / f"{path.stem}-{n}-asli{path.suffix}"
        if not (os.path.lexists(kept) or os.path.lexists(base)):
            yield kept, base


def _swap(path: Path, kept: Path, there: bytes, data: bytes) -> Diagnostic | None:
    """Keep what is there under another name and write the new: both or neither."""
    problem = write_whole(kept, there)
    if problem:
        return problem
    with suppress(OSError):
        shutil.copystat(path, kept)
    problem = write_whole(path, data)
    if problem:
        with suppress(OSError):
            kept.unlink()
    return problem


def sweep(
    folder: Path, built: Iterable[Built], spared: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Remove files of an earlier build that this one no longer makes.

    Only those that nobody has changed since: what staff edited stays, and is told.
    """
    kept = {file.path.relative_to(folder).as_posix() for file in built} | {*spared}
    told = []
    for name, sha256 in digests(folder).items():
        file = folder / name
        inside = file.resolve().is_relative_to(folder.resolve())
        ours = inside and not name.startswith(f"{SUNTINGAN}/")
        if ours and name not in kept and os.path.isfile(file):
            told.append(_removed(file, sha256))
    return tuple(filter(None, told))


def _removed(file: Path, sha256: str) -> Diagnostic | None:
    """Remove a file that is as it was built; tell of one that is not."""
    try:
        data = file.read_bytes()
        if digest(data) == sha256 and not is_readonly(file):
            file.unlink()
            return None
    except OSError as error:
        return unwritten(file, error)
    if is_signed(data):
        return _signed(file)
    why = "hanya-baca" if digest(data) == sha256 else "sudah diubah"
    message = f"berkas ini tidak lagi dibuat, tetapi {why}; dibiarkan di tempatnya"
    return _told(file, message, f"{IN_SPEC} berkas itu")


def _told(path: Path, message: str, saran: str) -> Diagnostic:
    span = Span(Source(str(path)))
    return diagnose("SOP958", message, span, saran)


def _signed(path: Path) -> Diagnostic:
    return diagnose(
        "SOP959",
        "berkas ini bertanda tangan elektronik; dibiarkan, tidak diganti",
        Span(Source(str(path))),
        "pindahkan berkas itu bila yang baru hendak dibangun",
    )
