"""Which process of ``pytest -n`` runs what: files as a whole, the slow ones first.

What a file makes for all its tests, a built book or pages that LibreOffice prints, is
so made in one process and not in each.  Files that share it have the mark
``xdist_group``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]


class ByFile(LoadGroupScheduling):  # type: ignore[misc]
    """Hands out whole files, or groups of them, in the order of their tests."""

    def __init__(self, config: pytest.Config, log: Any) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        scope: str = super()._split_scope(nodeid)
        return scope.partition("::")[0]


def slow_first(items: Sequence[pytest.Item], mark: str) -> list[pytest.Item]:
    """Return tests in the order in which they are handed out.

    The quick ones come last, so that no process waits long for another's last file.
    """
    slow = {item.path for item in items if item.get_closest_marker(mark)}
    return sorted(items, key=lambda item: item.path not in slow)
