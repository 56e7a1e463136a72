"""Signals at random moments: one sentence, the right code, one edition."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from itertools import islice

import pytest

from tests.force.kantor import Kantor, Terbitan, differing
from tests.force.kills import SEED, not_whole
from tests.force.moments import (
    JOURNAL,
    START,
    WORKSHOP,
    Ended,
    Moment,
    await_moment,
    moments,
    started,
    struck,
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]
NUMBERS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
TOLD = {
    signal.SIGTERM: "sopgen: dihentikan (SIGTERM); ",
    signal.SIGHUP: "sopgen: dihentikan (SIGHUP); ",
    signal.SIGINT: "sopgen: dibatalkan; ",
}
#: So many are drawn in a long pass.
MANY = 60
#: One of each signal at each of three moments.
FEW = [
    (signal.SIGTERM, Moment(WORKSHOP, 0.1)),
    (signal.SIGHUP, Moment(JOURNAL, 0.001)),
    (signal.SIGINT, Moment(START, 0.12)),
]


def drawn() -> Iterator[tuple[signal.Signals, Moment]]:
    for n, moment in enumerate(islice(moments(SEED + 1), MANY)):
        yield NUMBERS[n % len(NUMBERS)], moment


def wrong(edisi: Terbitan, kantor: Kantor, number: signal.Signals, one: Ended) -> str:
    """Return what is wrong with how a build ended that was sent a signal."""
    if "Traceback" in one.err or "Exception ignored" in one.err:
        return one.err
    told = [line for line in one.err.splitlines() if line.startswith("sopgen:")]
    ended = one.code in (128 + number, 130) and len(told) == 1
    if one.code not in (edisi.code, -number) and not (
        ended and told[0].startswith(TOLD[number])
    ):
        return f"{one.code}: {one.err}"
    now = kantor.lies()
    if now not in (edisi.before, edisi.after):
        return f"{differing(now, edisi.before)}, {differing(now, edisi.after)}"
    return edisi.fault(kantor)


@pytest.mark.parametrize(("number", "moment"), FEW)
def test_a_signal_leaves_one_edition(
    edisi: Terbitan, kantor: Kantor, number: signal.Signals, moment: Moment
) -> None:
    ended = struck(kantor, moment, number)
    assert not wrong(edisi, kantor, number, ended)
    assert not kantor.workshop.exists()


@pytest.mark.force
@pytest.mark.parametrize(("number", "moment"), [*drawn()])
def test_a_signal_at_any_moment_leaves_one_edition(
    edisi: Terbitan, kantor: Kantor, number: signal.Signals, moment: Moment
) -> None:
    ended = struck(kantor, moment, number)
    assert not wrong(edisi, kantor, number, ended)
    if kantor.workshop.exists():
        kantor.build()
        assert not not_whole(edisi, kantor)


@pytest.mark.force
@pytest.mark.parametrize("after", [0.0, 0.001, 0.002, 0.003, 0.005, 0.008, 0.012])
def test_two_signals_leave_what_the_next_build_makes_whole(
    edisi: Terbitan, kantor: Kantor, after: float
) -> None:
    build = started(kantor)
    await_moment(build, kantor, Moment(JOURNAL, 0.0))
    build.terminate()
    time.sleep(after)
    build.terminate()
    _, error = build.communicate(timeout=120)
    assert "Traceback" not in error
    assert not edisi.fault(kantor)
    kantor.build()
    assert not not_whole(edisi, kantor)
