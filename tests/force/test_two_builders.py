"""Several builds of one office at once, and other commands beside a build."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.force.kantor import Kantor, Terbitan
from tests.force.kills import not_whole
from tests.force.moments import JOURNAL, WORKSHOP, Moment, await_moment, started
from tests.processes import ENVIRONMENT, SOPGEN

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]


def finish(process: subprocess.Popen[str]) -> str:
    """Wait for a build; return what it said on stderr."""
    _, error = process.communicate(timeout=300)
    assert "Traceback" not in error
    assert "tak terduga" not in error, error
    return error


@pytest.mark.parametrize("count", [2, pytest.param(3, marks=pytest.mark.force)])
def test_builds_at_once_make_one_edition(
    edisi: Terbitan, kantor: Kantor, count: int
) -> None:
    every = [started(kantor) for _ in range(count)]
    said = [finish(process) for process in every]
    codes = [process.returncode for process in every]
    held = [error for error in said if "SOP934" in error]
    assert codes.count(edisi.code) == count - len(held)
    assert edisi.code in codes
    assert not not_whole(edisi, kantor)


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(Moment(WORKSHOP, 0.05), marks=pytest.mark.force),
        pytest.param(Moment(WORKSHOP, 0.2), marks=pytest.mark.force),
        Moment(JOURNAL, 0.0),
        pytest.param(Moment(JOURNAL, 0.004), marks=pytest.mark.force),
        pytest.param(Moment(JOURNAL, 0.01), marks=pytest.mark.force),
    ],
)
def test_a_build_takes_over_from_one_that_is_killed_at_the_lock(
    edisi: Terbitan, kantor: Kantor, moment: Moment
) -> None:
    first = started(kantor)
    second = started(kantor)
    await_moment(first, kantor, moment)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    finish(second)
    assert second.returncode == edisi.code
    assert not not_whole(edisi, kantor)


@pytest.mark.parametrize(
    "line",
    [
        "check uji",
        pytest.param("list uji", marks=pytest.mark.force),
        pytest.param("draw uji --sop 1 --output bagan.svg", marks=pytest.mark.force),
        pytest.param("export uji --output uji.xlsx", marks=pytest.mark.force),
        pytest.param("diff uji", marks=pytest.mark.force),
        pytest.param(
            "import output/uji/2025/sop/01-surat.docx", marks=pytest.mark.force
        ),
    ],
)
def test_other_commands_beside_a_build_see_no_unfinished_one(
    edisi: Terbitan, kantor: Kantor, line: str
) -> None:
    build = started(kantor)
    await_moment(build, kantor, Moment(WORKSHOP, 0.0))
    done = command(kantor, line)
    finish(build)
    assert "Traceback" not in done.stderr
    assert "tak terduga" not in done.stderr, done.stderr
    assert "SOP933" not in done.stdout + done.stderr
    assert not not_whole(edisi, kantor)


@pytest.mark.force
def test_a_roll_beside_a_build_leaves_both_whole(
    edisi: Terbitan, kantor: Kantor
) -> None:
    build = started(kantor)
    await_moment(build, kantor, Moment(WORKSHOP, 0.0))
    done = command(kantor, "roll uji --tahun 2026")
    finish(build)
    assert "Traceback" not in done.stderr
    assert "tak terduga" not in done.stderr, done.stderr
    assert not not_whole_of(edisi, kantor)


def not_whole_of(edisi: Terbitan, kantor: Kantor) -> str:
    """Return what is wrong with the book of the year that was being built."""
    now = kantor.lies()
    return "" if now in (edisi.before, edisi.after) else edisi.fault(kantor)


def command(kantor: Kantor, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SOPGEN, *line.split()],
        cwd=kantor.place,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("gone", "moment"),
    [
        ("output", Moment(WORKSHOP, 0.15)),
        pytest.param("output", Moment(JOURNAL, 0.0), marks=pytest.mark.force),
        pytest.param("output/uji", Moment(WORKSHOP, 0.0), marks=pytest.mark.force),
        pytest.param("output/uji/2025", Moment(WORKSHOP, 0.1), marks=pytest.mark.force),
        pytest.param("output/uji/2025", Moment(JOURNAL, 0.0), marks=pytest.mark.force),
    ],
)
def test_an_output_that_vanishes_during_a_build_is_told(
    kantor: Kantor, gone: str, moment: Moment
) -> None:
    build = started(kantor)
    await_moment(build, kantor, moment)
    moved = kantor.place.parent / "hilang"
    folder: Path = kantor.place / gone
    folder.rename(moved)
    error = finish(build)
    assert build.returncode in (0, 1)
    assert build.returncode == 0 or "kesalahan[" in error
    if folder.exists():
        shutil.rmtree(folder)
    moved.rename(folder)
    again = kantor.build()
    assert "Traceback" not in again.stderr
    assert not kantor.workshop.exists()
    assert again.returncode == 0, again.stderr
