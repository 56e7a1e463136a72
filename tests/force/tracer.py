"""Count the system calls of a program that change files, and do something at one.

    python tracer.py WISH COMMAND …        WISH as JSON, see ``Wish``

The kernel stops the program, with all its threads and processes, before each call that
writes below some folders (ptrace, and seccomp so that nothing else is slowed down).  At
the chosen one the program is killed, or killed when half of a write has been done, or
the call fails with an error.  strace can do this too, but counts in each thread anew,
so that it cannot reach every call.

It imports nothing of the project and runs alone, for its process waits for any child.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import signal
import struct
import sys
from dataclasses import dataclass, field
from typing import NoReturn

#: System calls that change files on x86-64, and where they have their paths: the place
#: of a folder's handle and that of a path; or the place of a handle alone.
AT_CWD = -100
CALLS: dict[int, tuple[str, tuple[tuple[int | None, int], ...]]] = {
    2: ("open", ((None, 0),)),
    76: ("truncate", ((None, 0),)),
    82: ("rename", ((None, 0), (None, 1))),
    83: ("mkdir", ((None, 0),)),
    84: ("rmdir", ((None, 0),)),
    85: ("creat", ((None, 0),)),
    86: ("link", ((None, 0), (None, 1))),
    87: ("unlink", ((None, 0),)),
    88: ("symlink", ((None, 1),)),
    90: ("chmod", ((None, 0),)),
    257: ("openat", ((0, 1),)),
    258: ("mkdirat", ((0, 1),)),
    263: ("unlinkat", ((0, 1),)),
    264: ("renameat", ((0, 1), (2, 3))),
    265: ("linkat", ((0, 1), (2, 3))),
    268: ("fchmodat", ((0, 1),)),
    280: ("utimensat", ((0, 1),)),
    316: ("renameat2", ((0, 1), (2, 3))),
}
HANDLES = {
    1: "write",
    18: "pwrite64",
    20: "writev",
    40: "sendfile",
    72: "fcntl",
    73: "flock",
    74: "fsync",
    75: "fdatasync",
    77: "ftruncate",
    91: "fchmod",
    285: "fallocate",
    326: "copy_file_range",
}
#: Of these only some are wanted: opened to be written, locked.
OPENS = {2: 1, 257: 2}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
FCNTL, LOCKS = 72, (6, 7, 37, 38)
#: The handle into which a call writes, where that is not the first argument.
INTO = {326: 2}

#: ptrace(2), seccomp(2), prctl(2).
TRACEME, CONT, GETREGS, SETREGS, SYSCALL, SETOPTIONS = 0, 7, 12, 13, 24, 0x4200
FORK, VFORK, CLONE, EXEC, SECCOMP, EXITKILL = 0x2, 0x4, 0x8, 0x10, 0x80, 0x100000
AFTER = 0x1  # syscall stops are told from other traps
EVENT_SECCOMP = 7
SET_SECCOMP, FILTER, NO_NEW_PRIVS = 22, 2, 38
RET_ALLOW, RET_TRACE = 0x7FFF0000, 0x7FF00000
LOAD, JUMP_IF, JUMP_ANY, RETURN = 0x20, 0x15, 0x45, 0x06
WALL = 0x40000000
#: Places of registers in user_regs_struct.
ARGS = (14, 13, 12, 7, 9, 8)
RAX, ORIG_RAX = 10, 15
CANNOT = 77

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long
Registers = ctypes.c_uint64 * 27


@dataclass
class Wish:
    """What is wanted: the folders, the number of the call, and what happens then.

    ``do`` is "kill", "torn" (a write is half done, then killed), "short" (half done),
    or an errno; with ``on`` every later call fails, too.
    """

    below: list[str]
    log: str
    at: int = 0
    do: str = ""
    on: bool = False


@dataclass
class Tracer:
    """A traced program, and the calls seen so far."""

    wish: Wish
    group: int
    seen: list[list[str]] = field(default_factory=list)
    dying: bool = False
    code: int = 0

    def run(self) -> int:
        """Go on until every process has ended; return the code of the first."""
        self.go(self.group)
        while True:
            try:
                pid, status = os.waitpid(-1, WALL)
            except ChildProcessError:
                return self.code
            if os.WIFSTOPPED(status):
                self.stopped(pid, status)
            elif pid == self.group:
                self.code = os.waitstatus_to_exitcode(status)

    def go(self, pid: int, number: int = 0, how: int = CONT) -> None:
        libc.ptrace(how, pid, 0, number)  # it may be dead by now

    def stopped(self, pid: int, status: int) -> None:
        number, event = os.WSTOPSIG(status), status >> 16
        if number == signal.SIGTRAP | 0x80 and self.dying:
            os.killpg(self.group, signal.SIGKILL)
        elif event == EVENT_SECCOMP:
            self.called(pid)
        elif event or number in (signal.SIGTRAP, signal.SIGSTOP):
            self.go(pid)
        else:
            self.go(pid, number)

    def called(self, pid: int) -> None:
        registers = Registers()
        if libc.ptrace(GETREGS, pid, 0, ctypes.byref(registers)):
            return
        paths = self.paths(pid, registers)
        if not any(self.inside(path) for path in paths):
            self.go(pid)
            return
        name = name_of(registers[ORIG_RAX])
        self.seen.append([name, *paths])
        now = len(self.seen) == self.wish.at
        later = self.wish.on and 0 < self.wish.at < len(self.seen)
        if now or later:
            self.act(pid, registers, name)
        else:
            self.go(pid)

    def act(
        self, pid: int, registers: ctypes.Array[ctypes.c_uint64], name: str
    ) -> None:
        do, halved = self.wish.do, name in ("write", "pwrite64")
        if do == "kill" or (do == "torn" and not halved):
            os.killpg(self.group, signal.SIGKILL)
            return
        if do in ("torn", "short"):
            registers[ARGS[2]] = (
                (registers[ARGS[2]] + 1) // 2 if halved else registers[ARGS[2]]
            )
            self.dying = do == "torn"
        else:
            registers[ORIG_RAX] = 2**64 - 1
            registers[RAX] = 2**64 - getattr(errno, do)
        libc.ptrace(SETREGS, pid, 0, ctypes.byref(registers))
        self.go(pid, how=SYSCALL if self.dying else CONT)

    def inside(self, path: str) -> bool:
        return any(path == one or path.startswith(f"{one}/") for one in self.wish.below)

    def paths(self, pid: int, registers: ctypes.Array[ctypes.c_uint64]) -> list[str]:
        number = registers[ORIG_RAX]
        args = [registers[place] for place in ARGS]
        if number in HANDLES:
            if number == FCNTL and args[1] not in LOCKS:
                return []
            return [handle(pid, args[INTO.get(number, 0)])]
        return [
            os.path.normpath(
                os.path.join(folder(pid, where, args), text(pid, args[at]))
            )
            for where, at in CALLS[number][1]
        ]


def name_of(number: int) -> str:
    return HANDLES[number] if number in HANDLES else CALLS[number][0]


def handle(pid: int, number: int) -> str:
    try:
        return os.readlink(f"/proc/{pid}/fd/{number & 0xFFFFFFFF}")
    except OSError:
        return ""


def folder(pid: int, where: int | None, args: list[int]) -> str:
    number = AT_CWD if where is None else ctypes.c_int32(args[where] & 0xFFFFFFFF).value
    if number == AT_CWD:
        return os.readlink(f"/proc/{pid}/cwd")
    return handle(pid, number)


def text(pid: int, address: int) -> str:
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        data = b""
        while b"\0" not in data and len(data) < 4096:
            memory.seek(address + len(data))
            upto = 4096 - (address + len(data)) % 4096
            data += memory.read(min(256, upto))
    return os.fsdecode(data.partition(b"\0")[0])


def instruction(code: int, yes: int, no: int, value: int) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)


def program() -> bytes:
    """Return what tells the kernel at which calls to stop."""
    made = [instruction(LOAD, 0, 0, 0)]
    for number, at in OPENS.items():
        made += [
            instruction(JUMP_IF, 0, 4, number),
            instruction(LOAD, 0, 0, 16 + 8 * at),
            instruction(JUMP_ANY, 0, 1, WRITING),
            instruction(RETURN, 0, 0, RET_TRACE),
            instruction(RETURN, 0, 0, RET_ALLOW),
        ]
    for number in (*CALLS, *HANDLES):
        if number not in OPENS:
            made.append(instruction(JUMP_IF, 0, 1, number))
            made.append(instruction(RETURN, 0, 0, RET_TRACE))
    made.append(instruction(RETURN, 0, 0, RET_ALLOW))
    return b"".join(made)


class Filter(ctypes.Structure):
    _fields_ = (("count", ctypes.c_ushort), ("code", ctypes.c_void_p))


def become(command: list[str]) -> NoReturn:
    """Let this process be traced, and be the command."""
    os.setsid()
    if libc.ptrace(TRACEME, 0, 0, 0):
        os._exit(CANNOT)
    os.kill(os.getpid(), signal.SIGSTOP)
    code = program()
    block = ctypes.create_string_buffer(code, len(code))
    wanted = Filter(len(code) // 8, ctypes.cast(block, ctypes.c_void_p))
    zero = ctypes.c_ulong(0)
    libc.prctl(NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)
    if libc.prctl(
        SET_SECCOMP, ctypes.c_ulong(FILTER), ctypes.byref(wanted), zero, zero
    ):
        os._exit(CANNOT)
    os.execvp(command[0], command)


def main() -> int:
    wish, command = Wish(**json.loads(sys.argv[1])), sys.argv[2:]
    child = os.fork()
    if child == 0:
        become(command)
    _, status = os.waitpid(child, 0)
    if not os.WIFSTOPPED(status):
        return CANNOT
    options = FORK | VFORK | CLONE | EXEC | SECCOMP | EXITKILL | AFTER
    if libc.ptrace(SETOPTIONS, child, 0, options):
        os.kill(child, signal.SIGKILL)
        return CANNOT
    tracer = Tracer(wish, child)
    code = tracer.run()
    with open(wish.log, "w", encoding="utf-8") as log:
        json.dump({"code": code, "calls": tracer.seen}, log)
    return 0


if __name__ == "__main__":
    sys.exit(main())
