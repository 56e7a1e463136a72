"""Leftovers of files that were never finished."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopgen.output.writing import STALE, clear_scratch, prepare
from sopgen.simpanan.rak import Jadi, Rak


def leave(folder: Path, name: str, age: float) -> Path:
    """Leave a file that was begun so many seconds ago."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(b"")
    when = file.stat().st_mtime - age
    os.utime(file, (when, when))
    return file


@pytest.mark.parametrize(
    ("name", "age", "goes"),
    [
        (".sopgen-x1", STALE + 60, True),
        (".sopgen-x1", 0, False),
        (".sopgen-coba-x1", 0, True),
        ("sopgen-x1", STALE + 60, False),
    ],
)
def test_what_was_never_finished_goes_in_its_time(
    tmp_path: Path, name: str, age: float, goes: bool
) -> None:
    file = leave(tmp_path / "sop", name, age)
    (tmp_path / ".sopgen-2024").mkdir()
    clear_scratch(tmp_path)
    assert file.exists() != goes
    assert (tmp_path / ".sopgen-2024").is_dir()


def test_a_folder_is_left_as_it_was_found(tmp_path: Path) -> None:
    leave(tmp_path, ".sopgen-coba-lama", 0)
    prepare(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_shelf_has_no_leftovers_of_killed_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    rak = Rak(tmp_path / "uji/2025.rak")
    old = leave(rak.file.parent, ".sopgen-mati", STALE + 60)
    new = leave(rak.file.parent, ".sopgen-hidup", 0)
    rak.jadi["buku.pdf"] = Jadi("", "", 1)
    rak.keep(whole=True)
    assert rak.file.is_file()
    assert new.exists()
    assert not old.exists()
