"""Make the files of an edition: what would come out the same again is left in place.

The rest is made by several processes, each some of the formats: what a format has
drawn for the book serves the single files, too, so a format is never split.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from sopgen.jobs import Book, Job, Made, Wish, jobs_of
from sopgen.kerja import dealt
from sopgen.model.bagian import BagianId
from sopgen.model.nilai import dataclass
from sopgen.output import digest, lies
from sopgen.render.formats import FORMATS
from sopgen.simpanan.rak import Jadi, Rak

#: What is told of every step: the format that is written, if any; what is done; how
#: many steps are behind, and how many there are.
Notice = Callable[[str, str, int, int], None]
#: Fewer files than these are made sooner than another process begins.
FEW = 8


class Terbit(NamedTuple):
    """A file of an edition: its name below the book's folder, its part, its bytes.

    Without bytes it is the one that lies there already.
    """

    nama: str
    bagian: BagianId
    jadi: Jadi
    data: bytes | None


class Shared(NamedTuple):
    """What all files are made from."""

    wish: Wish
    book: Book


@dataclass(frozen=True)
class Making:
    """The making of a wish's files, beside the shelf of the book."""

    wish: Wish
    book: Book
    rak: Rak
    notice: Notice
    made: dict[str, Made] = field(default_factory=dict)

    def files(self, folder: Path | None = None) -> Iterator[Terbit]:
        """Yield every file of the wish, in the order of its jobs.

        ``folder`` is where those of the last build lie, if they may stay there.
        """
        jobs = tuple(jobs_of(self.wish, self.book))
        origins = {job.name: job.origin for job in jobs}
        lying = {n for n in origins if self._lies(folder, n, origins[n])}
        self._make([job for job in jobs if job.name not in lying])
        for job in jobs:
            data = None
            if job.name in lying:
                jadi = self.rak.berkas[job.name]
            else:
                data, pages, cetak, kolom = self.made.pop(job.name)
                jadi = Jadi(origins[job.name], digest(data), pages, cetak, kolom)
            self.rak.jadi[job.name] = jadi
            yield Terbit(job.name, job.bagian, jadi, data)
        self.notice("", "selesai", len(jobs), len(jobs))

    def _lies(self, folder: Path | None, name: str, dari: str) -> bool:
        """Tell whether a file lies there as it would be made again."""
        jadi = self.rak.made(name)
        if folder is None or jadi is None or jadi.dari != dari:
            return False
        return lies(folder / name, jadi.sha256)

    def _make(self, jobs: Sequence[Job]) -> None:
        """Make files: those of some formats here, others in other processes."""
        first, *rest = self._hands(jobs)
        shared = Shared(self.wish, self.book)
        names = [tuple(job.name for job in hand) for hand in rest]
        with self.wish.kerja.begun(_make, shared, names) as others:
            for job in first:
                self._tell(job, len(jobs))
                self.made[job.name] = job.make()
            _close(shared, [job.name for job in first])
            for hand, made in zip(rest, others(), strict=True):
                for job, one in zip(hand, made, strict=True):
                    self._tell(job, len(jobs))
                    self.made[job.name] = one

    def _tell(self, job: Job, count: int) -> None:
        self.notice(job.suffix, job.name, len(self.made), count)

    def _hands(self, jobs: Sequence[Job]) -> list[list[Job]]:
        """Return the jobs of each process, those that take longest first."""
        by_format: dict[str, list[Job]] = {}
        for job in jobs:
            by_format.setdefault(job.suffix, []).append(job)
        most = self.wish.kerja.jumlah if len(jobs) >= FEW else 1
        own = [*by_format.values()]
        sizes = [FORMATS[jobs[0].suffix].effort * len(jobs) for jobs in own]
        hands = dealt(sizes, most) or [[]]
        return [[job for n in hand for job in own[n]] for hand in hands]


def _make(shared: Shared, names: Sequence[str]) -> list[Made]:
    """Return files by their names."""
    jobs = {job.name: job for job in jobs_of(shared.wish, shared.book)}
    made = [jobs[name].make() for name in names]
    _close(shared, names)
    return made


def _close(shared: Shared, names: Sequence[str]) -> None:
    """Keep what a process has drawn for files of some names."""
    if shared.book.lemari:
        books = frozenset(
            s for s in FORMATS if shared.wish.whole and f"buku.{s}" in names
        )
        shared.book.lemari.close(books)
