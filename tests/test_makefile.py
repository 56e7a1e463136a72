"""What make says before it is silent for minutes, and what it never takes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sopgen.output.emptying import empty
from tests.books import ROOT
from tests.output.test_signed import SATU, signed


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


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="tanpa make")


def made(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    """Call make in a folder, with the Makefile and the program of the project."""
    line = ["make", "-f", str(ROOT / "Makefile"), f"PYTHON={sys.executable}", target]
    return subprocess.run(
        line, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def write_output(folder: Path, data: bytes) -> Path:
    file = folder / "output/Kecamatan Uji/2025/keputusan 1 (ttd).pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return file


@needs_make
@pytest.mark.slow
def test_clean_leaves_what_was_built(tmp_path: Path) -> None:
    file = write_output(tmp_path, SATU)
    (tmp_path / "build").mkdir()
    assert made(tmp_path, "clean").returncode == 0
    assert file.read_bytes() == SATU
    assert not (tmp_path / "build").exists()


@needs_make
@pytest.mark.slow
def test_what_was_built_goes_unless_something_in_it_is_signed(tmp_path: Path) -> None:
    file = write_output(tmp_path, signed(SATU))
    done = made(tmp_path, "clean-output")
    assert done.returncode == 2
    assert f"`{file.relative_to(tmp_path)}` bertanda tangan elektronik" in done.stderr
    assert file.read_bytes() == signed(SATU)
    file.write_bytes(SATU)
    assert made(tmp_path, "clean-output").returncode == 0
    assert not (tmp_path / "output").exists()
    assert made(tmp_path, "clean-output").returncode == 0


@pytest.mark.parametrize("inside", ["a.pdf", "tanpa-akhiran", ".sopgen-2025/x"])
def test_a_signed_file_is_found_wherever_it_lies(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / "output"
    file = folder / inside
    file.parent.mkdir(parents=True)
    file.write_bytes(signed(SATU))
    (why,) = empty(folder)
    assert why.startswith(f"`{file}`")
    assert file.exists()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "lain", tmp_path / "output"
    elsewhere.mkdir()
    (elsewhere / "a.pdf").write_bytes(SATU)
    folder.symlink_to(elsewhere)
    (why,) = empty(folder)
    assert "tautan" in why
    assert (elsewhere / "a.pdf").exists()


@pytest.mark.slow
def test_the_emptying_needs_none_of_the_libraries() -> None:
    """``make clean`` takes them away before."""
    line = [sys.executable, "-S", "-m", "sopgen.output.emptying"]
    done = subprocess.run(
        line, cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.split(":")[0]) == (2, "pemakaian")
