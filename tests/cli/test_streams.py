"""A stream that nobody reads stops nothing; one that cannot be written is told."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.processes import Running, shell
from tests.spec.kantor import write_kantor, write_lambang

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("bash") is None, reason="tanpa bash"),
]
FULL = "/dev/full"
needs_full = pytest.mark.skipif(not os.path.exists(FULL), reason="tanpa /dev/full")

BUILD = "sopgen build uji --format svg,pdf"
FIRST = "; exit ${PIPESTATUS[0]}"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an office."""
    write_lambang(write_kantor(tmp_path / "specs/uji"))
    return tmp_path


def files(place: Path) -> list[str]:
    return sorted(f.name for f in place.glob("output/uji/2025/**/*") if f.is_file())


ALL = ["01-surat.pdf", "01-surat.svg", "buku.pdf", "keputusan-1.pdf", "manifest.json"]


@pytest.mark.parametrize(
    "line",
    [
        f"{BUILD} 2>&-",
        f"{BUILD} >&-",
        f"{BUILD} <&- >&- 2>&-",
        f"{BUILD} | true{FIRST}",
        f"{BUILD} 2>&1 | head -n 1{FIRST}",
        f"{BUILD} 2>&1 >&- | true{FIRST}",
    ],
)
def test_a_build_that_nobody_listens_to_is_a_build(place: Path, line: str) -> None:
    code, _, error = shell(place, line)
    assert code == 0, error
    assert "laporkan" not in error
    assert files(place) == ALL


@needs_full
def test_a_build_with_a_full_stderr_is_a_build(place: Path) -> None:
    code, said, _ = shell(place, f"{BUILD} 2>/dev/full")
    assert code == 0
    assert "temuan: tidak ada temuan" in said
    assert files(place) == ALL


@needs_full
@pytest.mark.parametrize(
    "command",
    [
        "build uji --format svg,pdf",
        "build uji --format svg --json",
        "check uji",
        "check uji --format json",
        "list",
        "list uji",
        "draw uji --sop 1",
        "draw uji --sop 1 --output -",
        "export uji --xlsx",
        "new lain",
        "schema",
        "completion bash",
        "--help",
        "--version",
    ],
)
def test_a_full_stdout_is_one_sentence(place: Path, command: str) -> None:
    running = Running(place, command.split(), FULL)
    assert running.wait() == 1
    told = [line for line in running.told.splitlines() if line.startswith("sopgen:")]
    assert told == ["sopgen: keluaran baku tidak dapat ditulis: media penuh"]
    assert "laporkan" not in running.told


@needs_full
def test_a_full_stdout_loses_no_file(place: Path) -> None:
    Running(place, BUILD.split()[1:], FULL).wait()
    assert files(place) == ALL
    Running(place, ("export", "uji", "--xlsx"), FULL).wait()
    assert (place / "uji.xlsx").is_file()


@needs_full
def test_with_both_streams_full_the_code_tells(place: Path) -> None:
    assert shell(place, f"{BUILD} >/dev/full 2>/dev/full")[0] == 1
    assert files(place) == ALL


@needs_full
def test_a_worse_code_is_not_made_milder(place: Path) -> None:
    assert shell(place, "sopgen >/dev/full")[0] == 2
    assert shell(place, "sopgen build tiada >/dev/full")[0] == 2


@pytest.mark.parametrize(
    "command", ["check uji", "list uji", "list", "export uji --xlsx", "--help"]
)
def test_a_closed_stdout_is_no_fault(place: Path, command: str) -> None:
    assert shell(place, f"sopgen {command} >&-") == (0, "", "")


def test_findings_decide_though_nobody_reads_them(place: Path) -> None:
    file = place / "specs/uji/sop/surat.yaml"
    text = file.read_text(encoding="utf-8").replace("Ya: 3", "Ya: 13")
    file.write_text(text, encoding="utf-8")
    for line in ("sopgen check uji >&-", f"sopgen check uji | true{FIRST}"):
        code, _, error = shell(place, line)
        assert (code, error) == (1, "")


def test_a_picture_for_a_closed_stdout_is_refused(place: Path) -> None:
    code, _, error = shell(place, "sopgen draw uji --sop 1 --output - >&-")
    assert code == 2
    assert "keluaran baku, yang tertutup" in error


def test_a_picture_goes_through_a_pipe_unchanged(place: Path) -> None:
    shell(place, "sopgen draw uji --sop 1 --format png --output a.png")
    shell(place, "sopgen draw uji --sop 1 --format png --output - | cat >b.png")
    assert (place / "a.png").read_bytes() == (place / "b.png").read_bytes()


def test_no_file_of_a_build_gets_the_number_of_a_closed_stream(place: Path) -> None:
    code = "import os, sys; from sopgen.cli.streams import open_streams; open_streams()"
    probe = f"{code}; n = os.open('x', os.O_CREAT | os.O_RDWR); os.write(n, b'%d' % n)"
    shell(place, f'"$PYTHON" -c "{probe}" <&- >&- 2>&-')
    assert (place / "x").read_text() == "3"
