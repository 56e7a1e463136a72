"""Signals before the first line of the program and after its last one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ENVIRONMENT

pytestmark = pytest.mark.slow
#: Runs the program, and sends it a signal when it reads a module, or when it has ended.
AT = (
    "import atexit, os, runpy, signal, sys\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
    "when, number = sys.argv[1], int(sys.argv[2])\n"
    "strike = lambda *_: os.kill(os.getpid(), number)\n"
    "class Finder:\n"
    "    def find_spec(self, name, *_):\n"
    "        if name == when: strike()\n"
    "sys.meta_path.insert(0, Finder())\n"
    "if when == 'exit': atexit.register(strike)\n"
    "sys.argv[:] = ['sopgen', '--version']\n"
    "runpy.run_module('sopgen', run_name='__main__', alter_sys=True)\n"
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("when", ["click", "sopgen.cli.app", "exit"])
def test_a_signal_is_no_fault_of_the_program(
    tmp_path: Path, when: str, number: signal.Signals
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT, when, str(int(number))],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -number
    assert done.stderr == ""
    assert done.stdout.startswith("sopgen ") == (when == "exit")
