"""What staff have in a file is written over only where they say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sopgen.cli import sopgen
from tests.processes import shell, tree
from tests.spec.kantor import write_kantor, write_lambang

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


OPEN = ("~$e.xlsx", ".~lock.e.xlsx#")
EXPORT = ("export", "uji", "--xlsx", "--output", "e.xlsx")


@pytest.mark.parametrize("lock", OPEN)
def test_a_workbook_that_is_open_elsewhere_is_not_exported_over(lock: str) -> None:
    Path("e.xlsx").write_bytes(STAF)
    Path(lock).touch()
    result = run(*EXPORT, TIMPA)
    assert (result.exit_code, "kesalahan[SOP805]" in result.output) == (1, True)
    assert f"hapus `{lock}`" in result.output
    assert Path("e.xlsx").read_bytes() == STAF
    Path(lock).unlink()
    assert run(*EXPORT, TIMPA).exit_code == 0
    assert Path("e.xlsx").read_bytes() != STAF


@pytest.mark.parametrize("other", ["e.xlsx", "lain.xlsx"])
@pytest.mark.parametrize("more", [(), (TIMPA,)])
def test_a_workbook_is_not_exported_into_itself(
    place: Path, other: str, more: tuple[str, ...]
) -> None:
    run(*EXPORT)
    if other != "e.xlsx":
        Path(other).symlink_to("e.xlsx")
    before = tree(place)
    result = run("export", "e.xlsx", "--xlsx", "--output", other, *more)
    assert (result.exit_code, "asli tidak diubah" in result.output) == (2, True)
    assert tree(place) == before
    assert Path(other).is_symlink() == (other != "e.xlsx")


def test_the_workbook_that_a_link_leads_to_is_exported_over() -> None:
    Path("bersama.xlsx").write_bytes(STAF)
    Path("e.xlsx").symlink_to("bersama.xlsx")
    assert refused(run(*EXPORT))
    assert run(*EXPORT, TIMPA).exit_code == 0
    assert Path("e.xlsx").is_symlink()
    assert load_workbook("bersama.xlsx").sheetnames


def test_a_picture_beside_the_workbook_is_never_written_over() -> None:
    write_lambang(Path("specs/uji"))
    Path("lambang.png").symlink_to("tiada.png")
    result = run(*EXPORT)
    assert (result.exit_code, "`lambang.png` sudah ada" in result.output) == (1, True)
    assert Path("lambang.png").is_symlink()
