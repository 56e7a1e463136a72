"""Several files are put in their places together, or none is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.cli import signals
from sopgen.cli.signals import StoppedError, obey_signals
from sopgen.output import digest
from sopgen.output.together import Ganti, replace_together
from sopgen.output.writing import STALE


def ganti(path: Path, baru: bytes | None) -> Ganti:
    lama = path.read_bytes() if path.exists() else None
    return Ganti(path, None if lama is None else digest(lama), lama, baru)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "sop").mkdir()
    for name in ("buku.yaml", "sop/a.yaml", "sop/b.yaml"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_files_change_come_and_go_together_and_back(place: Path) -> None:
    before = tree(place)
    every = [
        ganti(place / "buku.yaml", b"baru"),
        ganti(place / "sop/a.yaml", None),
        ganti(place / "sop/baru/c.yaml", b"c"),
    ]
    assert replace_together(every) is None
    after = {"buku.yaml": b"baru", "sop/b.yaml": b"sop/b.yaml", "sop/baru/c.yaml": b"c"}
    assert tree(place) == after
    assert replace_together([one.balik for one in every]) is None
    assert tree(place) == before


def test_a_file_that_changed_since_it_was_read_is_left_as_it_is(place: Path) -> None:
    every = [ganti(place / "buku.yaml", b"x"), ganti(place / "sop/a.yaml", b"y")]
    (place / "sop/a.yaml").write_text("diubah orang lain")
    before = tree(place)
    problem = replace_together(every)
    assert problem is not None
    assert problem.code == "SOP801"
    assert problem.span.source.path.endswith("sop/a.yaml")
    assert tree(place) == before


def test_a_file_that_came_or_went_since_is_told(place: Path) -> None:
    new, gone = ganti(place / "c.yaml", b"x"), ganti(place / "buku.yaml", b"x")
    (place / "c.yaml").write_text("sudah ada")
    (place / "buku.yaml").unlink()
    for one in (new, gone):
        problem = replace_together([one])
        assert problem is not None
        assert problem.code == "SOP801"


def test_what_was_put_is_put_back_where_another_cannot_be(place: Path) -> None:
    folder = place / "sop" / "c.yaml"
    every = [
        ganti(place / "buku.yaml", b"x"),
        ganti(place / "sop/a.yaml", None),
        ganti(place / "d.yaml", b"d"),
        Ganti(folder, None, None, b"y"),
    ]
    before = tree(place)
    # A link into nowhere reads as no file, and a folder cannot be replaced by a file.
    os.symlink(place / "tiada" / "lagi", folder.parent / "x")
    every[3] = Ganti(place / "buku.yaml" / "c.yaml", None, None, b"y")
    problem = replace_together(every)
    (folder.parent / "x").unlink()
    assert problem is not None
    assert problem.code == "SOP951"
    assert tree(place) == before


@pytest.mark.parametrize("broken", ["buku.yaml", "sop/a.yaml", "sop/b.yaml"])
def test_the_file_that_cannot_be_put_there_is_named(
    place: Path, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [ganti(place / n, b"x") for n in ("buku.yaml", "sop/a.yaml", "sop/b.yaml")]
    before, put = tree(place), os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == place / broken and Path(source).read_bytes() == b"x":
            raise PermissionError(13, "Permission denied", os.fspath(source))
        put(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    problem = replace_together(every)
    assert problem is not None
    assert problem.span.source.path == (place / broken).as_posix()
    assert tree(place) == before


def test_a_protected_file_forbids_all(place: Path) -> None:
    (place / "sop/a.yaml").chmod(0o444)
    before = tree(place)
    problem = replace_together(
        [ganti(place / "buku.yaml", b"x"), ganti(place / "sop/a.yaml", b"y")]
    )
    assert problem is not None
    assert problem.code == "SOP957"
    assert tree(place) == before


def test_a_file_keeps_its_permissions(place: Path) -> None:
    (place / "buku.yaml").chmod(0o640)
    assert replace_together([ganti(place / "buku.yaml", b"x")]) is None
    assert (place / "buku.yaml").stat().st_mode & 0o777 == 0o640


def interrupted(
    monkeypatch: pytest.MonkeyPatch, nth: int, come: Callable[[], None], *, before: bool
) -> None:
    """Let something come just before, or just after, a file is put in its place."""
    put, calls = os.replace, [0]

    def replace(source: Path, target: Path) -> None:
        calls[0] += 1
        if before and calls[0] == nth:
            come()
        put(source, target)
        if not before and calls[0] == nth:
            come()

    monkeypatch.setattr(os, "replace", replace)


def every_kind(place: Path) -> list[Ganti]:
    return [
        ganti(place / "buku.yaml", b"x"),
        ganti(place / "sop/a.yaml", None),
        ganti(place / "sop/b.yaml", b"y"),
        ganti(place / "sop/c.yaml", b"z"),
    ]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_all_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch, number: int, nth: int, before: bool
) -> None:
    lies = tree(place)
    every = every_kind(place)
    interrupted(monkeypatch, nth, lambda: os.kill(os.getpid(), number), before=before)
    monkeypatch.setattr(signals, "NAMES", ("SIGTERM",))
    was = signal.getsignal(signal.SIGTERM)
    obey_signals()
    obeying = signal.getsignal(number)
    try:
        with pytest.raises((StoppedError, KeyboardInterrupt)):
            replace_together(every)
        assert signal.getsignal(number) == obeying
    finally:
        signal.signal(signal.SIGTERM, was)
    assert tree(place) == lies


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_what_is_no_failure_of_the_disk_leaves_all_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch, nth: int, before: bool
) -> None:
    lies = tree(place)
    every = every_kind(place)

    def come() -> None:
        raise KeyboardInterrupt

    interrupted(monkeypatch, nth, come, before=before)
    with pytest.raises(KeyboardInterrupt):
        replace_together(every)
    assert tree(place) == lies


#: Ends as if killed, before a file is put in its place.
KILLED = """
import os, sys
from pathlib import Path
from sopgen.output.together import Ganti, replace_together
os.replace = lambda *_: os._exit(9)
replace_together([Ganti(Path(sys.argv[1]), None, None, b"")])
"""


def test_what_a_killed_process_left_is_cleared(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = place / "sop/.sopgen-mati"
    old.write_text("")
    line = [sys.executable, "-c", KILLED, os.fspath(place / "sop/c.yaml")]
    assert subprocess.run(line, check=False).returncode == 9
    assert len([*place.glob("sop/.sopgen-*")]) == 2
    assert replace_together([ganti(place / "sop/a.yaml", b"x")]) is None
    assert [*place.glob("sop/.sopgen-*")] == [old]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + STALE + 60)
    assert replace_together([ganti(place / "sop/a.yaml", b"y")]) is None
    assert not old.exists()
