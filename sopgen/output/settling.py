"""A journal → the files in their places: begun once, finished by whoever comes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.output.asli import Asli
from sopgen.output.delivery import (
    SUNTINGAN,
    Baru,
    Delivery,
    Earlier,
    Noted,
    deliver,
    found_beside,
    lying,
    sweep,
)
from sopgen.output.journal import Journal
from sopgen.output.manifest import MANIFEST, digests, manifest
from sopgen.output.workshop import Workshop
from sopgen.output.writing import unwritten


@dataclass(frozen=True, slots=True)
class Settled:
    """How it went: what is told, and by name the files that stayed as they were.

    ``beside`` is under which names new files lie beside signed ones.
    """

    told: tuple[Diagnostic, ...] = ()
    spared: frozenset[str] = frozenset()
    beside: Mapping[str, str] = field(default_factory=dict)

    def older(self, book: Path) -> tuple[str, ...]:
        """Return the names of files in a book's folder that are of an older edition."""
        return tuple(one for one in sorted(self.spared) if os.path.isfile(book / one))


@dataclass(slots=True)
class Progress:
    """How far an edition has come, for whoever ends the build meanwhile.

    ``settled`` is how it went with the files, once each was put in its place.
    """

    begun: bool = False
    noted: Noted = field(default_factory=dict)
    settled: Settled | None = None

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """Return what is to be told of the files by now."""
        return self.settled.told if self.settled else tuple(self.noted.values())


@contextmanager
def surely(
    workshop: Workshop, asli: Asli, journal: Journal, progress: Progress
) -> Iterator[None]:
    """Put every file of a journal in its place, even when told to end meanwhile."""
    try:
        yield
    except BaseException:
        if workshop.journal.exists():
            settle(workshop, asli, journal, progress)
        raise


def settle(
    workshop: Workshop, asli: Asli, journal: Journal, progress: Progress
) -> Settled:
    """Put every file in its place that is not there yet; then the manifest.

    Where even that cannot be put there, the journal stays for another time.
    """
    progress.begun = True
    earlier = Earlier.of(workshop.book, asli)
    progress.settled = settled = _files(workshop, earlier, journal, progress.noted)
    names = {*journal.berkas, *earlier.digests, *settled.beside.values()}
    try:
        workshop.disk.sync(*_folders(workshop.book, names))
        _list(workshop, journal, settled)
        _forget(workshop, asli)
    except OSError as error:
        problem = unwritten(workshop.book / MANIFEST, error)
        progress.settled = replace(settled, told=(*settled.told, problem))
    return progress.settled


def _files(
    workshop: Workshop, earlier: Earlier, journal: Journal, noted: Noted
) -> Settled:
    """Put files in their places; remove those that are no longer made."""
    told: list[Diagnostic] = []
    spared: set[str] = set()
    beside: dict[str, str] = {}
    for name, entry in journal.berkas.items():
        baru = Baru(name, workshop.staged(name), str(entry.get("sha256")))
        delivery = _delivered(workshop, earlier, baru, noted)
        if delivery.finding:
            told.append(delivery.finding)
        if delivery.name:
            beside[name] = delivery.name
        if delivery.name or not delivery.written:
            spared.add(name)
    if journal.whole:
        left = sweep(workshop.disk, earlier, {*journal.berkas, *beside.values()})
        told += left.values()
        spared |= left.keys()
    return Settled(tuple(told), frozenset(spared), beside)


def _delivered(
    workshop: Workshop, earlier: Earlier, baru: Baru, noted: Noted
) -> Delivery:
    """Put a file in its place; of one that is there already, tell where."""
    if baru.waits_at.exists():
        return deliver(workshop.disk, earlier, baru, noted)
    return lying(earlier, baru, found_beside(earlier, baru), noted)


def _list(workshop: Workshop, journal: Journal, settled: Settled) -> None:
    """Put the manifest of what lies there now in its place."""
    book, disk = workshop.book, workshop.disk
    told, spared = settled.told, settled.spared
    listing = manifest(book, journal, told, spared, settled.beside)
    new = workshop.folder / MANIFEST
    if not new.exists() or new.read_bytes() != listing:
        disk.write(new, listing)
        disk.sync(new)
    disk.make(book)
    disk.move(new, book / MANIFEST)
    disk.sync(book)


def _folders(book: Path, names: Iterable[str]) -> list[Path]:
    """Return the folders in which something may have changed."""
    inside = {(book / name).parent for name in names}
    every = inside | {book.parent, book, book / SUNTINGAN}
    return sorted(folder for folder in every if folder.is_dir())


def _forget(workshop: Workshop, asli: Asli) -> None:
    """Keep no more of older editions than staff need; then the journal goes."""
    asli.forget(workshop.disk, frozenset(digests(workshop.book).values()))
    workshop.disk.remove(workshop.journal)
    workshop.disk.sync(workshop.folder)
