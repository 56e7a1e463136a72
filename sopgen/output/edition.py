"""Editions are whole: what a build makes takes the place of an older edition, or not.

All bytes are written first, into a workshop beside the book's folder; then a journal of
what shall lie in the folder; then every file is put in its place by a rename, in the
order of the journal, and the manifest last.  Each step counts only when it would
outlast a power cut.

A build that is killed, or fails, leaves one of two things.  **Without a journal nothing
in the folder has changed: the next build takes back, that is, it clears the workshop.
With a journal the edition is complete: the next build finishes it**, before it makes
its own, and with the same care for what staff changed since.  A file that cannot be
replaced, because a program holds it open, or because it is read-only, takes nothing
back: it stays as it is, the manifest names it, and the others go in.  So does a signed
one, and the new one goes in beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.output.asli import Asli
from sopgen.output.disk import Disk
from sopgen.output.interrupted import EndedError, completed, finished, mixed, telling
from sopgen.output.journal import Journal, read_journal
from sopgen.output.lock import PATIENCE
from sopgen.output.manifest import MANIFEST, Built, manifest
from sopgen.output.settling import Progress, Settled, settle, surely
from sopgen.output.workshop import RefusedError, Workshop, open_workshop, refusing


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file of an edition, and its bytes.

    Without bytes it is the one that lies there already, as the last build left it.
    """

    built: Built
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Edition:
    """What lies in a book's folder after a build, and what is told of it.

    ``lama`` are the names of files there that belong to an older edition.
    """

    files: tuple[Built, ...]
    told: tuple[Diagnostic, ...]
    lama: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """What makes an edition in a workshop.

    ``told`` is what was found on opening it, ``progress`` how far its edition has come.
    """

    workshop: Workshop
    asli: Asli
    progress: Progress
    told: tuple[Diagnostic, ...] = ()

    @property
    def book(self) -> Path:
        """Return the book's folder."""
        return self.workshop.book

    def put(
        self, files: Iterable[Berkas], temuan: Sequence[Diagnostic], *, whole: bool
    ) -> Edition:
        """Make an edition of files, each taken when it is its turn.

        ``temuan`` are findings for the manifest; ``whole`` tells that nothing else
        belongs to the book.  Raises RefusedError if nothing could be put there.
        """
        built = tuple(self._stage(files))
        journal = self._journal(built, temuan, whole)
        settled = Settled()
        if not self._lies_there(journal):
            settled = self._settle(journal)
        mine = self._mine(built, settled)
        told = dict.fromkeys((*self.told, *settled.told))
        return Edition(tuple(mine), tuple(told), settled.older(self.book))

    def _settle(self, journal: Journal) -> Settled:
        """Put the files of a journal in their places, once it is written."""
        work = self.workshop, self.asli, journal, self.progress
        with surely(*work):
            self._commit(journal)
            return settle(*work)

    def _mine(self, built: Iterable[Built], settled: Settled) -> Iterator[Built]:
        """Yield the files that lie there now, each where it does."""
        for one in built:
            name = self._name(one)
            if name in settled.beside:
                yield replace(one, path=self.book / settled.beside[name])
            elif name not in settled.spared:
                yield one

    def _name(self, built: Built) -> str:
        return built.path.relative_to(self.book).as_posix()

    def _stage(self, files: Iterable[Berkas]) -> Iterator[Built]:
        """Write the bytes of files that are not there yet, and see that they last."""
        written: list[Path] = []
        for one in files:
            with refusing(self.book):
                written += self._write(one)
            yield one.built
        with refusing(self.book):
            self.workshop.disk.sync(*written)

    def _write(self, one: Berkas) -> Iterator[Path]:
        """Write a file, and what is kept of it for staff; yield what was written."""
        path, disk = one.built.path, self.workshop.disk
        if one.data is None:
            return
        if _read(path) != one.data:
            staged = self.workshop.staged(self._name(one.built))
            disk.write(staged, one.data)
            yield staged
        kept = self.asli.put(disk, path, one.data)
        if kept:
            yield kept

    def _journal(
        self, built: tuple[Built, ...], temuan: Sequence[Diagnostic], whole: bool
    ) -> Journal:
        berkas = {self._name(one): one.as_data(self._name(one)) for one in built}
        return Journal(berkas, tuple(one.as_data() for one in temuan), whole)

    def _lies_there(self, journal: Journal) -> bool:
        """Return whether there is nothing to do."""
        workshop = self.workshop
        waiting = any(workshop.staged(name).exists() for name in journal.berkas)
        listing = manifest(workshop.book, journal)
        return not waiting and _read(workshop.book / MANIFEST) == listing

    def _commit(self, journal: Journal) -> None:
        """Write the journal, and the manifest to be: now the edition is complete."""
        workshop, disk = self.workshop, self.workshop.disk
        draft = workshop.folder / "jurnal.baru"
        listing = workshop.folder / MANIFEST
        with refusing(workshop.book):
            disk.write(listing, manifest(workshop.book, journal))
            disk.write(draft, journal.as_bytes())
            disk.sync(listing, draft)
            disk.sync(workshop.folder)
            disk.move(draft, workshop.journal)
            disk.sync(workshop.folder)


@contextmanager
def open_press(
    book: Path, asli: Asli, disk: Disk, patience: float = PATIENCE
) -> Iterator[Press]:
    """Yield what makes the next edition of a book's folder, to one process at a time.

    What a killed build left there is finished, or taken back.  ``patience`` is for how
    many seconds another build is waited for.  Raises RefusedError.
    """
    before, own = Progress(), Progress()
    with (
        telling(lambda: _ended(Workshop(book, disk), before, own)),
        open_workshop(book, disk, patience) as workshop,
    ):
        told = _finish(workshop, asli, before)
        try:
            yield Press(workshop, asli, own, told)
        except RefusedError as refused:
            raise RefusedError(*told, *own.told, *refused.findings) from refused


def _finish(
    workshop: Workshop, asli: Asli, progress: Progress
) -> tuple[Diagnostic, ...]:
    """Put a complete edition in its place that a killed build left; else take back."""
    journal = read_journal(workshop.journal)
    if journal is None:
        with refusing(workshop.book):
            if workshop.journal.exists():
                workshop.disk.remove(workshop.journal)
            workshop.clear()
        return ()
    work = workshop, asli, journal, progress
    with surely(*work):
        settled = settle(*work)
    if workshop.journal.exists():
        raise RefusedError(*settled.told)
    with refusing(workshop.book):
        workshop.clear()
    return (finished(workshop.book), *settled.told)


def _ended(workshop: Workshop, before: Progress, own: Progress) -> EndedError | None:
    """Return what was done of the edition that a killed build left, and of the own."""
    book = workshop.book
    if not before.begun and not own.begun:
        return None
    if workshop.journal.exists():
        return mixed(book, (*before.told, *own.told))
    told = (finished(book), *before.told) if before.begun else ()
    if own.settled is None:
        return EndedError("", told)
    return completed(book, (*told, *own.told), own.settled.older(book))


def _read(path: Path) -> bytes | None:
    """Return what is in a file, if there is one that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
