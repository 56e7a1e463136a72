"""``--quick``: the tests that answer at once, for work between two commits."""

from __future__ import annotations

import pytest

#: What is left out of a quick run: LibreOffice, Hypothesis, whole books, many drawings.
SLOW = "slow"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only what answers at once")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{SLOW}: left out of a quick run")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if not config.getoption("--quick"):
        return
    slow = [item for item in items if _slow(item)]
    config.hook.pytest_deselected(items=slow)
    left = set(slow)
    items[:] = [item for item in items if item not in left]


def _slow(item: pytest.Item) -> bool:
    invented = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return bool(invented) or item.get_closest_marker(SLOW) is not None
