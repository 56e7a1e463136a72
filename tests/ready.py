"""sopgen in a process of its own, forked from one that has read the program already.

A process that is started anew spends most of its time on reading the program.  What is
forked here is as new as that: nobody has called anything in it, and its folder,
environment, streams and rights are those that are asked for.  How the program is
started is tried by the tests that start it.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import json
import os
import pkgutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

#: What lets root pass over the permissions of files (capabilities(7)), and how a
#: process gives it up (prctl(2)).
DAC_OVERRIDE, DAC_READ_SEARCH, CAPBSET_DROP = 1, 2, 24
#: What a command reads only when it is asked for.
SELDOM = ("sopgen.kluster", "sopgen.verify", "sopgen.__main__")
#: How long a wish may be, bytes.
REQUEST = 1 << 16
#: So many seconds an answer is waited for, be it that a command has ended.
PATIENCE = 600.0


def give_up_privileges() -> None:
    """Let permissions of files bind this process, even as root."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None).prctl
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if prctl(CAPBSET_DROP, capability, 0, 0, 0):
                os._exit(77)


class Wish(NamedTuple):
    """Where sopgen is called, with which words, in which environment."""

    place: str
    args: Sequence[str]
    env: Mapping[str, str]


class Ready:
    """The process that has read the program, and the line to it."""

    def __init__(self, process: subprocess.Popen[bytes], line: socket.socket) -> None:
        self.process = process
        self.line = line

    def ask(self, what: str, *words: Any, streams: Sequence[int] = ()) -> Any:
        """Ask something of the process; return what it answers."""
        socket.send_fds(self.line, [json.dumps([what, *words]).encode()], streams)
        try:
            return json.loads(self.line.recv(REQUEST))
        except TimeoutError:  # nobody hears what it says later
            self.process.kill()
            raise

    def start(self, wish: Wish, out: BinaryIO, err: BinaryIO) -> int:
        """Let sopgen begin; return the number of its process."""
        streams = out.fileno(), err.fileno()
        return int(self.ask("start", *wish, streams=streams))

    def code(self, pid: int, *, wait: bool = True) -> int | None:
        """Return how a process ended, None while it has not."""
        code: int | None = self.ask("code", pid, wait)
        return code

    def end(self) -> None:
        """Let the process end."""
        self.line.close()
        self.process.wait()


@cache
def ready() -> Ready:
    """Return the one process of this run of tests, which reads the program now."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with there:
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(there.fileno())],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            preexec_fn=give_up_privileges,
            pass_fds=[there.fileno()],
        )
    here.settimeout(PATIENCE)
    made = Ready(process, here)
    atexit.register(made.end)
    return made


def read_program() -> None:
    """Read every module that a command may read."""
    import sopgen

    for module in pkgutil.walk_packages(sopgen.__path__, "sopgen."):
        if not module.name.startswith(SELDOM):
            import_module(module.name)
    gc.collect()
    gc.freeze()


def serve(line: socket.socket) -> None:
    """Start what is wished for, each in a process of its own, until nobody asks."""
    read_program()
    while True:
        asked, streams, *_ = socket.recv_fds(line, REQUEST, 2)
        if not asked:
            return
        what, *words = json.loads(asked)
        if what == "code":
            answer = ended(*words)
        elif (answer := os.fork()) == 0:
            line.close()
            become(Wish(*words), streams)
        for stream in streams:
            os.close(stream)
        line.send(json.dumps(answer).encode())


def ended(pid: int, wait: bool) -> int | None:
    """Return how a process ended, None while it has not."""
    done, status = os.waitpid(pid, 0 if wait else os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def become(wish: Wish, streams: Sequence[int]) -> NoReturn:
    """Become the process that was asked for."""
    from sopgen.__main__ import main

    for stream, number in zip(streams, (1, 2), strict=True):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(wish.place)
    os.environ.clear()
    os.environ.update(wish.env)
    sys.argv = ["sopgen", *wish.args]
    main()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
