"""Every call by which a build writes: the build is killed there, or the call fails.

python -m tests.force.injected          all of it: some thousand builds
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from sopgen import pipeline
from sopgen.model.diagnostic import Severity
from tests.force.injecting import ERRORS, KILLS, LASTING, Strike, Traced, traced
from tests.force.kantor import (
    CACHE,
    MANIFEST,
    Kantor,
    Terbitan,
    differing,
    memory,
    terbitan,
)

DEAD = -9
#: A copy for staff that is done without where it cannot be made.
COPIES = ("suntingan/keputusan-1-2-asli.docx",)
FINDING = re.compile(
    r"^(?:\S.*: )?(?:kesalahan|error|galat)\[(SOP\d+)\]: (.*)$", re.MULTILINE
)


@dataclass(frozen=True)
class Outcome:
    """What came of a case: how it ended, in a word, and what is wrong with that."""

    case: Strike
    call: tuple[str, ...]
    how: str
    fault: str


def cases(calls: Sequence[Sequence[str]]) -> Iterator[Strike]:
    """Yield every case of the calls of a build."""
    for at, (name, *_) in enumerate(calls, 1):
        halved = ("torn", "short") if name == "write" else ()
        for do in ("kill", *halved, *ERRORS):
            yield Strike(at, do)
        for do in LASTING:
            yield Strike(at, do, on=True)


def tried(edisi: Terbitan, case: Strike, place: Path) -> Outcome:
    """Return what comes of a case, in a copy of the office at a place."""
    left = edisi.kantor.copy(place)
    done = traced(left, case)
    call = done.calls[case.at - 1] if len(done.calls) >= case.at else ()
    if case.do in KILLS:
        how, fault = _killed(edisi, left, done)
    else:
        how, fault = _failed(edisi, left, done)
    forgone = () if case.do in KILLS else COPIES
    fault = fault or _left_over(case, call, how) or _again(edisi, left, how, forgone)
    shutil.rmtree(place)
    return Outcome(case, call, how, fault)


def state(edisi: Terbitan, left: Kantor) -> str:
    """Return in a word what a build left."""
    now = left.lies()
    if left.journal.exists():
        return "sebagian, diberitahukan"
    workshop = " dengan bengkel" if left.workshop.is_dir() else ""
    if now == edisi.before:
        return f"edisi lama{workshop}"
    return f"edisi baru{workshop}" if now == edisi.after else "sebagian"


def _killed(edisi: Terbitan, left: Kantor, done: Traced) -> tuple[str, str]:
    how = state(edisi, left)
    if done.code != DEAD:
        return how, f"ended by {done.code}"
    return how, edisi.fault(left)


def _failed(edisi: Terbitan, left: Kantor, done: Traced) -> tuple[str, str]:
    """Return how a build ended of which a call failed, and what is wrong with it."""
    how = state(edisi, left)
    return how, _said(done) or _whole(edisi, left, done, how)


def _said(done: Traced) -> str:
    if done.code not in (0, 1) or "Traceback" in done.err or "tak terduga" in done.err:
        return f"code {done.code}: {done.err[-300:]}"
    errors = FINDING.findall(done.err)
    if bool(errors) != (done.code == 1):
        return f"code {done.code}, told {errors}: {done.err[-300:]}"
    return ""


def _whole(edisi: Terbitan, left: Kantor, done: Traced, how: str) -> str:
    if how == "sebagian":
        return _named(edisi, left, done)
    if done.code == 0 and not how.startswith("edisi baru"):
        return f"ended well, but {how}: {differing(left.lies(), edisi.after)}"
    if (
        done.code
        and how.startswith("edisi lama")
        and len(FINDING.findall(done.err)) > 1
    ):
        return f"told more than once: {done.err}"
    return edisi.fault(left)


def _named(edisi: Terbitan, left: Kantor, done: Traced) -> str:
    """Return what is wrong with a folder in which some files could not be replaced."""
    now = left.lies()
    lost = edisi.staff - set(now.values())
    names = [
        name
        for name in differing(now, edisi.after)
        if name != MANIFEST and (name in now or not name.startswith("suntingan/"))
    ]
    told = re.findall(r"berkas masih dari edisi lama: (.*)", done.err)
    listed = told[0].split(", ") if told else []
    wrong = [n for n in names if now.get(n) != edisi.before.get(n) or n not in listed]
    missing = [n for n in wrong if n not in now]
    torn = [n for n in now if n != MANIFEST and now[n] not in edisi.known]
    unsaid = [n for n in missing if f"{n}: " not in done.err]
    if lost or torn or [n for n in wrong if n not in missing] or unsaid:
        return f"mixed: lost {len(lost)}, torn {torn}, wrong {wrong}: {done.err[-900:]}"
    return ""


def _left_over(case: Strike, call: Sequence[str], how: str) -> str:
    """Return what is wrong if one failure leaves a workshop with nothing in it."""
    removing = call and call[0] in ("unlink", "rmdir")
    alone = case.do in ERRORS and not case.on and not removing
    return f"{how}, after one failure" if alone and how.endswith("bengkel") else ""


def _again(edisi: Terbitan, left: Kantor, how: str, forgone: Collection[str]) -> str:
    """Build again, in this process; return what is wrong with what lies there then."""
    wish = pipeline.Wish(left.place / "specs" / left.id, left.output)
    result = pipeline.build(wish, lambda *_: None)
    errors = (one for one in result.findings if one.severity is Severity.ERROR)
    codes = sorted({one.code for one in errors})
    now = left.lies()
    names = [name for name in differing(now, edisi.after) if name not in forgone]
    if names:
        return f"{how}; the next build: {codes} {names}"
    cache = left.output / CACHE
    litter = [f.name for f in left.output.rglob(".sopgen-*") if cache not in f.parents]
    return f"{how}; litter {litter}" if litter else ""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case")
    parser.add_argument("--first", type=int, default=0, help="and the first of them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--do", default="")
    parser.add_argument("--calls", default="")
    wanted = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="sopgen-paksa-", dir=memory()) as folder:
        place = Path(folder)
        edisi = terbitan(place, held=False)
        calls = traced(edisi.kantor.copy(place / "hitung")).calls
        every = [*cases(calls)][wanted.first :: wanted.every]
        every = [c for c in every if not wanted.do or c.do in wanted.do.split(",")]
        if wanted.calls:
            every = [c for c in every if str(c.at) in wanted.calls.split(",")]
        with ProcessPoolExecutor(wanted.jobs) as pool:
            places = [place / f"kasus-{n}" for n in range(len(every))]
            made = pool.map(tried, repeat(edisi), every, places)
            return told(len(calls), made)


def told(count: int, made: Iterator[Outcome]) -> int:
    """Print each fault as it is found, then the table; return the exit code."""
    table: dict[str, Counter[str]] = {}
    faults = 0
    for one in made:
        kind = one.case.do + ("+" if one.case.on else "")
        table.setdefault(kind, Counter())[one.how] += 1
        if one.fault:
            faults += 1
            print(f"{one.case} {one.call}: {one.fault}", flush=True)
    print(f"{count} panggilan; {sum(sum(c.values()) for c in table.values())} kasus")
    for kind, counter in table.items():
        print(f"{kind:8} {sum(counter.values()):5}  {dict(counter)}")
    print(f"{faults} salah")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
