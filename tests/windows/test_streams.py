"""Consoles that lack letters, and a program without a console (pythonw).

Streams that are closed, full, or unread: ``tests/cli/test_streams.py``.  Processes that
start by spawn, as all do on Windows: ``tests/simpanan/test_same_bytes.py``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ENVIRONMENT, SOPGEN, tree
from tests.spec.kantor import SURAT, write_kantor, write_lambang

pytestmark = pytest.mark.slow
#: The consoles of Windows: of old, of western Europe, of its windows.
CONSOLES = ("cp437", "cp850", "cp1252")
COMMANDS = (
    ("check", "uji"),
    ("explain", "SOP602"),
    ("peraturan", "pelayanan"),
    ("build", "uji", "--format", "svg", "--ulang"),
    ("build", "tiada → é"),
)
#: A program without streams, as pythonw starts one; it notes its exit code.
WITHOUT = """
import sys
sys.stdin = sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None
from sopgen.__main__ import main
try:
    main()
except SystemExit as end:
    open("kode", "w").write(repr(end.code))
"""


def office(place: Path, text: str = SURAT) -> Path:
    write_lambang(write_kantor(place / "specs" / "uji"))
    file = place / "specs" / "uji" / "sop" / "surat.yaml"
    file.write_text(text, encoding="utf-8")
    return place


def said(place: Path, words: str, *args: str) -> tuple[int, bytes, bytes]:
    env = {**ENVIRONMENT, "PYTHONIOENCODING": words, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*SOPGEN, *args], cwd=place, env=env, check=False, capture_output=True
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_console_without_some_letters_says_the_rest(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """What it lacks is a question mark; nothing else is other than in UTF-8."""
    wrong = SURAT.replace("Ya: 3", "“Ya” → é: 13")
    code, out, error = said(office(tmp_path, wrong), "utf-8", *command)
    for words in CONSOLES:
        told = said(tmp_path, words, *command)
        assert told == (
            code,
            out.decode().encode(words, "replace"),
            error.decode().encode(words, "replace"),
        )
    assert b"laporkan" not in error


def test_a_pipe_gets_the_letters_of_its_console_whole(tmp_path: Path) -> None:
    office(tmp_path)
    assert "“isi”".encode("cp1252") in said(tmp_path, "cp1252", "explain", "SOP602")[1]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("build", "uji", "--format", "svg"), "0"),
        (("check", "uji"), "0"),
        (("menu",), "0"),
        (("build", "tiada"), "2"),
    ],
)
def test_without_a_console_it_works_and_is_silent(
    tmp_path: Path, args: tuple[str, ...], code: str
) -> None:
    office(tmp_path)
    env = {**ENVIRONMENT, "HOME": str(tmp_path), "SOPGEN_RUMAH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, *args],
        cwd=tmp_path, env=env, check=False, capture_output=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"", b"")
    assert (tmp_path / "kode").read_text() == code
    if "build" in args and code == "0":
        files = tree(tmp_path / "output" / "uji" / "2025")
        assert {"manifest.json", "sop/01-surat.svg"} <= files.keys()
