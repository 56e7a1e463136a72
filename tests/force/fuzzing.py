"""Invent inputs for minutes, run the real thing on each, and keep what escapes it.

``python -m tests.force.fuzzing NAME MINUTES [SEED [FOLDER]]``

A fuzzer is a file ``tests/force/fuzz_NAME.py`` with a ``FUZZER``: a strategy of inputs,
each some files by their names, and what is run in a folder that holds them.  An escape
is whatever the program does not tell in its own words: an exception, a warning of
Python, too much time or memory, and what the run itself calls an ``Escape``.
"""

from __future__ import annotations

import importlib
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.books import ROOT
from tests.force.limits import TooSlow, limited

#: The files of an input by their names below the folder of the run.
Files = Mapping[str, bytes]

HERE = Path(__file__).parent
#: Where inputs lie that escaped once: a folder a fuzzer, in it a folder an input.
KEPT = HERE / "kept"
#: Examples of one round by the clock, and for how many seconds an escape is minimised.
ROUND, MINIMISING = 100, 90
QUIET = settings(
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate, Phase.shrink),
    report_multiple_bugs=False,
    print_blob=False,
)


class Escape(Exception):  # noqa: N818 - what a run calls so
    """What the program did is wrong, though it raised nothing; the text says what."""


@dataclass(frozen=True)
class Fuzzer:
    """Inputs, and what is run on each: it returns the codes of what was found.

    ``run`` gets a folder that holds the files of the input and nothing else, and may
    write beside them.  ``examples`` are as many as take less than ten seconds.
    """

    inputs: SearchStrategy[Files]
    run: Callable[[Path], Iterable[str]]
    examples: int
    seconds: float = 10
    megabytes: int = 400


class Escaped(NamedTuple):
    """An escape: its kind, the whole of what is known, and the input."""

    kind: str
    told: str
    files: Files


@dataclass
class Tally:
    """What came of all inputs of a run."""

    tried: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    outcomes: set[tuple[str, ...]] = field(default_factory=set)
    again: Counter[str] = field(default_factory=Counter)
    escapes: dict[str, Escaped] = field(default_factory=dict)

    def note(self, codes: Iterable[str]) -> None:
        """Count what was found in an input, each code once."""
        once = tuple(sorted(set(codes)))
        self.codes.update(once)
        self.outcomes.add(once)


def names() -> tuple[str, ...]:
    """Return the names of all fuzzers."""
    return tuple(sorted(file.stem[5:] for file in HERE.glob("fuzz_*.py")))


def named(name: str) -> Fuzzer:
    """Return a fuzzer by its name."""
    made = importlib.import_module(f"tests.force.fuzz_{name}").FUZZER
    assert isinstance(made, Fuzzer)
    return made


