from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.wine.machine import NEEDED, Windows
from windows.__main__ import TOP


@pytest.fixture(scope="session")
def windows(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Windows]:
    archive = request.config.getoption("--windows") / f"{TOP}.zip"
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"tanpa {', '.join(missing)}")
    assert not missing
    made = Windows.made(archive, tmp_path_factory.mktemp("windows"))
    yield made
    made.end()
