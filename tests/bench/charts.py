"""What a chart takes that has more rows and more pelaksana: its layout, its book."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

from tests.bench.flow import write_flow
from tests.bench.line import Point, doubled
from tests.bench.report import Told
from tests.bench.rows import built
from tests.bench.table import Table, figure
from tests.bench.taken import environment, take

BARIS, PELAKSANA = (6, 15, 30, 60), (3, 8, 15)
LAYOUT = (sys.executable, "-m", "tests.bench.layout")
#: What is laid out first, so that fonts and symbols are read.
WARM = "alur-hangat"


class Size(NamedTuple):
    """How large a chart is."""

    baris: int
    pelaksana: int

    @property
    def nama(self) -> str:
        """Return the name of its spec."""
        return f"alur-{self.baris}-{self.pelaksana}"


class Chart(NamedTuple):
    """A chart: seconds of CPU for its layout alone, and for a book of nothing else."""

    layout: float
    build: float


def charts(place: Path, rounds: int, told: Told) -> dict[Size, Chart]:
    """Return what charts of all sizes take, round after round."""
    sizes = [Size(baris, pelaksana) for baris in BARIS for pelaksana in PELAKSANA]
    write_flow(place / "specs" / WARM, 5, 4)
    for one in sizes:
        write_flow(place / "specs" / one.nama, *one)
    made: dict[Size, list[Chart]] = {one: [] for one in sizes}
    for number in range(rounds):
        for one, own in made.items():
            own.append(Chart(_layout(one, place), _build(one, place)))
            told(f"round {number + 1}/{rounds}  {one.nama}: {own[-1].layout:.3f} s")
    return {one: _middle(own) for one, own in made.items()}


def _layout(size: Size, place: Path) -> float:
    command = [*LAYOUT, f"specs/{WARM}", f"specs/{size.nama}"]
    made = subprocess.run(
        command, cwd=place, env=environment(), stdout=subprocess.PIPE, check=True
    )
    return float(made.stdout)


def _build(size: Size, place: Path) -> float:
    output = f"output-{size.nama}"
    rmtree(place / output, ignore_errors=True)
    return take(built(size.nama, output), place).cpu


def _middle(rounds: Sequence[Chart]) -> Chart:
    return Chart(*(median(figures) for figures in zip(*rounds, strict=True)))


def table_of(every: dict[Size, Chart]) -> Table:
    """Return the charts as a table: for each number of pelaksana layout and build."""
    rows = []
    for baris in BARIS:
        own = [every[Size(baris, pelaksana)] for pelaksana in PELAKSANA]
        layouts = [figure(one.layout, 3) for one in own]
        rows.append((str(baris), *layouts, *(figure(one.build) for one in own)))
    head = [f"layout, {n} pelaksana" for n in PELAKSANA]
    head += [f"build, {n} pelaksana" for n in PELAKSANA]
    return Table(said(every), ("rows", *head), tuple(rows))


def said(every: dict[Size, Chart]) -> str:
    """Return in words how often the layout of twice the rows takes that of the rows."""
    fewer, most = BARIS[-2:]
    times = []
    for pelaksana in PELAKSANA:
        ends = [Point(b, every[Size(b, pelaksana)].layout) for b in (fewer, most)]
        times.append(f"× {figure(doubled(*ends), 1)}")
    twice = f"{most} rows, beside {fewer}, take {', '.join(times)} of the layout"
    return f"Seconds of CPU of one chart; {twice}"