def attempt(fuzzer: Fuzzer, files: Files, folder: Path) -> tuple[str, ...]:
    """Run a fuzzer on one input in a folder of its own; raises what escapes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write(folder, files)
    with limited(fuzzer.seconds, fuzzer.megabytes):
        return tuple(fuzzer.run(folder))


def write(folder: Path, files: Files) -> None:
    """Write the files of an input into a folder."""
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def kept(name: str) -> dict[str, Files]:
    """Return the inputs of a fuzzer that escaped once, by what they are called."""
    found = sorted(p for p in (KEPT / name).glob("*") if p.is_dir())
    return {one.name: _files(one) for one in found}


def _files(folder: Path) -> Files:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


def short_pass(fuzzer: Fuzzer, folder: Path) -> Tally:
    """Run the same few examples each time; raises the first escape, minimised."""
    tally = Tally()

    @settings(QUIET, max_examples=fuzzer.examples)
    @seed(0)
    @given(files=fuzzer.inputs)
    def one(files: Files) -> None:
        tally.tried += 1
        try:
            tally.note(attempt(fuzzer, files, folder))
        except TooSlow as error:
            raise Escape(str(error)) from error

    one()
    return tally


def by_the_clock(
    fuzzer: Fuzzer, seconds: float, first: int, folder: Path, most: int = 1_000
) -> Tally:
    """Run round after round until the time is over; each kind of escape once.

    Inputs are run in a folder, and what escapes is written beside it.  It ends sooner
    when it has found so many kinds (``most``).
    """
    tally = Tally()
    end = time.monotonic() + seconds
    number = first * 1_000_000
    while time.monotonic() < end and len(tally.escapes) < most:
        if escaped := _round(fuzzer, number, tally, _Clock(end, folder)):
            tally.escapes[escaped.kind] = escaped
            place = _kept_aside(escaped, len(tally.escapes), folder.parent)
            print(f"lolos: {escaped.kind} → {place.as_posix()}", flush=True)
        number += 1
    return tally


class _Clock(NamedTuple):
    """When the time is over, and where inputs are run."""

    end: float
    folder: Path


class _Enough(BaseException):
    """The time of a round is over; no failure to Hypothesis, which would go on."""


@dataclass
class _Smallest:
    """The smallest input of the escape that a round has come upon."""

    escaped: Escaped | None = None
    since: float = 0

    @property
    def spent(self) -> bool:
        """Return whether it was minimised for long enough."""
        return bool(self.since) and time.monotonic() > self.since + MINIMISING

    def offer(self, other: Escaped) -> None:
        """Keep an input if it is the first or smaller."""
        self.since = self.since or time.monotonic()
        if self.escaped is None or _size(other.files) < _size(self.escaped.files):
            self.escaped = other


def _size(files: Files) -> int:
    return sum(map(len, files.values()))


def _round(fuzzer: Fuzzer, number: int, tally: Tally, clock: _Clock) -> Escaped | None:
    """Run some examples; return the first escape of a new kind, minimised."""
    smallest = _Smallest()

    @settings(QUIET, max_examples=ROUND)
    @seed(number)
    @given(files=fuzzer.inputs)
    def one(files: Files) -> None:
        if smallest.spent or (time.monotonic() > clock.end and not smallest.escaped):
            raise _Enough
        tally.tried += 1
        try:
            tally.note(attempt(fuzzer, files, clock.folder))
        except (Exception, TooSlow) as error:
            kind = kind_of(error)
            sought = smallest.escaped.kind if smallest.escaped else kind
            if kind in tally.escapes or kind != sought:
                tally.again[kind] += 1
                return
            told = "".join(traceback.format_exception(error))
            smallest.offer(Escaped(kind, told, dict(files)))
            raise Escape(kind) from None

    try:
        one()
    except _Enough:
        pass
    except Exception as error:
        if smallest.escaped is None:
            raise RuntimeError("the fuzzer itself is at fault") from error
    return smallest.escaped


def kind_of(error: BaseException) -> str:
    """Return what kind of escape it is: what was raised, and by which of our lines."""
    if isinstance(error, Escape):
        return str(error).partition("\n")[0][:80]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if f"{ROOT.as_posix()}/sopgen/" in f.filename]
    name = "lambat" if isinstance(error, TooSlow) else type(error).__name__
    if not ours:
        return name
    if name == "RecursionError":
        return f"{name}-{Path(ours[-1].filename).stem}"
    return f"{name}-{Path(ours[-1].filename).stem}-{ours[-1].name}"


def _kept_aside(escaped: Escaped, number: int, folder: Path) -> Path:
    """Write an escape into a folder of its own: its input, and what is known of it."""
    kind = "".join(c if c.isalnum() else "-" for c in escaped.kind)
    place = folder / f"{number:02}-{kind}"
    shutil.rmtree(place, ignore_errors=True)
    write(place / "masukan", escaped.files)
    (place / "lolos.txt").write_text(escaped.told, encoding="utf-8")
    return place


def report(name: str, tally: Tally) -> None:
    """Print what came of a run."""
    codes = ", ".join(f"{code} {n}" for code, n in sorted(tally.codes.items()))
    print(f"{name}: {tally.tried} masukan, {len(tally.outcomes)} hasil berbeda")
    print(f"  temuan: {codes}")
    for kind in sorted(tally.escapes):
        print(f"  lolos: {kind} (dan {tally.again[kind]} lagi)")
    if not tally.escapes:
        print("  lolos: tidak ada")


def main(name: str, minutes: str = "1", first: str = "0", folder: str = "") -> int:
    """Run a fuzzer, or all of them (``semua``), each for some minutes."""
    place = Path(folder) if folder else ROOT / "output" / "fuzz"
    escaped = False
    for one in names() if name == "semua" else (name,):
        below = place / one
        start = time.process_time()
        tally = by_the_clock(
            named(one), 60 * float(minutes), int(first), below / "sedang"
        )
        report(one, tally)
        print(f"  CPU: {time.process_time() - start:.0f} detik", flush=True)
        shutil.rmtree(below / "sedang", ignore_errors=True)
        escaped = escaped or bool(tally.escapes)
    return 1 if escaped else 0


if __name__ == "__main__":
    # the same module as the one that the fuzzers import, not a copy of it
    from tests.force import fuzzing

    sys.exit(fuzzing.main(*sys.argv[1:]))
