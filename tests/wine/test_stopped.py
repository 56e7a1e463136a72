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
#: What a file of a new book is called while it waits.
STAGED = "[0-9a-f]*"
#: Seconds within which every worker is gone.
SOON = 20.0
#: A build that gets, in its midst, what Windows makes of Ctrl-Break and of closing a
#: window; Wine brings neither from one program to another.
BREAK = """
import signal, threading, time
from pathlib import Path
from sopgen.__main__ import main
def press():
    while not [*Path("output/kampak").glob(".sopgen-*")]:
        time.sleep(0.01)
    signal.raise_signal(signal.SIGBREAK)
threading.Thread(target=press, daemon=True).start()
main()
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


def test_ctrl_break_ends_a_build(windows: Windows, place: Path) -> None:
    old = tree(place / KAMPAK / "2025")
    line = ("build", "kampak", "--ulang", "--kerja", "1", "--quiet")
    build = windows.begun(place, "-X", "utf8", "-c", BREAK, *line)
    said = build.communicate()[0].decode().strip()
    assert said == STOPPED.format("dihentikan (SIGBREAK)")
    assert build.returncode == 128 + 21
    assert tree(place / KAMPAK / "2025") == old


def test_a_build_that_is_killed_leaves_a_whole_book(
    windows: Windows, place: Path, tmp_path: Path
) -> None:
    """The old one, the new, or a journal; its workers end, and the next build works."""
    shutil.copytree(place / "specs", tmp_path / "specs")
    assert on_linux(tmp_path, "build", "kampak").code == 0
    whole = [tree(one / KAMPAK / "2025") for one in (place, tmp_path)]
    alive = []
    for pattern in (".sopgen-*", f".sopgen-*/{STAGED}"):
        build = windows.begun(place, *BUILD, "2", "--quiet")
        while not [*(place / KAMPAK).glob(pattern)] and build.poll() is None:
            time.sleep(0.002)
        alive.append(build.poll() is None)
        build.kill()
        build.communicate()
        assert alone(windows)
        begun = [*(place / KAMPAK).glob(".sopgen-*/jurnal.json")]
        assert begun or tree(place / KAMPAK / "2025") in whole
    assert alive[0]
    assert windows.run(place, "build", "kampak").code == 0
    assert not [*(place / KAMPAK).glob(".sopgen-*")]
    assert tree(place / KAMPAK / "2025") == whole[1]
