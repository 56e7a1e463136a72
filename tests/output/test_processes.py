"""Real builds: killed at any moment, two at once, beside files that must stay."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.processes import ENVIRONMENT, SOPGEN, Running, call, tree
from tests.spec.kantor import write_kantor, write_lambang

pytestmark = pytest.mark.slow
BOOK, WORKSHOP = "output/uji/2025", "output/uji/.sopgen-2025"
BUILD = ("build", "uji", "--format", "pdf,docx", "--quiet")
STAFF = b"suntingan staf"


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an office that was built, and changed since.

    In ``lama`` is what was built, with what staff did to it; in ``baru`` what will be.
    """
    place = tmp_path_factory.mktemp("kantor")
    write_lambang(write_kantor(place / "specs/uji"))
    assert call(place, *BUILD).returncode == 0
    file = place / BOOK / "keputusan-1.docx"
    file.write_bytes(file.read_bytes() + STAFF)
    shutil.copytree(place / "output", place / "lama")
    buku = place / "specs/uji/buku.yaml"
    text = buku.read_text(encoding="utf-8").replace("Surat Masuk", "Surat Dinas")
    buku.write_text(text, encoding="utf-8")
    assert call(place, *BUILD).returncode == 0
    shutil.copytree(place / "output", place / "baru")
    return place


@pytest.fixture
def place(offices: Path, tmp_path: Path) -> Path:
    """Return a copy of it, with the old book."""
    shutil.copytree(offices / "specs", tmp_path / "specs")
    shutil.copytree(offices / "lama", tmp_path / "output")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """Return what lies in a book, but for what the manifest says of findings."""
    made = tree(folder)
    listed = json.loads(made.pop("manifest.json", b"{}"))
    return made | {"": json.dumps(listed.get("berkas")).encode()}


def started(place: Path) -> Running:
    return Running(place, BUILD)


def stopped_at_work(place: Path) -> Running:
    """Return a build that was stopped, and not ended, while it has the book."""
    lock = place / WORKSHOP / "kunci.json"
    for _ in range(5):
        process = started(place)
        while process.poll() is None and not lock.exists():
            time.sleep(0.01)
        process.send_signal(signal.SIGSTOP)
        time.sleep(0.05)
        if lock.exists():
            return process
        process.send_signal(signal.SIGCONT)
        process.wait()
    raise AssertionError("every build was faster")


def kill_when(process: Running, place: Path, moment: int) -> None:
    """Kill a process at a moment of its work, counted in what it has written."""
    seen = -1
    while process.poll() is None and seen < moment:
        now = len(os.listdir(place / WORKSHOP)) if (place / WORKSHOP).is_dir() else -1
        seen = max(seen, now)
        if (place / WORKSHOP / "jurnal.json").exists():
            seen += 1
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("moment", [0, 2, 5, 8, 11, 14])
def test_a_build_that_is_killed_is_told_and_made_whole(
    offices: Path, place: Path, moment: int
) -> None:
    old, new = files(offices / "lama/uji/2025"), files(offices / "baru/uji/2025")
    kill_when(started(place), place, moment)
    left = files(place / BOOK)
    assert any(data.endswith(STAFF) for data in left.values())
    cut = (place / WORKSHOP).is_dir()
    assert cut or left in (old, new)
    done = call(place, "check", "uji")
    assert ("SOP933" in done.stdout) == cut
    assert files(place / BOOK) == left
    assert call(place, *BUILD).returncode == 0
    assert files(place / BOOK) == new
    assert not (place / WORKSHOP).exists()


@pytest.mark.parametrize(
    "command", ["list uji", "draw uji --sop 1 --output a.svg", "check uji"]
)
def test_every_command_tells_of_a_build_that_was_killed(
    place: Path, command: str
) -> None:
    kill_when(started(place), place, 3)
    before = tree(place / "output")
    done = call(place, *command.split())
    assert done.returncode == 0
    assert (done.stdout + done.stderr).count("SOP933") == 1
    assert tree(place / "output") == before


def test_two_builds_at_once_make_one_edition(offices: Path, place: Path) -> None:
    both = [started(place) for _ in range(2)]
    for process in both:
        assert process.wait() == 0, process.told
    assert files(place / BOOK) == files(offices / "baru/uji/2025")
    assert not (place / WORKSHOP).exists()


@pytest.mark.parametrize("moment", [1, 8])
def test_one_who_waits_takes_over_when_the_other_is_killed(
    offices: Path, place: Path, moment: int
) -> None:
    first, second = started(place), started(place)
    kill_when(first, place, moment)
    assert second.wait() == 0, second.told
    assert files(place / BOOK) == files(offices / "baru/uji/2025")


def test_files_in_a_folder_that_may_not_be_written_stay(place: Path) -> None:
    old = tree(place / BOOK / "sop")
    (place / BOOK / "sop").chmod(0o555)
    done = call(place, *BUILD)
    (place / BOOK / "sop").chmod(0o755)
    assert done.returncode == 1
    assert tree(place / BOOK / "sop") == old
    names = "sop/01-surat.docx, sop/01-surat.pdf"
    assert f"2 berkas masih dari edisi lama: {names}\n" in done.stderr
    assert done.stderr.count("SOP951") == 2
    assert STAFF not in (place / BOOK / "keputusan-1.docx").read_bytes()
    made = json.loads((place / BOOK / "manifest.json").read_bytes())
    assert ", ".join(made["berkas_lama"]) == names


def test_a_book_that_may_not_be_written_is_told_once(place: Path) -> None:
    before = tree(place / "output")
    (place / BOOK).chmod(0o555)
    done = call(place, *BUILD)
    (place / BOOK).chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.count("SOP951") == 1
    assert tree(place / "output") == before
    assert not (place / WORKSHOP).exists()


def test_a_disk_without_room_changes_nothing_and_is_told_once(place: Path) -> None:
    before = tree(place / BOOK)
    script = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        f"import sys; sys.argv = ['sopgen', *{BUILD}]\n"
        "from sopgen.cli import main; main()"
    )
    done = subprocess.run(
        [SOPGEN[0], "-c", script],
        cwd=place,
        env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("SOP951") == 1
    assert "media penuh" in done.stderr
    assert tree(place / BOOK) == before
    assert not (place / WORKSHOP).exists()


def test_one_who_waits_in_vain_is_told_who_builds(place: Path) -> None:
    first = stopped_at_work(place)
    try:
        done = call(place, *BUILD)
    finally:
        first.send_signal(signal.SIGCONT)
        first.wait()
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if "SOP934" in line]
    assert len(told) == 1
    assert f"oleh proses {first.pid} di komputer ini" in told[0]
    assert first.returncode == 0
