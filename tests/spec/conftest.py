"""The small office of the tests of workbooks, and its workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import write_kantor


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_kantor(tmp_path_factory.mktemp("kantor") / "uji")


@pytest.fixture(scope="module")
def data(kantor: Path) -> bytes:
    made = export_workbook(kantor)
    assert made.workbook, made.findings
    return made.workbook
