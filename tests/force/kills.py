"""Builds that are killed at random moments, all their processes: what they leave.

python -m tests.force.kills [count]         200, some of them with a whole book
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sopgen import pipeline
from tests.books import ROOT
from tests.force.kantor import (
    Kantor,
    Terbitan,
    differing,
    edit,
    known,
    memory,
    terbitan,
    was_built,
    work_in,
)
from tests.force.moments import Moment, moments, struck
from tests.processes import call, tree

SEED, COUNT = 20_250_117, 200
#: One of so many is of the book of Karangan; one of so many is built by two processes;
#: before one of so many is built again, that is forbidden; and after one of so many a
#: command is asked, and builds again, after the others this process.
WHOLE_BOOK, TWO, FORBIDDEN, ASKED = 20, 3, 12, 4
LONGER = {"mulai": 4.5, "bengkel": 3.0, "jurnal": 0.04}
#: What is said of a build that was killed, by whichever command.
CODE, MIXED = "SOP933", "sebagian edisi lama"
TELLING = ("check {}", "list {}", "draw {} --sop 1 --output ../bagan.svg")


@dataclass(frozen=True)
class Round:
    """A build that is killed: its number, and when."""

    n: int
    moment: Moment

    @property
    def more(self) -> tuple[str, ...]:
        return ("--kerja", "2" if self.n % TWO == 0 else "1")

    @property
    def command(self) -> str:
        return TELLING[self.n // ASKED % len(TELLING)]

    @property
    def asked(self) -> bool:
        return self.n % ASKED == 0


@dataclass(frozen=True)
class Outcome:
    """In which state a killed build left its folder, and what is wrong."""

    state: str
    fault: str


def karangan(place: Path) -> Terbitan:
    """Return the book of Karangan, built, worked on, and changed since."""
    kantor = Kantor(place / "kantor", "karangan", "2025", ("build", "karangan"))
    spec = kantor.place / "specs/karangan"
    shutil.copytree(ROOT / "specs/karangan", spec)
    was_built(kantor)
    work_in(kantor, held=False)
    edit(spec / "buku.yaml", "SOP Rekomendasi Penerbitan KTP", "SOP Penerbitan KTP")
    return known(kantor, place)


def tried(edisi: Terbitan, one: Round, place: Path) -> Outcome:
    """Kill a build of a copy of the office, and look at what it leaves."""
    left = edisi.kantor.copy(place)
    ended = struck(left, one.moment, signal.SIGKILL, one.more)
    state = state_of(edisi, left)
    fault = (
        edisi.fault(left)
        or (_told(left, one.command) if one.asked else _found(left))
        or (_forbidden(left) if one.n % FORBIDDEN == 0 else "")
        or (again(edisi, left) if one.asked else made_whole(edisi, left))
    )
    shutil.rmtree(place)
    died = ended.code == -signal.SIGKILL
    return Outcome(state if died else f"selesai sebelumnya: {state}", fault)


def state_of(edisi: Terbitan, left: Kantor) -> str:
    """Return how far a build came, in words."""
    now = left.lies()
    if left.journal.exists():
        done = [name for name in edisi.after if now.get(name) != edisi.before.get(name)]
        if not done:
            return "jurnal ada, belum ada yang dipindah"
        every = now == edisi.after
        return "jurnal ada, semua di tempatnya" if every else "di tengah pemindahan"
    if now == edisi.after:
        return "sesudah menulis"
    return "di bengkel" if left.workshop.is_dir() else "sebelum menulis"


def _told(left: Kantor, command: str) -> str:
    """Return what is wrong with what a command tells of the folder."""
    before = tree(left.output)
    done = call(left.place, *command.format(left.id).split())
    said = done.stdout + done.stderr
    if said.count(CODE) != int(left.workshop.is_dir()):
        return f"`{command}` tells {said.count(CODE)} times: {said[-500:]}"
    if (MIXED in said) != left.journal.exists():
        return f"`{command}` tells {said[-500:]}"
    if "Traceback" in said or tree(left.output) != before:
        return f"`{command}` changes something, or ends badly: {said[-500:]}"
    return ""


def _found(left: Kantor) -> str:
    """Return what is wrong with what is found in the spec, and of its book."""
    heard = pipeline.examine(left.place / "specs" / left.id, left.output)
    told = [one for one in heard.findings if one.code == CODE]
    if len(told) != int(left.workshop.is_dir()):
        return f"told {len(told)} times"
    mixed = any(MIXED in one.message for one in told)
    return "" if mixed == left.journal.exists() else f"told {told}"


def _forbidden(left: Kantor) -> str:
    """Return what is wrong after a build that is refused for what the spec says."""
    sop = next(iter(sorted((left.place / "specs" / left.id / "sop").glob("*.yaml"))))
    text, before = sop.read_text(encoding="utf-8"), left.lies()
    sop.write_text(f"{text}status: draf\n", encoding="utf-8")
    done = left.build("--final")
    sop.write_text(text, encoding="utf-8")
    if done.returncode != 1 or "Traceback" in done.stderr:
        return f"a forbidden build ends with {done.returncode}: {done.stderr[-500:]}"
    return "" if left.lies() == before else "a forbidden build changes the folder"


def again(edisi: Terbitan, left: Kantor, *more: str) -> str:
    """Build once more; return what is wrong then."""
    done = left.build(*more)
    if done.returncode != edisi.code or "Traceback" in done.stderr:
        return f"next build: {done.returncode}: {done.stderr[-500:]}"
    return not_whole(edisi, left)


def made_whole(edisi: Terbitan, left: Kantor) -> str:
    """Build once more, in this process; return what is wrong then."""
    wish = pipeline.Wish(left.place / "specs" / left.id, left.output)
    pipeline.build(wish, lambda *_: None)
    return not_whole(edisi, left)


def not_whole(edisi: Terbitan, left: Kantor) -> str:
    """Return what is not of the new edition, or left of a workshop."""
    if names := differing(left.lies(), edisi.after):
        return f"next build: {names}"
    book = [file.name for file in left.book.rglob(".sopgen-*")]
    if left.workshop.exists() or book:
        return f"next build leaves its workshop, or {book}"
    return ""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    count = parser.parse_args(argv).count
    with tempfile.TemporaryDirectory(prefix="sopgen-paksa-", dir=memory()) as folder:
        small = terbitan(Path(folder) / "kecil", held=True)
        large = karangan(Path(folder) / "karangan")
        return told(small, large, count, Path(folder) / "ini")


def told(small: Terbitan, large: Terbitan, count: int, place: Path) -> int:
    """Kill builds; print the faults, then the table; return the exit code."""
    table: dict[str, Counter[str]] = {"kecil": Counter(), "karangan": Counter()}
    faults = 0
    quick, slow = moments(SEED), moments(SEED, LONGER)
    for n in range(count):
        book = "karangan" if n % WHOLE_BOOK == WHOLE_BOOK - 1 else "kecil"
        one = Round(n, next(slow if book == "karangan" else quick))
        made = tried(large if book == "karangan" else small, one, place)
        table[book][made.state] += 1
        if made.fault:
            faults += 1
            print(f"{book} {one}: {made.state}: {made.fault}", flush=True)
    for book, counter in table.items():
        print(f"{book}: {sum(counter.values())} kali dibunuh")
        for state, times in sorted(counter.items()):
            print(f"  {times:4}  {state}")
    print(f"{faults} salah")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
