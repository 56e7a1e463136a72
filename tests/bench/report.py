"""Run what is measured, round after round, and put it into a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.memory import peak_of_all
from tests.bench.pairs import OWN, Round, in_turn, ratios
from tests.bench.rows import HELP, IMPORTS, Row
from tests.bench.table import Table, between, figure
from tests.bench.taken import Taken, take

HEAD = (
    "Karangan, 18 SOP", "CPU s", "CPU × imports", "CPU × --help", "clock s",
    "clock × imports", "MB", "MB in all",
)  # fmt: skip
#: What is told while it is measured.
Told = Callable[[str], None]


def measured(
    every: Sequence[Row], place: Path, rounds: int, told: Told
) -> Mapping[str, list[Round]]:
    """Return the rounds of each row; a row's rounds lie far from each other in time."""
    made: dict[str, list[Round]] = {row.name: [] for row in every}
    for number in range(rounds):
        for row in every:
            one = once(row, place, number)
            made[row.name].append(one)
            cpu, ratio = figure(one.own.cpu), figure(one.ratio("imports", "cpu"))
            told(f"round {number + 1}/{rounds}  {row.name}: {cpu} s CPU, {ratio} ×")
    return made


def once(row: Row, place: Path, number: int) -> Round:
    """Return a round: the yardsticks, and the thing beside them."""
    row.before()
    commands = {"imports": IMPORTS, "help": HELP, OWN: row.command}
    took = in_turn(number, {n: partial(take, c, place) for n, c in commands.items()})
    own = took[OWN].beyond(took["imports"]) if row.beyond else took[OWN]
    return Round(took["imports"], took["help"], own)


def table_of(
    made: Mapping[str, Sequence[Round]], together: Mapping[str, float | None]
) -> Table:
    """Return what was measured as a table."""
    bases = [one.imports for rounds in made.values() for one in rounds]
    rows = [_row("imports of the libraries", [Round(b, b, b) for b in bases], None)]
    rows[0] = (*rows[0][:2], "1", figure(None), rows[0][4], "1", *rows[0][6:])
    rows += [_row(name, own, together.get(name)) for name, own in made.items()]
    least = len(next(iter(made.values())))
    title = f"Middle of {least} rounds (least–greatest)"
    return Table(title, HEAD, tuple(rows))


def _row(name: str, rounds: Sequence[Round], together: float | None) -> tuple[str, ...]:
    def middle(what: str) -> float:
        return float(median(getattr(one.own, what) for one in rounds))

    return (
        name,
        figure(middle("cpu")),
        between(ratios(rounds, "imports", "cpu")),
        figure(ratios(rounds, "help", "cpu").middle, 1),
        figure(middle("wall")),
        between(ratios(rounds, "imports", "wall")),
        figure(middle("peak"), 0),
        figure(together, 0),
    )


def memory(every: Sequence[Row], place: Path, told: Told) -> dict[str, float | None]:
    """Return what all processes of some rows had together at their most, in MB."""
    made: dict[str, float | None] = {}
    for row in (row for row in every if row.together):
        told(f"memory  {row.name}")
        row.before()
        made[row.name] = peak_of_all(row.command, place)
    return made


def imports(place: Path) -> Taken:
    """Return what the imports of the libraries take."""
    return take(IMPORTS, place)
