"""After the program changed, nothing of the last build is taken for what it would be.

A copy of the program is changed in one thing at a time, and builds beside what it left
before; each book is compared with one that is built from nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.kantor_utuh import write_utuh
from tests.processes import SOPGEN, tree

pytestmark = pytest.mark.slow
Files = dict[str, bytes]
UNCHANGED = "tidak ada yang berubah"


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def asset(program: Path) -> None:
    """Cut a corner of the box of a step."""
    symbols = program / "assets" / "symbols"
    replaced(symbols / "proses.svg", "V10 H0 Z", "V8 L19.6 10 H0 Z")


def text(program: Path) -> None:
    """Say something else in a default text."""
    naskah = program / "assets" / "naskah" / "kata_pengantar.md"
    naskah.write_text(naskah.read_text(encoding="utf-8") + "\nSekian.\n", "utf-8")


def font(program: Path) -> None:
    """Set plain text as bold."""
    fonts = program / "assets" / "fonts"
    shutil.copyfile(fonts / "sans-bold.ttf", fonts / "sans-regular.ttf")


def version(program: Path) -> None:
    """Count the program one further."""
    replaced(program / "sopgen" / "__init__.py", '"0.1.0"', '"0.1.1"')


def code(program: Path) -> None:
    """Make the column of numbers wider, in every chart."""
    columns = program / "sopgen" / "layout" / "columns.py"
    replaced(columns, "NUMBER_WIDTH = 8.0", "NUMBER_WIDTH = 9.0")


#: The changes, and a file that must come out otherwise; a version is printed nowhere.
CHANGES: tuple[tuple[Callable[[Path], None], str], ...] = (
    (asset, "sop/01-surat.svg"),
    (text, "buku.docx"),
    (font, "sop/01-surat.pdf"),
    (version, ""),
    (code, "sop/01-surat.svg"),
)


def build(place: Path, output: str) -> str:
    """Build the office with the program of its folder; return what is said."""
    env = {**os.environ, "PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (*SOPGEN, "build", "uji", "--kerja", "1", "--output", output)
    done = subprocess.run(
        command, cwd=place, env=env, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def book(place: Path, output: str) -> Files:
    return tree(next((place / output / "uji").iterdir()))


def test_after_each_change_of_the_program_the_book_is_as_from_nothing(
    tmp_path: Path,
) -> None:
    write_utuh(tmp_path / "specs" / "uji")
    for name in ("sopgen", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    build(tmp_path, "hasil")
    assert UNCHANGED in build(tmp_path, "hasil")
    was = book(tmp_path, "hasil")
    for change, other in CHANGES:
        change(tmp_path)
        assert UNCHANGED not in build(tmp_path, "hasil"), change
        build(tmp_path, change.__name__)
        made, bare = (book(tmp_path, output) for output in ("hasil", change.__name__))
        assert made == bare, change
        changed = [name for name, data in made.items() if was[name] != data]
        assert (other in changed) == bool(other), change
        was = made
    assert UNCHANGED in build(tmp_path, "hasil")
