"""``--quick``: tests that answer within half a minute, for work between two commits.

A quick run leaves out what is marked slow (LibreOffice, whole books, processes, big
workbooks) and what Hypothesis invents, and of a test with many cases it takes a few.

``--only FILE``: the tests that a file names, one id a line, in its order.

``--force``: also what is marked force, and takes minutes (``make force``).

``--windows FOLDER``: also what tries the ZIP there on Wine (``make windows-test``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.handing_out import ByFile, slow_first

#: The mark of what a quick run leaves out.
SLOW = "slow"
#: The mark of what takes minutes, and is only run when asked for.
FORCE = "force"
#: The mark of what needs Wine and the ZIP for Windows.
WINDOWS = "windows"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only what answers at once")
    help = "how many cases of a test a quick run takes"
    parser.addoption("--cases", type=int, default=2, help=help)
    parser.addoption("--force", action="store_true", help="also what takes minutes")
    parser.addoption("--windows", type=Path, help="where the ZIP lies")
    parser.addoption("--only", type=Path, help="a file of the ids to run, in order")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{SLOW}: left out of a quick run")
    config.addinivalue_line("markers", f"{FORCE}: only run with --force")
    config.addinivalue_line("markers", f"{WINDOWS}: only run with --windows")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by what they are: some hold the time at which they were made."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    asked = {FORCE: config.getoption("--force"), WINDOWS: config.getoption("--windows")}
    unasked = [mark for mark, wish in asked.items() if not wish]
    chosen = [one for one in items if not any(map(one.get_closest_marker, unasked))]
    if config.getoption("--only"):
        chosen = _named(chosen, config.getoption("--only"))
    elif config.getoption("--quick"):
        chosen = _chosen(chosen, config.getoption("--cases"))
    kept = set(chosen)
    config.hook.pytest_deselected(items=[one for one in items if one not in kept])
    items[:] = slow_first(chosen, SLOW) if hasattr(config, "workerinput") else chosen


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile | None:
    return ByFile(config, log) if config.getoption("dist") == "loadgroup" else None


def _named(items: Sequence[pytest.Item], names: Path) -> list[pytest.Item]:
    by_name = {item.nodeid: item for item in items}
    wanted = names.read_text(encoding="utf-8").splitlines()
    return [by_name[name] for name in wanted if name in by_name]


def _chosen(items: Sequence[pytest.Item], most: int) -> list[pytest.Item]:
    """Return the quick ones, so many of each test, spread evenly over its cases."""
    tests: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if not _slow(item):
            tests[item.nodeid.partition("[")[0]].append(item)
    kept = {one for cases in tests.values() for one in _spread(cases, most)}
    return [one for one in items if one in kept]


def _spread(cases: list[pytest.Item], most: int) -> list[pytest.Item]:
    if len(cases) <= most:
        return cases
    return [cases[n * len(cases) // most] for n in range(most)]


def _slow(item: pytest.Item) -> bool:
    invented = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return bool(invented) or item.get_closest_marker(SLOW) is not None
