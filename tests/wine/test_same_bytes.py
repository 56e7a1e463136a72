"""What staff do on Windows leaves the same files as on Linux, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.processes import tree
from tests.takeover.clerk_xlsx import clerk_workbook
from tests.wine.machine import Ended, Windows, on_linux

pytestmark = pytest.mark.windows

#: A year of an office, one command after the other.
YEAR = (
    "build karangan",
    "build kampak --kerja 2",
    "build kampak --kerja 2",
    "check kampak",
    "list karangan",
    "export karangan --xlsx",
    "build karangan.xlsx --format xlsx --output hasil",
    "import karangan.xlsx --nama salinan",
    "new suruh",
    "new coba --xlsx",
    "draw kampak --sop 1",
    "map karangan",
    "import lama.xlsx --nama lama",
    "roll kampak --nomor 7 --tanggal 2026-01-12",
)
#: What belongs to one computer: what it has drawn, under a key of its own.
OWN = (".cache/", "kunci")


def kept(folder: Path) -> dict[str, bytes]:
    files = tree(folder).items()
    return {n: data for n, data in files if not any(own in n for own in OWN)}


def like_linux(ended: Ended) -> Ended:
    """Return what was said with paths as they are written here."""
    return Ended(ended.code, ended.said.replace("\\", "/"))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders of offices alike."""
    made = tmp_path_factory.mktemp("tahun")
    for name in ("sini", "sana"):
        shutil.copytree(ROOT / "specs", made / name / "specs")
        (made / name / "lama.xlsx").write_bytes(clerk_workbook())
    return made / "sini", made / "sana"


@pytest.mark.parametrize("line", YEAR)
def test_a_command_says_and_leaves_the_same(
    line: str, windows: Windows, places: tuple[Path, Path]
) -> None:
    here, there = places
    expected = on_linux(here, *line.split())
    assert like_linux(windows.run(there, *line.split())) == expected
    assert kept(there) == kept(here)
