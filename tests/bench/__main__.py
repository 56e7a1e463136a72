"""Measure, and print what came of it: see the package."""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import charts, growth, report
from tests.bench.readme import README, put_into
from tests.bench.rows import rows
from tests.bench.table import Table
from tests.books import ROOT

#: Rounds of commands, and of what grows; of a quick run.
ROUNDS, FEWER, QUICK = 5, 3, 2
#: SOP of the books of a quick run.
SMALL = (1, 18, 60)


class Asked(argparse.Namespace):
    """What is asked for."""

    cepat: bool
    tumbuh: bool
    putaran: int
    markdown: bool
    readme: bool


def asked() -> Asked:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser("python -m tests.bench")
    about = {
        "cepat": f"a minute: {QUICK} rounds of the main commands",
        "tumbuh": "only growth: books of 1 to 500 SOP, charts of 6 to 60 rows",
        "markdown": "print Markdown",
        "readme": "measure all, print Markdown, and put it into README",
    }
    for name, help_ in about.items():
        parser.add_argument(f"--{name}", action="store_true", help=help_)
    parser.add_argument("--putaran", type=int, default=0, help="so many rounds")
    return parser.parse_args(namespace=Asked())


def told(line: str) -> None:
    """Say what is being measured."""
    print(line, file=sys.stderr, flush=True)


def commands(one: Asked, place: Path) -> Iterator[Table]:
    """Measure commands."""
    every = [row for row in rows(place) if row.quick or not one.cepat]
    rounds = one.putaran or (QUICK if one.cepat else ROUNDS)
    made = report.measured(every, place, rounds, told)
    yield report.table_of(made, report.memory(every, place, told))


def growing(one: Asked, place: Path) -> Iterator[Table]:
    """Measure what grows."""
    rounds = one.putaran or (1 if one.cepat else FEWER)
    counts = SMALL if one.cepat else growth.COUNTS
    yield growth.table_of(growth.grown(counts, place, rounds, told))
    if not one.cepat:
        yield charts.table_of(charts.charts(place, rounds, told))


def parts(one: Asked) -> Iterator[Callable[[Asked, Path], Iterator[Table]]]:
    """Yield what is measured."""
    if one.readme or not one.tumbuh:
        yield commands
    if one.readme or one.tumbuh:
        yield growing


def main(one: Asked) -> None:
    """Print tables, each as soon as it is measured."""
    compileall.compile_dir(ROOT / "sopgen", quiet=2)
    tables = []
    for measure in parts(one):
        with tempfile.TemporaryDirectory() as scratch:
            for table in measure(one, Path(scratch)):
                tables.append(table)
                markdown = one.markdown or one.readme
                print(table.markdown() if markdown else table.plain(), end="\n\n")
    if one.readme:
        put_into(README, "\n\n".join(table.markdown() for table in tables))


if __name__ == "__main__":
    main(asked())
