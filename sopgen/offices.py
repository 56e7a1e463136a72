"""Build the books of many offices, several at a time: each by itself, from nothing.

Another process, here or on another computer, makes the files of an office; this one
puts them in their place.  So the others need no disk in common with it, and a process
that dies loses nothing but time: its office is made once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.kerja import SENDIRI
from sopgen.making import Terbit
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.paket import Paket, companions, pack
from sopgen.pipeline import ready
from sopgen.publish import Edisi, publish
from sopgen.simpanan.program import sidik_program
from sopgen.spec import read_buku

#: So often an office is given to another process when one dies over it.
MOST_TRIES = 3
#: Offices that are on their way at a time, for each process.
AHEAD = 2
AGAIN = "bangun kantor ini sendiri dengan `sopgen build` untuk melihat sebabnya"


class Made(NamedTuple):
    """The book of an office, made but not yet put in its place."""

    id: str
    tahun: int
    files: tuple[Terbit, ...]
    found: tuple[Diagnostic, ...]
    diabaikan: int
    beside: tuple[Path, ...] | None


#: What came of an office's turn.
Answer = Made | Result


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

    Those who are ``far``, on other computers, are sent the specs.
    """

    call: Callable[[], AbstractContextManager[Executor]]
    jumlah: int
    far: bool = False


class Turn(NamedTuple):
    """An office whose turn it is, and how often it was before."""

    wish: Wish
    tries: int = 0


def build_offices(wishes: Iterable[Wish], crew: Crew) -> Iterator[tuple[Wish, Result]]:
    """Yield what came of each office, as they are done; one that fails stops nothing.

    A process that dies takes the others of its crew with it: they are called together
    again, and each office that was on its way is made alone.
    """
    taken: set[Path] = set()
    left = deque(map(Turn, wishes))
    while left:
        with crew.call() as executor:
            for turn, answer in _shift(left, executor, crew):
                yield turn.wish, _put(turn.wish, answer, taken)


def _shift(
    left: deque[Turn], executor: Executor, crew: Crew
) -> Iterator[tuple[Turn, Answer]]:
    """Yield what a crew makes, until all is made or the crew is dead."""
    begun: dict[Future[Answer], Turn] = {}
    dead = False
    while begun or (left and not dead):
        while left and not dead and len(begun) < _most(left[0], crew):
            turn = left.popleft()
            try:
                begun[executor.submit(make_office, _task(turn.wish, crew))] = turn
            except OSError as error:
                yield turn, _failed(turn.wish, str(error.strerror or error))
        done = wait(begun, return_when=FIRST_COMPLETED).done
        for future in [future for future in begun if future in done]:
            turn = begun.pop(future)
            answer = _answer(future, turn)
            if answer is None:
                left.append(Turn(turn.wish, turn.tries + 1))
                dead = True
            else:
                yield turn, answer


def _most(turn: Turn, crew: Crew) -> int:
    """Return how many may be on their way; one over which a crew died is alone."""
    return 1 if turn.tries else AHEAD * crew.jumlah


def _answer(future: Future[Answer], turn: Turn) -> Answer | None:
    """Return what came of an office; None if it is to be made once more."""
    try:
        return future.result()
    except BrokenProcessPool:
        if turn.tries + 1 < MOST_TRIES:
            return None
        return _failed(turn.wish, "proses yang mengerjakannya mati berkali-kali")
    except Exception as error:  # a fault of one office is not that of the others
        return _failed(turn.wish, f"{type(error).__name__}: {error}")


def _task(wish: Wish, crew: Crew) -> Task:
    """Return the task for an office; raise OSError if its spec cannot be read."""
    wish = replace(wish, kerja=SENDIRI, ulang=True)
    if not crew.far:
        return Task(wish)
    place = wish.folder
    others = () if place.is_dir() else companions(place, read_buku(place)) or ()
    return Task(wish, pack(place, others), sidik_program())


def make_office(task: Task) -> Answer:
    """Return the files of an office, or what came of it if there are none."""
    wish, paket, program = task
    if paket is None:
        return _made(wish)
    if program != sidik_program():
        return _failed(wish, "pekerja kluster memakai sopgen atau pustaka versi lain")
    with paket.unpacked() as place, TemporaryDirectory() as nowhere:
        made = _made(replace(wish, folder=place, output=Path(nowhere)))
        return _at_home(paket, place, made)


def _made(wish: Wish) -> Answer:
    siap = ready(wish, lambda *_: None)
    if isinstance(siap, Result):
        return siap
    buku, files = siap.making.book.buku, tuple(siap.making.files())
    return Made(buku.id, buku.tahun, files, siap.found, siap.diabaikan, siap.beside)


def _at_home(paket: Paket, place: Path, made: Answer) -> Answer:
    """Return what was made, its findings at the places that they have here."""
    if isinstance(made, Result):
        findings = paket.at_home(place, made.findings)
        return replace(made, findings=findings, told=paket.at_home(place, made.told))
    others = () if made.beside == () else None
    return made._replace(found=paket.at_home(place, made.found), beside=others)


def _put(wish: Wish, answer: Answer, taken: set[Path]) -> Result:
    """Put the files of an office in their place, unless another one's lie there."""
    if isinstance(answer, Result):
        return answer
    below = Path(answer.id) / str(answer.tahun)
    if wish.output / below in taken:
        return Result((), (*answer.found, _same_place(wish, below)))
    taken.add(wish.output / below)
    files = answer.files
    edisi = Edisi(answer.id, answer.tahun, answer.found, lambda _: files)
    result = publish(wish, edisi)
    return replace(result, diabaikan=answer.diabaikan, beside=answer.beside)


def _failed(wish: Wish, why: str) -> Result:
    span = Span(Source(wish.folder.as_posix()))
    message = f"buku kantor ini tidak selesai dibuat: {why[:200]}"
    return Result((), (diagnose("SOP935", message, span, AGAIN),))


def _same_place(wish: Wish, below: Path) -> Diagnostic:
    return diagnose(
        "SOP936",
        f"buku kantor lain sudah dibangun ke `{below.as_posix()}`; yang ini tidak",
        Span(Source(wish.folder.as_posix())),
        "ganti nama folder atau buku kerja salah satunya, atau bangun dengan --output",
    )
