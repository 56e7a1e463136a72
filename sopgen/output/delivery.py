"""Put a new file in the place of an old one, and lose nothing that staff changed.

A file that is no longer as it was built is moved to ``suntingan/`` before the new one
takes its place; so is a link that leads nowhere, to a drive that is away.  One that
must not be written stays.  One that bears a signature stays, too, for good; the new
one goes beside it, unless it is the one that was signed.  Whatever was done of it
before is not done again: a build that was killed goes on from there.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterator, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.output.asli import Asli
from sopgen.output.disk import Disk
from sopgen.output.manifest import digest, digests
from sopgen.output.signed import holds, is_signed, names_beside, same_edition
from sopgen.output.writing import SIGNED, is_readonly, protected, unwritten

SUNTINGAN, PDF = "suntingan", ".pdf"

#: What is told of files that go aside, by name: noted before they do, so that even one
#: who is told to end meanwhile can say it.
Noted = MutableMapping[str, Diagnostic]

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
    """How it went: whether the new file lies there, and what is to be told.

    ``name`` is under which it does, if a signed one has its own.
    """

    written: bool
    finding: Diagnostic | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Baru:
    """A new file that waits to be put in its place: its name, and where it waits."""

    name: str
    waits_at: Path
    sha256: str


def deliver(disk: Disk, earlier: Earlier, baru: Baru, noted: Noted) -> Delivery:
    """Put a new file in its place; what staff made of the old one is kept aside."""
    try:
        place = _place(earlier, baru)
        if place.signed:
            disk.remove(baru.waits_at)
            return lying(earlier, baru, place.name, noted)
    except OSError as error:
        return Delivery(False, unwritten(earlier.folder / baru.name, error))
    own = replace(baru, name=place.name)
    problem = _deliver(disk, earlier, own, noted)
    return problem or lying(earlier, baru, place.name, noted)


def lying(earlier: Earlier, baru: Baru, name: str, noted: Noted) -> Delivery:
    """Return how it went with a new file that lies there under a name."""
    finding = noted.get(name)
    if name == baru.name:
        return Delivery(True, finding)
    return Delivery(True, finding or superseded(earlier.folder, baru.name, name), name)


def _deliver(disk: Disk, earlier: Earlier, baru: Baru, noted: Noted) -> Delivery | None:
    """Put a new file where no signed one lies; return why it is not there."""
    path = earlier.folder / baru.name
    try:
        there = _read(path)
        if there is not None and digest(there) == baru.sha256:
            disk.remove(baru.waits_at)
        elif there is not None and is_readonly(path):
            return Delivery(False, protected(path))
        elif _is_ours(earlier, baru.name, there):
            _put(disk, baru.waits_at, path)
        else:
            return _replace_edited(disk, earlier, baru, noted)
    except OSError as error:
        return Delivery(False, unwritten(path, error))
    return None


def _is_ours(earlier: Earlier, name: str, there: bytes | None) -> bool:
    """Return whether nothing of staff's is in a place."""
    if there is None:
        return not _leads_nowhere(earlier.folder / name)
    return earlier.made(name, there)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _leads_nowhere(path: Path) -> bool:
    """Return whether there is a link, and nothing where it leads."""
    return path.is_symlink() and not os.path.exists(path)


@dataclass(frozen=True, slots=True)
class _Target:
    """Under which name a new file lies, and whether it is there already, signed."""

    name: str
    signed: bool


def _place(earlier: Earlier, baru: Baru) -> _Target:
    """Return where a new file goes: where no signed one lies, or where it is signed."""
    if not baru.name.endswith(PDF):
        return _Target(baru.name, False)
    free, data = "", baru.waits_at.read_bytes()
    for name in names_beside(baru.name):
        there = _read(earlier.folder / name)
        signed = there is not None and is_signed(there)
        was_built = earlier.digests.get(name) == baru.sha256
        if there and signed and (was_built or same_edition(there, data)):
            return _Target(name, True)
        free = free or ("" if signed else name)
        if there is None and name != baru.name:
            break
    return _Target(free, False)


def found_beside(earlier: Earlier, baru: Baru) -> str:
    """Return under which name a file lies that waits no longer."""
    if not baru.name.endswith(PDF):
        return baru.name
    for name in names_beside(baru.name):
        path = earlier.folder / name
        if name != baru.name and not path.is_file():
            break
        with suppress(OSError):
            there = _read(path) or b""
            was_built = earlier.digests.get(name) == baru.sha256
            if holds(there, baru.sha256) or (was_built and is_signed(there)):
                return name
    return baru.name


