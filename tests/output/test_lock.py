"""One build at a time; the others wait, and are told who builds."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sopgen.output import Disk, RefusedError, interrupted
from sopgen.output.lock import Builder, HeldError, Lock, holder, take
from tests.output.scene import FIRST, Scene
from tests.processes import ENVIRONMENT

HOLD = (
    "import sys; from pathlib import Path; from sopgen.output.lock import take\n"
    "lock = take(Path(sys.argv[1]))\n"
    "print('ada', flush=True); sys.stdin.readline()\n"
    "from sopgen.output import Disk; lock.leave(Disk())"
)


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process have a lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        env=ENVIRONMENT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ada\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def file(untouched: Scene) -> Path:
    return untouched.workshop / "kunci.json"


def sign(file: Path, pid: int, host: str) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"pid": pid, "host": host}))


def gone() -> int:
    """Return the number of a process that runs no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@pytest.mark.slow
def test_who_builds_is_told_to_one_who_waited(untouched: Scene, file: Path) -> None:
    with held(file) as process:
        with pytest.raises(RefusedError) as refused:
            untouched.put(FIRST)
        assert holder(file) == Builder(process.pid, platform.node())
        assert interrupted(untouched.book) is None
    (finding,) = refused.value.findings
    assert finding.code == "SOP934"
    assert f"oleh proses {process.pid} di komputer ini;" in finding.message
    assert "hapus" not in finding.saran
    assert interrupted(untouched.book)


@pytest.mark.slow
def test_one_who_waits_builds_when_the_other_has_done(file: Path) -> None:
    with held(file) as process:
        with pytest.raises(HeldError):
            take(file, 0.2)
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        take(file, 30).leave(Disk())
    assert not file.parent.exists()


@pytest.mark.slow
def test_the_lock_of_a_process_that_was_killed_is_free(file: Path) -> None:
    with held(file) as process:
        process.kill()
        process.wait()
        assert file.exists()
        assert holder(file) is None
        take(file, 0).leave(Disk())


@pytest.mark.parametrize(
    "pid", [1, os.getpid(), 2**22 + 1], ids=["pertama", "ini", "lain"]
)
def test_a_number_that_another_process_has_by_now_holds_nothing(
    untouched: Scene, file: Path, pid: int
) -> None:
    sign(file, pid, platform.node())
    assert interrupted(untouched.book)
    assert untouched.put(FIRST).told == ()


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff"])
def test_a_lock_that_names_nobody_is_free(file: Path, text: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(text)
    taken = take(file, 0)
    assert json.loads(file.read_bytes())["pid"] == os.getpid()
    taken.leave(Disk())


def test_another_computer_is_believed_until_its_lock_is_removed(
    untouched: Scene, file: Path
) -> None:
    sign(file, 4711, "PC-SEKRETARIAT")
    with pytest.raises(RefusedError) as refused:
        untouched.put(FIRST)
    (finding,) = refused.value.findings
    assert finding.code == "SOP934"
    assert "proses 4711 di komputer PC-SEKRETARIAT" in finding.message
    assert f"hapus `{file}`" in finding.saran
    told = interrupted(untouched.book)
    assert told
    assert "di komputer PC-SEKRETARIAT belum selesai" in told.message
    assert json.loads(file.read_bytes())["host"] == "PC-SEKRETARIAT"
    file.unlink()
    assert untouched.put(FIRST).told == ()


def test_a_lock_that_was_given_back_is_not_there(file: Path) -> None:
    taken = take(file, 0)
    assert isinstance(taken, Lock)
    assert json.loads(file.read_bytes()) == {
        "pid": os.getpid(),
        "host": platform.node(),
    }
    taken.leave(Disk())
    assert not file.parent.exists()


@pytest.mark.slow
def test_a_process_is_gone_when_it_is(file: Path) -> None:
    assert Builder(gone(), platform.node()).is_gone
    assert not Builder.here().is_gone
    assert not Builder(gone(), "PC-SEKRETARIAT").is_gone


def test_a_place_where_no_lock_can_lie_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("bukan folder")
    with pytest.raises(RefusedError) as refused:
        Scene(tmp_path / "output").put(FIRST)
    assert refused.value.findings[0].code == "SOP951"


def test_a_lock_that_cannot_be_made_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        take(tmp_path / "bengkel" / ("k" * 300))
    assert [*tmp_path.iterdir()] == []
