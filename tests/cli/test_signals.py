"""A signal ends the program as Ctrl-C does."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.processes import ENVIRONMENT, SOPGEN

pytestmark = pytest.mark.slow
SENTENCES = {
    "SIGTERM": "sopgen: dihentikan (SIGTERM); berkas yang belum selesai tidak diubah",
    "SIGHUP": "sopgen: dihentikan (SIGHUP); berkas yang belum selesai tidak diubah",
    "SIGINT": "sopgen: dibatalkan; berkas yang belum selesai tidak diubah",
}


def heed() -> None:
    """Heed signals that whatever started the tests may have ignored (nohup, &)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def started(place: Path, *before: str) -> subprocess.Popen[str]:
    """Start the build of a whole book; return once it writes files."""
    process = subprocess.Popen(
        [*before, *SOPGEN, "build", str(ROOT / "specs/karangan")],
        cwd=place,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed,
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith("[1/")
    return process


@pytest.mark.parametrize("name", SENTENCES)
def test_a_signal_ends_a_build_with_one_sentence(tmp_path: Path, name: str) -> None:
    process = started(tmp_path)
    number = getattr(signal, name)
    process.send_signal(number)
    said, error = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert said == ""
    told = [line for line in error.splitlines() if line and not line.startswith("[")]
    assert told == [SENTENCES[name]]
    assert not list(tmp_path.rglob(".sopgen-*"))


def test_a_signal_leaves_nothing_of_an_edition_that_is_not_whole(
    tmp_path: Path,
) -> None:
    process = started(tmp_path)
    assert process.stderr is not None
    while "docx" not in process.stderr.readline():
        assert process.poll() is None
    process.terminate()
    process.communicate(timeout=60)
    assert not list((tmp_path / "output/karangan").iterdir())


@pytest.mark.skipif(not Path("/usr/bin/nohup").exists(), reason="tanpa nohup")
def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    process = started(tmp_path, "nohup")
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=120)
    assert process.returncode in (0, 1)
    assert (tmp_path / "output/karangan/2025/manifest.json").is_file()
