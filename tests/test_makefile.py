"""What make says before it is silent for minutes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.books import ROOT


@pytest.mark.skipif(shutil.which("make") is None, reason="tanpa make")
@pytest.mark.parametrize("target", ["karangan", "test"])
def test_an_installation_is_announced(tmp_path: Path, target: str) -> None:
    line = ["make", "--dry-run", f"VENV={tmp_path / 'venv'}", target]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    quiet = [n for n, line in enumerate(lines) if "pip" in line and "--quiet" in line]
    assert quiet
    for first in quiet:
        assert any("echo" in line for line in lines[max(first - 2, 0) : first])
