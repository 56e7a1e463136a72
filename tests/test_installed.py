"""What others get of the project: its sdist, the wheel of that, installed by pipx."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import NamedTuple

import pytest

from sopgen import __version__
from tests.books import ROOT
from tests.processes import call, tree

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("installed")]

#: What of the environment leads to libraries or programs of the tests.
LEADING = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
PLAIN = {name: value for name, value in os.environ.items() if name not in LEADING}


class Installed(NamedTuple):
    """A program that pipx has installed, and the environment that it made for it."""

    program: Path
    python: Path


def made(folder: Path, kind: str, target: Path) -> Path:
    """Let the project's builder make something of a folder; return the only file."""
    line = (sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target)
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (file,) = target.iterdir()
    return file


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of the sdist, alone with its libraries, far from the project.

    Called as in the guide: without its ``./`` pipx forgets what is in brackets.
    """
    place = tmp_path_factory.mktemp("pipx")
    unpacked = place / "sumber"
    subprocess.run([sys.executable, "-m", "tarfile", "-e", sdist, unpacked], check=True)
    (source,) = unpacked.iterdir()
    wheel = made(source, "wheel", place / "roda")
    places = {"PIPX_HOME": "rumah", "PIPX_BIN_DIR": "bin", "PIPX_MAN_DIR": "man"}
    own = {name: str(place / one) for name, one in places.items()}
    wanted = (
        f"./{wheel.name}[peta]",
        f"--pip-args=--no-compile -c {ROOT / 'constraints.txt'}",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pipx", "install", "--python", sys.executable, *wanted],
        cwd=wheel.parent, env={**PLAIN, **own},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Installed(
        place / "bin" / "sopgen",
        place / "rumah" / "venvs" / "sopgen" / "bin" / "python",
    )


def run(installed: Installed, place: Path, *args: str, typed: str = "") -> str:
    """Run the program as a user without anything does; return what it says."""
    done = subprocess.run(
        [installed.program, *args], cwd=place, input=typed,
        env={"PATH": "/usr/bin:/bin", "HOME": str(place), "LANG": "C.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_sdist_has_all_of_the_project(sdist: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("bukan salinan git")
    line = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
    known = {name for name in done.stdout.split("\0") if (ROOT / name).is_file()}
    with tarfile.open(sdist) as packed:
        has = {name.partition("/")[2] for name in packed.getnames()}
    assert has - known == {"PKG-INFO"}
    assert known <= has


def test_pipx_installs_a_program_that_needs_nothing_else(
    installed: Installed, tmp_path: Path
) -> None:
    assert run(installed, tmp_path, "--version") == f"sopgen {__version__}\n"
    whence = (installed.python, "-I", "-c", "import sopgen; print(sopgen.__file__)")
    done = subprocess.run(
        whence, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout).is_relative_to(installed.python.parents[1])
    assert installed.python.with_name("graphviz-pure").is_file()
    run(installed, tmp_path, "new", "coba")
    run(installed, tmp_path, "build", "coba")
    built = tree(tmp_path / "output" / "coba")
    assert call(tmp_path, "build", "coba", "--output", "sini").returncode == 0
    assert built == tree(tmp_path / "sini" / "coba")
    assert len(built) > 8


def test_pipx_installs_a_menu(installed: Installed, tmp_path: Path) -> None:
    told = run(installed, tmp_path, "menu", typed="\n0\n")
    assert "0  Selesai" in told
