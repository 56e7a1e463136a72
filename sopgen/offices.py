"""Build the books of many offices, several at a time, each by itself.

Other processes, here or on other computers, make the files of an office; this one puts
them in their place, office after office as they were named.  A process that dies loses
nothing but time: its office is made once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.kerja import UNMADE, Here, first_done
from sopgen.making import Terbit
from sopgen.model.nilai import dataclass
from sopgen.office_task import Answer, MadeBook, failed, make_office, task_of
from sopgen.openable import unread
from sopgen.output import lies
from sopgen.paket import UncarriedError
from sopgen.pipeline import with_saved
from sopgen.places import Places
from sopgen.publish import Edisi, publish

#: So often an office is given to another process when one dies over it.
MOST_TRIES = 3
#: Offices that are on their way at a time, and those that wait for one named before
#: them, for each process.
AHEAD, WAITING = 2, 8
#: After so many seconds without a book it is asked whether anybody is there, and after
#: as many once more.
LOOK = 15.0
#: Why a book is not made.
GONE = "semua komputer pekerja meninggalkan kluster, atau kluster itu berhenti"
DEAD = "proses yang mengerjakannya mati, mungkin memori habis; coba --kerja 1"
AT_HOME = "pindahkan dari folder kantor ini, atau bangun tanpa --kluster"


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
    """An office whose turn it is, as the how manieth, and how often it was before."""

    nomor: int
    wish: Wish
    tries: int = 0


@dataclass(frozen=True)
class Line:
    """Offices in the order in which they were named.

    ``left`` have yet to be made; ``held`` are made, and wait for one before them.
    """

    left: deque[Turn]
    held: dict[int, tuple[Wish, Answer]] = field(default_factory=dict)

    def most(self, crew: Crew) -> int:
        """Return how many may be on their way; one over which a crew died is alone."""
        if not self.left or len(self.held) > WAITING * crew.jumlah:
            return 0
        return 1 if self.left[0].tries else AHEAD * crew.jumlah


def build_offices(
    wishes: Iterable[Wish], crew: Crew, places: Places | None = None
) -> Iterator[tuple[Wish, Result]]:
    """Yield what came of each office, in their order; one that fails stops nothing.

    ``places`` are where the books of others lie already.  A process that dies takes
    the others of its crew with it: they are called together again, and each office
    that was on its way is made alone.
    """
    line = Line(deque(Turn(n, wish) for n, wish in enumerate(wishes)))
    places, next_ = places or Places(), 0
    while line.left:
        with crew.call() as executor:
            for turn, answer in _shift(line, executor, crew):
                line.held[turn.nomor] = turn.wish, answer
                while next_ in line.held:
                    wish, made = line.held.pop(next_)
                    result = _put(wish, made, places)
                    if result is None:
                        line.left.appendleft(Turn(next_, replace(wish, ulang=True)))
                        break
                    next_ += 1
                    yield wish, result


def _shift(line: Line, executor: Executor, crew: Crew) -> Iterator[tuple[Turn, Answer]]:
    """Yield what a crew makes, until all is made or the crew is dead."""
    begun: dict[Future[Answer], Turn] = {}
    dead, alone = False, 0
    while begun or (line.left and not dead):
        while not dead and len(begun) < line.most(crew):
            turn = line.left.popleft()
            begun[_begin(turn.wish, executor, crew)] = turn
        done = first_done(begun, LOOK)
        alone = 0 if done or crew.there() else alone + 1
        lost = {future for future in done if future.cancelled()}
        for future in [one for one in begun if one in done - lost]:
            turn = begun.pop(future)
            dead = dead or isinstance(future.exception(), BrokenExecutor)
            answer = _answer(future, turn)
            if answer is None:
                line.left.appendleft(turn._replace(tries=turn.tries + 1))
            else:
                yield turn, answer
        if lost or alone > 1:
            gone = (*begun.values(), *line.left)
            line.left.clear()
            for turn in gone:
                yield turn, failed(turn.wish, GONE)
            return


def _begin(wish: Wish, executor: Executor, crew: Crew) -> Future[Answer]:
    """Return what will come of an office; a fault, if it cannot even be begun.

    What no process can be made for is done here.
    """
    begun: Future[Answer] = Future()
    try:
        task = task_of(wish, far=crew.far)
    except UncarriedError as error:
        begun.set_result(failed(wish, str(error), AT_HOME))
        return begun
    except Exception as error:
        begun.set_exception(error)
        return begun
    try:
        return executor.submit(make_office, task)
    except BrokenExecutor as error:
        begun.set_exception(error)
    except UNMADE as error:
        if not crew.far:
            return Here().submit(make_office, task)
        begun.set_exception(error)
    except Exception as error:
        begun.set_exception(error)
    return begun


def _answer(future: Future[Answer], turn: Turn) -> Answer | None:
    """Return what came of an office; None if it is to be made once more."""
    try:
        return future.result()
    except BrokenExecutor:
        if turn.tries + 1 < MOST_TRIES:
            return None
        return failed(turn.wish, DEAD)
    except Exception as error:  # a fault of one office is not that of the others
        return failed(turn.wish, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        named = f": {error.filename}" if error.filename else f" ({error})"
        return f"berkasnya {unread(error)}{named}"
    return f"kesalahan program ({type(error).__name__}: {error})"


def _put(wish: Wish, answer: Answer, places: Places) -> Result | None:
    """Put the files of an office in their place.

    Nothing is returned where what should stay there has changed meanwhile: the office
    is to be made from nothing.
    """
    if isinstance(answer, Result):
        return answer
    folder = wish.output / answer.id / str(answer.tahun)
    if refused := places.taken(folder, wish.folder):
        return refused
    try:
        edisi = Edisi(answer.id, answer.tahun, answer.found, partial(_still, answer))
        result = publish(wish, edisi)
    except _ChangedError:
        return None
    if answer.rak and result.files:
        answer.rak.keep(whole=wish.whole)
    made = replace(result, diabaikan=answer.diabaikan, beside=answer.beside)
    return with_saved(wish, made)


class _ChangedError(Exception):
    """A file that was to stay as it lies is another one now."""


def _still(answer: MadeBook, folder: Path) -> Iterable[Terbit]:
    """Return the files of a book, if those that stay are still there as they were."""
    for one in answer.files:
        if one.data is None and not lies(folder / one.nama, one.jadi.sha256):
            raise _ChangedError
    return answer.files
