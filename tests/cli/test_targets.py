"""What staff have in a file is written over only where they say so."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sopgen.cli import sopgen
from tests.processes import Running, shell, tree
from tests.spec.kantor import write_kantor, write_lambang

pytestmark = pytest.mark.slow
TIMPA = "--timpa"
Appear = Callable[[], object]
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


#: What is called at work · the command · where it writes · what else may be done.
MEANWHILE = {
    "export": ("spec.exchange.export_workbook", EXPORT, "e.xlsx", TIMPA),
    "fix": (
        "perbaikan.mend", ("fix", "uji.xlsx"), "uji-perbaikan.xlsx", TIMPA
    ),
    "draw": (
        "gambar.draw", ("draw", "uji", "--sop", "1"), "01-surat.svg", TIMPA
    ),
    "map": ("gambar.draw_map", ("map", "uji"), "peta-uji.svg", TIMPA),
    "import": (
        "workbooks.import_file", ("import", "uji.xlsx", "--nama", "baru"),
        "specs/baru", "--nama",
    ),
    "import --xlsx": (
        "workbooks.import_file",
        ("import", "lama.xlsx", "--nama", "baru", "--xlsx"), "baru.xlsx", "--nama",
    ),
    "new": ("spec.contoh.new_office", ("new", "baru"), "specs/baru", "pilih nama lain"),
    "new --xlsx": (
        "workbooks.new_workbook", ("new", "baru", "--xlsx"), "baru.xlsx",
        "pilih nama lain",
    ),
}  # fmt: skip


def prepare() -> None:
    """Leave a workbook that can be mended, and an old SOP."""
    surat = Path("specs/uji/sop/surat.yaml")
    text = surat.read_text(encoding="utf-8")
    text = text.replace("[Undang-Undang;]", "[{peraturan: pp-72-2005}]")
    surat.write_text(text, encoding="utf-8")
    run("export", "uji", "--xlsx")
    run("build", "uji", "--format", "xlsx", "--quiet")
    (built,) = Path("output").rglob("01-surat.xlsx")
    Path("lama.xlsx").write_bytes(built.read_bytes())


def disturb(monkeypatch: pytest.MonkeyPatch, called: str, appear: Appear) -> None:
    """Let something appear while a command is at work."""
    module, name = f"sopgen.{called}".rsplit(".", 1)
    work = getattr(import_module(module), name)

    def disturbed(*args: Any, **settings: Any) -> Any:
        appear()
        return work(*args, **settings)

    monkeypatch.setattr(f"{module}.{name}", disturbed)


@pytest.mark.parametrize("case", MEANWHILE)
def test_what_came_there_meanwhile_is_refused_as_if_it_had_been_there(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called, args, name, saran = MEANWHILE[case]
    prepare()
    target = Path(name)

    def appear() -> None:
        if not target.suffix:
            target.mkdir()
        file = target if target.suffix else target / "buku.yaml"
        file.write_bytes(STAF)

    with monkeypatch.context() as patch:
        disturb(patch, called, appear)
        result = run(*args)
    before = tree(Path())
    assert refused(result, saran), result.output
    assert run(*args).output.endswith(result.output)
    assert tree(Path()) == before
    assert STAF in before.values()


def test_a_marked_copy_takes_the_next_name_that_is_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("export", "uji", "--xlsx")
    Path("uji-temuan.xlsx").symlink_to("tiada.xlsx")
    second = Path("uji-temuan-2.xlsx")
    disturb(monkeypatch, "workbooks.annotate", lambda: second.write_bytes(STAF))
    result = run("check", "uji.xlsx", "--annotate")
    assert "salinan bertanda: uji-temuan-3.xlsx" in result.output
    assert Path("uji-temuan.xlsx").is_symlink()
    assert second.read_bytes() == STAF


DANGLING = {
    "fix": (("fix", "uji.xlsx"), "uji-perbaikan.xlsx"),
    "export": (EXPORT, "e.xlsx"),
}


@pytest.mark.parametrize("case", DANGLING)
def test_a_dangling_link_is_refused_before_anything_is_done(case: str) -> None:
    args, name = DANGLING[case]
    prepare()
    Path(name).symlink_to("tiada.xlsx")
    assert refused(run(*args))
    assert Path(name).is_symlink()
    assert not Path("tiada.xlsx").exists()


def test_two_that_begin_the_same_office_at_once_are_one_and_one(place: Path) -> None:
    for turn in range(3):
        nama = f"baru-{turn}"
        both = [Running(place, ("new", nama)) for _ in range(2)]
        assert sorted(one.wait() for one in both) == [0, 2]
        told = f"folder `specs/{nama}` sudah ada"
        assert sorted(told in one.told for one in both) == [False, True]
