"""The process that runs commands for tests: nobody waits for it for ever."""

from __future__ import annotations

import signal
import socket
import subprocess

import pytest

from tests.ready import Ready


def test_one_who_does_not_answer_is_ended() -> None:
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    here.settimeout(0.1)
    with there, here, subprocess.Popen(["sleep", "60"]) as process:
        with pytest.raises(TimeoutError):
            Ready(process, here).ask("code", 1, True)
        assert process.wait() == -signal.SIGKILL
