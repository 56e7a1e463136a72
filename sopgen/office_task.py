"""An office → the files of its book, by any process, here or on another computer.

Nothing is put in its place: what is made can be sent, and so needs no disk in common.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import NamedTuple

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.kerja import SENDIRI
from sopgen.making import Terbit
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.ingatan import forget
from sopgen.paket import Paket, companions, pack
from sopgen.pipeline import ready
from sopgen.simpanan.program import sidik_program
from sopgen.simpanan.rak import Rak
from sopgen.spec import read_buku

#: Fonts of a PDF are read by one thread at a time.
ALONE = Lock()
OTHER = "pekerja kluster memakai sopgen, Python, atau pustaka yang lain"
AGAIN = "bangun kantor ini sendiri, tanpa yang lain, untuk melihat sebabnya"


class MadeBook(NamedTuple):
    """The book of an office, made but not yet put in its place, and its shelf."""

    id: str
    tahun: int
    files: tuple[Terbit, ...]
    found: tuple[Diagnostic, ...]
    diabaikan: int
    beside: tuple[tuple[Path, str], ...] | None
    rak: Rak | None = None


#: What came of an office's turn.
Answer = MadeBook | Result


class Task(NamedTuple):
    """An office to be made by another process.

    On another computer its spec is carried along, with the digest of this program.
    """

    wish: Wish
    paket: Paket | None = None
    program: str = ""


def task_of(wish: Wish, *, far: bool) -> Task:
    """Return the task for an office; ``far``, on another computer, with its spec.

    Raises UncarriedError where its spec cannot be carried.
    """
    wish = replace(wish, kerja=SENDIRI)
    if not far:
        return Task(wish)
    place = wish.folder
    files = () if place.is_dir() else companions(place, read_buku(place))[0]
    alone = replace(wish, ulang=True)
    return Task(alone, pack(place, wish.output, files), sidik_program())


def make_office(task: Task) -> Answer:
    """Return the files of an office, or what came of it if there are none.

    One at a time in a process: what draws pages is made for that.  Nothing is
    remembered of the office before.
    """
    with ALONE:
        forget()
        return _made_of(task)


def failed(wish: Wish, why: str, saran: str = AGAIN) -> Result:
    """Return what is told of an office whose book could not be made."""
    span = Span(Source(wish.folder.as_posix()))
    message = f"buku kantor ini tidak selesai dibuat: {why[:200]}"
    return Result((), (diagnose("SOP935", message, span, saran),))


def _made_of(task: Task) -> Answer:
    wish, paket, program = task
    if paket is None:
        return _made(wish)
    if program != sidik_program():
        return failed(wish, OTHER)
    with paket.unpacked() as place, TemporaryDirectory() as nowhere:
        far = replace(wish, folder=place, output=Path(nowhere))
        return _at_home(paket, place, _made(far, lasting=False))


def _made(wish: Wish, *, lasting: bool = True) -> Answer:
    siap = ready(wish, lambda *_: None)
    if isinstance(siap, Result):
        return siap
    making = siap.making
    if not lasting:
        making = replace(making, book=replace(making.book, lemari=None))
    buku, rak = making.book.buku, making.rak
    folder = wish.output / buku.id / str(buku.tahun)
    files = tuple(making.files(None if wish.ulang else folder))
    return MadeBook(
        buku.id, buku.tahun, files, siap.found, siap.diabaikan, siap.beside, rak
    )


def _at_home(paket: Paket, place: Path, made: Answer) -> Answer:
    """Return what was made, its findings at the places that they have here."""
    if isinstance(made, Result):
        findings = paket.at_home(place, made.findings)
        return replace(made, findings=findings, told=paket.at_home(place, made.told))
    others = () if made.beside == () else None
    found = paket.at_home(place, made.found)
    return made._replace(found=found, beside=others, rak=None)
