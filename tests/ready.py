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
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NoReturn

#: What lets root pass over the permissions of files (capabilities(7)), and how a
#: process gives it up (prctl(2)).
DAC_OVERRIDE, DAC_READ_SEARCH, CAPBSET_DROP = 1, 2, 24
#: What a command reads only when it is asked for.
SELDOM = ("sopgen.kluster", "sopgen.verify", "sopgen.__main__")
#: How long a wish may be, and what a command says.
REQUEST, SAID = 1 << 16, 1 << 24


def give_up_privileges() -> None:
    """Let permissions of files bind this process, even as root."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None).prctl
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if prctl(CAPBSET_DROP, capability, 0, 0, 0):
                os._exit(77)


class Ready:
    """The process that has read the program, and the line to it."""

    def __init__(self, process: subprocess.Popen[bytes], line: socket.socket) -> None:
        self.process = process
        self.line = line

    def run(
        self, place: Path, args: tuple[str, ...], env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run sopgen in a folder, as a user whom permissions of files bind."""
        wish = json.dumps([os.fspath(place), args, dict(env)]).encode()
        with TemporaryFile() as out, TemporaryFile() as err:
            socket.send_fds(self.line, [wish], [out.fileno(), err.fileno()])
            code = int(self.line.recv(REQUEST))
            said, told = (os.pread(one.fileno(), SAID, 0) for one in (out, err))
        return subprocess.CompletedProcess(args, code, said.decode(), told.decode())

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
    """Run what is wished for, each in a process of its own, until nobody listens."""
    read_program()
    while True:
        wish, streams, *_ = socket.recv_fds(line, REQUEST, 2)
        if not wish:
            return
        child = os.fork()
        if child == 0:
            line.close()
            become(streams, *json.loads(wish))
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def become(
    streams: list[int], place: str, args: list[str], env: dict[str, Any]
) -> NoReturn:
    """Become the process that was asked for."""
    from sopgen.__main__ import main

    for stream, number in zip(streams, (1, 2), strict=True):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(place)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["sopgen", *args]
    main()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
