"""What one SOP more takes: books of one and of hundreds, and a line through them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

from tests.bench.book import write_book
from tests.bench.line import Point, farthest, fit, steps
from tests.bench.report import Told, imports
from tests.bench.rows import SOPGEN, built
from tests.bench.table import NONE, Table, figure, percent
from tests.bench.taken import take

COUNTS = (1, 18, 60, 180, 500)
HEAD = (
    "SOP", "CPU s", "CPU × imports", "of one more, s", "off the line", "MB",
    "of one more, MB", "off the line",
)  # fmt: skip


class Grown(NamedTuple):
    """A book of so many SOP, built: seconds of CPU, and MB."""

    size: int
    cpu: float
    peak: float


class Growth(NamedTuple):
    """Books of several sizes, and the CPU of the imports between their builds."""

    books: tuple[Grown, ...]
    imports: float


def grown(counts: Sequence[int], place: Path, rounds: int, told: Told) -> Growth:
    """Build books of some sizes from nothing, by one process, round after round."""
    made: dict[int, list[Grown]] = {count: [] for count in counts}
    bases = [imports(place).cpu]
    for count in counts:
        write_book(place / "specs" / f"buku-{count}", count)
        take((*SOPGEN, "check", f"buku-{count}"), place)
    for number in range(rounds):
        for count in counts:
            made[count].append(one := _built(count, place))
            bases.append(imports(place).cpu)
            told(f"round {number + 1}/{rounds}  {count} SOP: {one.cpu:.1f} s")
    return Growth(tuple(_middle(own) for own in made.values()), median(bases))


def _built(count: int, place: Path) -> Grown:
    """Return a book built."""
    output = f"output-{count}"
    rmtree(place / output, ignore_errors=True)
    own = take(built(f"buku-{count}", output), place)
    return Grown(count, own.cpu, own.peak)


def _middle(rounds: Sequence[Grown]) -> Grown:
    return Grown(*(median(figures) for figures in zip(*rounds, strict=True)))


def table_of(made: Growth) -> Table:
    """Return the books as a table: what they took, and how far that is off the line."""
    every = made.books
    cpu, peak = _points(every, "cpu"), _points(every, "peak")
    columns = (
        (str(one.size) for one in every),
        (figure(one.cpu) for one in every),
        (figure(one.cpu / made.imports, 1) for one in every),
        (NONE, *(figure(more, 3) for more in steps(cpu))),
        (percent(fit(cpu).off(one)) for one in cpu),
        (figure(one.peak, 0) for one in every),
        (NONE, *(figure(more) for more in steps(peak))),
        (percent(fit(peak).off(one)) for one in peak),
    )
    return Table(said(made), HEAD, tuple(zip(*columns, strict=True)))


def said(made: Growth) -> str:
    """Return in words what one SOP more takes, and how straight that is."""
    cpu, peak = _points(made.books, "cpu"), _points(made.books, "peak")
    line = fit(cpu)
    worst = farthest(line, cpu)
    off = f"{percent(line.off(worst))} at {worst.size:.0f}"
    more = f"{line.slope / made.imports:.3f} × the imports, {fit(peak).slope:.2f} MB"
    return f"One SOP more: {more}; farthest from a straight line: {off}"


def _points(every: Sequence[Grown], what: str) -> list[Point]:
    return [Point(one.size, getattr(one, what)) for one in every]
