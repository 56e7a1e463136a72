"""Where editions are tried a thousand times: in memory, where there is such a place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.output.scene import FIRST, Scene, first_edition

MEMORY = Path("/dev/shm")


@pytest.fixture
def memory() -> Iterator[Path]:
    """Return a folder that is gone after the test."""
    where = MEMORY if MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="sopgen-uji-", dir=where) as folder:
        yield Path(folder)


@pytest.fixture
def scene(memory: Path) -> Scene:
    """Return a book that was built once, and that staff have worked on."""
    return first_edition(memory / "semula")


@pytest.fixture
def untouched(memory: Path) -> Scene:
    """Return a book on which staff have not worked."""
    scene = Scene(memory / "output")
    scene.put(FIRST)
    return scene
