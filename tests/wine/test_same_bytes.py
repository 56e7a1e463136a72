"""What staff do on Windows leaves the same files as on Linux, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.processes import tree
from tests.takeover.clerk_xlsx import clerk_workbook
from tests.wine.machine import Windows, on_linux

pytestmark = pytest.mark.windows

#: What is done in a folder, one command after the other.
DONE = {
    "karangan": (
        "build karangan",
        "list karangan",
        "map karangan",
        "export karangan --xlsx",
        "build karangan.xlsx --format xlsx --output hasil",
        "import karangan.xlsx --nama salinan",
    ),
    "kampak": (
        "build kampak --kerja 2",
        "build kampak --kerja 2",
        "check kampak",
        "draw kampak --sop 1",
        "roll kampak --nomor 7 --tanggal 2026-01-12",
    ),
    "baru": (
        "new suruh",
        "new coba --xlsx",
        "import lama.xlsx --nama lama",
    ),
}
#: What belongs to one computer: what it has drawn, under a key of its own.
OWN = (".cache/", "kunci")


def kept(folder: Path) -> dict[str, bytes]:
    files = tree(folder).items()
    return {n: data for n, data in files if not any(own in n for own in OWN)}


def pair(made: Path) -> tuple[Path, Path]:
    """Return two folders of offices alike, made where they are not there yet."""
    here, there = made / "sini", made / "sana"
    if not here.exists():
        shutil.copytree(ROOT / "specs", here / "specs")
        (here / "lama.xlsx").write_bytes(clerk_workbook())
        shutil.copytree(here, there)
    return here, there


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sama")


@pytest.mark.parametrize(
    ("where", "line"),
    [
        pytest.param(where, line, marks=pytest.mark.xdist_group(f"wine-{where}"))
        for where, lines in DONE.items()
        for line in lines
    ],
)
def test_a_command_says_and_leaves_the_same(
    where: str, line: str, windows: Windows, scratch: Path
) -> None:
    here, there = pair(scratch / where)
    expected = on_linux(here, *line.split())
    assert expected.code == 0, expected.said
    assert windows.run(there, *line.split()) == expected
    assert kept(there) == kept(here)
