"""The whole books, printed once for all who look at their pages."""

from __future__ import annotations

import pytest

from tests.render.word_books import WordBooks, print_books


@pytest.fixture(scope="session")
def word_books(tmp_path_factory: pytest.TempPathFactory) -> WordBooks:
    return print_books(tmp_path_factory.mktemp("buku-word"))