def _put(disk: Disk, source: Path, target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    disk.make(target.parent)
    disk.move(source, target)


def _replace_edited(
    disk: Disk, earlier: Earlier, baru: Baru, noted: Noted
) -> Delivery | None:
    """Keep an edited file and what it was made from, then put the new one there."""
    path, folder = earlier.folder / baru.name, earlier.folder / SUNTINGAN
    try:
        disk.make(folder)
    except OSError as error:
        return Delivery(False, unwritten(folder, error))
    lost, was = _leads_nowhere(path), earlier.digests.get(baru.name, "")
    built = baru.waits_at.read_bytes() if baru.sha256 == was else earlier.asli.read(was)
    built = None if lost else built
    place = next(_places(path, folder, built))
    based = built is not None and _lay(disk, built, place.base, baru.waits_at)
    what = "diubah sesudah dibangun" if was else "tidak dikenal, mungkin suntingan"
    finding = _lost(path, place) if lost else _edited(path, place, what, based=based)
    noted[baru.name] = finding
    try:
        _aside(disk, path, place.kept, baru.waits_at)
        disk.sync(folder)
        _put(disk, baru.waits_at, path)
    except OSError:
        del noted[baru.name]
        _back(disk, path, place)
        raise
    return None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an edited file goes, and what had been built in its place."""

    kept: Path
    base: Path


def _places(path: Path, folder: Path, built: bytes | None) -> Iterator[_Place]:
    """Yield free places; one that holds what had been built was begun, not finished."""
    for n in count(1):
        place = _Place(
            folder / f"{path.stem}-{n}{path.suffix}",
            folder / f"{path.stem}-{n}-asli{path.suffix}",
        )
        begun = place.base.is_file() and place.base.read_bytes() == built
        free = begun or not os.path.lexists(place.base)
        if free and not os.path.lexists(place.kept):
            yield place


def _edited(path: Path, place: _Place, what: str, *, based: bool) -> Diagnostic:
    """Return what is told of an edited file that goes aside."""
    beside = f"bandingkan dengan `{SUNTINGAN}/{place.base.name}`, " if based else ""
    message = f"berkas ini {what}; dipindahkan ke `{SUNTINGAN}/{place.kept.name}`"
    return _told(path, message, f"{beside}{IN_SPEC} suntingan itu")


def _lost(path: Path, place: _Place) -> Diagnostic:
    """Return what is told of a link that leads nowhere and goes aside."""
    message = f"tautan ini putus; dipindahkan ke `{SUNTINGAN}/{place.kept.name}`"
    saran = "sambungkan medianya dan periksa isinya, lalu hapus tautan itu"
    return _told(path, message, saran)


def _lay(disk: Disk, data: bytes, path: Path, beside: Path) -> bool:
    """Write a file by way of one beside another; return whether it lies there."""
    scratch = beside.with_name(f"{beside.name}{path.suffix}")
    try:
        disk.write(scratch, data)
        disk.sync(scratch)
        disk.move(scratch, path)
    except OSError:
        return False
    return True


def _aside(disk: Disk, path: Path, kept: Path, beside: Path) -> None:
    """Move what staff edited aside; of a link, what it leads to is copied."""
    if not path.is_symlink() or _leads_nowhere(path):
        disk.move(path, kept)
    elif _lay(disk, path.read_bytes(), kept, beside):
        shutil.copystat(path, kept)
    else:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _back(disk: Disk, path: Path, place: _Place) -> None:
    """Put what staff edited back; where they saved it anew by now, both are kept."""
    with suppress(OSError):
        if path.is_symlink():
            disk.remove(place.kept)
        elif os.path.lexists(place.kept) and not path.exists():
            disk.move(place.kept, path)
        if not os.path.lexists(place.kept):
            disk.remove(place.base)


def sweep(disk: Disk, earlier: Earlier, kept: Collection[str]) -> dict[str, Diagnostic]:
    """Remove files of an earlier build that this one no longer makes.

    Only those that nobody has changed since: the others stay, and are told by name.
    """
    folder, told = earlier.folder, {}
    for name, sha256 in earlier.digests.items():
        file = folder / name
        inside = file.resolve().is_relative_to(folder.resolve())
        ours = inside and not name.startswith(f"{SUNTINGAN}/")
        if ours and name not in kept and os.path.isfile(file):
            finding = _removed(disk, file, sha256)
            if finding is not None:
                told[name] = finding
    return told


def _removed(disk: Disk, file: Path, sha256: str) -> Diagnostic | None:
    """Remove a file that is as it was built; tell of one that is not."""
    try:
        data = file.read_bytes()
        if is_signed(data):
            return _no_longer_made(file)
        if digest(data) == sha256 and not is_readonly(file):
            disk.remove(file)
            return None
    except OSError as error:
        return unwritten(file, error)
    why = "hanya-baca" if digest(data) == sha256 else "sudah diubah"
    message = f"berkas ini tidak lagi dibuat, tetapi {why}; dibiarkan di tempatnya"
    return _told(file, message, f"{IN_SPEC} berkas itu")


def _told(path: Path, message: str, saran: str) -> Diagnostic:
    span = Span(Source(path.as_posix()))
    return diagnose("SOP958", message, span, saran)


def superseded(folder: Path, name: str, new: str) -> Diagnostic | None:
    """Return what is told of a signed file that is there and has a newer edition."""
    path = folder / name
    if not path.is_file():
        return None
    beside = PurePosixPath(new).name
    return diagnose_lightly(
        "SOP959",
        f"{SIGNED}; dibiarkan, edisi yang baru ada di sampingnya: `{beside}`",
        Span(Source(path.as_posix())),
        "bila yang baru sudah ditandatangani, pindahkan yang lama ke arsip kantor",
    )


def _no_longer_made(path: Path) -> Diagnostic:
    return diagnose_lightly(
        "SOP959",
        f"{SIGNED} dan tidak lagi dibuat; dibiarkan di tempatnya",
        Span(Source(path.as_posix())),
        "pindahkan ke arsip kantor bila tidak berlaku lagi",
    )
