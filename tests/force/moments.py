"""Moments of a build, drawn with a fixed seed, and signals sent to it then."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sopgen.layout.route.search.dice import Dice
from tests.force.kantor import Kantor
from tests.processes import ENVIRONMENT, SOPGEN

#: From when a moment is counted: the start, the first file, the journal.
START, WORKSHOP, JOURNAL = "mulai", "bengkel", "jurnal"
#: How long each of these takes, s, on a machine at leisure.
SPANS = {START: 1.2, WORKSHOP: 0.35, JOURNAL: 0.02}
#: How often each is drawn.
DRAWN = (START, WORKSHOP, JOURNAL, START, WORKSHOP, JOURNAL, JOURNAL)


@dataclass(frozen=True)
class Moment:
    """So many seconds after something was first seen."""

    since: str
    after: float


@dataclass(frozen=True)
class Ended:
    """How a build ended, and what it said."""

    code: int
    out: str
    err: str


def moments(seed: int, spans: dict[str, float] = SPANS) -> Iterator[Moment]:
    """Yield moments without end."""
    dice = Dice(seed)
    while True:
        since = DRAWN[dice.throw(len(DRAWN))]
        yield Moment(since, spans[since] * dice.throw(10_000) / 10_000)


def started(kantor: Kantor, *more: str) -> subprocess.Popen[str]:
    """Begin a build with a group of processes of its own."""
    return subprocess.Popen(
        [*SOPGEN, *kantor.line, *more],
        cwd=kantor.place,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed,
    )


def heed() -> None:
    """Heed signals that whatever started the tests may have ignored (nohup, &)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def struck(
    kantor: Kantor, moment: Moment, number: int, more: Sequence[str] = ()
) -> Ended:
    """Build, and send a signal to all processes of it at a moment."""
    process = started(kantor, *more)
    await_moment(process, kantor, moment)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out, err)


def await_moment(
    process: subprocess.Popen[str], kantor: Kantor, moment: Moment
) -> None:
    """Return at a moment of a build, or when it has ended."""
    seen = {START: kantor.place, WORKSHOP: kantor.workshop, JOURNAL: kantor.journal}
    while process.poll() is None and not os.path.exists(seen[moment.since]):
        time.sleep(0.0002)
    end = time.monotonic() + moment.after
    while process.poll() is None and time.monotonic() < end:
        time.sleep(min(0.0005, max(0.0, end - time.monotonic())))
