"""A signal ends the program as Ctrl-C does."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.kantor_utuh import write_utuh
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


#: Runs the program, and sends it a signal when it puts a certain file in its place.
AT_FILE = (
    "import os, runpy, signal, sys\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "file, number, replace = sys.argv[1], int(sys.argv[2]), os.replace\n"
    "def strike(source, target):\n"
    "    if os.fspath(target).endswith(file):\n"
    "        os.replace = replace\n"
    "        os.kill(os.getpid(), number)\n"
    "    replace(source, target)\n"
    "if number: os.replace = strike\n"
    "sys.argv[:] = ['sopgen', 'build', 'uji', '--format', 'docx', '--kerja', '1']\n"
    "runpy.run_module('sopgen', run_name='__main__', alter_sys=True)\n"
)
BOOK = "output/uji/2025"
DONE = f"edisi baru di {BOOK} sudah di tempatnya"


def built(place: Path, file: str = "", number: int = 0) -> tuple[int, list[str]]:
    """Build; return the exit code and what is told on stderr, but for the progress."""
    done = subprocess.run(
        [sys.executable, "-c", AT_FILE, file, str(number)],
        cwd=place,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    return done.returncode, [one for one in lines if one and one[0] != "["]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where an office was built whose spec was changed since."""
    spec = write_utuh(tmp_path / "specs/uji")
    assert built(tmp_path)[0] == 0
    penutup = spec / "naskah/penutup.md"
    penutup.write_bytes(penutup.read_bytes() + b"\nSatu kalimat lagi.\n")
    return tmp_path


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_one_who_ends_a_build_is_told_that_its_edition_is_in_its_place(
    place: Path, number: int
) -> None:
    staff = (place / BOOK / "buku.docx").read_bytes() + b"\0"
    (place / BOOK / "buku.docx").write_bytes(staff)
    code, told = built(place, f"{BOOK}/buku.docx", number)
    assert code == 128 + number
    assert "SOP958" in told[0]
    assert told[-1].endswith(f"; {DONE} semua")
    assert (place / BOOK / "suntingan/buku-1.docx").read_bytes() == staff
    assert not [*place.rglob(".sopgen-*")]
    _, again = built(place)
    assert "SOP958" not in "".join(again)


def test_one_who_ends_a_build_is_told_what_stays_of_the_older_edition(
    place: Path,
) -> None:
    (place / BOOK / "buku.docx").chmod(0o444)
    _, told = built(place, f"{BOOK}/manifest.json", signal.SIGTERM)
    assert "SOP957" in told[0]
    assert told[-2] == "1 berkas masih dari edisi lama: buku.docx"
    assert told[-1].endswith(f"(SIGTERM); {DONE}")


def test_one_who_ends_what_follows_a_build_is_told_the_same(place: Path) -> None:
    record = next((place / "output/.cache/.bangun").rglob("*/*"))
    named = record.relative_to(place / "output").as_posix()
    assert built(place, named, signal.SIGTERM)[1] == [
        f"sopgen: dihentikan (SIGTERM); {DONE} semua"
    ]
