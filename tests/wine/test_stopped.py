"""A build that is ended: by a key, by another program, by force, at many moments."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.processes import tree
from tests.wine.console import Console, running
from tests.wine.machine import Windows, on_linux

pytestmark = pytest.mark.windows

STOPPED = "sopgen: {}; berkas yang belum selesai tidak diubah"
BUILD = ("-X", "utf8", "-m", "sopgen", "build", "kampak", "--ulang", "--kerja")
KAMPAK = Path("output", "kampak")
#: What the progress of a build says when a key is pressed: at the beginning, as a
#: worker starts, and far on.
MOMENTS = ("0/? membaca", "2/3 bagan", "buku.docx")
#: Seconds within which every worker is gone.
SOON = 20.0
#: A program that lets a build begin in a group of its own, and ends it with Ctrl-Break.
BREAK = """
import signal, subprocess, sys, time
from pathlib import Path
line = [sys.executable, *sys.argv[1:]]
flag = subprocess.CREATE_NEW_PROCESS_GROUP
build = subprocess.Popen(line, creationflags=flag, stderr=subprocess.PIPE)
while build.poll() is None and not [*Path("output/kampak").glob(".sopgen-*/*.pdf")]:
    time.sleep(0.05)
build.send_signal(signal.CTRL_BREAK_EVENT)
print("[", build.communicate()[1].decode().split(chr(10))[-2].strip(), "]")
sys.exit(build.returncode)
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Kampak's book, and a change in what it is made of."""
    made = tmp_path_factory.mktemp("henti")
    shutil.copytree(ROOT / "specs" / "kampak", made / "specs" / "kampak")
    assert on_linux(made, "build", "kampak").code == 0
    spec = made / "specs" / "kampak" / "buku.yaml"
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text.replace("nama: Kampak", "nama: Kampakrejo"), encoding="utf-8")
    return made


def alone(windows: Windows) -> bool:
    """Return whether nothing of sopgen runs on, soon after a build has ended."""
    end = time.monotonic() + SOON
    while running(windows) and time.monotonic() < end:
        time.sleep(0.2)
    return not running(windows)


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_ends_a_build_and_its_workers(
    moment: str, windows: Windows, place: Path
) -> None:
    old = tree(place / KAMPAK / "2025")
    python = str(windows.folder / "python" / "python.exe")
    console = Console(windows, place, python, *BUILD, "2")
    console.until(moment)
    console.interrupt()
    assert console.end() == 130, console.shown
    assert console.shown.rstrip().endswith(STOPPED.format("dibatalkan"))
    assert "Traceback" not in console.shown
    assert alone(windows)
    assert tree(place / KAMPAK / "2025") == old


def test_ctrl_break_of_a_program_ends_a_build(windows: Windows, place: Path) -> None:
    old = tree(place / KAMPAK / "2025")
    python = str(windows.folder / "python" / "python.exe")
    (place / "henti.py").write_text(BREAK, encoding="ascii")
    console = Console(windows, place, python, "henti.py", *BUILD, "1", "--quiet")
    assert console.end() == 128 + 21, console.shown
    assert f"[ {STOPPED.format('dihentikan (SIGBREAK)')} ]" in console.shown
    assert tree(place / KAMPAK / "2025") == old


def test_a_build_that_is_killed_leaves_the_old_book(
    windows: Windows, place: Path
) -> None:
    """Its workers end without it, and the next build works."""
    old = tree(place / KAMPAK / "2025")
    for pattern in (".sopgen-*", ".sopgen-*/*.pdf"):
        build = windows.begun(place, *BUILD, "2", "--quiet")
        while not [*(place / KAMPAK).glob(pattern)]:
            assert build.poll() is None, build.communicate()
            time.sleep(0.05)
        build.kill()
        build.communicate()
        assert alone(windows)
        assert tree(place / KAMPAK / "2025") == old
    assert windows.run(place, "build", "kampak").code == 0
    assert not [*(place / KAMPAK).glob(".sopgen-*")]
    assert tree(place / KAMPAK / "2025") != old
