"""Change the program in small ways and see whether its tests notice: ``make mutants``.

A fixed seed draws mutants of Cosmic Ray's over the stages; each is put into a copy of
the project, and the tests that run its lines are asked there, the quickest first, then
the goldens; where no test is known to, the quick ones of its stage.  What survives is
printed as a patch.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from itertools import accumulate
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree, ignore_patterns

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from sopgen.layout.route.search.dice import Dice
from tests.witnesses import Witnesses, watch

ROOT = Path(__file__).parent.parent
#: What runs the tests of a stage until the first that fails.
PYTEST = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider")
#: How long the tests that run a line are asked, the quickest first, s; those that may
#: wait for an office program as long again, last.
ASKED = 60.0
#: What of the project no test needs, at its top and anywhere.
UNNEEDED = (".venv", ".git", "output", ".hypothesis", ".mypy_cache", ".ruff_cache")
COMPILED = "__pycache__"
#: What was looked at and accepted, of every stage.
GOLDENS = "tests/golden"
#: The tests that have to notice, by stage.
TESTS = {
    "layout": ("tests/layout", "tests/drawing"),
    "spec": ("tests/spec", "tests/cli"),
    "parts": (
        "tests/parts",
        "tests/test_nothing_lost.py",
        "tests/test_book.py",
        "tests/test_last_year.py",
        "tests/test_marks.py",
    ),
    "typeset": ("tests/typeset", "tests/test_nothing_lost.py"),
    "render": ("tests/render",),
    "lint": ("tests/lint",),
}
#: Where numbers weigh or colour: another one is as right.
WEIGHTS = ("costs.py", "theme.py", "ink.py", "styles.py", "looks.py", "paginate.py")
NUMBERS = "core/NumberReplacer"
#: A union of types is no union of sets, a cache changes no result.
LEFT_OUT = ("core/ReplaceBinaryOperator_BitOr", "core/RemoveDecorator")
#: Longer than this a mutant runs in circles, s; it counts as killed.
PATIENCE = 900
#: What can become of a mutant.
KILLED, OUT_OF_TIME, SURVIVES = "killed", "killed: out of time", "SURVIVES"


@dataclass(frozen=True)
class Mutant:
    """The n-th change that an operator can make in a file."""

    file: str
    operator: str
    n: int

    def sound(self) -> str:
        """Return the file's code without the change."""
        return (ROOT / self.file).read_text(encoding="utf-8")

    def code(self) -> str:
        """Return the file's code with the change in it."""
        return str(mutate_code(self.sound(), get_operator(self.operator)(), self.n))

    def lines(self) -> list[int]:
        """Return the lines that the change touches."""
        both = SequenceMatcher(
            None, self.sound().splitlines(), self.code().splitlines(), autojunk=False
        )
        return [
            line
            for tag, first, last, _, _ in both.get_opcodes()
            if tag != "equal"
            for line in range(first + 1, max(last, first + 1) + 1)
        ]

    def patch(self) -> str:
        """Return the change as a patch."""
        old, new = self.sound().splitlines(), self.code().splitlines()
        return "\n".join(unified_diff(old, new, self.file, lineterm="", n=0))


def mutants(stage: str) -> Iterator[Mutant]:
    """Yield every mutant of a stage."""
    operators = [
        name
        for name in operator_names()
        if not get_operator(name).arguments() and not name.startswith(LEFT_OUT)
    ]
    for file in sorted((ROOT / "sopgen" / stage).rglob("*.py")):
        nodes = tuple(ast_nodes(get_ast(file.read_text(encoding="utf-8"))))
        for name in operators:
            if name == NUMBERS and file.name in WEIGHTS:
                continue
            operator = get_operator(name)()
            count = sum(1 for node in nodes for _ in operator.mutation_positions(node))
            where = file.relative_to(ROOT).as_posix()
            yield from (Mutant(where, name, n) for n in range(count))


def drawn(count: int, seed: int) -> Iterator[tuple[str, Mutant]]:
    """Yield so many mutants, one of each stage in turn, drawn by a seed."""
    dice = Dice(seed)
    every = {stage: list(mutants(stage)) for stage in TESTS}
    for _ in range(count // len(TESTS)):
        for stage, left in every.items():
            yield stage, left.pop(dice.throw(len(left)))


def fate(stage: str, mutant: Mutant, witnesses: Witnesses, copy: Path) -> str:
    """Return what the tests make of a mutant in a copy of the project."""
    file = copy / mutant.file
    sound = file.read_text(encoding="utf-8")
    file.write_text(mutant.code(), encoding="utf-8")
    asked = _asked(mutant, witnesses)
    only = copy / "only.txt"
    only.write_text("\n".join(asked), encoding="utf-8")
    modules = sorted({test.partition("::")[0] for test in asked})
    try:
        seen = bool(asked) and not _pass(("--only", str(only), *modules), copy)
        seen = seen or not _pass((GOLDENS,), copy)
        if not asked:
            seen = seen or not _pass(("--quick", *TESTS[stage]), copy)
    except subprocess.TimeoutExpired:
        return OUT_OF_TIME
    finally:
        file.write_text(sound, encoding="utf-8")
    return KILLED if seen else SURVIVES


def _asked(mutant: Mutant, witnesses: Witnesses) -> list[str]:
    """Return the tests that run what a mutant changes, as many as there is time for."""
    tests = witnesses.of(mutant.file, mutant.lines(), mutant.sound())
    last = [test for test in tests if test in witnesses.office]
    first = [test for test in tests if test not in witnesses.office]
    return [*_in_time(first, witnesses), *_in_time(last, witnesses)]


def _in_time(tests: list[str], witnesses: Witnesses) -> Iterator[str]:
    spent = accumulate(witnesses.seconds[test] for test in tests)
    return (test for test, s in zip(tests, spent, strict=True) if s <= ASKED)


def _pass(arguments: Sequence[str], copy: Path) -> bool:
    ran = subprocess.run(
        [sys.executable, *PYTEST, *arguments],
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return ran.returncode == 0


def _copied(folder: Path) -> Path:
    """Return a copy of the project."""
    compiled = ignore_patterns(COMPILED)

    def unneeded(place: str, names: list[str]) -> set[str]:
        top = UNNEEDED if Path(place) == ROOT else ()
        return compiled(place, names) | set(top) & set(names)

    return copytree(ROOT, folder, ignore=unneeded)


def main() -> None:
    """Print each mutant that survives, and how many do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--kerja", type=int, default=2)
    wish = parser.parse_args()
    chosen = tuple(drawn(wish.count, wish.seed))
    with tempfile.TemporaryDirectory() as folder:
        places = [_copied(Path(folder) / str(n) / "sopgen") for n in range(wish.kerja)]
        witnesses = watch(places[0], wish.kerja)
        copies: SimpleQueue[Path] = SimpleQueue()
        for place in places:
            copies.put(place)

        def tried(one: tuple[str, Mutant]) -> str:
            copy = copies.get()
            try:
                became = fate(*one, witnesses, copy)
            finally:
                copies.put(copy)
            print(f"{became} {one[1]}", flush=True)
            if became == SURVIVES:
                print(one[1].patch(), flush=True)
            return became

        with ThreadPoolExecutor(wish.kerja) as pool:
            lived = list(pool.map(tried, chosen)).count(SURVIVES)
    print(f"{lived} of {len(chosen)} mutants survive")


if __name__ == "__main__":
    main()
