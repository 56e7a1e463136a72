"""An office whose next edition is to be built, made once and copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.force.kantor import Kantor, Terbitan, memory, terbitan


@pytest.fixture(scope="session")
def edisi() -> Iterator[Terbitan]:
    """Return an office of whose book the next edition is to be built."""
    with TemporaryDirectory(prefix="sopgen-paksa-", dir=memory()) as folder:
        yield terbitan(Path(folder), held=False)


@pytest.fixture
def kantor(edisi: Terbitan) -> Iterator[Kantor]:
    """Return a copy of that office."""
    with TemporaryDirectory(prefix="sopgen-paksa-", dir=memory()) as folder:
        yield edisi.kantor.copy(Path(folder) / "kantor")
