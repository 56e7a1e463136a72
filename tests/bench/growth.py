"""What one SOP more takes: books of one and of hundreds, and a line through them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

from tests.bench.book import write_book
from tests.bench.line import Line, Point, farthest, fit, steps
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
    """A book of so many SOP, built: seconds of CPU, the same as imports, and MB."""

    size: int
    cpu: float
    ratio: float
    peak: float


def grown(counts: Sequence[int], place: Path, rounds: int, told: Told) -> list[Grown]:
    """Build books of some sizes from nothing, by one process, round after round."""
    made: dict[int, list[Grown]] = {count: [] for count in counts}
    for count in counts:
        write_book(place / "specs" / f"buku-{count}", count)
        take((*SOPGEN, "check", f"buku-{count}"), place)
    for number in range(rounds):
        for count in counts:
            made[count].append(one := _built(count, place))
            told(f"round {number + 1}/{rounds}  {count} SOP: {one.cpu:.1f} s")
    return [_middle(own) for own in made.values()]


def _built(count: int, place: Path) -> Grown:
    """Return a book built, between two imports of the libraries."""
    output = f"output-{count}"
    rmtree(place / output, ignore_errors=True)
    before = imports(place)
    own = take(built(f"buku-{count}", output), place)
    yardstick = (before.cpu + imports(place).cpu) / 2
    return Grown(count, own.cpu, own.cpu / yardstick, own.peak)


def _middle(rounds: Sequence[Grown]) -> Grown:
    return Grown(*(median(figures) for figures in zip(*rounds, strict=True)))


def table_of(every: Sequence[Grown]) -> Table:
    """Return the books as a table: what they took, and how far that is off the line.

    The line is laid through the ratios: these the load of the machine moves least.
    """
    ratio, peak = _points(every, "ratio"), _points(every, "peak")
    columns = (
        (str(one.size) for one in every),
        (figure(one.cpu) for one in every),
        (figure(one.ratio, 1) for one in every),
        (NONE, *(figure(more, 3) for more in steps(_points(every, "cpu")))),
        (percent(fit(ratio).off(one)) for one in ratio),
        (figure(one.peak, 0) for one in every),
        (NONE, *(figure(more) for more in steps(peak))),
        (percent(fit(peak).off(one)) for one in peak),
    )
    title = said(fit(ratio), ratio, fit(peak))
    return Table(title, HEAD, tuple(zip(*columns, strict=True)))


def said(line: Line, points: Sequence[Point], memory: Line) -> str:
    """Return the line in words."""
    worst = farthest(line, points)
    off = f"{percent(line.off(worst))} at {worst.size:.0f}"
    more = f"{line.slope:.3f} × the imports and {memory.slope:.2f} MB"
    return f"One SOP more: {more}; farthest from a straight line: {off}"


def _points(every: Sequence[Grown], what: str) -> list[Point]:
    return [Point(one.size, getattr(one, what)) for one in every]
