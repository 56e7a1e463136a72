"""Which tests run a line of the program, the quickest first."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from coverage import CoverageData

#: What a run of every test leaves in the project: lines by test, seconds by test.
SEEN, TIMES = ".coverage", "times.xml"
#: A module that starts an office program: each of its tests may wait for it.
OFFICE = "libreoffice"
#: What is watched, and that its files are named from the project's top.
SETTINGS = "[run]\nsource = sopgen\nrelative_files = true\n"


@dataclass(frozen=True)
class Witnesses:
    """What a run of every test saw: tests by file and line, s by test that passed.

    ``office`` are tests that may wait for an office program to start.
    """

    by_line: Mapping[str, Mapping[int, frozenset[str]]]
    seconds: Mapping[str, float]
    office: frozenset[str] = frozenset()

    def of(self, file: str, lines: Iterable[int], code: str) -> list[str]:
        """Return the tests that run one of a file's lines, the quickest first.

        A statement is run where its first line is.  What runs only when the file is
        imported is seen by whatever runs anything in the file.
        """
        seen = self.by_line.get(file, {})
        wanted = {own for line in lines for own in statement(code, line)}
        tests = self._known(seen.get(line, ()) for line in wanted)
        tests = tests or self._known(seen.values())
        return sorted(tests, key=lambda test: (self.seconds[test], test))

    def _known(self, every: Iterable[Iterable[str]]) -> set[str]:
        return {test for some in every for test in some if test in self.seconds}


def statement(code: str, line: int) -> range:
    """Return the lines of the innermost statement there, a head without its body."""
    best = range(line, line + 1)
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.stmt) and node.end_lineno:
            body = getattr(node, "body", ())
            end = body[0].lineno if body else node.end_lineno + 1
            own = range(node.lineno, max(end, node.lineno + 1))
            if line in own and (len(best) == 1 or len(own) < len(best)):
                best = own
    return best


def watch(project: Path, kerja: int) -> Witnesses:
    """Run every test of a project once and return what each ran."""
    settings = project / "coverage.ini"
    settings.write_text(SETTINGS, encoding="utf-8")
    wishes = (
        *("-q", "-p", "no:cacheprovider", "-n", str(kerja)),
        *("--cov=sopgen", "--cov-context=test", "--cov-report="),
        *(f"--cov-config={settings}", f"--junitxml={project / TIMES}"),
    )
    subprocess.run(
        [sys.executable, "-m", "pytest", *wishes],
        cwd=project,
        env={"PYTHONPATH": str(project), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    return read(project)


def read(project: Path) -> Witnesses:
    """Return what the last watched run of a project left.

    What a test runs before its own first line belongs to every test of its module:
    they share it.
    """
    seconds = dict(_passed(project / TIMES))
    office = frozenset(
        test for test in seconds if _starts_office(project / test.partition("::")[0])
    )
    modules: dict[str, set[str]] = defaultdict(set)
    for test in seconds:
        modules[test.partition("::")[0]].add(test)
    data = CoverageData(project / SEEN)
    data.read()
    by_line: dict[str, dict[int, frozenset[str]]] = {}
    for path in data.measured_files():
        by_line[path] = {
            line: frozenset(_tests(contexts, modules))
            for line, contexts in data.contexts_by_lineno(path).items()
        }
    return Witnesses(by_line, seconds, office)


def _tests(contexts: Iterable[str], modules: Mapping[str, set[str]]) -> Iterator[str]:
    for context in contexts:
        test, _, phase = context.rpartition("|")
        if phase == "setup":
            yield from modules.get(test.partition("::")[0], ())
        else:
            yield test


@cache
def _starts_office(module: Path) -> bool:
    return not module.exists() or OFFICE in module.read_text(encoding="utf-8").lower()


def _passed(times: Path) -> Iterator[tuple[str, float]]:
    for case in ElementTree.parse(times).iter("testcase"):
        if len(case.findall("failure")) + len(case.findall("error")) == 0:
            module = case.attrib["classname"].replace(".", "/")
            yield f"{module}.py::{case.attrib['name']}", float(case.attrib["time"])
