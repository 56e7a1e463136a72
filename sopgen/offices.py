"""Build the books of many offices, several at a time, each by itself.

Another process, here or on another computer, makes the files of an office; this one
puts them in their place.  So the others need no disk in common with it, and a process
that dies loses nothing but time: its office is made once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import NamedTuple

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.kerja import SENDIRI, first_done
from sopgen.making import Terbit
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.ingatan import forget
from sopgen.model.nilai import dataclass
from sopgen.paket import Paket, companions, pack
from sopgen.pipeline import ready
from sopgen.publish import Edisi, publish
from sopgen.simpanan.program import sidik_program
from sopgen.simpanan.rak import Rak
from sopgen.spec import read_buku

#: So often an office is given to another process when one dies over it.
MOST_TRIES = 3
#: Offices that are on their way at a time, for each process.
AHEAD = 2
#: After so many seconds without a book it is asked whether anybody is there, and after
#: as many once more.
LOOK = 15.0
#: Why a book is not made.
GONE = "semua komputer pekerja meninggalkan kluster, atau kluster itu berhenti"
DEAD = "proses yang mengerjakannya mati, mungkin memori habis; coba --kerja 1"
OTHER = "pekerja kluster memakai sopgen, Python, atau pustaka yang lain"
#: Fonts of a PDF are read by one thread at a time.
ALONE = Lock()
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


@dataclass(frozen=True, slots=True)
class Crew:
    """Those who make the books: how they are called together, and how many they are.

    Those who are ``far``, on other computers, are sent the specs; ``there`` tells
    whether any of them is there.
    """

    call: Callable[[], AbstractContextManager[Executor]]
    jumlah: int
    far: bool = False
    there: Callable[[], bool] = lambda: True


class Turn(NamedTuple):
    """An office whose turn it is, and how often it was before."""

    wish: Wish
    tries: int = 0


def build_offices(wishes: Iterable[Wish], crew: Crew) -> Iterator[tuple[Wish, Result]]:
    """Yield what came of each office, as they are done; one that fails stops nothing.

    No two of them may have the same folder for their books.  A process that dies takes
    the others of its crew with it: they are called together again, and each office
    that was on its way is made alone.
    """
    left = deque(map(Turn, wishes))
    while left:
        with crew.call() as executor:
            for turn, answer in _shift(left, executor, crew):
                yield turn.wish, _put(turn.wish, answer)


def _shift(
    left: deque[Turn], executor: Executor, crew: Crew
) -> Iterator[tuple[Turn, Answer]]:
    """Yield what a crew makes, until all is made or the crew is dead."""
    begun: dict[Future[Answer], Turn] = {}
    dead, alone = False, 0
    while begun or (left and not dead):
        while left and not dead and len(begun) < _most(left[0], crew):
            turn = left.popleft()
            begun[_begin(turn.wish, executor, crew)] = turn
        done = first_done(begun, LOOK)
        alone = 0 if done or crew.there() else alone + 1
        lost = {future for future in done if future.cancelled()}
        for future in [one for one in begun if one in done - lost]:
            turn = begun.pop(future)
            dead = dead or isinstance(future.exception(), BrokenExecutor)
            answer = _answer(future, turn)
            if answer is None:
                left.append(Turn(turn.wish, turn.tries + 1))
            else:
                yield turn, answer
        if lost or alone > 1:
            for turn in (*begun.values(), *left):
                yield turn, _failed(turn.wish, GONE)
            left.clear()
            return


def _begin(wish: Wish, executor: Executor, crew: Crew) -> Future[Answer]:
    """Return what will come of an office; a fault, if it cannot even be begun."""
    try:
        return executor.submit(make_office, _task(wish, crew))
    except Exception as error:  # the crew is dead, or the spec cannot be carried
        begun: Future[Answer] = Future()
        begun.set_exception(error)
        return begun


def _most(turn: Turn, crew: Crew) -> int:
    """Return how many may be on their way; one over which a crew died is alone."""
    return 1 if turn.tries else AHEAD * crew.jumlah


def _answer(future: Future[Answer], turn: Turn) -> Answer | None:
    """Return what came of an office; None if it is to be made once more."""
    try:
        return future.result()
    except BrokenExecutor:
        if turn.tries + 1 < MOST_TRIES:
            return None
        return _failed(turn.wish, DEAD)
    except Exception as error:  # a fault of one office is not that of the others
        return _failed(turn.wish, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or error} ({error.filename})"
    return f"kesalahan program ({type(error).__name__}: {error})"


def _task(wish: Wish, crew: Crew) -> Task:
    """Return the task for an office; raise what forbids that its spec is carried."""
    wish = replace(wish, kerja=SENDIRI)
    if not crew.far:
        return Task(wish)
    place = wish.folder
    files = () if place.is_dir() else companions(place, read_buku(place))[0]
    far = replace(wish, ulang=True)
    return Task(far, pack(place, wish.output, files), sidik_program())


def make_office(task: Task) -> Answer:
    """Return the files of an office, or what came of it if there are none.

    One at a time in a process: what draws pages is made for that.  Nothing is
    remembered of the office before.
    """
    with ALONE:
        forget()
        return _made_of(task)


def _made_of(task: Task) -> Answer:
    wish, paket, program = task
    if paket is None:
        return _made(wish)
    if program != sidik_program():
        return _failed(wish, OTHER)
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


def _put(wish: Wish, answer: Answer) -> Result:
    """Put the files of an office in their place."""
    if isinstance(answer, Result):
        return answer
    files = answer.files
    edisi = Edisi(answer.id, answer.tahun, answer.found, lambda _: files)
    result = publish(wish, edisi)
    if answer.rak and result.files:
        answer.rak.keep(whole=wish.whole)
    return replace(result, diabaikan=answer.diabaikan, beside=answer.beside)


def _failed(wish: Wish, why: str) -> Result:
    span = Span(Source(wish.folder.as_posix()))
    message = f"buku kantor ini tidak selesai dibuat: {why[:200]}"
    return Result((), (diagnose("SOP935", message, span, AGAIN),))


def same_place(place: Path, other: Path) -> Result:
    """Return what is told of an office whose book would be put over another one's."""
    finding = diagnose(
        "SOP936",
        f"hasilnya akan menimpa hasil `{other.as_posix()}`; yang ini tidak dibangun",
        Span(Source(place.as_posix())),
        "ganti nama folder atau buku kerja salah satunya, atau bangun dengan --output",
    )
    return Result((), (finding,))
