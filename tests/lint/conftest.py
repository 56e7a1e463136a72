"""The sound book, everything of it in force, in which single mistakes are made."""

from __future__ import annotations

import pytest

from sopgen.model.buku import Buku
from sopgen.spec import read_buku
from tests.berlaku import write_berlaku


@pytest.fixture(scope="session")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    made = read_buku(write_berlaku(tmp_path_factory.mktemp("berlaku"))).buku
    assert made is not None
    return made
