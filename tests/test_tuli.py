"""Workers that do not hear Ctrl-C; what it means in a console: ``tests/wine``."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor

import pytest

from sopgen.tuli import Pekerja, Tuli, _heeded_later


@pytest.mark.slow
def test_a_process_that_is_deaf_works_like_others() -> None:
    with ProcessPoolExecutor(1, Tuli()) as pool:
        assert pool.submit(abs, -3).result() == 3


def test_ctrl_c_is_heeded_when_it_is_done() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    done: list[str] = []
    try:
        with pytest.raises(KeyboardInterrupt):
            _interrupted(done)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert done == ["all"]


def _interrupted(done: list[str]) -> None:
    with _heeded_later():
        os.kill(os.getpid(), signal.SIGINT)
        done.append("all")


def test_who_ignores_ctrl_c_goes_on_doing_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _heeded_later():
            os.kill(os.getpid(), signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_the_processes_of_the_context_are_the_deaf_ones() -> None:
    assert Tuli().Process is Pekerja
