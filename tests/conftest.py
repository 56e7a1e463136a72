"""``--quick``: tests that answer within half a minute, for work between two commits.

A quick run leaves out what is marked slow (LibreOffice, whole books, processes, big
workbooks) and what Hypothesis invents, and of a test with many cases it takes a few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pytest

#: The mark of what a quick run leaves out.
SLOW = "slow"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only what answers at once")
    help = "how many cases of a test a quick run takes"
    parser.addoption("--cases", type=int, default=2, help=help)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{SLOW}: left out of a quick run")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if not config.getoption("--quick"):
        return
    chosen = set(_chosen(items, config.getoption("--cases")))
    config.hook.pytest_deselected(items=[one for one in items if one not in chosen])
    items[:] = [one for one in items if one in chosen]


def _chosen(items: Sequence[pytest.Item], most: int) -> list[pytest.Item]:
    """Return the quick ones, so many of each test, spread evenly over its cases."""
    tests: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if not _slow(item):
            tests[item.nodeid.partition("[")[0]].append(item)
    return [one for cases in tests.values() for one in _spread(cases, most)]


def _spread(cases: list[pytest.Item], most: int) -> list[pytest.Item]:
    if len(cases) <= most:
        return cases
    return [cases[n * len(cases) // most] for n in range(most)]


def _slow(item: pytest.Item) -> bool:
    invented = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return bool(invented) or item.get_closest_marker(SLOW) is not None
