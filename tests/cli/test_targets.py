"""What staff have in a file is written over only where they say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.processes import shell
from tests.spec.kantor import write_kantor

pytestmark = pytest.mark.slow
TIMPA = "--timpa"
STAF = b"<!-- disunting staf -->"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one office in specs/; a fault of the program is raised."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    write_kantor(tmp_path / "specs" / "uji")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    """Call sopgen."""
    result = CliRunner().invoke(sopgen, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def refused(result: Result, saran: str = f"tambahkan {TIMPA}") -> bool:
    """Return whether a target was refused, and said to be taken."""
    said = result.output
    return result.exit_code == 2 and "sudah ada" in said and saran in said


DRAWN = [
    ("draw", "uji", "--sop", "1"),
    ("draw", "uji", "--sop", "1", "--output", "surat.svg"),
    ("map", "uji"),
    ("map", "uji", "--output", "peta.pdf", "--format", "pdf"),
]


@pytest.mark.parametrize("args", DRAWN, ids=" ".join)
def test_a_picture_that_staff_changed_is_drawn_over_only_when_told(
    args: tuple[str, ...],
) -> None:
    first = run(*args)
    assert first.exit_code == 0, first.output
    file = Path(first.output.splitlines()[-1])
    drawn = file.read_bytes()
    assert run(*args).output == first.output
    file.write_bytes(drawn + STAF)
    assert refused(run(*args))
    assert file.read_bytes() == drawn + STAF
    assert run(*args, TIMPA).output == first.output
    assert file.read_bytes() == drawn


def test_a_picture_that_is_as_it_would_be_drawn_is_not_touched() -> None:
    args = ("draw", "uji", "--sop", "1", "--output", "surat.svg")
    run(*args)
    Path("surat.svg").chmod(0o444)
    assert run(*args).exit_code == 0
    Path("surat.svg").chmod(0o644)
    Path("surat.svg").write_bytes(STAF)
    Path("surat.svg").chmod(0o444)
    for more in ((), (TIMPA,)):
        result = run(*args, *more)
        assert (result.exit_code, "SOP957" in result.output) == (1, True)


def test_a_picture_may_be_drawn_into_a_stream_whatever_is_told(place: Path) -> None:
    shell(place, "sopgen draw uji --sop 1 --output a.svg")
    for more in ("", TIMPA):
        code, said, _ = shell(place, f"sopgen draw uji --sop 1 --output - {more}")
        assert (code, said.encode()) == (0, (place / "a.svg").read_bytes())


def test_a_link_that_leads_nowhere_is_no_free_place() -> None:
    Path("surat.svg").symlink_to("tiada/surat.svg")
    assert refused(run("draw", "uji", "--sop", "1", "--output", "surat.svg"))
    assert Path("surat.svg").is_symlink()
