"""Share work out over processes: the same results in the same order, however many.

    parent   piece 0 ------------> results in the order of the pieces
    worker   piece 1 ----------/
    worker   piece 2 --------/

What all pieces need is handed to a worker once: by fork it is simply there, where a
process must be started from nothing it is sent.  A worker ends with its parent,
however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from concurrent.futures import wait as wait_for
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from sopgen.model.ingatan import look_seldom
from sopgen.model.nilai import dataclass

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")

#: Signals that end a worker at once: what it made is not wanted any more.
ENDS = ("SIGTERM", "SIGHUP", "SIGBREAK")
#: Why there may be no other process: the system lets none be made, or it died.
UNMADE = (OSError, ImportError, NotImplementedError, BrokenExecutor)
#: So many seconds a result is waited for in one go: Windows ends no wait for Ctrl-C.
EAR = 0.2
#: What a worker does with a piece, and what all pieces need; set when it starts.
_held: list[Any] = []


def cores() -> int:
    """Return how many processes may work at a time here."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Kerja:
    """So many processes work at a time; one is the program itself, by itself."""

    jumlah: int = 1
    #: How processes start; the system's best way if none is named.
    cara: str = ""

    @property
    def forks(self) -> bool:
        """Return whether a worker has all that its parent has, at no cost."""
        return self._cara == "fork"

    @contextmanager
    def begun(
        self, work: Callable[[S, P], R], shared: S, pieces: Sequence[P]
    ) -> Iterator[Callable[[], list[R]]]:
        """Let other processes begin with pieces; yield what waits for their results.

        What no process could be made for, or one died over, is done here.
        """
        futures: dict[int, Future[R]] = {}
        with ExitStack() as stack:
            if pieces and self.jumlah > 1:
                most = min(len(pieces), self.jumlah - 1)
                with suppress(*UNMADE):
                    pool = stack.enter_context(self._pool(most, (work, shared)))
                    for n, piece in enumerate(pieces):
                        futures[n] = pool.submit(_work, piece)

            def result(n: int) -> R:
                with suppress(BrokenExecutor):
                    if n in futures:
                        return _heard(futures[n])
                return work(shared, pieces[n])

            yield lambda: [result(n) for n in range(len(pieces))]

    @contextmanager
    def pool(self) -> Iterator[Executor]:
        """Yield as many processes for tasks that carry all they need.

        Where there can be no other, this one does them.
        """
        with ExitStack() as stack:
            pool: Executor = Here()
            with suppress(*UNMADE):
                pool = stack.enter_context(self._pool(self.jumlah, ()))
            yield pool

    @contextmanager
    def _pool(self, most: int, held: tuple[Any, ...]) -> Iterator[Executor]:
        context = _context(self._cara)
        before = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(most, context, initializer=_begin, initargs=held)
        try:
            yield pool
        except BaseException:
            for child in set(multiprocessing.active_children()) - before:
                child.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    @property
    def _cara(self) -> str:
        if self.cara:
            return self.cara
        return "fork" if sys.platform == "linux" else "spawn"


class Here(Executor):
    """What does tasks at once, in the process that gives them."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Return what came of a task."""
        done: Future[R] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


#: Everything is done by the program itself.
SENDIRI = Kerja()


def _context(cara: str) -> BaseContext:
    """Return what makes processes; on Windows they do not hear our console."""
    if sys.platform == "win32" and cara == "spawn":
        from sopgen.tuli import Tuli

        return Tuli()
    return multiprocessing.get_context(cara)


def _heard(future: Future[R]) -> R:
    """Return a result; in between, whoever wants to end the program is heard."""
    while not first_done([future], EAR):
        pass
    return future.result()


def first_done(futures: Collection[Future[R]], seconds: float) -> set[Future[R]]:
    """Return what is done as soon as something is; nothing after so many seconds.

    In between, whoever wants to end the program is heard.
    """
    done: set[Future[R]] = set()
    while not done and seconds > 0:
        done = wait_for(futures, min(EAR, seconds), FIRST_COMPLETED).done
        seconds -= EAR
    return done


def _begin(*held: Any) -> None:
    """Prepare a worker: signals are the parent's, and it does not outlive that."""
    look_seldom()
    _held[:] = held
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ENDS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(piece: Any) -> Any:
    work, shared = _held
    return work(shared, piece)


def dealt(
    sizes: Sequence[float], hands: int, busy: float | None = None
) -> list[list[int]]:
    """Return the numbers of things of some sizes, dealt to hands as evenly as can be.

    The largest hand comes first; none is empty.  If the first has other things of a
    size to do (``busy``), it stays the first, and may be empty.
    """
    made: list[list[int]] = [[] for _ in range(max(1, min(hands, len(sizes))))]
    held = [busy or 0.0, *[0.0] * (len(made) - 1)]
    for n in sorted(range(len(sizes)), key=lambda n: (-sizes[n], n)):
        least = held.index(min(held))
        made[least].append(n)
        held[least] += sizes[n]
    if busy is not None:
        return [sorted(made[0]), *(sorted(one) for one in made[1:] if one)]
    order = sorted(range(len(made)), key=lambda k: (-held[k], k))
    return [sorted(made[k]) for k in order if made[k]]
