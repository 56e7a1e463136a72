"""The parsers of YAML, and the small office of the tests of workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import write_kantor

LOADERS = {"libyaml": getattr(yaml, "CSafeLoader", None), "pure": yaml.SafeLoader}


@pytest.fixture(params=LOADERS)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let one of the parsers read that PyYAML may have; return its name."""
    if LOADERS[request.param] is None:
        pytest.skip("PyYAML has no libyaml")
    monkeypatch.setattr("sopgen.spec.reader.LOADER", LOADERS[request.param])
    return str(request.param)


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_kantor(tmp_path_factory.mktemp("kantor") / "uji")


@pytest.fixture(scope="module")
def data(kantor: Path) -> bytes:
    made = export_workbook(kantor)
    assert made.workbook, made.findings
    return made.workbook
