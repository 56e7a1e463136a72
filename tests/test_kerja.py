"""Work is shared out over processes, and comes back as if one had done it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from sopgen.kerja import EAR, SENDIRI, Kerja, dealt, first_done
from tests.books import ROOT

pytestmark = pytest.mark.slow

EVERY = [SENDIRI, Kerja(2, "fork"), Kerja(3, "fork"), Kerja(2, "spawn")]


def multiplied(factor: int, number: int) -> int:
    return factor * number


def refused(_: int, number: int) -> int:
    raise ValueError(number)


@pytest.mark.parametrize("kerja", EVERY, ids=str)
def test_results_come_in_the_order_of_the_pieces(kerja: Kerja) -> None:
    with kerja.begun(multiplied, 7, [3, 1, 2, 5]) as others:
        assert others() == [21, 7, 14, 35]


@pytest.mark.parametrize("kerja", EVERY, ids=str)
def test_a_fault_of_a_worker_is_raised_here(kerja: Kerja) -> None:
    with kerja.begun(refused, 0, [2]) as others, pytest.raises(ValueError, match="2"):
        others()


def dying(home: int, number: int) -> int:
    """Return a number, but for another process: that one dies."""
    if os.getpid() != home:
        os._exit(9)
    return number


def test_what_a_process_died_over_is_done_here() -> None:
    with Kerja(3, "fork").begun(dying, os.getpid(), [1, 2, 3]) as others:
        assert others() == [1, 2, 3]


def test_the_first_that_is_done_is_waited_for_and_no_longer() -> None:
    late: Future[int] = Future()
    start = time.monotonic()
    assert first_done([late], 1.5 * EAR) == set()
    assert time.monotonic() - start >= 1.4 * EAR
    threading.Timer(1.5 * EAR, late.set_result, (1,)).start()
    assert first_done([Future(), late], 60) == {late}
    assert time.monotonic() - start < 30


def test_things_are_dealt_evenly_the_largest_hand_first() -> None:
    assert dealt([1, 9, 4, 4], 2) == [[1], [0, 2, 3]]
    assert dealt([1.0], 5) == [[0]]
    assert dealt([], 3) == []


def test_who_has_other_things_to_do_is_dealt_less() -> None:
    assert dealt([4.0, 2, 1, 3], 2, 8.0) == [[2], [0, 1, 3]]
    assert dealt([4.0, 2], 2, 8.0) == [[], [0, 1]]
    assert dealt([4.0, 2], 1, 8.0) == [[0, 1]]
    assert dealt([], 3, 0.0) == [[]]


ENDLESS = """
import os, pathlib, signal, time
from sopgen.kerja import Kerja
signal.signal(signal.SIGINT, signal.default_int_handler)
def work(shared, piece):
    pathlib.Path(f"{os.getpid()}.pid").touch()
    time.sleep(60)
if __name__ == "__main__":
    with Kerja(2).begun(work, 0, [1]) as others:
        work(0, 2)
"""


def running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="proses dilihat di /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_worker_outlives_the_program(how: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "panjang.py"
    script.write_text(ENDLESS, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as made:
        started = time.monotonic()
        while len(found := [*tmp_path.glob("*.pid")]) < 2:
            assert time.monotonic() < started + 60
            assert made.poll() is None
            time.sleep(0.05)
        pids = [int(file.stem) for file in found]
        assert all(map(running, pids))
        made.send_signal(how)
        made.wait(20)
    until = time.monotonic() + 20
    while any(map(running, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(running, pids))
